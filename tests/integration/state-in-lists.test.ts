import { beforeAll, expect, test } from 'vitest';
import { type Account, type Cms, startCms } from '../support/cms.ts';
import { alone, noted } from '../support/staff.ts';
import { principle } from '../support/texts.ts';

type Copy = {
  readonly id: string;
  readonly revision: number;
  readonly state: string;
  readonly updatedAt: string;
};

let cms: Cms;
let editor: Account;
let publisher: Account;

beforeAll(async () => {
  cms = await startCms();
  editor = await cms.account('editor');
  publisher = await cms.account('publisher');
});

test('a list shows how far each document has come, and can be narrowed to a state', async () => {
  const [draft, sent] = [await begin(1), await begin(2)];
  await cms.ask(editor, 'POST', `/api/principles/${sent.id}/steps/submit`, { revision: 1 });
  expect((await found('draft')).map(({ id }) => id)).toEqual([draft.id]);
  expect((await found('in-review')).map(({ id }) => id)).toEqual([sent.id]);
});

test('a step is no save: the revision and the time of the save stay', async () => {
  const before = await begin(3);
  await cms.ask(editor, 'POST', `/api/principles/${before.id}/steps/submit`, { revision: 1 });
  const { revision, updatedAt } = await copyOf(before);
  expect({ revision, updatedAt }).toEqual({ revision: 1, updatedAt: before.updatedAt });
});

test('what was published is a draft again once it is saved', async () => {
  const { id } = await begin(4);
  const said = { revision: 1, ...alone, ...noted };
  await cms.ask(publisher, 'POST', `/api/principles/${id}/publish`, said);
  expect((await copyOf({ id })).state).toBe('published');
  await cms.ask(editor, 'PATCH', `/api/principles/${id}`, { revision: 1, statement: 'Newer' });
  expect((await copyOf({ id })).state).toBe('draft');
});

test('nobody writes the state by saving', async () => {
  const { id } = await begin(5);
  const claimed = { revision: 1, state: 'approved' };
  await cms.ask(editor, 'PATCH', `/api/principles/${id}`, claimed);
  expect((await copyOf({ id })).state).toBe('draft');
});

async function begin(number: number): Promise<Copy> {
  const answer = await cms.ask(editor, 'POST', '/api/principles?depth=0', principle({ number }));
  return copyOf((await answer.json()).doc);
}

async function copyOf({ id }: Pick<Copy, 'id'>): Promise<Copy> {
  return (await cms.ask(editor, 'GET', `/api/principles/${id}?depth=0`)).json();
}

async function found(state: string): Promise<readonly Copy[]> {
  const answer = await cms.ask(editor, 'GET', `/api/principles?where[state][equals]=${state}`);
  return (await answer.json()).docs;
}

import { beforeAll, describe, expect, test } from 'vitest';
import type { SavedMeanwhile } from '../../cms/src/admin/meanwhile-of.ts';
import { type Account, type Cms, startCms } from '../support/cms.ts';
import { paragraph } from '../support/texts.ts';

type Copy = { id: string; revision: number; [field: string]: unknown };

let cms: Cms;
let editor: Account;
let publisher: Account;
let mine: Copy;

beforeAll(async () => {
  cms = await startCms();
  editor = await cms.account('editor', 'Asha');
  publisher = await cms.account('publisher', 'Tom');
  const parts = [{ slug: 'what', title: 'What it is', body: paragraph('A place to play.') }];
  const data = { title: 'Playgroups', audience: 'parents', parts };
  mine = (await (await cms.ask(editor, 'POST', '/api/guides?depth=0', data)).json()).doc;
  const pledge = await cms.ask(editor, 'POST', '/api/principles', {
    number: 7,
    statement: 'Help comes early.',
  });
  const principles = [{ relationTo: 'principles', value: (await pledge.json()).doc.id }];
  const [part] = mine.parts as object[];
  await cms.ask(publisher, 'PATCH', `/api/guides/${mine.id}`, {
    ...{ revision: 1, audience: 'young-people', principles },
    parts: [{ ...part, body: paragraph('A place to play and to learn.') }],
  });
});

describe('whoever could not save because somebody else was quicker', () => {
  test('is told who saved and when, and whose text it was that they began from', async () => {
    const { sentence } = await asked(editor);
    expect(sentence).toMatch(/^Tom saved this on .* You began from what Asha saved on /);
  });

  test('reads both texts of each field that the other changed, in words', async () => {
    const { fields } = await asked(editor);
    const said = fields.map(({ mine: own, name, others }) => [name, own, others]);
    expect(said).toEqual([
      ['Audience', ['parents'], ['young people']],
      ['Part 1: Text', ['A place to play.'], ['A place to play and to learn.']],
      ['Principles', [], ['Help comes early.']],
    ]);
  });

  test('learns which of them both changed', async () => {
    const { fields } = await asked(editor, { ...mine, audience: 'professionals' });
    expect(fields.map(({ both }) => both)).toEqual([true, false, false]);
  });

  test('can save with the newer revision', async () => {
    const { revision } = await asked(editor);
    const answer = await cms.ask(editor, 'PATCH', `/api/guides/${mine.id}`, {
      ...{ revision, title: 'Playgroups near you' },
    });
    expect(answer.status).toBe(200);
  });

  test('has to be somebody who may write', async () => {
    const translator = await cms.account('translator', 'Ewa');
    const said = { revision: 1, mine };
    const path = `/api/guides/${mine.id}/meanwhile`;
    expect((await cms.ask(translator, 'POST', path, said)).status).toBe(403);
    expect((await cms.ask(null, 'POST', path, said)).status).toBe(403);
  });
});

async function asked(as: Account, copy: Copy = mine): Promise<SavedMeanwhile> {
  const said = { revision: 1, mine: copy };
  return (await cms.ask(as, 'POST', `/api/guides/${mine.id}/meanwhile`, said)).json();
}

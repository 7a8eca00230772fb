/** Services and places in the CMS: what editors are told, and what is on the list of what has to be checked. */
import { beforeAll, describe, expect, test } from 'vitest';
import { type Account, type Cms, startCms } from '../support/cms.ts';
import { noted } from '../support/staff.ts';

let cms: Cms;
let editor: Account;
let publisher: Account;
let organisation: string;
let sections: typeof import('../../cms/src/admin/desk/sections.ts').sectionsOf;

const alone = { alone: { as: 'emergency', reason: 'Nobody else is there.' }, ...noted };

beforeAll(async () => {
  cms = await startCms();
  editor = await cms.account('editor', 'asha');
  publisher = await cms.account('publisher', 'tom');
  ({ sectionsOf: sections } = await import('../../cms/src/admin/desk/sections.ts'));
  const trust = { name: 'Oast trust', summary: 'A charity.', type: 'charity' };
  organisation = (await create('organisations', trust)).id;
  await publish('organisations', organisation);
});

describe('an editor who saves a service', () => {
  test('is told at the field what to do, and nothing is lost', async () => {
    const hours = (opens: string, closes: string) => ({
      ...{ days: ['monday'], weeks: 'every-week', opens, closes },
    });
    const { id } = await create('services', {
      ...(await service('Toddler group')),
      ...{ everywhere: false, slug: 'swale', ages: 'from-to', fromAge: 5, toAge: 2 },
      hours: [hours('09:00', '12:00'), hours('11:00', '13:00')],
    });
    const said = await checksOf('services', id);
    expect(Object.fromEntries(said.map(({ field, rule }) => [field, rule]))).toMatchObject({
      ...{ districts: 'no-district', slug: 'folder-of-services', toAge: 'ages-reversed' },
      'hours.1.opens': 'hours-overlap',
    });
    expect(said.find(({ field }) => field === 'hours.1.opens')?.message).toContain('09:00–12:00');
    const kept = await cms.payload.findByID({ collection: 'services', id, overrideAccess: true });
    expect(kept).toMatchObject({ name: 'Toddler group', fromAge: 5, toAge: 2 });
  });

  test('is told of a place that stands in two districts', async () => {
    const { id } = await create('places', {
      ...{ name: 'Hall', type: 'hall', districts: ['dover', 'swale'], postcode: 'me13 1aa' },
    });
    const rules = (await checksOf('places', id)).map(({ rule }) => rule);
    expect(rules).toContain('more-than-one-district');
    expect(rules).toContain('postcode-form');
  });
});

test('what is due for checking is on the desk, what nobody ever checked first', async () => {
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  for (const [name, checkedOn] of [
    ['Last week', day(7)],
    ['Last spring', day(200)],
    ['Long ago', day(500)],
    ['Never', null],
  ] as const) {
    const { id } = await create('services', { ...(await service(name)), checkedOn });
    await publish('services', id);
  }
  const all = await sections(cms.payload, await userOf(editor));
  const items = all.find(({ name }) => name === 'services')?.items ?? [];
  expect(items.map(({ title }) => title)).toEqual(['Never', 'Long ago', 'Last spring']);
  expect(items[0]?.says).toBe('nobody has checked it: readers are warned');
  expect(items[1]?.says).toMatch(/: it has left the lists$/);
});

async function service(name: string) {
  return {
    ...{ name, summary: 'Play and company.', everywhere: true, cost: 'free' },
    organisation: { relationTo: 'organisations', value: organisation },
  };
}

type Document = { readonly id: string };

async function create(kind: string, data: object): Promise<Document> {
  return (await (await cms.ask(editor, 'POST', `/api/${kind}?depth=0`, data)).json()).doc;
}

async function publish(kind: string, id: string): Promise<void> {
  const body = { revision: 1, ...alone };
  const answer = await cms.ask(publisher, 'POST', `/api/${kind}/${id}/publish`, body);
  expect(answer.status).toBe(200);
}

type Said = { readonly field: string; readonly rule: string; readonly message: string };

/** What stands in the way of approval. */
async function checksOf(kind: string, id: string): Promise<readonly Said[]> {
  return (await (await cms.ask(editor, 'GET', `/api/${kind}/${id}/checks`)).json()).review;
}

async function userOf({ email }: Account) {
  const where = { email: { equals: email } };
  const { docs } = await cms.payload.find({ collection: 'users', where, overrideAccess: true });
  return { ...docs[0], collection: 'users' } as never;
}

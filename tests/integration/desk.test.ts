import { beforeAll, describe, expect, test } from 'vitest';
import { type Account, type Cms, startCms } from '../support/cms.ts';
import { noted } from '../support/staff.ts';
import { paragraph, principle } from '../support/texts.ts';

type Document = { readonly id: string; readonly revision: number };

let cms: Cms;
let editor: Account;
let publisher: Account;
let other: Account;
let press: Account;
let sections: typeof import('../../cms/src/admin/desk/sections.ts').sectionsOf;
let open: typeof import('../../cms/src/admin/desk/open-address.ts').screenFor;

const alone = { alone: { as: 'emergency', reason: 'Nobody else is there.' }, ...noted };

beforeAll(async () => {
  cms = await startCms();
  editor = await cms.account('editor', 'asha');
  publisher = await cms.account('publisher', 'tom');
  other = await cms.account('publisher', 'ewa');
  press = await cms.account('press');
  ({ sectionsOf: sections } = await import('../../cms/src/admin/desk/sections.ts'));
  ({ screenFor: open } = await import('../../cms/src/admin/desk/open-address.ts'));
});

describe('the desk', () => {
  test('shows a text in review as waiting for the publisher, and in review for the writer', async () => {
    const { id } = await submitted('Help comes early');
    expect(await titlesIn('waiting', publisher)).toContain('Help comes early');
    expect(await titlesIn('waiting', editor)).not.toContain('Help comes early');
    expect(await titlesIn('review', editor)).toContain('Help comes early');
    expect((await itemsIn('waiting', publisher))[0]?.href).toContain(id);
  });

  test('shows what one person published alone to the others who can sign it', async () => {
    const document = await create(
      'principles',
      principle({ number: 21, statement: 'Signed by two' }),
    );
    await ask(publisher, `principles/${document.id}/publish`, { revision: 1, ...alone });
    expect(await titlesIn('waiting', other)).toContain('Signed by two');
    expect(await titlesIn('waiting', publisher)).not.toContain('Signed by two');
    expect(await titlesIn('secondLook', publisher)).toContain('Signed by two');
  });

  test('shows a removal to whoever may confirm it, and not as work of the one who asked', async () => {
    const { id } = await create('principles', principle({ number: 22, statement: 'To be erased' }));
    await ask(publisher, `principles/${id}/removal`, { reason: 'A court order' });
    expect(await titlesIn('waiting', other)).toContain('To be erased');
    expect(await titlesIn('waiting', publisher)).not.toContain('To be erased');
    expect(await titlesIn('removals', publisher)).toContain('To be erased');
  });

  test('shows facts that readers have and that expire within the month, or have', async () => {
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    await fact('Long gone', inDays(-2));
    await fact('Soon', inDays(10));
    await fact('In a year', inDays(365));
    await create('facts', { label: 'Not published', expires: inDays(1) });
    expect(await titlesIn('facts', editor)).toEqual(['Long gone', 'Soon']);
  });

  test('shows consultations that open or close within a fortnight, the next one first', async () => {
    const inDays = (days: number) =>
      new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const consultation = (title: string, opens: string, closes: string) => ({
      ...{ title, summary: 'We ask parents.' },
      phases: [{ name: 'Parents', asks: 'parents', opens, closes }],
    });
    await published('consultations', consultation('Opens', inDays(5), inDays(60)));
    await published('consultations', consultation('Closes', inDays(-9), inDays(2)));
    await published('consultations', consultation('In a year', inDays(365), inDays(370)));
    await create('consultations', consultation('Not published', inDays(1), inDays(2)));
    expect(await titlesIn('consultations', editor)).toEqual(['Closes', 'Opens']);
    expect((await itemsIn('consultations', editor))[1]?.says).toMatch(/^opens on \d+ \w+ 20\d\d$/);
  });

  test('shows a published text that leads to something withdrawn', async () => {
    const target = await published('principles', principle({ number: 23, statement: 'Led to' }));
    const guide = {
      ...{ title: 'Leads there', summary: 'A guide.', audience: 'parents' },
      parts: [{ slug: 'what', title: 'What it is', body: paragraph('A place to play.') }],
      principles: [{ relationTo: 'principles', value: target.id }],
    };
    await published('guides', guide);
    expect(await titlesIn('broken', editor)).toEqual([]);
    const explanation = 'We say this elsewhere.';
    await ask(publisher, `principles/${target.id}/withdraw`, { revision: 1, explanation });
    expect(await itemsIn('broken', editor)).toMatchObject([
      { title: 'Leads there', says: 'leads to ‘Led to’, which is not published' },
    ]);
  });
});

describe('a public address that somebody pastes', () => {
  let id: string;

  beforeAll(async () => {
    id = (
      await published('guides', {
        ...{
          title: 'Playgroups',
          summary: 'Where to play.',
          audience: 'parents',
          slug: 'playgroups',
        },
        parts: [
          { slug: 'what', title: 'What it is', body: paragraph('A place to play.') },
          { slug: 'how', title: 'How to join', body: paragraph('Just come.') },
        ],
      })
    ).id;
  });

  test.each([
    'https://charter.example.org/en/guides/playgroups/',
    '/en/guides/playgroups/',
    'en/guides/playgroups',
    'https://charter.example.org/en/guides/playgroups/how/?from=mail#top',
    '/en/guides/playgroups.json',
  ])('%s opens its document', async (address) => {
    expect(await screen(address)).toBe(`/admin/collections/guides/${id}`);
  });

  test('opens the document of a former address too', async () => {
    await cms.ask(editor, 'PATCH', `/api/guides/${id}`, { revision: 1, slug: 'play-near-you' });
    await ask(publisher, `guides/${id}/publish`, { revision: 2, ...alone });
    expect(await screen('/en/guides/playgroups/')).toBe(`/admin/collections/guides/${id}`);
  });

  test('opens a list', async () => {
    expect(await screen('/en/guides/')).toBe('/admin/collections/guides');
  });

  test.each(['', '/en/guides/no-such-guide/', 'not an address at all', 'https://'])(
    'finds nothing at "%s"',
    async (address) => {
      expect(await screen(address)).toBeNull();
    },
  );

  test('opens nothing for somebody who reads no documents', async () => {
    const address = '/en/guides/play-near-you/';
    expect(await open(cms.payload, { address, user: null })).toBeNull();
  });
});

describe('what readers do not have as it should be', () => {
  const site = () => itemsIn('site', editor);
  const says = async (pdfs: object[], as: Account | null = press) =>
    (await cms.ask(as, 'POST', '/api/standing', { pdfs })).status;
  const booklet = '/ur/booklets/swale.html';

  test('is on the desk while the press cannot make a PDF, and off it when it can', async () => {
    expect(await says([{ booklet, why: 'its program ended' }])).toBe(200);
    expect(await site()).toEqual([
      {
        title: 'The PDF of the booklet of Swale, in Urdu',
        href: expect.stringMatching(/^http.*\/ur\/booklets\/swale\.html$/),
        says: expect.stringMatching(/could not be made.*its program ended/),
      },
    ]);
    expect(await says([])).toBe(200);
    expect(await site()).toEqual([]);
  });

  test('is a page that the newest release could not show', async () => {
    const failed = [{ sequence: 1, path: '/en/guides/one/', why: 'A link leads nowhere.' }];
    const receipt = { release: 900, upTo: 1, liveAt: '2026-05-03T12:00:00.000Z', failed };
    await cms.ask(press, 'POST', '/api/receipts', receipt);
    expect(await site()).toMatchObject([
      { title: '/en/guides/one/', says: expect.stringContaining('A link leads nowhere.') },
    ]);
    await cms.ask(press, 'POST', '/api/receipts', { ...receipt, release: 901, failed: [] });
    expect(await site()).toEqual([]);
  });

  test('is the press’s to say, in words that can be read', async () => {
    const answers = [editor, publisher, null].map((as) => says([], as));
    expect(await Promise.all(answers)).toEqual([403, 403, 403]);
    expect(await says([{ booklet: 'https://elsewhere.example/', why: '' }])).toBe(400);
  });
});

async function userOf({ email }: Account) {
  const where = { email: { equals: email } };
  const { docs } = await cms.payload.find({ collection: 'users', where, overrideAccess: true });
  return { ...docs[0], collection: 'users' } as never;
}

async function itemsIn(name: string, as: Account) {
  const all = await sections(cms.payload, await userOf(as));
  return all.find((section) => section.name === name)?.items ?? [];
}

async function titlesIn(name: string, as: Account): Promise<string[]> {
  return (await itemsIn(name, as)).map(({ title }) => title);
}

async function screen(address: string): Promise<string | null> {
  return open(cms.payload, { address, user: await userOf(editor) });
}

async function create(kind: string, data: object): Promise<Document> {
  return (await (await cms.ask(editor, 'POST', `/api/${kind}?depth=0`, data)).json()).doc;
}

async function published(kind: string, data: object): Promise<Document> {
  const document = await create(kind, data);
  const answer = await ask(publisher, `${kind}/${document.id}/publish`, { revision: 1, ...alone });
  expect(answer.status).toBe(200);
  return document;
}

/** Published while it was good: what has expired is not published any more, and time alone brings it. */
async function fact(label: string, expires: string): Promise<void> {
  const { id } = await published('facts', { type: 'contact', label, telephone: '01632 960123' });
  const editions = cms.payload.db.collections['fact-editions'];
  await editions?.updateOne({ document: id }, { $set: { 'content.expires': expires } });
}

async function submitted(statement: string): Promise<Document> {
  const document = await create('principles', principle({ number: 20, statement }));
  const answer = await ask(editor, `principles/${document.id}/steps/submit`, { revision: 1 });
  expect(answer.status).toBe(200);
  return document;
}

function ask(as: Account, path: string, body: object): Promise<Response> {
  return cms.ask(as, 'POST', `/api/${path}`, body);
}

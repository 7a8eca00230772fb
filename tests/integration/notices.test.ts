/** Urgent notices through the doors of the CMS. */
import { beforeAll, describe, expect, test } from 'vitest';
import { type Account, type Cms, startCms } from '../support/cms.ts';

let cms: Cms;
let publisher: Account;
let line: string;
let unpublished: string;
let expired: string;
let brokenLink: typeof import('../../cms/src/publishing/audit.ts').brokenLink;

beforeAll(async () => {
  cms = await startCms();
  publisher = await cms.account('publisher');
  line = await fact({ label: 'Family line', telephone: '01632 960123' });
  unpublished = await fact({ label: 'New line' }, false);
  expired = await fact({ label: 'Old line' });
  await cms.payload.db.collections['fact-editions']?.collection.updateOne(
    { document: expired },
    { $set: { 'content.expires': '2020-01-01' } },
  );
  ({ brokenLink } = await import('../../cms/src/publishing/audit.ts'));
});

const json = async (answer: Response) => (await answer.json()) as Record<string, unknown>;

async function fact(values: object, isPublished = true): Promise<string> {
  const said = { type: 'contact', ...values };
  const { doc } = await json(await cms.ask(publisher, 'POST', '/api/facts', said));
  const { id, revision } = doc as { id: string; revision: number };
  if (!isPublished) return id;
  const alone = { as: 'emergency', reason: 'For a test.' };
  await cms.ask(publisher, 'POST', `/api/facts/${id}/publish`, { revision, alone });
  return id;
}

/** Noon in London, so many days from today. */
function noon(days: number): string {
  return `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T12:00`;
}

const notice = (more: object = {}) => ({
  ...{ sentence: 'line-down', severity: 'important', about: line, instead: line },
  ...{ ends: noon(2), reason: 'The line is dead.' },
  ...more,
});

const putUp = (more: object = {}, as: Account | null = publisher) =>
  cms.ask(as, 'POST', '/api/urgent-notices', notice(more));

async function up(): Promise<readonly { document: string; title: string }[]> {
  const { notices } = await json(await cms.ask(publisher, 'GET', '/api/urgent-notices'));
  return notices as never;
}

const count = (collection: 'notices' | 'notice-editions' | 'audit-events') =>
  cms.payload.db.collections[collection]?.collection.countDocuments({});

describe('an urgent notice', () => {
  test('is an edition at once, waits for a second look, and stands in the audit', async () => {
    const answer = await putUp({ text: 'Try again tomorrow.' });
    expect(answer.status).toBe(200);
    const { document } = (await json(answer)) as unknown as { document: string };
    expect(await up()).toMatchObject([
      { document, title: 'A telephone line is not working. Ring another number: Family line' },
    ]);
    const { secondLook, state } = await json(
      await cms.ask(publisher, 'GET', `/api/notices/${document}/workflow`),
    );
    expect({ secondLook, state }).toMatchObject({
      secondLook: { as: 'emergency', reason: 'The line is dead.' },
      state: 'published',
    });
    expect(await brokenLink(cms.payload)).toBeNull();
  });

  test('is taken down in one act', async () => {
    const { document } = (await json(await putUp())) as unknown as { document: string };
    const path = `/api/urgent-notices/${document}/take-down`;
    expect((await cms.ask(publisher, 'POST', path)).status).toBe(200);
    expect((await up()).map((each) => each.document)).not.toContain(document);
    expect((await cms.ask(publisher, 'POST', path)).status).toBe(409);
  });

  test('that is taken down says so in the audit, with who did it', async () => {
    const { document } = (await json(await putUp())) as unknown as { document: string };
    await cms.ask(publisher, 'POST', `/api/urgent-notices/${document}/take-down`);
    const events = cms.payload.db.collections['audit-events']?.collection;
    const said = await events?.find({ document }).sort({ position: 1 }).toArray();
    expect(said?.map(({ by, did }) => [by, did])).toEqual([
      [publisher.email, expect.stringContaining('emergency')],
      [publisher.email, 'withdrew'],
    ]);
  });
});

describe('nothing is written of a notice', () => {
  test.each<[string, () => object, number, string]>([
    ['that ended already', () => ({ ends: noon(-1) }), 422, 'still to come'],
    ['that stands for weeks', () => ({ ends: noon(30) }), 422, 'within 14 days'],
    ['that ends at no time', () => ({ ends: 'tea time' }), 422, 'Enter a day and a time'],
    [
      'that ends before it begins',
      () => ({ begins: noon(3), ends: noon(2) }),
      422,
      'after the time',
    ],
    ['about a fact that is not there', () => ({ about: 'f'.repeat(24) }), 422, 'about'],
    ['about a fact that readers do not have', () => ({ about: unpublished }), 422, 'New line'],
    ['about a fact that is out of date', () => ({ instead: expired }), 422, 'Old line'],
    ['without what its sentence needs', () => ({ instead: null }), 422, 'instead'],
    ['with a character nobody sees', () => ({ text: 'Closed\u202e' }), 400, 'nobody sees'],
    ['with a sentence nobody reviewed', () => ({ sentence: 'hello' }), 400, 'sentence'],
    ['without a reason', () => ({ reason: ' ' }), 400, 'reason'],
    ['about what has no page', () => ({ pages: [{ kind: 'users', document: '1' }] }), 400, 'pages'],
  ])('%s', async (_, more, status, words) => {
    const before = [
      await count('notices'),
      await count('notice-editions'),
      await count('audit-events'),
    ];
    const answer = await putUp(more());
    const said = await answer.text();
    expect([answer.status, said]).toEqual([status, expect.stringContaining(words)]);
    expect([
      ...[await count('notices'), await count('notice-editions'), await count('audit-events')],
    ]).toEqual(before);
  });

  test.each(['administrator', 'editor', 'translator'] as const)(
    'as one who is %s',
    async (role) => {
      const account = await cms.account(role, `${role}-tries`);
      const before = await count('notice-editions');
      expect((await putUp({}, account)).status).toBe(403);
      const [first] = await up();
      const path = `/api/urgent-notices/${first?.document}/take-down`;
      expect((await cms.ask(account, 'POST', path)).status).toBe(403);
      expect(await count('notice-editions')).toBe(before);
    },
  );
});

test('a notice that is removed leaves its words nowhere', async () => {
  const words = 'Words that have to go';
  const { document } = (await json(await putUp({ text: words }))) as unknown as {
    document: string;
  };
  const other = await cms.account('publisher', 'second');
  const path = `/api/notices/${document}/removal`;
  expect((await cms.ask(publisher, 'POST', path, { reason: 'Wrong.' })).status).toBe(200);
  expect((await cms.ask(other, 'POST', `${path}/confirm`)).status).toBe(200);
  expect((await up()).map((each) => each.document)).not.toContain(document);
  const { db } = cms.payload.db.connection;
  for (const { collectionName } of (await db?.collections()) ?? []) {
    const rows = await db?.collection(collectionName).find().toArray();
    expect([collectionName, JSON.stringify(rows).includes(words)]).toEqual([collectionName, false]);
  }
});

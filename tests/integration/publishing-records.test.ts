import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Account, type Cms, startCms } from '../support/cms.ts';
import { alone } from '../support/staff.ts';
import { principle } from '../support/texts.ts';

/** Everything that publishing keeps. */
const records = [
  'principle-editions',
  'audit-events',
  'counters',
  'removals',
  'press-receipts',
  'press-standing',
  'workflow',
];

let cms: Cms;
let administrator: Account;
let publisher: Account;
let ids: Readonly<Record<string, string>>;
let before: string;

beforeAll(async () => {
  cms = await startCms();
  administrator = await cms.account('administrator');
  publisher = await cms.account('publisher');
  const data = principle({ number: 1 }) as never;
  const saved = await cms.payload.create({ collection: 'principles', data, overrideAccess: true });
  const { id, revision } = saved as never as { id: string; revision: number };
  await cms.ask(publisher, 'POST', `/api/principles/${id}/publish`, { revision, ...alone });
  await cms.ask(publisher, 'POST', `/api/principles/${id}/removal`, { reason: 'Law' });
  const receipt = { release: 1, upTo: 1, liveAt: '2026-05-03T12:00:00.000Z', failed: [] };
  const press = await cms.account('press');
  await cms.ask(press, 'POST', '/api/receipts', receipt);
  await cms.ask(press, 'POST', '/api/standing', { pdfs: [] });
  ids = Object.fromEntries(
    await Promise.all(records.map(async (slug) => [slug, await anId(slug)])),
  );
  before = await everything();
});

beforeEach(async () => {
  expect(await everything()).toBe(before);
});

async function anId(slug: string): Promise<string> {
  const found = await cms.payload.db.connection.collection(slug).findOne({});
  return String(found?._id);
}

async function everything(): Promise<string> {
  const all = records.map((slug) => cms.payload.db.connection.collection(slug).find().toArray());
  return JSON.stringify(await Promise.all(all));
}

/** What became of trying: the refusals of the Local API as one word each. */
async function tried(
  work: (slug: string, id: string) => Promise<unknown>,
): Promise<readonly string[]> {
  const outcomes = await Promise.allSettled(records.map((slug) => work(slug, String(ids[slug]))));
  return outcomes.map(({ status }) => status);
}

const refused = records.map(() => 'rejected');
const data = {
  slug: 'forged',
  by: 'forged',
  sequence: 99,
  position: 99,
  reason: 'forged',
  upTo: 99,
};

describe.each([true, false])('with overrideAccess %s, what was published', (overrideAccess) => {
  test('cannot be added to', async () => {
    expect(
      await tried((collection) =>
        cms.payload.create({ collection, data, overrideAccess } as never),
      ),
    ).toEqual(refused);
    expect(await everything()).toBe(before);
  });

  test('cannot be changed, one by one', async () => {
    expect(
      await tried((collection, id) =>
        cms.payload.update({ collection, id, data, overrideAccess } as never),
      ),
    ).toEqual(refused);
    expect(await everything()).toBe(before);
  });

  test('cannot be changed in bulk', async () => {
    await tried((collection) =>
      cms.payload.update({ collection, where: {}, data, overrideAccess } as never),
    );
    expect(await everything()).toBe(before);
  });

  test('cannot be deleted, one by one', async () => {
    expect(
      await tried((collection, id) =>
        cms.payload.delete({ collection, id, overrideAccess } as never),
      ),
    ).toEqual(refused);
    expect(await everything()).toBe(before);
  });

  test('cannot be deleted in bulk', async () => {
    await tried((collection) =>
      cms.payload.delete({ collection, where: {}, overrideAccess } as never),
    );
    expect(await everything()).toBe(before);
  });

  test('cannot be duplicated', async () => {
    expect(
      await tried((collection, id) =>
        cms.payload.duplicate({ collection, id, overrideAccess } as never),
      ),
    ).toEqual(refused);
    expect(await everything()).toBe(before);
  });

  test('has no versions to put back', async () => {
    expect(
      await tried((collection, id) =>
        cms.payload.restoreVersion({ collection, id, overrideAccess } as never),
      ),
    ).toEqual(refused);
    expect(await everything()).toBe(before);
  });
});

describe('over REST', () => {
  test.each([
    ['POST', ''],
    ['PATCH', '?where[id][exists]=true'],
    ['DELETE', '?where[id][exists]=true'],
  ])('not even an administrator can %s records', async (method, query) => {
    const answers = await Promise.all(
      records.map((slug) => cms.ask(administrator, method, `/api/${slug}${query}`, data)),
    );
    expect(answers.filter(({ ok }) => ok)).toEqual([]);
    expect(await everything()).toBe(before);
  });

  test.each([
    ['PATCH', ''],
    ['DELETE', ''],
    ['POST', '/duplicate'],
  ])('not even an administrator can %s one record%s', async (method, path) => {
    const answers = await Promise.all(
      records.map((slug) =>
        cms.ask(administrator, method, `/api/${slug}/${ids[slug]}${path}`, data),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toEqual([]);
    expect(await everything()).toBe(before);
  });
});

describe('below the API', () => {
  test('only these files pass by Payload’s operations, where nothing is refused', () => {
    const root = new URL('../../cms/', import.meta.url);
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => /^(src|scripts|database)\/.*\.tsx?$/.test(file))
      .filter((file) =>
        /\bdb\.(create|update|delete|upsert|connection|collections)|db\.\w*(Many|One)\b|getClient\(/.test(
          readFileSync(new URL(file, root), 'utf8'),
        ),
      );
    expect(files.toSorted()).toEqual([
      'src/access/health.ts',
      'src/access/limits.ts',
      'src/access/second-factor/factors.ts',
      'src/admin/desk/open-address.ts',
      'src/bundles/records.ts',
      'src/comments/collection.ts',
      'src/comments/endpoints.ts',
      'src/fields/state.ts',
      'src/graphql/feed.ts',
      'src/handover/hand-over.ts',
      'src/hooks/end-access.ts',
      'src/hooks/require-transactions.ts',
      'src/jobs/lease.ts',
      'src/mail/messages.ts',
      'src/make-collections.ts',
      'src/preview/pass.ts',
      'src/publishing/audit.ts',
      'src/publishing/ledger.ts',
      'src/publishing/newest.ts',
      'src/publishing/receipts.ts',
      'src/publishing/removal.ts',
      'src/publishing/standing.ts',
      'src/publishing/stored.ts',
      'src/reviews/records.ts',
      'src/translation/agencies/deadlines.ts',
      'src/translation/exchange/records.ts',
      'src/translation/memory/how-common.ts',
      'src/translation/memory/remember.ts',
      'src/translation/memory/suggest.ts',
      'src/translation/memory/tmx.ts',
      'src/translation/proof/records.ts',
      'src/translation/records.ts',
      'src/translation/tallies.ts',
      'src/workflow/records.ts',
    ]);
  });
});

/** Where somebody may not read, no answer hangs on what is written there: not its length, order, number or status. */
import { beforeAll, describe, expect, test } from 'vitest';
import { type Account, type Cms, startCms } from '../support/cms.ts';
import { doors, type Knock } from '../support/doors.ts';

let cms: Cms;
let knock: (knock: Knock) => Promise<Response>;
let translator: Account;
let administrator: Account;

beforeAll(async () => {
  cms = await startCms();
  knock = await doors();
  translator = await cms.account('translator');
  administrator = await cms.account('administrator');
  await cms.account('publisher');
});

const secrets = [
  ...['hash', 'salt', 'resetPasswordToken', 'resetPasswordExpiration', 'apiKey', 'apiKeyIndex'],
  ...['sessions.id', 'sessions.expiresAt', 'loginAttempts', 'lockUntil', 'password'],
];

describe('the secrets of an account', () => {
  // An administrator gives accounts their keys, and sees which have one.
  const notToAdministrators = secrets.filter((field) => field !== 'apiKey');

  test.each(secrets)('are not found out by a condition on %s', async (field) => {
    await saysNothing(translator, field);
  });

  test.each(notToAdministrators)('are not found out by an administrator: %s', async (field) => {
    await saysNothing(administrator, field);
  });

  test.each(secrets)('do not put accounts in order: %s', async (field) => {
    const up = await seen(administrator, `/api/users?limit=0&sort=${field}`);
    const down = await seen(administrator, `/api/users?limit=0&sort=-${field}`);
    expect(up).toEqual(down);
  });

  test.each(secrets)('are not selected: %s', async (field) => {
    const [name = ''] = field.split('.');
    const path = `/api/users?limit=0&select[${field}]=true&depth=2&showHiddenFields=true`;
    const { docs = [] } = await (await knock({ as: translator, path })).json();
    expect(docs.filter((doc: object) => name in doc && name !== 'sessions')).toEqual([]);
  });
});

describe('other accounts', () => {
  test.each(['email', 'name', 'roles'])('are not found out by a condition on %s', async (field) => {
    const found = await seen(translator, `/api/users?limit=0&where[${field}][like]=publisher`);
    const none = await seen(translator, `/api/users?limit=0&where[${field}][like]=nobody-at-all`);
    expect(found).toEqual(none);
  });

  test('are not found out by way of who has what open', async () => {
    const ask = (email: string) =>
      seen(translator, `/api/payload-locked-documents?limit=0&where[user.email][equals]=${email}`);
    expect(await ask('publisher@example.org')).toEqual(await ask('nobody@example.org'));
  });

  test('are not counted', async () => {
    const answer = await knock({ as: translator, path: '/api/users/count' });
    expect((await answer.json()).totalDocs).toBe(1);
  });

  test('have settings of their screens that nobody else finds out', async () => {
    const as = await cms.account('editor');
    const path = '/api/payload-preferences/collection-guides';
    await knock({ as, method: 'POST', path, body: { value: { search: 'a child of ours' } } });
    const ask = (key: string) =>
      seen(translator, `/api/payload-preferences?limit=0&where[key][equals]=${key}`);
    expect(await ask('collection-guides')).toEqual(await ask('nothing'));
    expect(await seen(translator, path)).not.toContain('a child of ours');
  });
});

describe('an account behind a relation', () => {
  /** Readable by all staff, and each leads to an account that only administrators read. */
  const locks = '/api/payload-locked-documents?limit=0';

  beforeAll(async () => {
    const rows = cms.payload.db.connection.collection('payload-locked-documents');
    const { docs } = await cms.payload.find({ collection: 'users', overrideAccess: true });
    const { ObjectId } = cms.payload.db.connection.base.mongo;
    const document = { relationTo: 'guides', value: new ObjectId() };
    const updatedAt = new Date();
    for (const { id } of docs) {
      const user = { relationTo: 'users', value: new ObjectId(String(id)) };
      await rows.insertOne({ user, document, globalSlug: null, createdAt: updatedAt, updatedAt });
    }
    expect(await seen(administrator, `${locks}&depth=1`)).toContain('publisher@example.org');
  });

  test.each([
    'depth=1',
    'depth=10',
    'depth=2&populate[users][email]=true&populate[users][name]=true',
    'depth=2&select[user][email]=true',
    'depth=2&select[user][value]=true&populate[users]=true',
    'depth=2&joins[user][limit]=5',
    'depth=2&joins=false&showHiddenFields=true&overrideAccess=true',
    'depth=2&draft=true&trash=true&locale=all',
  ])('is not shown by asking for more: %s', async (more) => {
    const answer = await seen(translator, `${locks}&${more}`);
    expect(answer).not.toMatch(/publisher|administrator/);
  });

  test.each([
    ...[
      'user.email',
      'user.value.email',
      'user.value.hash',
      'user.users.email',
      'user.value.roles',
    ],
  ])('is not found out by a condition on %s', async (path) => {
    const ask = (words: string) => seen(translator, `${locks}&where[${path}][like]=${words}`);
    expect(await ask('publisher')).toEqual(await ask('nobody'));
    const both = (words: string) =>
      seen(translator, `${locks}&where[or][0][and][0][${path}][equals]=${words}@example.org`);
    expect(await both('publisher')).toEqual(await both('nobody'));
  });

  test.each(['user.email', 'user.value.email', 'user.value.name', 'user.users.email'])(
    'puts nothing in order: %s',
    async (path) => {
      const up = await seen(translator, `${locks}&sort=${path}`);
      expect(up).toEqual(await seen(translator, `${locks}&sort=-${path}`));
    },
  );

  test('is not counted by a condition either', async () => {
    const ask = (words: string) => {
      const where = `where[user.value.email][like]=${words}`;
      return seen(translator, `/api/payload-locked-documents/count?${where}`);
    };
    expect(await ask('publisher')).toEqual(await ask('nobody'));
  });
});

describe('what a person may not read at all', () => {
  const closed = ['audit-events', 'removals', 'second-factors', 'press-receipts', 'guide-editions'];

  test.each(closed)('%s: every question has one answer', async (slug) => {
    const ask = (query: string) => seen(translator, `/api/${slug}?${query}`);
    const plain = await ask('');
    const queries = ['where[id][exists]=true', 'where[nothing][equals]=1', 'sort=-id', 'limit=0'];
    expect(await Promise.all(queries.map(ask))).toEqual(queries.map(() => plain));
  });
});

async function saysNothing(as: Account, field: string): Promise<void> {
  const ask = (condition: string) => seen(as, `/api/users?limit=0&where[${field}]${condition}`);
  expect(await ask('[exists]=true')).toEqual(await ask('[exists]=false'));
  expect(await ask('[like]=a')).toEqual(await ask('[like]=zzzz'));
}

/** The whole answer. */
async function seen(as: Account, path: string): Promise<string> {
  const answer = await knock({ as, path });
  return `${answer.status} ${await answer.text()}`;
}

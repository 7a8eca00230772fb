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

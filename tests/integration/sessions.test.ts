import { beforeAll, describe, expect, test } from 'vitest';
import { type Account, type Cms, startCms } from '../support/cms.ts';
import { doors, type Knock } from '../support/doors.ts';

const PASSWORD = 'a long password for tests only';
let cms: Cms;
let knock: (knock: Knock) => Promise<Response>;
let administrator: Account;

beforeAll(async () => {
  cms = await startCms();
  knock = await doors();
  administrator = await cms.account('administrator');
});

describe('a token', () => {
  test('opens nothing after its owner signed out', async () => {
    const asha = await cms.account('editor', 'signs-out');
    const other = await signIn(asha.email);
    expect(await opens(asha)).toEqual(everything);
    await knock({ method: 'POST', path: '/api/users/logout', as: asha });
    expect([await opens(asha), await opens(other)]).toEqual([nothing, everything]);
  });

  test('opens nothing on another screen after its owner changed the password', async () => {
    const asha = await cms.account('editor', 'changes-password');
    const elsewhere = await signIn(asha.email);
    await change(asha, asha, { password: 'another long password for tests' });
    expect([await opens(elsewhere), await opens(asha)]).toEqual([nothing, everything]);
  });

  test('opens nothing after an administrator changed the password', async () => {
    const asha = await cms.account('editor', 'gets-a-password');
    await change(administrator, asha, { password: 'another long password for tests' });
    expect(await opens(asha)).toEqual(nothing);
  });

  test('opens nothing after its owner set another password by mail', async () => {
    const asha = await cms.account('editor', 'forgets-password');
    const token = await mailed(asha);
    const body = { token, password: 'another long password for tests' };
    expect((await knock({ method: 'POST', path: '/api/users/reset-password', body })).status).toBe(
      200,
    );
    expect(await opens(asha)).toEqual(nothing);
  });

  test.each([
    ['another role', { roles: ['translator'] }],
    ['a role more', { roles: ['editor', 'publisher'] }],
    ['no role', { roles: [] }],
    ['another address', { email: 'renamed@example.org' }],
  ])('opens nothing after its owner got %s', async (what, values) => {
    const asha = await cms.account('editor', what.replaceAll(' ', '-'));
    await change(administrator, asha, values);
    expect(await opens(asha)).toEqual(nothing);
  });

  test('opens as before after its owner got another name', async () => {
    const asha = await cms.account('editor', 'marries');
    await change(administrator, asha, { name: 'Asha', roles: ['editor'] });
    expect(await opens(asha)).toEqual(everything);
  });

  test('opens nothing after the account was deleted', async () => {
    const asha = await cms.account('editor', 'leaves');
    const { id } = await personOf(asha.email);
    await knock({ method: 'DELETE', path: `/api/users/${id}`, as: administrator });
    expect(await opens(asha)).toEqual(nothing);
  });

  test('is not refreshed when it is dead', async () => {
    const asha = await cms.account('editor', 'refreshes');
    await change(administrator, asha, { roles: ['publisher'] });
    const refreshed = await knock({ method: 'POST', path: '/api/users/refresh-token', as: asha });
    expect(refreshed.status).toBe(401);
  });
});

describe('a key', () => {
  test.each([
    ['another role', { roles: ['translator'] }],
    ['another password', { password: 'another long password for tests' }],
  ])('opens nothing after its account got %s', async (what, values) => {
    const press = await pressWithKey(`a key and then ${what}`);
    expect(await knows(press)).toBe(true);
    await change(administrator, press, values);
    expect(await knows(press)).toBe(false);
  });

  test('opens nothing after the account was deleted', async () => {
    const press = await pressWithKey('a key and then nothing');
    const { id } = await personOf(press.email);
    await knock({ method: 'DELETE', path: `/api/users/${id}`, as: administrator });
    expect(await knows(press)).toBe(false);
  });
});

describe('what was mailed to set another password', () => {
  test.each([
    ['password', { password: 'another long password for tests' }],
    ['role', { roles: ['publisher'] }],
  ])('is of no use after the %s changed', async (what, values) => {
    const asha = await cms.account('editor', `mailed-${what}`);
    const token = await mailed(asha);
    await change(administrator, asha, values);
    const body = { token, password: 'a password of an intruder' };
    const answer = await knock({ method: 'POST', path: '/api/users/reset-password', body });
    expect(answer.status).toBe(403);
  });

  test('is of use once', async () => {
    const asha = await cms.account('editor', 'mailed-once');
    const body = { token: await mailed(asha), password: 'another long password for tests' };
    const reset = () => knock({ method: 'POST', path: '/api/users/reset-password', body });
    expect([(await reset()).status, (await reset()).status]).toEqual([200, 403]);
  });
});

const everything = { rest: 200, cookie: true, files: 404, graphql: 'editions' };
const nothing = { rest: 401, cookie: false, files: 401, graphql: 'editions' };

/** REST by header; the screens of the admin by cookie; bytes; and GraphQL, which shows the same to everybody. */
async function opens(as: Account): Promise<object> {
  const { user } = await cms.payload.auth({ headers: cookieOf(as) });
  return {
    rest: (await knock({ path: '/api/guides', as })).status,
    cookie: user !== null,
    files: (await knock({ path: `/api/files/${'0'.repeat(64)}`, as })).status,
    graphql: await overGraphQL(as),
  };
}

function cookieOf({ authorization }: Account): Headers {
  const cookie = `payload-token=${authorization.replace('JWT ', '')}`;
  return new Headers({ cookie, origin: 'http://127.0.0.1:3000' });
}

async function overGraphQL({ authorization }: Account): Promise<string> {
  const { answerGraphQL } = await import('../../cms/src/graphql/answer.ts');
  const request = new Request('http://127.0.0.1:3000/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ query: '{ Feed(after: 0, limit: 1) { head } users { docs { id } } }' }),
  });
  const text = await (await answerGraphQL(request, cms.payload)).text();
  return text.includes('Cannot query field \\"users\\"') ? 'editions' : text;
}

async function knows({ authorization }: Account): Promise<boolean> {
  const { user } = await cms.payload.auth({ headers: new Headers({ authorization }) });
  return user !== null;
}

async function signIn(email: string): Promise<Account> {
  const body = { email, password: PASSWORD };
  const answer = await knock({ method: 'POST', path: '/api/users/login', body });
  return { email, authorization: `JWT ${(await answer.json()).token}` };
}

function mailed({ email }: Account): Promise<string> {
  const data = { email };
  return cms.payload.forgotPassword({ collection: 'users', data, disableEmail: true });
}

async function pressWithKey(apiKey: string): Promise<Account> {
  const email = `press${apiKey.length}@example.org`;
  const data = { email, password: PASSWORD, roles: ['press'], enableAPIKey: true, apiKey };
  await cms.payload.create({ collection: 'users', data: data as never, overrideAccess: true });
  return { email, authorization: `users API-Key ${apiKey}` };
}

async function change(as: Account, whom: Account, body: object): Promise<void> {
  const { id } = await personOf(whom.email);
  const answer = await knock({ method: 'PATCH', path: `/api/users/${id}`, as, body });
  expect(answer.status).toBe(200);
}

async function personOf(email: string): Promise<{ id: string }> {
  const where = { email: { equals: email } };
  const { docs } = await cms.payload.find({ collection: 'users', where, overrideAccess: true });
  return { id: String(docs[0]?.id) };
}

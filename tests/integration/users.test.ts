import { beforeAll, describe, expect, test } from 'vitest';
import { type Account, type Cms, startCms } from '../support/cms.ts';

const PASSWORD = 'a long password for tests only';

type Person = {
  id: string;
  roles: string[];
  name: string;
  apiKey?: string;
  enableAPIKey?: boolean;
};

let cms: Cms;
let administrator: Account;
let editor: Account;

beforeAll(async () => {
  cms = await startCms();
  administrator = await cms.account('administrator');
  editor = await cms.account('editor');
});

describe('roles', () => {
  test('are not changed by the person who holds them', async () => {
    const me = await personOf(editor);
    await change(editor, me, { roles: ['administrator'] });
    expect((await personOf(editor)).roles).toEqual(['editor']);
  });

  test('are not changed by an administrator on their own account', async () => {
    const me = await personOf(administrator);
    await change(administrator, me, { roles: ['administrator', 'publisher'] });
    expect((await personOf(administrator)).roles).toEqual(['administrator']);
  });

  test('are given to others by an administrator', async () => {
    const tom = await cms.account('editor', 'tom');
    await change(administrator, await personOf(tom), { roles: ['publisher'] });
    expect((await personOf(tom)).roles).toEqual(['publisher']);
  });
});

describe('an e-mail address', () => {
  test('is not changed by the person who signs in with it, who would pass for another in the audit', async () => {
    const before = await personOf(editor);
    await change(editor, before, { email: 'somebody.else@example.org' });
    expect((await personOf(editor)).id).toBe(before.id);
  });

  test('is changed by an administrator', async () => {
    const { id } = await personOf(await cms.account('editor', 'before-the-wedding'));
    const email = 'after-the-wedding@example.org';
    await cms.ask(administrator, 'PATCH', `/api/users/${id}`, { email });
    expect((await personOf({ email, authorization: '' })).id).toBe(id);
  });
});

describe('an editor', () => {
  test('changes their own name', async () => {
    await change(editor, await personOf(editor), { name: 'Asha' });
    expect((await personOf(editor)).name).toBe('Asha');
  });

  test('sees no account but their own', async () => {
    const answer = await cms.ask(editor, 'GET', '/api/users');
    const { docs } = (await answer.json()) as { docs: { email: string }[] };
    expect(docs.map(({ email }) => email)).toEqual([editor.email]);
  });

  test('makes no key for programs', async () => {
    await change(editor, await personOf(editor), { enableAPIKey: true, apiKey: 'a key of my own' });
    expect((await personOf(editor)).enableAPIKey).not.toBe(true);
  });
});

describe('the last administrator', () => {
  test('cannot be deleted', async () => {
    const { id } = await personOf(administrator);
    expect((await cms.ask(administrator, 'DELETE', `/api/users/${id}`)).status).toBe(409);
  });

  test('cannot be made something else, though access is overridden', async () => {
    const { id } = await personOf(administrator);
    const data = { roles: ['editor'] } as never;
    const demotion = cms.payload.update({ collection: 'users', id, data, overrideAccess: true });
    await expect(demotion).rejects.toMatchObject({ status: 409 });
  });

  test('may go when there is another', async () => {
    const second = await cms.account('administrator', 'second');
    const { id } = await personOf(second);
    expect((await cms.ask(administrator, 'DELETE', `/api/users/${id}`)).status).toBe(200);
  });
});

describe('an account', () => {
  test('without a role may do nothing', async () => {
    const nobody = await cms.account('editor', 'nobody');
    await change(administrator, await personOf(nobody), { roles: [] });
    expect((await cms.ask(nobody, 'GET', '/api/guides')).status).toBe(403);
  });

  test('is signed in with a cookie that no script reads and no other site sends', async () => {
    const answer = await signIn(editor.email, PASSWORD);
    const cookie = answer.headers.get('set-cookie');
    expect([cookie?.includes('HttpOnly'), cookie?.includes('SameSite=Lax')]).toEqual([true, true]);
  });

  test('is not taken from a cookie that another site sent', async () => {
    const token = editor.authorization.replace('JWT ', '');
    const headers = new Headers({
      cookie: `payload-token=${token}`,
      origin: 'https://evil.example.org',
    });
    expect((await cms.payload.auth({ headers })).user).toBeNull();
  });
});

describe('a key for programs', () => {
  test('is not given to a person, who would sign in by it without a second step', async () => {
    const publisher = await cms.account('publisher', 'with-a-key');
    const key = { enableAPIKey: true, apiKey: 'a key that would open a desk' };
    const answer = await change(administrator, await personOf(publisher), key);
    expect(answer.status).toBe(400);
    expect((await answer.json()).errors[0].message).toMatch(/^A key is for a program/);
  });
});

describe('the press', () => {
  test('knocks with its key', async () => {
    await pressWithKey('a key that only this test has');
    const headers = new Headers({ authorization: 'users API-Key a key that only this test has' });
    expect((await cms.payload.auth({ headers })).user).toMatchObject({ roles: ['press'] });
  });

  test('reads no working copies', async () => {
    const authorization = await pressWithKey('another key that only this test has');
    const answer = await cms.ask({ email: '', authorization }, 'GET', '/api/guides');
    expect(answer.status).toBe(403);
  });

  test('reads no working copy of an image either, whose words may never have been published', async () => {
    const authorization = await pressWithKey('a fourth key that only this test has');
    const asked = ['/api/media', '/api/media/versions', '/api/media/file/playgroup.webp'];
    const as = { email: '', authorization };
    const answers = await Promise.all(asked.map((path) => cms.ask(as, 'GET', path)));
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
  });

  test('does not get into the desk', async () => {
    const authorization = await pressWithKey('a third key that only this test has');
    const answer = await cms.ask({ email: '', authorization }, 'GET', '/api/access');
    expect((await answer.json()).canAccessAdmin).not.toBe(true);
  });
});

let presses = 0;

async function pressWithKey(apiKey: string): Promise<string> {
  presses += 1;
  const email = `press${presses}@example.org`;
  const data = { email, password: PASSWORD, roles: ['press'], enableAPIKey: true, apiKey };
  await cms.payload.create({ collection: 'users', data: data as never, overrideAccess: true });
  return `users API-Key ${apiKey}`;
}

function signIn(email: string, password: string): Promise<Response> {
  return cms.ask(null, 'POST', '/api/users/login', { email, password });
}

function change(as: Account, { id }: Person, data: object): Promise<Response> {
  return cms.ask(as, 'PATCH', `/api/users/${id}`, data);
}

async function personOf({ email }: Account): Promise<Person> {
  const where = { email: { equals: email } };
  const { docs } = await cms.payload.find({ collection: 'users', where, overrideAccess: true });
  return docs[0] as unknown as Person;
}

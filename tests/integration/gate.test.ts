import { beforeAll, describe, expect, test } from 'vitest';
import { refuseUnlessScreensAsk } from '../../cms/src/access/screens.ts';
import { type Account, type Cms, startCms } from '../support/cms.ts';

const MEGABYTE = 1024 * 1024;
let cms: Cms;
let editor: Account;
let knock: (request: Request) => Promise<Response>;
let anonymous: readonly string[];

beforeAll(async () => {
  cms = await startCms();
  editor = await cms.account('editor');
  const { default: config } = await import('../../cms/src/payload.config.ts');
  const gate = await import('../../cms/src/access/gate.ts');
  const { calledBy } = await import('../../cms/src/access/caller.ts');
  const answer = gate.gated(config);
  knock = (request) => calledBy({ peer: '127.0.0.1', forwarded: null }, () => answer(request));
  anonymous = gate.anonymous;
});

describe('somebody who is not signed in', () => {
  test('is told to sign in, by every collection', async () => {
    const answers = cms.payload.config.collections.map(({ slug }) =>
      knock(request('GET', `/api/${slug}`)),
    );
    expect(new Set((await Promise.all(answers)).map(({ status }) => status))).toEqual(
      new Set([401]),
    );
  });

  test.each([
    '/api/access',
    '/api/og',
    '/api/graphql',
    '/api/users/init',
    '/api/media/file/a.webp',
  ])('gets nothing from %s', async (path) => {
    expect((await knock(request('GET', path))).status).toBe(401);
  });

  test('learns that the CMS is up', async () => {
    expect(await (await knock(request('GET', '/api/health'))).json()).toMatchObject({ ok: true });
  });

  test('signs in with the right password', async () => {
    const body = { email: editor.email, password: 'a long password for tests only' };
    expect((await knock(request('POST', '/api/users/login', body))).status).toBe(200);
  });

  test('cannot pass a reading off as signing in', async () => {
    const headers = { 'x-http-method-override': 'GET', 'content-type': 'application/json' };
    const disguised = new Request('http://127.0.0.1:3000/api/users/login', {
      method: 'POST',
      headers,
      body: '{}',
    });
    expect((await knock(disguised)).status).toBe(401);
  });

  test('makes no account by registering the first one eight times at once', async () => {
    const before = await accounts();
    const body = { email: 'intruder@example.org', password: 'a long password' };
    const answers = Array.from({ length: 8 }, () =>
      knock(request('POST', '/api/users/first-register', body)),
    );
    const statuses = (await Promise.all(answers)).map(({ status }) => status);
    expect({ statuses: new Set(statuses), accounts: await accounts() }).toEqual({
      statuses: new Set([404]),
      accounts: before,
    });
  });

  test('may do eight things and no more', () => {
    expect(anonymous).toHaveLength(8);
  });
});

describe('the screens of the admin', () => {
  test.each(['constructor', 'toString', '__proto__', 'schedule-publish', 'copy-data-from-locale'])(
    'do not ask the server for %s, and nobody else may',
    (name) => expect(() => refuseUnlessScreensAsk({ name })).toThrow(/No screen/),
  );

  test('ask for the state of their forms', () => {
    expect(() => refuseUnlessScreensAsk({ name: 'form-state' })).not.toThrow();
  });
});

describe('a body that is too large', () => {
  test('is refused from a stranger, though its length was not said', async () => {
    expect((await knock(streamed('/api/users/login', 30 * MEGABYTE))).status).toBe(413);
  });

  test('is not read to its end', async () => {
    const stream = countedStream(30 * MEGABYTE);
    await knock(posted('/api/users/login', stream.body, {}));
    expect(stream.read()).toBeLessThan(MEGABYTE);
  });

  test('is refused from staff too', async () => {
    const headers = { authorization: editor.authorization, 'content-type': 'application/json' };
    const { body } = countedStream(30 * MEGABYTE);
    expect((await knock(posted('/api/guides', body, headers))).status).toBe(413);
  });

  test('is refused as an upload too, when it is larger than any film', async () => {
    const headers = {
      authorization: editor.authorization,
      'content-type': 'multipart/form-data; boundary=x',
    };
    const { body } = countedStream(70 * MEGABYTE);
    expect((await knock(posted('/api/media', body, headers))).status).toBe(413);
  });
});

describe('somebody who is signed in', () => {
  test('reads working copies', async () => {
    expect((await knock(request('GET', '/api/guides', undefined, editor))).status).toBe(200);
  });

  test('reads no editions over REST', async () => {
    expect((await knock(request('GET', '/api/guide-editions', undefined, editor))).status).toBe(
      403,
    );
  });

  test.each(['first-register', 'First-Register'])(
    'registers no first account at %s',
    async (at) => {
      const answer = await knock(request('POST', `/api/users/${at}`, {}, editor));
      expect(answer.status).toBe(404);
    },
  );
});

async function accounts(): Promise<number> {
  const { totalDocs } = await cms.payload.count({ collection: 'users', overrideAccess: true });
  return totalDocs;
}

function request(method: string, path: string, body?: object, as?: Account): Request {
  return new Request(`http://127.0.0.1:3000${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(as && { authorization: as.authorization }) },
    ...(body && { body: JSON.stringify(body) }),
  });
}

function streamed(path: string, bytes: number): Request {
  return posted(path, countedStream(bytes).body, { 'content-type': 'application/json' });
}

function posted(path: string, body: ReadableStream, headers: Record<string, string>): Request {
  return new Request(`http://127.0.0.1:3000${path}`, {
    method: 'POST',
    headers,
    body,
    duplex: 'half',
  } as RequestInit);
}

function countedStream(bytes: number): { body: ReadableStream; read: () => number } {
  let sent = 0;
  const body = new ReadableStream({
    pull(controller) {
      sent += 16 * 1024;
      controller.enqueue(new Uint8Array(16 * 1024).fill(97));
      if (sent >= bytes) controller.close();
    },
  });
  return { body, read: () => sent };
}

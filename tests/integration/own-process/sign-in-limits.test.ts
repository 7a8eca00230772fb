import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from '../../../cms/src/access/networks.ts';
import { type Cms, startCms } from '../../support/cms.ts';
import { doors, here, home, type Knock } from '../../support/doors.ts';

const PASSWORD = 'a long password for tests only';
let cms: Cms;
let knock: (knock: Knock) => Promise<Response>;

beforeAll(async () => {
  cms = await startCms({ TRUST_PROXY: '198.51.100.0/24' });
  knock = await doors();
  await cms.account('editor');
});

beforeEach(async () => {
  await cms.payload.db.connection.collection('sign-in-tries').deleteMany({});
});

describe('an account', () => {
  test('cannot be tried more than five times in ten minutes, and then not with the right password either', async () => {
    expect(await statuses(6, () => signIn('editor@example.org', 'wrong'))).toEqual([
      ...[401, 401, 401, 401, 401, 429],
    ]);
    expect((await signIn('editor@example.org', PASSWORD)).status).toBe(429);
  });

  test('is told of in the same words whether it exists or not', async () => {
    const known = await sentences(6, () => signIn('editor@example.org', 'wrong'));
    const unknown = await sentences(6, () => signIn('nobody@example.org', 'wrong'));
    expect(known).toEqual(unknown);
  });

  test('is one account, however its address is written', async () => {
    await statuses(5, () => signIn(' Editor@Example.ORG', 'wrong'));
    expect((await signIn('editor@example.org', PASSWORD)).status).toBe(429);
  });

  test('is forgiven its wrong tries by the right password', async () => {
    await statuses(4, () => signIn('editor@example.org', 'wrong'));
    expect((await signIn('editor@example.org', PASSWORD)).status).toBe(200);
    expect(await statuses(5, () => signIn('editor@example.org', 'wrong'))).toEqual([
      ...[401, 401, 401, 401, 401],
    ]);
  });

  test('is guarded as well where code of our own signs in', async () => {
    const data = { email: 'editor@example.org', password: 'wrong' };
    const ask = () =>
      cms.payload.login({ collection: 'users', data }).catch(({ status }) => status);
    expect(await inTurn(6, ask)).toEqual([401, 401, 401, 401, 401, 429]);
  });

  test('is guarded across several programs on one database', async () => {
    const second = await cms.another('second');
    const data = { email: 'editor@example.org', password: 'wrong' };
    await inTurn(3, () => second.login({ collection: 'users', data }).catch(() => null));
    expect(await statuses(3, () => signIn('editor@example.org', 'wrong'))).toEqual([401, 401, 429]);
  });

  test('is not tried six times at once', async () => {
    const tries = Array.from({ length: 12 }, () => signIn('editor@example.org', 'wrong'));
    const seen = (await Promise.all(tries)).map(({ status }) => status);
    expect(seen.filter((status) => status === 401)).toHaveLength(5);
  });

  test('is not asked for another password more than five times', async () => {
    expect(await statuses(6, () => askFor('editor', here))).toEqual([200, 200, 200, 200, 200, 429]);
  });
});

describe('whoever tries too often', () => {
  test('is told when to come back, in a sentence and in a header', async () => {
    await statuses(5, () => signIn('editor@example.org', 'wrong'));
    const answer = await signIn('editor@example.org', 'wrong');
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(500);
    expect((await answer.json()).errors[0].message).toMatch(
      /^That was tried too often. Wait 10 min/,
    );
  });
});

describe('an address', () => {
  test('cannot try one account after the other', async () => {
    expect(await statuses(31, (at) => askFor(`guess${at}`, home))).toEqual([
      ...Array(30).fill(200),
      429,
    ]);
    expect((await signIn('editor@example.org', PASSWORD, home)).status).toBe(429);
    expect((await signIn('editor@example.org', PASSWORD, here)).status).toBe(200);
  });

  test('cannot guess what was mailed to set another password', async () => {
    const path = '/api/users/reset-password';
    const guess = (at: number) =>
      knock({
        method: 'POST',
        path,
        body: { token: `guess${at}`, password: PASSWORD },
        from: home,
      });
    expect((await statuses(31, guess)).at(-1)).toBe(429);
  });

  test('is not changed by a header that a stranger sends', async () => {
    const spoof = (at: number) => askFor(`guess${at}`, { ...home, forwarded: `192.0.2.${at}` });
    expect((await statuses(31, spoof)).at(-1)).toBe(429);
  });

  test('is the one that the trusted proxy tells of', async () => {
    const proxied = (who: string): Caller => ({ peer: '198.51.100.7', forwarded: who });
    await statuses(30, (at) => askFor(`guess${at}`, proxied('203.0.113.1')));
    expect((await askFor('another', proxied('203.0.113.1'))).status).toBe(429);
    expect((await askFor('another', proxied('203.0.113.2'))).status).toBe(200);
  });
});

/** For another password: the door at which nobody has to wait for one to be compared. */
function askFor(name: string, from: Caller): Promise<Response> {
  const body = { email: `${name}@example.org` };
  return knock({ method: 'POST', path: '/api/users/forgot-password', body, from });
}

function signIn(email: string, password: string, from = here): Promise<Response> {
  return knock({ method: 'POST', path: '/api/users/login', body: { email, password }, from });
}

function statuses(times: number, ask: (at: number) => Promise<Response>): Promise<number[]> {
  return inTurn(times, async (at) => (await ask(at)).status);
}

function sentences(times: number, ask: (at: number) => Promise<Response>): Promise<unknown[]> {
  return inTurn(times, async (at) => (await (await ask(at)).json()).errors[0].message);
}

async function inTurn<T>(times: number, ask: (at: number) => Promise<T>): Promise<T[]> {
  const seen: T[] = [];
  for (let at = 0; at < times; at += 1) seen.push(await ask(at));
  return seen;
}

import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { codeOf } from '../support/authenticator.ts';
import { type Account, type Cms, startCms } from '../support/cms.ts';
import { doors, home, type Knock, office } from '../support/doors.ts';

const PASSWORD = 'a long password for tests only';
let cms: Cms;
let knock: (knock: Knock) => Promise<Response>;
let administrator: Account;

beforeAll(async () => {
  cms = await startCms();
  knock = await doors();
  administrator = await cms.account('administrator');
});

beforeEach(async () => {
  await cms.payload.db.connection.collection('sign-in-tries').deleteMany({});
});

describe('somebody who needs a second factor and has none', () => {
  test.each(['publisher', 'administrator'] as const)('does not get in as %s', async (role) => {
    const { email } = await cms.account(role, `new-${role}`);
    expect(await signIn({ email })).toMatchObject({ status: 401, asked: 'enrolment' });
  });

  test('does not get in as editor from outside, but does in the office', async () => {
    const { email } = await cms.account('editor', 'at-home');
    expect(await signIn({ email }, home)).toMatchObject({ status: 401, asked: 'enrolment' });
    expect(await signIn({ email }, office)).toMatchObject({ status: 200 });
  });

  test('does not get in from behind a proxy that nobody told the CMS of', async () => {
    const { email } = await cms.account('editor', 'behind-a-proxy');
    const proxied = { peer: '10.0.0.2', forwarded: '203.0.113.9' };
    expect(await signIn({ email }, proxied)).toMatchObject({ status: 401, asked: 'enrolment' });
  });

  test('does not set one up with the password alone', async () => {
    const { email } = await cms.account('publisher', 'stolen-password');
    const offered = await offer({ email, enrolment: '' });
    expect(offered.status).toBe(401);
    expect((await offer({ email, enrolment: 'aaaaa-aaaaa' })).status).toBe(401);
  });

  test('does not learn without the password whether the enrolment code is right', async () => {
    const asha = await cms.account('publisher', 'guessing');
    const enrolment = await enrolmentFor(asha);
    const answer = await offer({ email: asha.email, password: 'wrong', enrolment });
    expect(await answer.json()).toEqual(await (await signInWith({ password: 'wrong' })).json());
  });

  test('sets one up with the code of an administrator, once, and then signs in with it', async () => {
    const { email, enrolment, secret } = await enrolled('publisher', 'enrols');
    expect(await signIn({ email, code: codeOf(secret, 1) })).toMatchObject({ status: 200 });
    expect((await offer({ email, enrolment })).status).toBe(401);
  });

  test('cannot use the code of an administrator after three days', async () => {
    const asha = await cms.account('publisher', 'too-late');
    const enrolment = await enrolmentFor(asha);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 73 * 3_600_000 });
    const answer = await offer({ email: asha.email, enrolment });
    vi.useRealTimers();
    expect(answer.status).toBe(401);
  });
});

describe('somebody who has a second factor', () => {
  test('does not get in without its code, anywhere', async () => {
    const { email } = await enrolled('editor', 'in-the-office');
    expect(await signIn({ email }, office)).toMatchObject({ status: 401, asked: 'code' });
    const login = cms.payload.login({ collection: 'users', data: { email, password: PASSWORD } });
    await expect(login).rejects.toMatchObject({ status: 401 });
  });

  test('gets in with a code once, and not with the same one again', async () => {
    const { email, secret } = await enrolled('editor', 'replayed');
    const code = codeOf(secret, 1);
    expect(await signIn({ email, code })).toMatchObject({ status: 200 });
    expect(await signIn({ email, code })).toMatchObject({ status: 401, asked: 'code' });
  });

  test('gets in alone when two use one code at once', async () => {
    const { email, secret } = await enrolled('editor', 'twice-at-once');
    const code = codeOf(secret, 1);
    const both = await Promise.all([signIn({ email, code }), signIn({ email, code })]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('may be one step ahead, and not two', async () => {
    const { email, secret } = await enrolled('editor', 'wrong-clock');
    expect(await signIn({ email, code: codeOf(secret, 2) })).toMatchObject({ status: 401 });
    expect(await signIn({ email, code: codeOf(secret, 1) })).toMatchObject({ status: 200 });
  });

  test('may type spaces in it', async () => {
    const { email, secret } = await enrolled('editor', 'spaces');
    const code = codeOf(secret, 1).replace(/(...)/, '$1 ');
    expect(await signIn({ email, code })).toMatchObject({ status: 200 });
  });

  test('gets in with each recovery code once', async () => {
    const { email, recoveryCodes } = await enrolled('editor', 'lost-telephone');
    const [code = ''] = recoveryCodes;
    expect(recoveryCodes).toHaveLength(10);
    expect(await signIn({ email, code: code.toUpperCase() })).toMatchObject({ status: 200 });
    expect(await signIn({ email, code })).toMatchObject({ status: 401 });
  });

  test('is guarded against somebody who has the password and tries codes', async () => {
    const { email, secret } = await enrolled('editor', 'guessed-codes');
    const tries = cms.payload.db.connection.collection('sign-in-tries');
    for (let at = 0; at < 10; at += 1) {
      await tries.deleteMany({ key: { $not: /^code/ } });
      await signIn({ email, code: '000000' });
    }
    await tries.deleteMany({ key: { $not: /^code/ } });
    expect(await signIn({ email, code: codeOf(secret, 1) })).toMatchObject({ status: 429 });
  });

  test('sets up another one only with a code of the one they have', async () => {
    const { email, secret } = await enrolled('editor', 'new-telephone');
    expect((await offer({ email })).status).toBe(401);
    expect((await offer({ email, code: codeOf(secret, 1) })).status).toBe(200);
  });
});

describe('another password by the address in a mail', () => {
  test('is not set, and lets nobody in, without the code of who has a second factor', async () => {
    const { email, secret } = await enrolled('editor', 'forgetful');
    const token = await mailed(email);
    const answer = await reset({ token });
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect([answer.status, await answer.json()]).toMatchObject([
      401,
      { errors: [{ data: { secondFactor: 'code' } }] },
    ]);
    expect((await reset({ token, code: '000000' })).status).toBe(401);
    expect(await signIn({ email, code: codeOf(secret, 1) })).toMatchObject({ status: 200 });
  });

  test('is set with the code, which is used up by it', async () => {
    const { email, secret } = await enrolled('editor', 'remembers');
    const code = codeOf(secret, 1);
    const answer = await reset({ token: await mailed(email), code });
    expect([answer.status, typeof (await answer.json()).token]).toEqual([200, 'string']);
    expect(await signIn({ email, password: NEXT, code })).toMatchObject({ asked: 'code' });
  });

  test('is not set through the Local API either', async () => {
    const { email } = await enrolled('editor', 'by-a-program');
    const data = { token: await mailed(email), password: NEXT };
    const set = cms.payload.resetPassword({ collection: 'users', data, overrideAccess: true });
    await expect(set).rejects.toMatchObject({ status: 401 });
  });

  test('is not set for somebody who needs a second factor and has none, who is told whom to ask', async () => {
    const { email } = await cms.account('publisher', 'never-enrolled');
    const answer = await reset({ token: await mailed(email) });
    expect([answer.status, await answer.text()]).toEqual([
      401,
      expect.stringContaining('Ask an administrator for another password and an enrolment code.'),
    ]);
  });

  test('is not set for an account that was closed', async () => {
    const { email } = await cms.account('editor', 'left-us');
    const token = await mailed(email);
    const closed = { closedAt: new Date().toISOString() };
    await cms.payload.db.connection.collection('users').updateOne({ email }, { $set: closed });
    expect((await reset({ token }, office)).status).toBe(401);
  });
});

describe('an administrator', () => {
  test('resets the second factor of another, who is signed out by that', async () => {
    const asha = await enrolled('editor', 'robbed');
    const before = await signIn({ email: asha.email, code: codeOf(asha.secret, 1) });
    await enrolmentFor(asha);
    expect(await read(before.authorization)).toBe(401);
    expect(await signIn({ email: asha.email }, home)).toMatchObject({ asked: 'enrolment' });
  });

  test('does not reset their own', async () => {
    const { id } = await personOf(administrator.email);
    const path = `/api/users/${id}/second-factor/reset`;
    expect((await knock({ method: 'POST', path, as: administrator })).status).toBe(409);
  });

  test.each(['editor', 'publisher', 'translator'] as const)('is not a %s', async (role) => {
    const as = await cms.account(role, `resetting-${role}`);
    const { id } = await personOf(administrator.email);
    const path = `/api/users/${id}/second-factor/reset`;
    expect((await knock({ method: 'POST', path, as })).status).toBe(403);
  });
});

describe('what the database keeps', () => {
  test('opens nothing by itself', async () => {
    const { secret, recoveryCodes, enrolment } = await enrolled('editor', 'stolen-backup');
    const kept = JSON.stringify(
      await cms.payload.db.connection.collection('second-factors').find().toArray(),
    );
    const secrets = [secret, enrolment, ...recoveryCodes];
    expect(secrets.filter((each) => kept.includes(each))).toEqual([]);
  });

  test('goes with the account', async () => {
    const { email } = await enrolled('editor', 'leaver');
    const { id } = await personOf(email);
    await knock({ method: 'DELETE', path: `/api/users/${id}`, as: administrator });
    const factors = cms.payload.db.connection.collection('second-factors');
    expect(await factors.countDocuments({ account: id })).toBe(0);
  });

  test('tells in the audit who set one up, used a recovery code, and reset one', async () => {
    const asha = await enrolled('editor', 'in-the-audit');
    const { id } = await personOf(asha.email);
    await signIn({ email: asha.email, code: asha.recoveryCodes[0] ?? '' });
    await enrolmentFor(asha);
    const events = await cms.payload.db.connection
      .collection('audit-events')
      .find({ document: id }, { sort: { position: 1 } })
      .toArray();
    expect(events.map(({ by, did }) => `${by} ${did}`)).toEqual([
      `${administrator.email} reset a second factor`,
      `${asha.email} set up a second factor`,
      `${asha.email} used a recovery code`,
      `${administrator.email} reset a second factor`,
    ]);
  });
});

const NEXT = 'another long password';

/** What stands in the mail about a forgotten password. */
function mailed(email: string): Promise<string> {
  const asked = { collection: 'users', data: { email }, disableEmail: true } as const;
  return cms.payload.forgotPassword(asked);
}

function reset(said: { token: string; code?: string }, from = home): Promise<Response> {
  const body = { password: NEXT, ...said };
  return knock({ method: 'POST', path: '/api/users/reset-password', body, from });
}

type SigningIn = { email: string; password?: string; code?: string };
type SignedIn = { status: number; asked: string | undefined; authorization: string };

async function signIn(said: SigningIn, from = office): Promise<SignedIn> {
  const answer = await signInWith(said, from);
  const { token, errors } = (await answer.json()) as {
    token?: string;
    errors?: { data?: { secondFactor?: string } }[];
  };
  const asked = errors?.[0]?.data?.secondFactor;
  return { status: answer.status, asked, authorization: `JWT ${token}` };
}

function signInWith(said: object, from = office): Promise<Response> {
  const body = { email: 'nobody@example.org', password: PASSWORD, ...said };
  return knock({ method: 'POST', path: '/api/users/login', body, from });
}

function offer(said: object): Promise<Response> {
  const body = { password: PASSWORD, ...said };
  return knock({ method: 'POST', path: '/api/users/second-factor/offer', body, from: home });
}

async function enrolled(role: 'editor' | 'publisher', name: string) {
  const account = await cms.account(role, name);
  const enrolment = await enrolmentFor(account);
  const { ticket, secret } = await (await offer({ email: account.email, enrolment })).json();
  const body = { ticket, code: codeOf(secret) };
  const path = '/api/users/second-factor/set-up';
  const answer = await knock({ method: 'POST', path, body, from: home });
  const { recoveryCodes } = (await answer.json()) as { recoveryCodes: string[] };
  return { ...account, enrolment, secret: String(secret), recoveryCodes };
}

async function enrolmentFor({ email }: Pick<Account, 'email'>): Promise<string> {
  const { id } = await personOf(email);
  const path = `/api/users/${id}/second-factor/reset`;
  const answer = await knock({ method: 'POST', path, as: administrator });
  return (await answer.json()).enrolmentCode;
}

async function read(authorization: string): Promise<number> {
  return (await knock({ path: '/api/guides', as: { email: '', authorization } })).status;
}

async function personOf(email: string): Promise<{ id: string }> {
  const where = { email: { equals: email } };
  const { docs } = await cms.payload.find({ collection: 'users', where, overrideAccess: true });
  return { id: String(docs[0]?.id) };
}

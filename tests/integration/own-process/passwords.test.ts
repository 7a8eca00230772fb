import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Account, type Cms, startCms } from '../../support/cms.ts';
import { type MailServer, startMailServer } from '../../support/mail-server.ts';

let server: MailServer;
let cms: Cms;
let editor: Account;
let sendWaiting: typeof import('../../../cms/src/mail/send.ts').sendWaiting;
let outbox: typeof import('../../../cms/src/mail/messages.ts').outbox;

beforeAll(async () => {
  server = await startMailServer();
  cms = await startCms({ SMTP_URL: server.url, MAIL_FROM: 'desk@example.org' });
  editor = await cms.account('editor');
  ({ sendWaiting } = await import('../../../cms/src/mail/send.ts'));
  ({ outbox } = await import('../../../cms/src/mail/messages.ts'));
});

beforeEach(async () => {
  server.forgetAll();
  await outbox(cms.payload).deleteMany({});
});

describe('a forgotten password', () => {
  test('is made another one by the address in the mail, which works once', async () => {
    const token = await tokenSentTo(editor.email);
    const password = 'another long password for tests';
    const set = () => cms.ask(null, 'POST', '/api/users/reset-password', { token, password });
    const answers = [await set(), await set()];
    expect(answers.map(({ status }) => status)).toEqual([200, 403]);
    const signIn = await cms.ask(null, 'POST', '/api/users/login', {
      email: editor.email,
      password,
    });
    expect(signIn.status).toBe(200);
  });

  test('is answered in the same words for an account and for none', async () => {
    const answers = await Promise.all(
      [editor.email, 'nobody.here@example.org'].map((email) => forgot(email)),
    );
    await vi.waitUntil(waits, { timeout: 20_000 });
    const [known, unknown] = await Promise.all(answers.map((answer) => answer.text()));
    expect([known, answers[0]?.status]).toEqual([unknown, answers[1]?.status]);
  });

  test('is answered before anybody looks whether there is such an account', async () => {
    const looked = vi.spyOn(cms.payload, 'forgotPassword');
    await forgot((await cms.account('editor', 'early')).email);
    const before = looked.mock.calls.length;
    await vi.waitUntil(() => looked.mock.calls.length > 0, { timeout: 20_000 });
    await vi.waitUntil(waits, { timeout: 20_000 });
    looked.mockRestore();
    expect(before).toBe(0);
  });

  test('makes one mail though it is asked for again and again', async () => {
    const { email } = await cms.account('editor', 'impatient');
    const later = await cms.account('editor', 'asks-after-it');
    await Promise.all([forgot(email), forgot(email), forgot(email)]);
    await forgot(later.email);
    const ofLater = { to: later.email, state: 'waiting' } as const;
    await vi.waitUntil(async () => (await outbox(cms.payload).countDocuments(ofLater)) > 0, {
      timeout: 20_000,
    });
    expect(await outbox(cms.payload).countDocuments({ to: email })).toBe(1);
  });

  test('leaves nothing in the outbox that opens the account', async () => {
    await tokenSentTo((await cms.account('editor', 'tidy')).email);
    const [message] = await outbox(cms.payload).find({ what: 'password' }).toArray();
    expect(message).toMatchObject({ state: 'sent', secret: null });
  });

  test('is not read by administrators while it waits', async () => {
    const administrator = await cms.account('administrator');
    await forgot((await cms.account('editor', 'private')).email);
    await vi.waitUntil(waits, { timeout: 20_000 });
    const answer = await cms.ask(administrator, 'GET', '/api/messages');
    expect(await answer.text()).not.toContain('secret');
  });

  test('of a program makes no mail', async () => {
    const { email } = await cms.account('press');
    await forgot(email);
    await tokenSentTo((await cms.account('editor', 'after-it')).email);
    expect(server.taken.flatMap(({ to }) => to)).not.toContain(email);
  });
});

function forgot(email: string): Promise<Response> {
  return cms.ask(null, 'POST', '/api/users/forgot-password', { email });
}

async function waits(): Promise<boolean> {
  return (await outbox(cms.payload).countDocuments({ state: 'waiting' })) > 0;
}

async function tokenSentTo(email: string): Promise<string> {
  await forgot(email);
  await vi.waitUntil(waits, { timeout: 20_000 });
  await sendWaiting(cms.payload);
  const sent = server.taken.find(({ to }) => to.includes(email));
  return /\/admin\/reset\/(\w+)/.exec(sent?.mail.text ?? '')?.[1] ?? '';
}

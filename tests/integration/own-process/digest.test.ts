import type { DeskEvent } from '@charterpress/shared/domain/messages.ts';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Account, type Cms, startCms } from '../../support/cms.ts';
import { type MailServer, startMailServer } from '../../support/mail-server.ts';

let server: MailServer;
let cms: Cms;
let editor: Account;
let publisher: Account;
let notify: typeof import('../../../cms/src/mail/notify.ts').notify;
let sendWaiting: typeof import('../../../cms/src/mail/send.ts').sendWaiting;
let outbox: typeof import('../../../cms/src/mail/messages.ts').outbox;

beforeAll(async () => {
  server = await startMailServer();
  cms = await startCms({ SMTP_URL: server.url, MAIL_FROM: 'desk@example.org' });
  editor = await cms.account('editor');
  publisher = await cms.account('publisher');
  ({ notify } = await import('../../../cms/src/mail/notify.ts'));
  ({ sendWaiting } = await import('../../../cms/src/mail/send.ts'));
  ({ outbox } = await import('../../../cms/src/mail/messages.ts'));
  expect((await choose(publisher, 'daily')).status).toBe(200);
});

beforeEach(async () => {
  server.forgetAll();
  await outbox(cms.payload).deleteMany({});
});
afterEach(() => {
  vi.useRealTimers();
});

describe('somebody who chose one mail a day', () => {
  test('gets at eight in London what happened since yesterday, in one', async () => {
    await happens('2026-07-05T10:00:00Z', { title: 'The core offer' });
    await happens('2026-07-05T15:00:00Z', { title: 'Extended schools' });
    await sendAt('2026-07-06T06:59:00Z');
    const before = server.taken.length;
    await sendAt('2026-07-06T07:00:00Z');
    const [{ mail, to } = { mail: null, to: null }] = server.taken;
    expect([before, server.taken.length, to]).toEqual([0, 1, [publisher.email]]);
    expect(mail?.subject).toMatch(/^2 messages from the desk/);
    expect(mail?.text).toMatch(/For review: The core offer[\s\S]*For review: Extended schools/);
  });

  test.each([
    [
      'the clocks went forward',
      '2026-03-28T20:00:00Z',
      '2026-03-29T06:59:59Z',
      '2026-03-29T07:00:00Z',
    ],
    [
      'the clocks went back',
      '2026-10-24T20:00:00Z',
      '2026-10-25T07:59:59Z',
      '2026-10-25T08:00:00Z',
    ],
  ])('gets it at eight on the morning after %s, too', async (_night, at, before, eight) => {
    await happens(at);
    await sendAt(before);
    expect(server.taken).toHaveLength(0);
    await sendAt(eight);
    expect(server.taken).toHaveLength(1);
  });

  test('gets one a day from two programs and after a restart', async () => {
    await happens('2026-07-05T10:00:00Z');
    const other = await cms.another('another-worker');
    vi.useFakeTimers({ now: new Date('2026-07-06T07:00:01Z'), toFake: ['Date'] });
    await Promise.all([sendWaiting(cms.payload), sendWaiting(other)]);
    await happens('2026-07-06T06:59:59Z', { title: 'Committed a little late' });
    await sendAt('2026-07-06T07:00:05Z');
    expect(server.taken).toHaveLength(1);
    await sendAt('2026-07-07T07:00:01Z');
    expect(server.taken.map(({ mail }) => mail.text?.includes('a little late'))).toEqual([
      false,
      true,
    ]);
  });

  test('gets what could not be sent in the morning when the server is back, and nothing twice', async () => {
    await happens('2026-07-05T10:00:00Z', { title: 'The core offer' });
    server.behave('busy');
    await sendAt('2026-07-06T07:00:00Z');
    server.behave('well');
    await happens('2026-07-06T07:01:00Z', { title: 'Later' });
    await sendAt('2026-07-06T07:05:00Z');
    await sendAt('2026-07-06T07:10:00Z');
    expect(server.taken.map(({ mail }) => mail.text?.includes('Later'))).toEqual([false]);
  });

  test('hears at once of what failed', async () => {
    await happens('2026-07-05T10:00:00Z', { what: 'failed', by: null });
    await sendAt('2026-07-05T10:00:01Z');
    expect(server.taken).toHaveLength(1);
  });
});

describe('how often somebody gets messages', () => {
  test('is their own choice', async () => {
    expect((await choose(editor, 'daily')).status).toBe(200);
    const { docs } = await cms.payload.find({
      collection: 'users',
      where: { email: { equals: editor.email } },
      overrideAccess: true,
    });
    expect(docs[0]).toMatchObject({ rhythm: 'daily' });
  });

  test('is no other editor’s to choose', async () => {
    const other = await cms.account('editor', 'other-editor');
    expect((await choose(other, 'daily', await idOf(editor))).status).toBe(403);
  });
});

async function happens(at: string, said: Partial<DeskEvent> = {}): Promise<void> {
  vi.useFakeTimers({ now: new Date(at), toFake: ['Date'] });
  await notify(cms.payload, {
    ...{ what: 'submitted', kind: 'guides', document: '64f000000000000000000001' },
    ...{ title: 'The core offer', by: editor.email, note: null, ...said },
  });
  vi.useRealTimers();
}

/** With the clock of the sending program at that moment. */
async function sendAt(at: string): Promise<void> {
  vi.useFakeTimers({ now: new Date(at), toFake: ['Date'] });
  await sendWaiting(cms.payload);
  vi.useRealTimers();
}

async function choose(as: Account, rhythm: string, id?: string): Promise<Response> {
  return cms.ask(as, 'PATCH', `/api/users/${id ?? (await idOf(as))}`, { rhythm });
}

async function idOf({ email }: Account): Promise<string> {
  const where = { email: { equals: email } };
  const { docs } = await cms.payload.find({ collection: 'users', where, overrideAccess: true });
  return String(docs[0]?.id);
}

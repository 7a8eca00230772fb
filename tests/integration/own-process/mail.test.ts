import type { DeskEvent } from '@charterpress/shared/domain/messages.ts';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Account, type Cms, startCms } from '../../support/cms.ts';
import { type MailServer, startMailServer } from '../../support/mail-server.ts';

const MINUTE = 60_000;

let server: MailServer;
let cms: Cms;
let administrator: Account;
let editor: Account;
let publisher: Account;
let mail: {
  notify: typeof import('../../../cms/src/mail/notify.ts').notify;
  send: typeof import('../../../cms/src/mail/send.ts').sendWaiting;
  outbox: typeof import('../../../cms/src/mail/messages.ts').outbox;
  standing: typeof import('../../../cms/src/mail/standing.ts').mailStanding;
};
let inLedger: typeof import('../../../cms/src/publishing/ledger.ts').inLedger;

beforeAll(async () => {
  server = await startMailServer();
  cms = await startCms({
    SMTP_URL: server.url,
    MAIL_FROM: 'desk@example.org',
  });
  administrator = await cms.account('administrator');
  editor = await cms.account('editor');
  publisher = await cms.account('publisher');
  const { notify } = await import('../../../cms/src/mail/notify.ts');
  const { sendWaiting: send } = await import('../../../cms/src/mail/send.ts');
  const { outbox } = await import('../../../cms/src/mail/messages.ts');
  const { mailStanding: standing } = await import('../../../cms/src/mail/standing.ts');
  mail = { notify, send, outbox, standing };
  ({ inLedger } = await import('../../../cms/src/publishing/ledger.ts'));
  cms.payload.logger.level = 'silent';
});

beforeEach(async () => {
  server.behave('well');
  server.forgetAll();
  await mail.outbox(cms.payload).deleteMany({});
});

function submitted(said: Partial<DeskEvent> = {}): DeskEvent {
  return {
    ...{ what: 'submitted', kind: 'guides', document: '64f000000000000000000001' },
    ...{ title: 'The core offer', by: editor.email, note: null, ...said },
  };
}

describe('a message', () => {
  test('reaches those who have to do something, with the way to where they do it', async () => {
    await mail.notify(cms.payload, submitted());
    await mail.send(cms.payload);
    expect(server.taken.map(({ to }) => to)).toEqual([[publisher.email]]);
    const [{ mail: sent } = { mail: null }] = server.taken;
    expect(sent?.subject).toBe('For review: The core offer');
    expect(sent?.from?.address).toBe('desk@example.org');
    expect(sent?.text).toContain("editor asks for a review of the guide 'The core offer'");
    expect(sent?.text).toContain(
      'http://127.0.0.1:3000/admin/collections/guides/64f000000000000000000001\n',
    );
  });

  test('holds what a colleague wrote, marked as theirs line by line', async () => {
    const note = 'Shorter.\nAnd say the price.';
    const to = [editor.email];
    await mail.notify(
      cms.payload,
      submitted({ what: 'amendments', by: publisher.email, to, note }),
    );
    await mail.send(cms.payload);
    expect(server.taken[0]?.mail.text).toContain(
      'publisher wrote:\n\n> Shorter.\n> And say the price.',
    );
  });

  test('is text alone, and says that a machine sent it', async () => {
    await mail.notify(cms.payload, submitted());
    await mail.send(cms.payload);
    const { html, headers } = server.taken[0]?.mail ?? {};
    const [automatic] = (headers ?? []).filter(({ key }) => key === 'auto-submitted');
    expect({ html, automatic: automatic?.value }).toEqual({
      html: undefined,
      automatic: 'auto-generated',
    });
  });

  test('gains no recipient and no header by what is typed into a title or a note', async () => {
    const trap = 'Fees\r\nBcc: all@example.org\r\n\r\n<b>Hello</b>\u2028Bcc: more@example.org';
    await mail.notify(cms.payload, submitted({ title: trap, note: trap }));
    await mail.send(cms.payload);
    const [{ mail: sent, source, to } = { mail: null, source: '', to: null }] = server.taken;
    const [head = ''] = source.split('\r\n\r\n');
    expect({ to, bcc: sent?.bcc, lines: head.match(/^(bcc|cc):/gim) }).toEqual({
      to: [publisher.email],
      bcc: undefined,
      lines: null,
    });
    expect(sent?.subject).toBe(
      'For review: Fees Bcc: all@example.org <b>Hello</b> Bcc: more@example.org',
    );
    expect(sent?.text).not.toMatch(/^Bcc/m);
  });

  test('told twice under one name is sent once', async () => {
    const event = submitted({ what: 'review-due', by: null, once: '30 days before 2027-05-01' });
    await Promise.all([mail.notify(cms.payload, event), mail.notify(cms.payload, event)]);
    await mail.send(cms.payload);
    expect(server.taken).toHaveLength(1);
  });

  test('is not there when what it tells was rolled back', async () => {
    const act = inLedger(cms.payload, async ({ req }) => {
      await mail.notify(cms.payload, submitted(), req);
      throw new Error('no');
    });
    await expect(act).rejects.toThrow('no');
    expect(await mail.outbox(cms.payload).countDocuments()).toBe(0);
  });

  test('is there once what it tells is committed', async () => {
    await inLedger(cms.payload, ({ req }) => mail.notify(cms.payload, submitted(), req));
    await mail.send(cms.payload);
    expect(server.taken).toHaveLength(1);
  });

  test('that two programs send at once is sent once', async () => {
    const events = Array.from({ length: 12 }, (_, at) => submitted({ document: String(at) }));
    await Promise.all(events.map((event) => mail.notify(cms.payload, event)));
    const other = await cms.another('another-worker');
    await Promise.all([mail.send(cms.payload), mail.send(other), mail.send(cms.payload)]);
    expect(new Set(server.taken.map(({ mail: sent }) => sent.messageId)).size).toBe(12);
    expect(server.taken).toHaveLength(12);
  });

  test('that a slow server is still thinking about is not sent by another program', async () => {
    server.behave('slow');
    await mail.notify(cms.payload, submitted());
    const first = mail.send(cms.payload);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await Promise.all([first, mail.send(cms.payload)]);
    expect(server.taken).toHaveLength(1);
  });
});

describe('a mail server', () => {
  test('that is down gets the message when it is back', async () => {
    await server.stop();
    await mail.notify(cms.payload, submitted());
    await mail.send(cms.payload);
    await server.startAgain();
    await mail.send(cms.payload, inMinutes(2));
    expect(server.taken).toHaveLength(1);
  });

  test.each(['busy', 'hanging-up'] as const)('that is %s gets it again', async (manners) => {
    server.behave(manners);
    await mail.notify(cms.payload, submitted());
    await mail.send(cms.payload);
    server.behave('well');
    await mail.send(cms.payload, inMinutes(2));
    expect(server.taken).toHaveLength(1);
  });

  test('is not asked again at once', async () => {
    server.behave('busy');
    await mail.notify(cms.payload, submitted());
    await mail.send(cms.payload);
    server.behave('well');
    await mail.send(cms.payload);
    expect(server.taken).toEqual([]);
  });

  test('that forgot to say it took the message gets the same one again, under the same name', async () => {
    server.behave('forgetful');
    await mail.notify(cms.payload, submitted());
    await mail.send(cms.payload);
    server.behave('well');
    await mail.send(cms.payload, inMinutes(2));
    expect(server.taken).toHaveLength(2);
    expect(new Set(server.taken.map(({ mail: sent }) => sent.messageId)).size).toBe(1);
  });

  test('is left by a killed program: another takes its message over when the claim has run out', async () => {
    await mail.notify(cms.payload, submitted());
    const claimedUntil = inMinutes(1).toISOString();
    await mail.outbox(cms.payload).updateMany({}, { $set: { claim: 'a dead one', claimedUntil } });
    await mail.send(cms.payload);
    const before = server.taken.length;
    await mail.send(cms.payload, inMinutes(2));
    expect([before, server.taken.length]).toEqual([0, 1]);
  });
});

describe('a message that cannot be sent', () => {
  test('is given up at once when the server knows no such mailbox, and administrators read why', async () => {
    server.behave('refusing');
    await mail.notify(cms.payload, submitted());
    await mail.send(cms.payload);
    const answer = await cms.ask(administrator, 'GET', '/api/messages?where[state][equals]=failed');
    const { docs } = (await answer.json()) as { docs: { to: string; why: string }[] };
    expect(docs.map(({ to }) => to)).toEqual([publisher.email]);
    expect(docs[0]?.why).toContain('No such mailbox here');
  });

  test('is given up after nine tries', async () => {
    await server.stop();
    await mail.notify(cms.payload, submitted());
    const days = Array.from({ length: 9 }, (_, at) => inMinutes(at * 25 * 60));
    for (const day of days) await mail.send(cms.payload, day);
    await server.startAgain();
    const [message] = await mail.outbox(cms.payload).find().toArray();
    expect(message).toMatchObject({ state: 'failed', tries: 9 });
  });

  test('is counted for the desk and for whoever watches the installation', async () => {
    server.behave('refusing');
    await mail.notify(cms.payload, submitted());
    await mail.send(cms.payload);
    const health = await (await cms.ask(null, 'GET', '/api/health')).json();
    expect(health).toMatchObject({ mail: { failed: 1, waiting: 0 } });
    expect(await mail.standing(cms.payload)).toMatchObject({ goesTo: 'server', failed: 1 });
  });

  test('is sent again when an administrator says so, and says so in the audit', async () => {
    server.behave('refusing');
    await mail.notify(cms.payload, submitted());
    await mail.send(cms.payload);
    server.behave('well');
    const [message] = await mail.outbox(cms.payload).find().toArray();
    const path = `/api/messages/${message?._id}/send-again`;
    expect((await cms.ask(publisher, 'POST', path)).status).toBe(403);
    expect((await cms.ask(administrator, 'POST', path)).status).toBe(200);
    expect((await cms.ask(administrator, 'POST', path)).status).toBe(409);
    await mail.send(cms.payload);
    expect(server.taken.map(({ to }) => to)).toEqual([[publisher.email]]);
    const audit = cms.payload.db.connection.collection('audit-events');
    const last = await audit.findOne({ document: message?._id }, { sort: { position: -1 } });
    expect(last).toMatchObject({ by: administrator.email, did: 'sent a message again' });
  });

  test('is not sent again when it held the way to another password, which is erased', async () => {
    server.behave('refusing');
    await cms.ask(null, 'POST', '/api/users/forgot-password', { email: editor.email });
    await vi.waitUntil(
      async () => (await mail.outbox(cms.payload).countDocuments({ state: 'waiting' })) > 0,
    );
    await mail.send(cms.payload);
    const [message] = await mail.outbox(cms.payload).find().toArray();
    expect(message).toMatchObject({ state: 'failed', secret: null });
    const answer = await cms.ask(administrator, 'POST', `/api/messages/${message?._id}/send-again`);
    expect(answer.status).toBe(409);
  });

  test('does not keep others from being sent', async () => {
    server.behave('refusing');
    await mail.notify(cms.payload, submitted());
    await mail.send(cms.payload);
    server.behave('well');
    await mail.notify(cms.payload, submitted({ title: 'Extended schools' }));
    await mail.send(cms.payload);
    expect(server.taken.map(({ mail: sent }) => sent.subject)).toEqual([
      'For review: Extended schools',
    ]);
  });
});

describe('nobody', () => {
  test.each(['editor', 'publisher', 'administrator'] as const)(
    'with the role %s writes or throws away a message',
    async (role) => {
      const as = { administrator, editor, publisher }[role];
      await mail.notify(cms.payload, submitted());
      const [message] = await mail.outbox(cms.payload).find().toArray();
      const path = `/api/messages/${message?._id}`;
      const answers = [
        await cms.ask(as, 'POST', '/api/messages', { to: 'a@example.org' }),
        await cms.ask(as, 'PATCH', path, { state: 'sent' }),
        await cms.ask(as, 'DELETE', path),
      ];
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    },
  );
});

function inMinutes(minutes: number): Date {
  return new Date(Date.now() + minutes * MINUTE);
}

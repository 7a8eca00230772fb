import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DeskEvent } from '@charterpress/shared/domain/messages.ts';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { filesWith } from '../support/bytes-in.ts';
import { type Account, type Cms, startCms } from '../support/cms.ts';

const canary = 'Kanarienvogel-4711';

let cms: Cms;
let editor: Account;
let publisher: Account;
let second: Account;
let notify: typeof import('../../cms/src/mail/notify.ts').notify;
let sendWaiting: typeof import('../../cms/src/mail/send.ts').sendWaiting;
let outbox: typeof import('../../cms/src/mail/messages.ts').outbox;

beforeAll(async () => {
  cms = await startCms();
  editor = await cms.account('editor');
  publisher = await cms.account('publisher');
  second = await cms.account('publisher', 'second');
  ({ notify } = await import('../../cms/src/mail/notify.ts'));
  ({ sendWaiting } = await import('../../cms/src/mail/send.ts'));
  ({ outbox } = await import('../../cms/src/mail/messages.ts'));
});

describe('without a mail server', () => {
  test('each message is kept in a file that nobody else reads, and that any mail program opens', async () => {
    await notify(cms.payload, about('64f000000000000000000001', { title: 'The core offer' }));
    await sendWaiting(cms.payload);
    const files = readdirSync(folder());
    const mails = await Promise.all(
      files.map((name) => PostalMime.parse(readFileSync(join(folder(), name)))),
    );
    const to = mails.flatMap((mail) => mail.to?.map(({ address }) => address));
    expect(to.toSorted()).toEqual([publisher.email, second.email]);
    expect(mails[0]?.subject).toBe('For review: The core offer');
    expect(files.map((name) => statSync(join(folder(), name)).mode & 0o777)).toEqual([
      0o600, 0o600,
    ]);
    expect(statSync(folder()).mode & 0o777).toBe(0o700);
  });

  test('the desk is told so', async () => {
    const { mailStanding } = await import('../../cms/src/mail/standing.ts');
    expect(await mailStanding(cms.payload)).toMatchObject({ goesTo: 'files' });
  });

  test('a forgotten password leaves no way into the account on the disk', async () => {
    const { email } = editor;
    const answer = await cms.ask(null, 'POST', '/api/users/forgot-password', { email });
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { docs } = await cms.payload.db.find<{ id: string; resetPasswordToken?: string }>({
      collection: 'users',
      where: { email: { equals: email } },
    });
    expect([answer.status, docs[0]?.resetPasswordToken ?? null]).toEqual([200, null]);
    expect(await outbox(cms.payload).countDocuments({ what: 'password' })).toBe(0);
  });
});

describe('a document that is removed', () => {
  test('leaves no byte of its title in the mail: sent, gathered into a digest, waiting', async () => {
    const { id } = await written();
    await cms.ask(second, 'PATCH', `/api/users/${await idOf(second)}`, { rhythm: 'daily' });
    await notify(cms.payload, about(id));
    await sendWaiting(cms.payload, inDays(1.5));
    await notify(cms.payload, about(id));
    expect(filesWith(canary, folder())).toHaveLength(2);
    await cms.ask(editor, 'POST', `/api/guides/${id}/removal`, { reason: 'A court order' });
    const confirmed = await cms.ask(publisher, 'POST', `/api/guides/${id}/removal/confirm`, {});
    expect(confirmed.status).toBe(200);
    await sendWaiting(cms.payload, inDays(3));
    expect(filesWith(canary, cms.dataDir)).toEqual([]);
    expect(JSON.stringify(await outbox(cms.payload).find().toArray())).not.toContain(canary);
  });

  test('leaves none where its message was being written in that moment', async () => {
    const { id } = await written();
    await outbox(cms.payload).deleteMany({});
    await notify(cms.payload, about(id));
    const send = cms.payload.sendEmail;
    const sending = vi.spyOn(cms.payload, 'sendEmail').mockImplementation(async (message) => {
      await outbox(cms.payload).deleteMany({ document: id });
      return send(message);
    });
    await sendWaiting(cms.payload);
    expect(sending).toHaveBeenCalled();
    sending.mockRestore();
    expect(filesWith(canary, folder())).toEqual([]);
  });
});

function folder(): string {
  return join(cms.dataDir, 'mail');
}

function about(document: string, said: Partial<DeskEvent> = {}): DeskEvent {
  return {
    ...{ what: 'submitted', kind: 'guides', document, title: `About ${canary}` },
    ...{ by: editor.email, note: null, ...said },
  };
}

async function written(): Promise<{ id: string }> {
  const answer = await cms.ask(editor, 'POST', '/api/guides', { title: `About ${canary}` });
  return ((await answer.json()) as { doc: { id: string } }).doc;
}

async function idOf({ email }: Account): Promise<string> {
  const where = { email: { equals: email } };
  const { docs } = await cms.payload.find({ collection: 'users', where, overrideAccess: true });
  return String(docs[0]?.id);
}

function inDays(days: number): Date {
  return new Date(Date.now() + days * 86_400_000);
}

/** What happens at the desk, and who hears of it by mail. */
import type { Publication } from '@charterpress/cms/src/publishing/publish.ts';
import type { DeskEvent } from '@charterpress/shared/domain/messages.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Account, type Cms, startCms } from '../support/cms.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { paragraph, principle } from '../support/texts.ts';

let server: MailServer;
let cms: Cms;
let press: Account;
let editor: Account;
let publisher: Account;
let notify: typeof import('../../cms/src/mail/notify.ts').notify;
let publish: typeof import('../../cms/src/publishing/publish.ts').publish;
let sendWaiting: typeof import('../../cms/src/mail/send.ts').sendWaiting;
let outbox: typeof import('../../cms/src/mail/messages.ts').outbox;

beforeAll(async () => {
  server = await startMailServer();
  cms = await startCms({ SMTP_URL: server.url, MAIL_FROM: 'desk@example.org' });
  press = await cms.account('press');
  editor = await cms.account('editor');
  publisher = await cms.account('publisher');
  await translator('zofia', ['pl']);
  await translator('umar', ['ur']);
  ({ notify } = await import('../../cms/src/mail/notify.ts'));
  ({ publish } = await import('../../cms/src/publishing/publish.ts'));
  ({ sendWaiting } = await import('../../cms/src/mail/send.ts'));
  ({ outbox } = await import('../../cms/src/mail/messages.ts'));
});

beforeEach(async () => {
  server.forgetAll();
  await outbox(cms.payload).deleteMany({});
});

describe('that something is live', () => {
  test('is told once the press has seen it served, and not before', async () => {
    const live = await published();
    await notify(cms.payload, aboutLive(live));
    await sendWaiting(cms.payload);
    const before = server.taken.length;
    await receipt(live.sequence);
    await sendWaiting(cms.payload);
    await sendWaiting(cms.payload);
    expect([before, ...subjects()]).toEqual([0, [editor.email, 'Live: Parents are partners']]);
  });

  test('is not told of a page that could not be made: publishers and the writer hear that at once', async () => {
    const live = await published();
    await notify(cms.payload, aboutLive(live));
    await receipt(live.sequence, [
      { sequence: live.sequence, path: `/en/principles/${live.number}/`, why: 'No room' },
    ]);
    await sendWaiting(cms.payload);
    await sendWaiting(cms.payload);
    const failed = 'Not published, and it should be: Parents are partners';
    expect(subjects().toSorted()).toEqual([
      [editor.email, failed],
      [publisher.email, failed],
    ]);
  });
});

describe('a translator', () => {
  test('hears of English that leaves their language behind', async () => {
    const { id } = await publishedInPolish();
    await publishAgain(id, 'major');
    await sendWaiting(cms.payload);
    expect(subjects()).toEqual([
      ['zofia@example.org', 'The English has changed: Parents are partners, and more'],
    ]);
  });

  test('hears nothing of a typing error', async () => {
    const { id } = await publishedInPolish();
    await publishAgain(id, 'minor');
    await sendWaiting(cms.payload);
    expect(subjects()).toEqual([]);
  });
});

function subjects() {
  return server.taken.map(({ mail, to }) => [to[0], mail.subject]);
}

type Published = { readonly id: string; readonly number: number; readonly sequence: number };

let lastNumber = 0;
let releases = 0;

async function published(): Promise<Published> {
  lastNumber += 1;
  const data = principle({ number: lastNumber });
  const version = await cms.payload.create({
    collection: 'principles',
    data: data as never,
    overrideAccess: true,
  });
  const { id } = version as unknown as { id: string };
  const done = await publish(cms.payload, english(id, version));
  if (!done.ok) throw new Error(JSON.stringify(done));
  return { id, number: lastNumber, sequence: done.value.sequence };
}

async function publishedInPolish(): Promise<Published> {
  const first = await published();
  await publish(cms.payload, {
    ...{ kind: 'principles', document: first.id, language: 'pl', sourceEdition: 1 },
    ...{ change: 'major', changeNote: null, by: 'zofia@example.org' },
    texts: { statement: 'Rodzice są partnerami', meaning: paragraph('Razem.') },
  });
  return first;
}

async function publishAgain(id: string, change: 'minor' | 'major'): Promise<void> {
  const version = await cms.payload.findByID({
    collection: 'principles',
    id,
    depth: 0,
    overrideAccess: true,
  });
  const statement = 'Parents are partners, and more';
  await publish(cms.payload, {
    ...english(id, { ...version, statement }),
    change,
  });
}

function english(document: string, version: object): Publication & { version: object } {
  return {
    ...{ kind: 'principles', document, language: 'en', version: version as never },
    ...{ change: 'major', changeNote: null, by: publisher.email },
  };
}

function aboutLive({ id, sequence }: Published): DeskEvent {
  return {
    ...{ what: 'live', kind: 'principles', document: id, title: 'Parents are partners' },
    ...{ by: publisher.email, note: null, to: [editor.email], sequence },
  };
}

function receipt(upTo: number, failed: readonly object[] = []): Promise<Response> {
  releases += 1;
  const liveAt = '2026-05-03T12:00:00.000Z';
  return cms.ask(press, 'POST', '/api/receipts', { release: releases, upTo, liveAt, failed });
}

async function translator(name: string, languages: string[]): Promise<void> {
  const { email } = await cms.account('translator', name);
  await cms.payload.update({
    collection: 'users',
    where: { email: { equals: email } },
    data: { languages } as never,
    overrideAccess: true,
  });
}

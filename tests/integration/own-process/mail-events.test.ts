/** What happens at the desk, and who hears of it by mail. */
import type { Publication } from '@charterpress/cms/src/publishing/publish.ts';
import type { DeskEvent } from '@charterpress/shared/domain/messages.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Account, type Cms, startCms } from '../../support/cms.ts';
import { type MailServer, startMailServer } from '../../support/mail-server.ts';
import { principle } from '../../support/texts.ts';
import { targetsOf } from '../../support/translated.ts';

let server: MailServer;
let cms: Cms;
let press: Account;
let editor: Account;
let publisher: Account;
let second: Account;
let notify: typeof import('../../../cms/src/mail/notify.ts').notify;
let publish: typeof import('../../../cms/src/publishing/publish.ts').publish;
let sendWaiting: typeof import('../../../cms/src/mail/send.ts').sendWaiting;
let outbox: typeof import('../../../cms/src/mail/messages.ts').outbox;

beforeAll(async () => {
  server = await startMailServer();
  cms = await startCms({ SMTP_URL: server.url, MAIL_FROM: 'desk@example.org' });
  press = await cms.account('press');
  editor = await cms.account('editor');
  publisher = await cms.account('publisher');
  second = await cms.account('publisher', 'second');
  await translator('zofia', ['pl']);
  await translator('umar', ['ur']);
  ({ notify } = await import('../../../cms/src/mail/notify.ts'));
  ({ publish } = await import('../../../cms/src/publishing/publish.ts'));
  ({ sendWaiting } = await import('../../../cms/src/mail/send.ts'));
  ({ outbox } = await import('../../../cms/src/mail/messages.ts'));
});

beforeEach(async () => {
  server.forgetAll();
  await outbox(cms.payload).deleteMany({});
});

describe('on the way of a text to its readers', () => {
  test('each hears what it waits for them to do, from submission to readers', async () => {
    const draft = await written();
    await step(editor, draft, 'submit');
    expect(await told()).toEqual([
      [publisher.email, 'For review: Parents are partners'],
      [second.email, 'For review: Parents are partners'],
    ]);
    await step(publisher, draft, 'ask-amendments', { why: 'Say with whom.' });
    expect(await told()).toEqual([[editor.email, 'Amendments asked for: Parents are partners']]);
    await step(editor, draft, 'submit');
    await step(publisher, draft, 'send-for-fact-check', { of: 'The family information service' });
    await told();
    await step(editor, draft, 'record-fact-check', checked);
    await step(publisher, draft, 'approve');
    expect(await told()).toEqual([
      [editor.email, 'Approved: Parents are partners'],
      [publisher.email, 'Fact check answered: Parents are partners'],
    ]);
    const { sequence } = await step(publisher, draft, 'publish');
    expect(await told()).toEqual([]);
    await receipt(sequence);
    expect(await told()).toEqual([[editor.email, 'Live: Parents are partners']]);
  });

  test('amendments come with the words of whoever asks for them', async () => {
    const draft = await written();
    await step(editor, draft, 'submit');
    await told();
    await step(publisher, draft, 'ask-amendments', { why: 'Say with whom.' });
    await sendWaiting(cms.payload);
    expect(server.taken[0]?.mail.text).toContain('publisher wrote:\n\n> Say with whom.');
  });

  test('what one publisher publishes alone, the others are asked to look at', async () => {
    const draft = await written();
    await step(publisher, draft, 'emergency', { reason: 'The line is dead.' });
    expect(await told()).toEqual([[second.email, 'Needs a second look: Parents are partners']]);
  });

  test('a step that is refused tells nobody', async () => {
    const draft = await written();
    const answer = await asked(editor, draft, 'approve');
    expect([answer.status, await told()]).toEqual([403, []]);
  });

  test('a fact check without an answer for a week is told once', async () => {
    const { tellOfUnanswered } = await import('../../../cms/src/mail/steps.ts');
    const draft = await written();
    await step(editor, draft, 'submit');
    await step(publisher, draft, 'send-for-fact-check', { of: 'The family information service' });
    await told();
    const seen = [];
    for (const days of [6, 7, 8]) {
      await tellOfUnanswered(cms.payload, new Date(Date.now() + days * 86_400_000 + 1000));
      seen.push((await told()).map(([to]) => to).toSorted());
    }
    expect(seen).toEqual([[], [editor.email, publisher.email], []]);
  });

  test('whoever wrote hears of a comment, whoever commented of its answer, and nobody of a comment’s words', async () => {
    const draft = await written();
    const path = `/api/principles/${draft.id}/comments`;
    const body = { field: 'statement', text: 'Is that so in Swale?' };
    const { comments } = await (await cms.ask(publisher, 'POST', path, body)).json();
    await sendWaiting(cms.payload);
    expect(server.taken[0]?.source).not.toContain('Swale');
    expect(await told()).toEqual([[editor.email, 'Comment for you: Parents are partners']]);
    await cms.ask(editor, 'POST', `${path}/${comments[0].id}/answers`, { text: 'It is.' });
    expect(await told()).toEqual([[publisher.email, 'Comment for you: Parents are partners']]);
  });
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
      [second.email, failed],
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

const checked = {
  ...{ answer: 'It is right.', saidBy: 'A manager', saidAt: '2026-05-03' },
} as const;

/** What was sent since it was asked last: to whom, and about what. */
async function told(): Promise<readonly (readonly unknown[])[]> {
  await sendWaiting(cms.payload);
  const sent = subjects().toSorted();
  server.forgetAll();
  return sent;
}

type Draft = { readonly id: string; readonly revision: number };

async function written(): Promise<Draft> {
  lastNumber += 1;
  const answer = await cms.ask(
    editor,
    'POST',
    '/api/principles',
    principle({ number: lastNumber }),
  );
  return ((await answer.json()) as { doc: Draft }).doc;
}

function asked(as: Account, { id, revision }: Draft, name: string, said: object = {}) {
  return cms.ask(as, 'POST', `/api/principles/${id}/steps/${name}`, { revision, ...said });
}

async function step(as: Account, draft: Draft, name: string, said: object = {}) {
  const answer = await asked(as, draft, name, said);
  if (!answer.ok) throw new Error(await answer.text());
  const { published: edition } = (await answer.json()) as {
    published: { sequence: number } | null;
  };
  return { sequence: edition?.sequence ?? 0 };
}

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
    targets: await targetsOf(
      cms.payload,
      { kind: 'principles', document: first.id },
      () => 'Razem.',
    ),
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

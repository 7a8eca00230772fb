import type { Publication } from '@charterpress/cms/src/publishing/publish.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Account, type Cms, startCms } from '../support/cms.ts';
import { alone, noted } from '../support/staff.ts';
import { principle } from '../support/texts.ts';
import { targetsOf } from '../support/translated.ts';

let cms: Cms;
let publisher: Account;
let publishing: typeof import('../../cms/src/publishing/publish.ts');
let withdrawing: typeof import('../../cms/src/publishing/withdraw.ts');
let ledger: typeof import('../../cms/src/publishing/ledger.ts');
let stored: typeof import('../../cms/src/publishing/stored.ts');

beforeAll(async () => {
  cms = await startCms();
  publisher = await cms.account('publisher');
  publishing = await import('../../cms/src/publishing/publish.ts');
  withdrawing = await import('../../cms/src/publishing/withdraw.ts');
  ledger = await import('../../cms/src/publishing/ledger.ts');
  stored = await import('../../cms/src/publishing/stored.ts');
});

let lastNumber = 0;

/** A principle of its own, as an editor saved it. */
async function aPrinciple(
  statement = 'Parents are partners',
): Promise<{ id: string; revision: number }> {
  lastNumber += 1;
  return (await cms.payload.create({
    collection: 'principles',
    data: principle({ number: lastNumber, statement }) as never,
    overrideAccess: true,
  })) as never;
}

async function reword(id: string, statement: string): Promise<{ id: string; revision: number }> {
  const { revision } = await read(id);
  return (await cms.payload.update({
    collection: 'principles',
    id,
    data: { statement, revision } as never,
    overrideAccess: true,
  })) as never;
}

async function read(id: string): Promise<{ id: string; revision: number }> {
  return (await cms.payload.findByID({
    collection: 'principles',
    id,
    overrideAccess: true,
  })) as never;
}

function publishAs(account: Account | null, document: { id: string; revision: number }, more = {}) {
  const body = { revision: document.revision, ...alone, ...noted, ...more };
  return cms.ask(account, 'POST', `/api/principles/${document.id}/publish`, body);
}

async function english(id: string, more: Partial<Publication> = {}) {
  const version = (await read(id)) as never;
  const base = { kind: 'principles', document: id, language: 'en', version } as const;
  const rest = { change: 'major', changeNote: null, by: publisher.email } as const;
  return publishing.publish(cms.payload, { ...base, ...rest, ...more } as Publication);
}

async function polish(id: string, sourceEdition: number, statement: string) {
  const of = { kind: 'principles', document: id } as const;
  return publishing.publish(cms.payload, {
    ...of,
    language: 'pl',
    targets: await targetsOf(cms.payload, of, ({ path }) =>
      path === 'statement' ? statement : 'Co to znaczy',
    ),
    sourceEdition,
    change: 'major',
    changeNote: null,
    by: 'a-polish-translator@example.org',
  });
}

function newest(document: string, language = 'en') {
  return stored.newestEdition(cms, { kind: 'principles', document, language });
}

describe('publishing', () => {
  test('makes an edition of the text that was approved', async () => {
    const document = await aPrinciple('Children come first');
    const answer = await publishAs(publisher, document, { changeNote: 'First published' });
    expect(answer.status).toBe(200);
    const receipt = await answer.json();
    expect(receipt).toMatchObject({
      number: 1,
      language: 'en',
      already: false,
      candidate: 'unchecked',
    });
    expect(await newest(document.id)).toMatchObject({
      ...{
        action: 'published',
        change: 'major',
        changeNote: 'First published',
        sourceEdition: null,
      },
      ...{ slug: String(lastNumber), sequence: receipt.sequence, digest: receipt.digest },
      content: { statement: 'Children come first', status: 'adopted' },
    });
  });

  test('refuses a revision that somebody saved over', async () => {
    const document = await aPrinciple();
    await reword(document.id, 'Parents lead');
    const answer = await publishAs(publisher, document);
    expect(answer.status).toBe(409);
    expect(await newest(document.id)).toBeNull();
  });

  test('says what is missing, and publishes nothing', async () => {
    const document = await aPrinciple('');
    const answer = await publishAs(publisher, document);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toEqual({
      problems: [{ field: 'statement', problem: 'empty' }],
      messages: ["Fill in 'statement'."],
    });
    expect(await newest(document.id)).toBeNull();
  });

  test('is refused to an editor, a translator, the press and to nobody', async () => {
    const document = await aPrinciple();
    const others = [
      await cms.account('editor'),
      await cms.account('translator'),
      await cms.account('press'),
      null,
    ];
    const answers = await Promise.all(others.map((account) => publishAs(account, document)));
    expect(answers.map((answer) => answer.status)).toEqual([403, 403, 403, 403]);
    expect(await newest(document.id)).toBeNull();
  });

  test('the same text again writes nothing', async () => {
    const document = await aPrinciple();
    const first = await (await publishAs(publisher, document)).json();
    const second = await (await publishAs(publisher, document)).json();
    expect(second).toMatchObject({ already: true, sequence: first.sequence, number: 1 });
    const head = await ledger.readHead(cms.payload);
    expect(head.sequence).toBe(first.sequence);
  });

  test('a second wording is edition 2, with the day of the first kept', async () => {
    const document = await aPrinciple();
    const first = await (await publishAs(publisher, document)).json();
    const second = await publishAs(publisher, await reword(document.id, 'Parents lead'), {
      change: 'minor',
      changeNote: null,
    });
    expect(await second.json()).toMatchObject({ number: 2, sequence: first.sequence + 1 });
    expect(await newest(document.id)).toMatchObject({
      firstPublishedAt: first.publishedAt,
      change: 'minor',
      changeNote: null,
    });
  });

  test('an edition has the address of its moment', async () => {
    const document = await aPrinciple();
    await publishAs(publisher, document);
    const moved = (await cms.payload.update({
      collection: 'principles',
      id: document.id,
      data: { number: 900, revision: document.revision } as never,
      overrideAccess: true,
    })) as never;
    await publishAs(publisher, moved);
    expect(await newest(document.id)).toMatchObject({ slug: '900', number: 2 });
  });

  test('what names a document is no condition on all of them', async () => {
    await publishAs(publisher, await aPrinciple());
    expect(await newest({ $ne: '' } as never)).toBeNull();
  });

  test('two documents cannot stand at one address', async () => {
    await publishAs(publisher, await aPrinciple());
    lastNumber -= 1;
    const answer = await publishAs(publisher, await aPrinciple('Another with the same number'));
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      problems: [{ field: 'number', problem: 'repeated' }],
    });
  });
});

describe('a translation', () => {
  test('becomes an edition that names the English it was made from', async () => {
    const { id } = await aPrinciple();
    await english(id);
    expect(await polish(id, 1, 'Rodzice są partnerami')).toMatchObject({
      ok: true,
      value: { number: 1 },
    });
    expect(await newest(id, 'pl')).toMatchObject({
      sourceEdition: 1,
      content: { statement: 'Rodzice są partnerami', number: lastNumber },
    });
  });

  test('with the same words but made from newer English is an edition of its own', async () => {
    const { id } = await aPrinciple();
    await english(id);
    await polish(id, 1, 'Rodzice są partnerami');
    await reword(id, 'Parents are equal partners');
    await english(id);
    expect(await polish(id, 2, 'Rodzice są partnerami')).toMatchObject({
      value: { number: 2, already: false },
    });
    expect(await polish(id, 2, 'Rodzice są partnerami')).toMatchObject({
      value: { number: 2, already: true },
    });
  });

  test('of English that was never published is refused', async () => {
    const { id } = await aPrinciple();
    expect(await polish(id, 1, 'Rodzice')).toEqual({ ok: false, refused: 'source-not-public' });
  });
});

describe('withdrawing', () => {
  test('keeps the text under an explanation, and takes the translations along at the same moment', async () => {
    const document = await aPrinciple();
    await english(document.id);
    await polish(document.id, 1, 'Rodzice są partnerami');
    const body = { revision: document.revision, explanation: 'The service has closed.' };
    const answer = await cms.ask(
      publisher,
      'POST',
      `/api/principles/${document.id}/withdraw`,
      body,
    );
    expect(answer.status).toBe(200);
    const [en, pl] = [await newest(document.id), await newest(document.id, 'pl')];
    expect(en).toMatchObject({
      action: 'withdrawn',
      changeNote: 'The service has closed.',
      number: 2,
    });
    expect(pl).toMatchObject({
      action: 'withdrawn',
      changeNote: null,
      number: 2,
      publishedAt: en?.publishedAt,
    });
    expect(pl?.content).toMatchObject({ statement: 'Rodzice są partnerami' });
  });

  test('twice is once', async () => {
    const { id } = await aPrinciple();
    await english(id);
    const asked = {
      kind: 'principles',
      document: id,
      language: 'en',
      explanation: 'Closed.',
      by: 'x',
    } as const;
    await withdrawing.withdraw(cms.payload, asked);
    expect(await withdrawing.withdraw(cms.payload, asked)).toMatchObject({
      value: { already: true, number: 2 },
    });
  });

  test('lets no translation be published until the English is public again', async () => {
    const { id } = await aPrinciple();
    await english(id);
    const asked = {
      kind: 'principles',
      document: id,
      language: 'en',
      explanation: 'Closed.',
      by: 'x',
    } as const;
    await withdrawing.withdraw(cms.payload, asked);
    expect(await polish(id, 1, 'Rodzice')).toEqual({ ok: false, refused: 'source-not-public' });
    await english(id);
    expect(await polish(id, 3, 'Rodzice')).toMatchObject({ ok: true });
  });
});

describe('many at once', () => {
  test('fifty publications get fifty consecutive sequences in the order of their commits', async () => {
    const documents = await Promise.all(Array.from({ length: 50 }, () => aPrinciple()));
    const before = await ledger.readHead(cms.payload);
    const finished: number[] = [];
    await Promise.all(
      documents.map(async ({ id }) => {
        const done = await english(id);
        finished.push(done.ok ? done.value.sequence : -1);
      }),
    );
    expect(finished).toEqual(Array.from({ length: 50 }, (_each, at) => before.sequence + at + 1));
  });

  test('two programs on one database never give the same sequence, and leave none out', async () => {
    const other = await cms.another('the other program');
    const documents = await Promise.all(Array.from({ length: 50 }, () => aPrinciple()));
    const before = await ledger.readHead(cms.payload);
    const sequences = await Promise.all(
      documents.map(async ({ id }, at) => {
        const payload = at % 2 === 0 ? cms.payload : other;
        const act = { by: 'a program', did: 'published', reason: null };
        const entry = {
          kind: 'principles',
          document: id,
          language: 'en',
          slug: `both-${at}`,
        } as const;
        const rest = {
          action: 'published',
          change: 'major',
          changeNote: null,
          digest: 'd',
        } as const;
        const work = (book: import('../../cms/src/publishing/ledger.ts').Ledger) =>
          book.enter({ ...entry, ...rest, sourceEdition: null, content: {} }, act);
        return (await ledger.withoutQueue(payload, work)).sequence;
      }),
    );
    const expected = Array.from({ length: 50 }, (_each, at) => before.sequence + at + 1);
    expect(sequences.toSorted((a, b) => a - b)).toEqual(expected);
  });
});

import type { Pair } from '@charterpress/shared/domain/translation/record.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Cms, startCms } from '../support/cms.ts';
import { principle } from '../support/texts.ts';

let cms: Cms;
let memory: typeof import('../../cms/src/translation/memory/remember.ts');
let suggest: typeof import('../../cms/src/translation/memory/suggest.ts').suggest;
let ledger: typeof import('../../cms/src/publishing/ledger.ts');
let removal: typeof import('../../cms/src/publishing/removal.ts');

beforeAll(async () => {
  cms = await startCms();
  memory = await import('../../cms/src/translation/memory/remember.ts');
  ({ suggest } = await import('../../cms/src/translation/memory/suggest.ts'));
  ledger = await import('../../cms/src/publishing/ledger.ts');
  removal = await import('../../cms/src/publishing/removal.ts');
});

const translator = 'translator@example.org';

function pair(source: string, target: string): Pair {
  return {
    ...{ source, target, hash: source, translatedBy: translator, reviewedBy: 'second@example.org' },
    ...{ translatedAt: '2026-03-01T09:00:00.000Z', reviewedAt: '2026-03-02T09:00:00.000Z' },
    ...{ origin: 'person', waived: [] },
  };
}

function reviewed(document: string, key: string, made: Pair, language = 'pl') {
  const neighbours = { previousHash: 'before', nextHash: 'after' };
  return memory.remember(cms, {
    kind: 'guides',
    document,
    key,
    language,
    pair: made,
    ...neighbours,
  });
}

function asked(text: string, about: object = {}) {
  const nowhere = { document: 'new', key: 'title', previousHash: null, nextHash: null };
  return suggest(cms, { language: 'pl', text, ...nowhere, ...about });
}

describe('what was reviewed', () => {
  const text = 'Ask at your children’s centre about the cost.';
  const target = 'Zapytaj o koszt w centrum dla dzieci.';

  beforeAll(async () => {
    await reviewed('a', 'p-1', pair(text, target));
    await reviewed('a', 'p-2', pair('Someone listens to you.', 'Ktoś cię wysłucha.'));
    await reviewed('a', 'p-1', pair(text, 'اردو'), 'ur');
  });

  test('is offered for the same English, with who wrote it and where', async () => {
    const where = { kind: 'guides', document: 'a', key: 'p-1', file: null };
    const said = { source: text, target, by: translator, at: '2026-03-02T09:00:00.000Z', where };
    expect(await asked(text)).toEqual([{ match: 'exact', score: 100, ...said }]);
  });

  test('is in context between the same neighbours', async () => {
    const between = { previousHash: 'before', nextHash: 'after' };
    expect(await asked(text, between)).toMatchObject([{ match: 'context', target }]);
  });

  test('is offered for English much like it, by how much alike it is', async () => {
    const found = await asked('Ask at your children’s centre about the price.');
    expect(found).toMatchObject([{ match: 'fuzzy', score: 88, source: text, target }]);
  });

  test('is not offered for other English', async () => {
    expect(await asked('We answer within ten working days.')).toEqual([]);
  });

  test('gives way to a later review of the same segment', async () => {
    await reviewed('b', 'p-1', pair('Come in.', 'Wejdź.'));
    await reviewed('b', 'p-1', pair('Come in.', 'Zapraszamy.'));
    expect(await asked('Come in.')).toMatchObject([{ target: 'Zapraszamy.' }]);
  });

  test('is found by another process at once', async () => {
    const other = await cms.another('beside');
    await reviewed('c', 'p-1', pair('You can bring a friend.', 'Możesz przyjść z kimś.'));
    const segment = { language: 'pl', text: 'You can bring a friend.', document: 'x', key: 'y' };
    const found = await suggest(
      { payload: other },
      { ...segment, previousHash: null, nextHash: null },
    );
    expect(found).toHaveLength(1);
  });

  test('is remembered with its review or not at all', async () => {
    const act = ledger.inLedger(cms.payload, async ({ req }) => {
      const place = { kind: 'guides', document: 'd', key: 'p-1', language: 'pl' } as const;
      const made = pair('Nobody reviewed this.', 'Nikt tego nie sprawdził.');
      await memory.remember(req, { ...place, pair: made, previousHash: null, nextHash: null });
      throw new Error('The review was refused.');
    });
    await expect(act).rejects.toThrow('refused');
    expect(await asked('Nobody reviewed this.')).toEqual([]);
  });
});

test('a document that is removed leaves the memory in every language, and others stay', async () => {
  const data = principle({ number: 3, statement: 'Kanarienvogel' });
  const asked = { collection: 'principles', data, overrideAccess: true } as const;
  const { id } = (await cms.payload.create(asked as never)) as { id: string };
  const made = pair('Kanarienvogel', 'Kanarek');
  const place = {
    kind: 'principles',
    key: 'statement',
    previousHash: null,
    nextHash: null,
  } as const;
  for (const language of ['pl', 'ur']) {
    await memory.remember(cms, { ...place, document: id, language, pair: made });
  }
  await memory.remember(cms, { ...place, document: 'another', language: 'pl', pair: made });
  const subject = { kind: 'principles', document: id } as const;
  await removal.askRemoval(cms.payload, { ...subject, reason: 'Test.', by: 'one@example.org' });
  await removal.confirmRemoval(cms.payload, { ...subject, by: 'two@example.org' });
  const rows = cms.payload.db.connection.collection('translation-memory');
  expect(await rows.countDocuments({ document: id })).toBe(0);
  expect(await rows.countDocuments({ source: 'Kanarienvogel' })).toBe(1);
});

test('nobody reads or writes the memory over the API', async () => {
  const publisher = await cms.account('publisher');
  const administrator = await cms.account('administrator');
  for (const account of [publisher, administrator, null]) {
    const read = await cms.ask(account, 'GET', '/api/translation-memory');
    expect(read.status).toBeGreaterThanOrEqual(401);
    const written = await cms.ask(account, 'POST', '/api/translation-memory', { source: 'x' });
    expect(written.status).toBeGreaterThanOrEqual(401);
  }
});

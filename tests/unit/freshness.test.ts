import type { Change, ReadableEdition } from '@charterpress/shared/domain/edition.ts';
import { freshness } from '@charterpress/shared/domain/freshness.ts';
import { describe, expect, test } from 'vitest';

type Said = { number: number; change?: Change; statement?: string; sourceEdition?: number | null };

/** An edition of principle 7, published on the day of May 2026 that its number names. */
function edition({
  number,
  change = 'major',
  statement = 'Parents are partners',
  sourceEdition = null,
}: Said) {
  const at = `2026-05-0${number}T09:00:00.000Z`;
  const head = {
    kind: 'principles',
    document: 'p7',
    slug: '7',
    language: 'en',
    sequence: number,
  } as const;
  const rest = {
    action: 'published',
    changeNote: null,
    publishedAt: at,
    firstPublishedAt: at,
    changedAt: at,
    digest: '',
  } as const;
  const content = { number: 7, statement, meaning: [], status: 'adopted', earlier: [] } as const;
  return {
    ...head,
    ...rest,
    number,
    change,
    sourceEdition,
    content,
  } as ReadableEdition<'principles'>;
}

const madeFrom = (sourceEdition: number) => edition({ number: 1, sourceEdition });

describe('a translation', () => {
  test('of the newest English is current', () => {
    expect(freshness(madeFrom(2), [edition({ number: 2 })])).toEqual({ state: 'current' });
  });

  test('stays current after a minor change', () => {
    const english = [
      edition({ number: 1 }),
      edition({ number: 2, change: 'minor', statement: 'Parents are partners.' }),
    ];
    expect(freshness(madeFrom(1), english)).toEqual({ state: 'current' });
  });

  test('is behind after a minor change that changed a number all the same', () => {
    const statement = 'We answer within 5 days';
    const english = [
      edition({ number: 1, statement }),
      edition({ number: 2, statement: 'We answer you within 5 days', change: 'minor' }),
      edition({ number: 3, statement: 'We answer you within 9 days', change: 'minor' }),
    ];
    expect(freshness(madeFrom(1), english)).toEqual({
      ...{ state: 'behind', since: '2026-05-03T09:00:00.000Z', unsafe: false },
      changed: { fields: ['statement'], rows: [] },
    });
  });

  test('is current again when the number is what it was', () => {
    const statement = 'We answer within 5 days';
    const english = [
      edition({ number: 1, statement }),
      edition({ number: 2, statement: 'We answer within 9 days', change: 'minor' }),
      edition({ number: 3, statement, change: 'minor' }),
    ];
    expect(freshness(madeFrom(1), english)).toEqual({ state: 'current' });
  });

  test('is behind since the first major change, and names what changed', () => {
    const english = [
      edition({ number: 1 }),
      edition({ number: 2, change: 'minor' }),
      edition({ number: 3, statement: 'Parents lead' }),
      edition({ number: 4, statement: 'Parents decide' }),
    ];
    expect(freshness(madeFrom(1), english)).toEqual({
      ...{ state: 'behind', since: '2026-05-03T09:00:00.000Z', unsafe: false },
      changed: { fields: ['statement'], rows: [] },
    });
  });

  test('is not shown any more when a safety change stands between', () => {
    const english = [
      edition({ number: 1 }),
      edition({ number: 2, change: 'safety' }),
      edition({ number: 3 }),
    ];
    expect(freshness(madeFrom(1), english)).toMatchObject({ state: 'behind', unsafe: true });
  });

  test('made after the safety change is safe', () => {
    const english = [edition({ number: 2, change: 'safety' }), edition({ number: 3 })];
    expect(freshness(madeFrom(2), english)).toMatchObject({ state: 'behind', unsafe: false });
  });

  test('made from an edition that is not there is behind in everything', () => {
    expect(freshness(madeFrom(1), [edition({ number: 2, change: 'minor' })])).toEqual({
      ...{ state: 'behind', since: '2026-05-02T09:00:00.000Z', unsafe: false },
      changed: { fields: ['number', 'statement', 'meaning', 'status', 'earlier'], rows: [] },
    });
  });
});

import {
  gramsOf,
  rarest,
  suggestionsFrom,
} from '@charterpress/shared/domain/translation/memory.ts';
import { difference, similarity } from '@charterpress/shared/domain/translation/similarity.ts';
import { countByBand, wordCount } from '@charterpress/shared/domain/translation/word-count.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

describe('how much alike two texts are', () => {
  test.each([
    ['Ask us about cost.', 'Ask us about cost.', 100],
    ['Ask us about cost.', 'ask us about cost.', 99],
    ['Ask us about cost.', 'Ask us about cost', 97],
    ['Ask us about cost.', 'Ask us about price.', 76],
    ['Ask <1>us</1> about cost.', 'Ask us about cost.', 81],
    ['Ask us about cost.', 'Nothing of it', 0],
    ['', 'Ask us', 0],
  ])('%s / %s', (one, other, score) => {
    expect(similarity(one, other)).toBe(score);
  });

  test(`is the same both ways, and 100 for the same alone (seed ${seed})`, () => {
    const text = fc
      .array(fc.constantFrom('ask', 'us', 'Us', 'about', '<1>', '</1>', '.', ' '))
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(similarity(one, other)).toBe(similarity(other, one));
        expect(similarity(one, other) === 100).toBe(one === other);
      }),
      { seed, numRuns: 500 },
    );
  });

  test('the difference shows words and codes whole, and both texts can be read in it', () => {
    const [before, after] = ['Ask <1>us</1> about cost.', 'Ask us about the cost.'];
    const pieces = difference(before, after);
    const without = (what: string) =>
      pieces.flatMap(({ is, words }) => (is === what ? [] : [words])).join('');
    expect([without('added'), without('removed')]).toEqual([before, after]);
    expect(pieces).toContainEqual({ is: 'removed', words: '<1>' });
  });
});

test.each([
  ['Ask us about cost.', 4],
  ['Ask <1>us</1>: <2/>', 2],
  ['Well-being costs £4.50 for 1,250 families', 6],
  ['It’s free', 2],
  ['', 0],
])('the words of "%s" are %i', (text, count) => {
  expect(wordCount(text)).toBe(count);
});

test('words are counted by what the memory knows of them', () => {
  const segment = (
    text: string,
    best: Parameters<typeof countByBand>[0][number]['best'] = null,
  ) => ({ text, hash: text, best });
  const counted = countByBand([
    segment('one two three'),
    segment('one two three'),
    segment('four', { match: 'exact', score: 100 }),
    segment('four', { match: 'context', score: 100 }),
    segment('five six', { match: 'fuzzy', score: 80 }),
    segment('seven', { match: 'fuzzy', score: 74 }),
  ]);
  expect(counted).toEqual({
    context: { segments: 1, words: 1 },
    exact: { segments: 1, words: 1 },
    repeated: { segments: 1, words: 3 },
    fuzzy: { segments: 1, words: 2 },
    new: { segments: 2, words: 4 },
  });
});

describe('what the memory offers', () => {
  const row = (source: string, target: string, about: object = {}) => ({
    ...{
      source,
      target,
      by: 'translator@example.org',
      at: '2026-03-02',
      kind: 'guides',
      document: 'a',
    },
    ...{ key: 'p-1', previousHash: 'x', nextHash: 'y', file: null, ...about },
  });
  const sought = {
    text: 'Ask us about cost.',
    document: 'b',
    key: 'p-9',
    previousHash: 'x',
    nextHash: 'y',
  };

  test('is in context before exact, then by likeness, each wording once', () => {
    const offered = suggestionsFrom(sought, [
      row('Ask us about price.', 'fuzzy'),
      row('Ask us about cost.', 'exact', { nextHash: null }),
      row('Ask us about cost.', 'context'),
      row('Ask us about cost.', 'exact', { previousHash: null, at: '2026-01-01' }),
      row('Nothing of it at all', 'none'),
    ]);
    expect(offered.map(({ match, score, target }) => [match, score, target])).toEqual([
      ['context', 100, 'context'],
      ['exact', 100, 'exact'],
      ['fuzzy', 76, 'fuzzy'],
    ]);
  });

  test('what was reviewed here comes before what a file brought', () => {
    const imported = { file: 'old.tmx', kind: null, document: null, key: null, nextHash: null };
    const offered = suggestionsFrom(sought, [
      row('Ask us about cost.', 'from a file', imported),
      row('Ask us about cost.', 'reviewed', { nextHash: null, at: '2020-01-01' }),
    ]);
    expect(offered.map(({ target }) => target)).toEqual(['reviewed', 'from a file']);
  });

  test('a line at both ends of nothing has no context', () => {
    const alone = { previousHash: null, nextHash: null };
    const offered = suggestionsFrom({ ...sought, ...alone }, [row(sought.text, 'x', alone)]);
    expect(offered.map(({ match }) => match)).toEqual(['exact']);
  });
});

test('a text is found by its words and pairs of words, the rarest first', () => {
  const grams = gramsOf('Ask us, <1>ask</1> them');
  expect(grams).toEqual(['ask', 'us', 'them', 'ask us', 'us ask', 'ask them']);
  const rows = (gram: string) => (gram.includes(' ') ? 10 : 1000);
  expect(rarest(grams, rows, 25)).toEqual(['ask us', 'us ask']);
  expect(rarest(['ask'], rows, 25)).toEqual(['ask']);
});

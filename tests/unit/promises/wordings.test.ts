import { comparedWords } from '@charterpress/shared/domain/compare-words.ts';
import { wordingHistory } from '@charterpress/shared/domain/promises/wordings.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const earlier = (wording: string, until: string) => ({
  ...{ id: until, wording, from: null, until, reason: 'Parents asked.', consultation: null },
});

describe('the wordings of a principle', () => {
  test('are told newest first, each compared with the one that took its place', () => {
    const history = wordingHistory(
      {
        statement: 'All services use the same plain words.',
        earlier: [
          earlier('Services use words.', '2007-03-01'),
          earlier('All services use the same words.', '2007-07-05'),
        ],
      },
      'en',
    );
    expect(history.map(({ until }) => until)).toEqual(['2007-07-05', '2007-03-01']);
    expect(history[0]?.change).toEqual([
      { is: 'same', words: 'All services use the same ' },
      { is: 'added', words: 'plain ' },
      { is: 'same', words: 'words.' },
    ]);
  });
});

const tags = fc.constantFrom('en', 'ur', 'pl', 'bn');
const words = fc.array(
  fc.constantFrom('parents', 'والدین', 'খবর', 'dzieci', ' ', '  ', '.', ',', 'a', '👩‍👧', '\n'),
  { maxLength: 20 },
);

describe('whatever two wordings say', () => {
  test('what stayed and what was taken out is the one, what stayed and what was put in the other', () => {
    fc.assert(
      fc.property(words, words, tags, (one, other, tag) => {
        const [before, after] = [one.join(''), other.join('')];
        const pieces = comparedWords(before, after, tag);
        const without = (is: string) =>
          pieces.flatMap((piece) => (piece.is === is ? [] : [piece.words])).join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
      { numRuns: 1_000 },
    );
  });
});

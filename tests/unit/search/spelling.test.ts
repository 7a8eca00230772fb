import {
  AS_ASKED,
  distance,
  nearest,
  nearness,
} from '@charterpress/shared/domain/search/spelling.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const word = fc.stringMatching(/^[a-z]{0,9}$/);

describe('the distance of two words', () => {
  it.each([
    ['school', 'school', 0],
    ['scool', 'school', 1],
    ['schhool', 'school', 1],
    ['schoal', 'school', 1],
    ['shcool', 'school', 1],
    ['skool', 'school', 2],
    ['kitten', 'sitting', 3],
  ])('from "%s" to "%s" is %i', (one, other, mistakes) => {
    expect(distance(one, other, 9)).toBe(mistakes);
  });

  it('is the same there and back, nothing only between equals, and never more than one above what is asked', () => {
    fc.assert(
      fc.property(word, word, fc.nat(4), (one, other, most) => {
        const there = distance(one, other, most);
        expect(distance(other, one, most)).toBe(there);
        expect(there === 0).toBe(one === other);
        expect(there).toBeLessThanOrEqual(most + 1);
        expect(there).toBe(Math.min(distance(one, other, 20), most + 1));
      }),
      { verbose: 1 },
    );
  });
});

describe('a word is near', () => {
  it('first as itself, then begun, then in another form, then misspelt', () => {
    const order = ['benefit', 'benefits', 'beneficial', 'banefit'].map((known) =>
      nearness('benefit', known),
    );
    expect(order).toEqual(order.toSorted((a, b) => b - a));
    expect(order[2]).toBeGreaterThanOrEqual(AS_ASKED);
    expect(order[3]).toBeLessThan(AS_ASKED);
  });

  it('in the cases of a language that declines it', () => {
    expect(nearness('swiadczenie', 'swiadczeniami')).toBeGreaterThanOrEqual(AS_ASKED);
  });

  it('never when it is another word of three letters', () => {
    expect(nearness('son', 'sun')).toBe(0);
  });
});

describe('the words that somebody may have meant', () => {
  it('are those with the fewest mistakes, the one that begins alike first', () => {
    expect(nearest('nursary', ['nurse', 'nursery', 'nursing', 'bursary'])).toEqual([
      'nursery',
      'bursary',
    ]);
  });

  it('are none for a word that is like no other, and none for a short one', () => {
    expect(nearest('xylophone', ['school', 'home'])).toEqual([]);
    expect(nearest('sun', ['son'])).toEqual([]);
  });
});

/** Editors insert, delete, move, split, edit and restore while translators work: what readers would be shown stays true. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { anySteps, wrongAfter } from '../../support/english-at-work.ts';

// Hundreds of documents, on a machine that does other things besides.
vi.setConfig({ testTimeout: 60_000 });
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

describe(`whatever editors and translators do (seed ${seed})`, () => {
  test('no segment shows a translation of another text, what did not change stays, what is new is untranslated', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        expect(wrongAfter(steps)).toEqual([]);
      }),
      { seed, numRuns: 150 },
    );
  });
});

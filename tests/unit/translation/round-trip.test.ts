/** What is cut out of an edition goes back to where it was, exactly. */
import { kindNames } from '@charterpress/shared/domain/kinds.ts';
import {
  inOneForm,
  plainOf,
  textFrom,
  tokensOf,
} from '@charterpress/shared/domain/translation/codes.ts';
import { codedFrom, inlinesFrom } from '@charterpress/shared/domain/translation/inlines.ts';
import { alignKeys } from '@charterpress/shared/domain/translation/keys.ts';
import { composeSegments, segmentsOf } from '@charterpress/shared/domain/translation/segments.ts';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { anyContent, anyLine } from '../../support/any-content.ts';

// Hundreds of documents, on a machine that does other things besides.
vi.setConfig({ testTimeout: 60_000 });
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const runs = { seed, numRuns: 2000 };

describe(`whatever an edition holds (seed ${seed})`, () => {
  test.each(kindNames)(
    '%s, cut into segments with keys of their own, is composed to the same edition from the English',
    (kind) => {
      fc.assert(
        fc.property(anyContent(kind), (content) => {
          const keys = alignKeys(kind, content, []);
          const segments = segmentsOf(kind, content, keys);
          const english = new Map(segments.map(({ key, text }) => [key, text]));
          const composed = composeSegments(kind, content, keys, english);
          expect(composed).toEqual({ ok: true, value: content });
          expect(english.size).toBe(segments.length);
        }),
        { seed, numRuns: 200 },
      );
    },
  );

  test('a line of rich text comes back piece by piece', () => {
    fc.assert(
      fc.property(anyLine, (children) => {
        const { codes, text } = codedFrom(children);
        expect(inlinesFrom(codes, text)).toEqual(children);
      }),
      runs,
    );
  });

  test('a text is read as it was written', () => {
    fc.assert(
      fc.property(anyLine, (children) => {
        const { text } = codedFrom(children);
        expect(textFrom(tokensOf(text) ?? [])).toBe(text);
        expect(inOneForm(text)).toBe(text);
      }),
      runs,
    );
  });

  test('no word can be taken for a code', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        const text = textFrom([{ text: words }]);
        expect(plainOf(text)).toBe(words.normalize('NFC'));
      }),
      runs,
    );
  });
});

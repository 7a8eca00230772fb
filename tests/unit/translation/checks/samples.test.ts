/** What people really wrote, and what happens to it when a digit slips: the checks against the whole sample content. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inPlainDigits } from '@charterpress/shared/domain/plain-digits.ts';
import type { Finding } from '@charterpress/shared/domain/translation/checks/finding.ts';
import { findings } from '@charterpress/shared/domain/translation/checks/findings.ts';
import { glossaryOf } from '@charterpress/shared/domain/translation/glossary.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { translationFindingWords } from '../../../../cms/src/words/translation-finding.ts';
import { errorsIn } from '../../../support/judged.ts';
import { sampleEditions } from '../../../support/sample-editions.ts';
import { type SamplePair, samplePairs } from '../../../support/sample-pairs.ts';

const trusts = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../../shared/trusts');
const pairs = readdirSync(trusts).flatMap((trust) => samplePairs(trust));
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const runs = { seed, numRuns: 500 };

const terms = (await sampleEditions('kent')).flatMap((edition) =>
  edition.kind === 'terms' && edition.language === 'en' && edition.action === 'published'
    ? [edition.content]
    : [],
);

function found({ language, segment }: SamplePair, target: string): readonly Finding[] {
  const glossary = glossaryOf(terms, language);
  return findings(segment, target, { language, glossary, sameSourceElsewhere: [] });
}

describe('over the sample translations', () => {
  const said = pairs.flatMap((pair) =>
    found(pair, pair.target).map((finding) => ({
      ...finding,
      where: pair.where,
      target: pair.target,
    })),
  );

  test('there are many, in several scripts', () => {
    expect(pairs.length).toBeGreaterThan(900);
    expect(new Set(pairs.map(({ language }) => language))).toContain('ur');
  });

  test('the terms of the trust are many', () => {
    expect(terms.length).toBeGreaterThanOrEqual(12);
  });

  test('no error is false', () => {
    expect(said.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('fewer than one in a hundred has a warning', () => {
    expect(said.length, JSON.stringify(said, null, 1)).toBeLessThan(pairs.length / 100);
  });
});

const numbered = pairs.filter(({ target }) =>
  /\d{2}/.test(inPlainDigits(target).replace(/<[^>]*>/g, '')),
);
const scripts = ['٠', '۰', '०', '০', '૦', '੦', '0'];

function inDigitsFrom(zero: string, text: string): string {
  const base = zero.codePointAt(0) as number;
  return text.replace(/(<[^>]*>)|(\d)/g, (_all, code: string | undefined, digit: string) =>
    code === undefined ? String.fromCodePoint(base + Number(digit)) : code,
  );
}

test(`the digits of every script are the same (seed ${seed})`, () => {
  fc.assert(
    fc.property(fc.constantFrom(...pairs), fc.constantFrom(...scripts), (pair, zero) => {
      const errors = found(pair, inDigitsFrom(zero, pair.target)).filter(
        ({ level }) => level === 'error',
      );
      expect(errors).toEqual([]);
    }),
    runs,
  );
});

test(`a number that lost or gained a digit is an error (seed ${seed})`, () => {
  const slip = fc.constantFrom(
    (number: string) => `${number}7`,
    (number: string) => number.slice(0, -1),
    (number: string) => number.replace(/.$/, (digit) => String((Number(digit) + 3) % 10)),
  );
  fc.assert(
    fc.property(fc.constantFrom(...numbered), slip, (pair, change) => {
      const target = pair.target.replace(/(?<![\d<.,:])\d{2,}(?![\d>]|[.,:]\d)/, change);
      expect(found(pair, target).some(({ level }) => level === 'error')).toBe(
        target !== pair.target,
      );
    }),
    runs,
  );
});

test(`any numbers are right in their own order and wrong with one more (seed ${seed})`, () => {
  const numbers = fc.array(fc.nat({ max: 99_999 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(numbers, fc.nat({ max: 99_999 }), (said, other) => {
      const source = `Bring ${said.join(' and ')} of them`;
      const target = `Przynieś ${said.toReversed().join(' oraz ')}`;
      expect(errorsIn(source, target, 'pl')).toEqual([]);
      const more = errorsIn(source, `${target} i ${other}`, 'pl');
      expect(more).toEqual(said.includes(other) ? [] : ['number-changed']);
    }),
    runs,
  );
});

test(`whatever is typed, the checks answer, with a sentence for each finding (seed ${seed})`, () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.constantFrom(
      '<',
      '<1>',
      '</1>',
      '{{count}}',
      '\u202e',
      '12/13/2026',
      '£',
      '+44 ',
      '0'.repeat(200),
    ),
  );
  const typed = fc.array(text, { maxLength: 6 }).map((parts) => parts.join(' '));
  const glossary = [{ term: '(', approved: ['['], forbidden: ['*'], staysLatin: false }];
  fc.assert(
    fc.property(
      typed,
      typed,
      fc.constantFrom('pl', 'ur', 'ne', 'ar', 'bn'),
      (source, target, language) => {
        const around = { language, glossary, sameSourceElsewhere: [source] };
        for (const finding of findings({ text: source, codes: [] }, target, around)) {
          expect(translationFindingWords(finding), finding.rule).toMatch(/^\P{Ll}.*\.$/su);
        }
      },
    ),
    runs,
  );
});

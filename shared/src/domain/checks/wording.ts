/** Advice on words: those that the trust has agreed on, and numbers that belong into a fact. */
import { inPlainDigits } from '../plain-digits.ts';
import type { Advice } from './findings.ts';
import { isEnglish } from './structure.ts';
import type { Term } from './surroundings.ts';
import type { Passage } from './texts.ts';

/** Each word once a passage, however often it stands there. */
export function otherWords(
  { field, text }: Passage,
  terms: readonly Term[],
  language: string,
): readonly Advice[] {
  if (!isEnglish(language)) return [];
  return terms.flatMap(({ insteadOf, say }) =>
    insteadOf
      .filter((word) => holdsWord(text, word))
      .map((word): Advice => ({ field, problem: 'other-word', word, say })),
  );
}

function holdsWord(text: string, word: string): boolean {
  const escaped = plain(word).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu').test(plain(text));
}

/** Typed and printed apostrophes are one. */
function plain(text: string): string {
  return text.replaceAll('\u2019', "'").replace(/\s+/g, ' ');
}

/** Begins as numbers do that are dialled here or from abroad, and goes on with digits, spaces, brackets and hyphens. */
const dialled = /(?<![\p{L}\p{N}/.,+-])(?:\+|\(?0)[\d\s()-]{6,18}\d(?![\p{L}\p{N}/]|[.,]\d)/gu;
const date = /^\d{1,2}[-\s]\d{1,2}[-\s]\d{4}$/;

/** A telephone number in the middle of a text, in whatever digits: when it changes, nobody finds it again. */
export function typedTelephones({ field, text }: Passage): readonly Advice[] {
  const found = [...inPlainDigits(text).matchAll(dialled)].map(([telephone]) => telephone);
  return found
    .filter(isTelephone)
    .map((telephone): Advice => ({ field, problem: 'typed-telephone', telephone }));
}

function isTelephone(words: string): boolean {
  const digits = words.replace(/\D/g, '');
  return digits.length >= 8 && digits.length <= 15 && !date.test(words);
}

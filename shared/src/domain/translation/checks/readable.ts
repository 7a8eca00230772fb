/** A coded text as it is read: its words, with one sign for each code that stands alone. */
import { withoutReferences } from '../../strategy/references.ts';
import { tokensOf } from '../codes.ts';

/** Stands for a fact, a break or a reference to a section: neither a letter nor a digit nor a space. */
export const ALONE = '\ufffc';

export function readable(text: string): string {
  const tokens = tokensOf(text) ?? [{ text }];
  return tokens
    .map((token) => {
      if ('text' in token) return withoutReferences(token.text, ALONE);
      return 'alone' in token ? ALONE : '';
    })
    .join('');
}

export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Words by the rules of the language, as they are written. */
export function wordsOf(text: string, language: string): readonly string[] {
  const made = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, made);
  return [...made.segment(text)].flatMap(({ isWordLike, segment }) =>
    isWordLike ? [segment] : [],
  );
}

/**
 * The words that a trust agreed on, for one language: how a term of the common language is written, how it is not, and
 * which names keep their letters.
 */

import type { ContentOfKind } from '../kinds.ts';

export type GlossaryTerm = {
  /** The English wording. */
  readonly term: string;
  /** Every wording that may stand for it. */
  readonly approved: readonly string[];
  /** Wordings that nobody may use, whatever the English says. */
  readonly forbidden: readonly string[];
  /** A name that is written in Latin letters in every language, as in "Home-Start". */
  readonly staysLatin: boolean;
};

/** Of one language. */
export type Glossary = readonly GlossaryTerm[];

/** The glossary of a language, from what is published of the terms. */
export function glossaryOf(terms: readonly ContentOfKind<'terms'>[], language: string): Glossary {
  return terms.map(({ staysLatin, term, wordings }) => {
    const own = wordings.filter((wording) => wording.language === language);
    const wordingsTo = (wanted: 'approved' | 'forbidden') =>
      own.flatMap(({ use, wording }) => (use === wanted ? [wording] : []));
    return {
      term,
      staysLatin,
      approved: wordingsTo('approved'),
      forbidden: wordingsTo('forbidden'),
    };
  });
}

/**
 * How much of a word may differ. `strict` is for what nobody may write: endings, and a last vowel. `loose` is for what
 * should be there: languages inflect in many ways, and a warning that is wrong once is not read again.
 */
export type Tolerance = 'strict' | 'loose';

/** The terms that an English text mentions, in the singular or the plural. A term within a longer one is not meant. */
export function mentionedTerms(source: string, glossary: Glossary): Glossary {
  let rest = plain(source);
  return glossary
    .toSorted((one, other) => other.term.length - one.term.length)
    .filter(({ staysLatin, term }) => {
      const without = rest.replace(english(term, staysLatin), ' \ufffc ');
      const isThere = without !== rest;
      rest = without;
      return isThere;
    });
}

export function hasWording(
  text: string,
  wording: string,
  language: string,
  tolerance: Tolerance,
): boolean {
  return pattern(wording, language, tolerance).test(lower(text, language));
}

/** The text with a sign in every place of this wording. */
export function withoutWording(text: string, wording: string, language: string): string {
  return lower(text, language).replace(pattern(wording, language, 'strict'), '\ufffc');
}

/** "children’s centre", "Children's centres". A name has its capitals: "every child matters" is a sentence. */
function english(term: string, isName: boolean): RegExp {
  const words = plain(term)
    .split(' ')
    .map((word) => `${escaped(word.replace(/y$/, ''))}(?:y|ies|s|es)?`);
  const whole = `(?<![\\p{L}\\p{N}])${words.join('[ -]')}(?![\\p{L}\\p{N}])`;
  return new RegExp(whole, isName ? 'gu' : 'giu');
}

const patterns = new Map<string, RegExp>();

function pattern(wording: string, language: string, tolerance: Tolerance): RegExp {
  const key = `${tolerance} ${language} ${wording}`;
  const made = patterns.get(key) ?? make(lower(wording, language), tolerance);
  if (patterns.size > MOST_PATTERNS) patterns.clear();
  patterns.set(key, made);
  return made;
}

const MOST_PATTERNS = 5_000;

/** Words that stand one after the other; where much is tolerated, a short one may stand between, or for a short one. */
function make(wording: string, tolerance: Tolerance): RegExp {
  const words = wording.split(/[\s-]+/);
  const parts = words.map((word) =>
    tolerance === 'strict'
      ? `${escaped(withoutLastVowel(word))}${letter}{0,5}`
      : looseWord(word, words.length),
  );
  const between = tolerance === 'strict' ? gap : `${gap}(?:${letter}{1,4} )?`;
  return new RegExp(`(?<!${letter}|\\p{N})${parts.join(between)}(?!${letter}|\\p{N})`, 'u');
}

const letter = '[\\p{L}\\p{M}]';
const gap = '[^\\p{L}\\p{M}\\p{N}]+';

/** Particles among longer words agree with what stands beside them: "کا", "کے". */
function looseWord(word: string, ofWords: number): string {
  const letters = [...word];
  if (letters.length < 4 && ofWords > 1) return `${letter}{1,4}`;
  const kept = Math.max(Math.min(3, letters.length), Math.ceil(letters.length * 0.6));
  return `${escaped(letters.slice(0, kept).join(''))}${letter}{0,10}`;
}

/** A last vowel gives way to an ending: "doradca", "doradcy". */
function withoutLastVowel(word: string): string {
  return [...word].length < 5 ? word : word.replace(/[aeiouyăаеиоуя]$/u, '');
}

function plain(text: string): string {
  return text.replaceAll('\u2019', "'").replace(/\s+/g, ' ').trim();
}

function lower(text: string, language: string): string {
  return plain(text).normalize('NFC').toLocaleLowerCase(language);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

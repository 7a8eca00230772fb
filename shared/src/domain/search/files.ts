/**
 * The index of one language, in files that a browser can read one by one: it asks for those in which its words stand, and
 * for what to show of the pages it found. Pages are named by their place in the index.
 */

import { sharedStart } from './spelling.ts';

/** Where on a page a word stands, the place that says most: in its text, a heading, its summary, its title. */
export const RANKS = 4;

/** The words of one page, by rank. A word stands in the highest rank that it has. */
export type WordsOfPage = readonly (readonly string[])[];

/** What every file says of the index that it is of: files of two indexes do not go together. */
export type OfIndex = { readonly of: string };

export type StartFile = OfIndex & {
  readonly pages: number;
  /** How many files of words there are. */
  readonly parts: number;
  /** What means the same: the wordings of each term, folded. */
  readonly terms: readonly (readonly string[])[];
};

/**
 * Under each word the pages that have it: for each, how many places it is behind the one before, times four, and the rank
 * of the word there.
 */
export type WordsFile = OfIndex & { readonly words: Readonly<Record<string, readonly number[]>> };

/** Words that somebody may have meant, in order: how many letters of the one before it begins with (in base 36), and the others. */
export type SpellingFile = OfIndex & { readonly words: string };

export type PageFound = {
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  /** The part of the site that it belongs to; `null` when it belongs to none. */
  readonly kind: string | null;
  /** Whoever reads it may be in danger for having looked for it. */
  readonly isSensitive: boolean;
  /** When it is in another language than was asked in: what `lang` and `dir` say, and the words that say so to a reader. */
  readonly in: { readonly tag: string; readonly direction: string; readonly note: string } | null;
};

export type PagesFile = OfIndex & { readonly pages: readonly PageFound[] };

/** So that a part weighs the same on its way, however many pages a site has. */
const PAGES_A_PART = 8;
const PARTS_A_SPELLING = 8;
export const PAGES_A_PORTION = 16;

/** How many files of words there are: a power of two, so that it seldom changes. */
export function partsFor(pages: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(pages / PAGES_A_PART)));
}

export function spellingsFor(parts: number): number {
  return Math.ceil(parts / PARTS_A_SPELLING);
}

export function portionsFor(pages: number): number {
  return Math.ceil(pages / PAGES_A_PORTION);
}

/** Of words that begin alike one part knows all: their forms, and the word that somebody has not finished yet. */
const BEGINNING = 3;
/** Who made a mistake in the beginning of a word seldom made one in its end. */
const END = 2;

export function partOf(word: string, parts: number): number {
  return hashOf(word.slice(0, BEGINNING), parts);
}

export function spellingOf(word: string, spellings: number): number {
  return hashOf(word.slice(-END), spellings);
}

function hashOf(letters: string, count: number): number {
  let hash = 7;
  for (let at = 0; at < letters.length; at += 1) {
    hash = (hash * 31 + letters.charCodeAt(at)) % 65_521;
  }
  return hash % count;
}

/** What each part holds. */
export function partsOf(pages: readonly WordsOfPage[]): readonly WordsFile['words'][] {
  const count = partsFor(pages.length);
  const parts = Array.from({ length: count }, () => new Map<string, number[]>());
  const last = new Map<string, number>();
  for (const [place, ranks] of pages.entries()) {
    for (const [rank, words] of ranks.entries()) {
      for (const word of words) {
        const part = parts[partOf(word, count)] as Map<string, number[]>;
        const pagesOf = part.get(word) ?? [];
        if (pagesOf.length === 0) part.set(word, pagesOf);
        pagesOf.push((place - (last.get(word) ?? 0)) * RANKS + rank);
        last.set(word, place);
      }
    }
  }
  return parts.map((part) => Object.fromEntries([...part].sort(byWord)));
}

function byWord([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}

/** The pages that have a word, by place, with its rank. */
export function pagesWith(numbers: readonly number[]): ReadonlyMap<number, number> {
  const pages = new Map<number, number>();
  let place = 0;
  for (const number of numbers) {
    place += Math.floor(number / RANKS);
    pages.set(place, number % RANKS);
  }
  return pages;
}

/** Shorter words are never corrected. */
const SHORTEST_SPELT = 4;

/** All words but those that stand once in all texts: half of a vocabulary is such, and nobody looks for it by mistake. */
export function spellingsOf(parts: readonly WordsFile['words'][]): readonly string[] {
  const spellings = Array.from({ length: spellingsFor(parts.length) }, () => [] as string[]);
  for (const part of parts) {
    for (const [word, numbers] of Object.entries(part)) {
      if (word.length < SHORTEST_SPELT || !isKnown(numbers)) continue;
      spellings[spellingOf(word, spellings.length)]?.push(word);
    }
  }
  return spellings.map((words) => codedWords(words.sort()));
}

function codedWords(words: readonly string[]): string {
  let before = '';
  return words
    .map((word) => {
      const alike = Math.min(sharedStart(word, before), MOST_ALIKE);
      before = word;
      return alike.toString(36) + word.slice(alike);
    })
    .join(' ');
}

/** What one digit can say. */
const MOST_ALIKE = 35;

function isKnown(numbers: readonly number[]): boolean {
  return numbers.length > 1 || (numbers[0] as number) % RANKS > 0;
}

export function wordsSpelt(spelling: string): readonly string[] {
  let before = '';
  return spelling.split(' ').map((coded) => {
    before = before.slice(0, Number.parseInt(coded[0] ?? '', 36)) + coded.slice(1);
    return before;
  });
}

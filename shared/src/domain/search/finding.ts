/** Finds the pages that answer, reading no more of the index than the words ask for. */
import { phrasesIn } from './asking.ts';
import {
  type OfIndex,
  PAGES_A_PORTION,
  type PageFound,
  type PagesFile,
  pagesWith,
  partOf,
  type SpellingFile,
  type StartFile,
  spellingOf,
  spellingsFor,
  type WordsFile,
  wordsSpelt,
} from './files.ts';
import { type Fitting, ranked } from './ranking.ts';
import { AS_ASKED, nearest, nearness } from './spelling.ts';

export type Found = {
  /** Their places in the index, the best first. */
  readonly places: readonly number[];
  /** Whether every word stands in the index as it was asked for, whole, begun or in another form. */
  readonly isAsAsked: boolean;
  /** What to show of some of them. */
  readonly pagesAt: (places: readonly number[]) => Promise<readonly PageFound[]>;
};

/** Reads a file of the index by its name. */
export type Read = (name: string) => Promise<unknown>;

/** The index was made again between two files of it: who asked asks again. */
export class IndexChanged extends Error {}

/** Throws IndexChanged, and what `read` throws. */
export async function find(asked: string, language: string, read: Read): Promise<Found> {
  const start = (await read('start')) as StartFile;
  const { pages, parts, terms } = start;
  const phrases = phrasesIn(asked, { language, terms });
  const words = new Set(phrases.flatMap((phrase) => [phrase.words, ...phrase.others].flat()));
  const fitting = new Map<string, readonly Fitting[]>();
  await Promise.all([...words].map(async (word) => fitting.set(word, await fittingIn(word))));
  const own = phrases.flatMap((phrase) => phrase.words);
  const unknown = own.filter((word) => fitting.get(word)?.length === 0);
  await Promise.all(unknown.map(async (word) => fitting.set(word, await misspelt(word))));
  const isAsked = (word: string) =>
    (fitting.get(word) ?? []).some((one) => one.nearness >= AS_ASKED);
  return {
    places: ranked(phrases, (word) => fitting.get(word) ?? [], pages),
    isAsAsked: own.every(isAsked),
    pagesAt,
  };

  async function fittingIn(word: string): Promise<readonly Fitting[]> {
    const file = await part<WordsFile>(`words-${partOf(word, parts)}`);
    return Object.entries(file.words).flatMap(([known, numbers]) => {
      const near = nearness(word, known);
      return near > 0 ? [{ nearness: near, pages: pagesWith(numbers) }] : [];
    });
  }

  /** No text has it, nor a word that begins like it: perhaps it begins with a mistake. */
  async function misspelt(word: string): Promise<readonly Fitting[]> {
    const { words: spelling } = await part<SpellingFile>(
      `spelling-${spellingOf(word, spellingsFor(parts))}`,
    );
    const meant = nearest(word, wordsSpelt(spelling));
    return Promise.all(
      meant.map(async (each) => {
        const file = await part<WordsFile>(`words-${partOf(each, parts)}`);
        return { nearness: MISSPELT, pages: pagesWith(file.words[each] ?? []) };
      }),
    );
  }

  async function pagesAt(places: readonly number[]): Promise<readonly PageFound[]> {
    return Promise.all(
      places.map(async (place) => {
        const portion = Math.floor(place / PAGES_A_PORTION);
        const file = await part<PagesFile>(`pages-${portion}`);
        const page = file.pages[place % PAGES_A_PORTION];
        if (page === undefined) throw new IndexChanged();
        return page;
      }),
    );
  }

  async function part<F extends OfIndex>(name: string): Promise<F> {
    const file = (await read(name)) as F;
    if (file.of !== start.of) throw new IndexChanged();
    return file;
  }
}

const MISSPELT = 0.35;

import {
  PAGES_A_PORTION,
  type PageFound,
  pagesWith,
  partOf,
  partsFor,
  partsOf,
  spellingsOf,
  type WordsOfPage,
  wordsSpelt,
} from '@charterpress/shared/domain/search/files.ts';
import { find, IndexChanged } from '@charterpress/shared/domain/search/finding.ts';
import { wordsByRank } from '@charterpress/shared/domain/search/texts.ts';
import { wordsOf } from '@charterpress/shared/domain/search/words.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

type Page = { readonly title: string; readonly summary?: string; readonly text?: string };

const pages: readonly Page[] = [
  { title: 'Starting school', text: 'How a nursery helps before school begins' },
  { title: 'Family liaison officers', summary: 'Someone at school to talk to' },
  { title: 'Nursery places', summary: 'Who can have one' },
  { title: 'Housing', text: 'A letter from the school may help' },
  { title: 'Who answers', summary: 'The board' },
];

/** The files of an index of these pages, by name. */
function indexOf(some: readonly Page[], terms: readonly string[][] = []) {
  const words = some.map(({ summary = '', text = '', title }) =>
    wordsByRank({ title, summary, names: [], headings: [], text: [text] }, 'en'),
  );
  const parts = partsOf(words);
  const of = 'one';
  return new Map<string, unknown>([
    ['start', { of, pages: some.length, parts: parts.length, terms: terms.map(foldedAll) }],
    ...parts.map((part, at) => [`words-${at}`, { of, words: part }] as const),
    ...spellingsOf(parts).map((each, at) => [`spelling-${at}`, { of, words: each }] as const),
    ...some.map((_, at): [string, unknown] => [
      `pages-${at}`,
      { of, pages: some.slice(at * PAGES_A_PORTION, (at + 1) * PAGES_A_PORTION).map(shown) },
    ]),
  ]);
}

function foldedAll(wordings: readonly string[]): readonly string[] {
  return wordings.map((wording) => wordsOf(wording, 'en').join(' '));
}

function shown({ title }: Page): PageFound {
  return { path: `/en/${title}/`, title, summary: '', kind: null, isSensitive: false, in: null };
}

async function titlesFor(asked: string, files = indexOf(pages)): Promise<readonly string[]> {
  const found = await find(asked, 'en', async (name) => files.get(name));
  return (await found.pagesAt(found.places)).map(({ title }) => title);
}

describe('whoever searches', () => {
  it('finds a title before a summary, and a summary before a text', async () => {
    expect(await titlesFor('school')).toEqual([
      'Starting school',
      'Family liaison officers',
      'Housing',
    ]);
  });

  it('finds a word that is not finished yet', async () => {
    expect((await titlesFor('nurs'))[0]).toBe('Nursery places');
  });

  it('finds a misspelt word, also where its first letter is wrong', async () => {
    expect((await titlesFor('nursary'))[0]).toBe('Nursery places');
    expect((await titlesFor('mursery'))[0]).toBe('Nursery places');
  });

  it('finds it also where its words stand in another file than those that begin like what was asked', async () => {
    const more = Array.from({ length: 60 }, (_, at) => ({ title: `Page ${at}` }));
    const files = indexOf([...pages, ...more]);
    expect(partsFor(pages.length + more.length)).toBeGreaterThan(4);
    const asked = [...'bcdfghm'].map((letter) => `${letter}ursery`);
    const found = await Promise.all(asked.map(async (word) => (await titlesFor(word, files))[0]));
    expect(found).toEqual(asked.map(() => 'Nursery places'));
  });

  it('is told when no page has the words as they were asked for', async () => {
    const files = indexOf(pages);
    const read = async (name: string) => files.get(name);
    expect((await find('nursary', 'en', read)).isAsAsked).toBe(false);
    expect((await find('nursery school', 'en', read)).isAsAsked).toBe(true);
  });

  it('finds by another wording of a term, in the order of its words', async () => {
    const files = indexOf(pages, [['family liaison officer', 'home-school worker']]);
    expect((await titlesFor('home school workers', files))[0]).toBe('Family liaison officers');
    expect(await titlesFor('worker home', files)).not.toContain('Family liaison officers');
  });

  it('finds nothing by a word that stands nowhere, and by no words', async () => {
    expect(await titlesFor('xylophone')).toEqual([]);
    expect(await titlesFor('  ?! ')).toEqual([]);
  });

  it('is not answered from two indexes at once', async () => {
    const files = indexOf(pages).set('words-0', { of: 'another', words: {} });
    await expect(titlesFor('school', files)).rejects.toThrow(IndexChanged);
  });
});

const anyWord = fc.stringMatching(/^[a-z]{2,7}$/);
const anyPages = fc.array(fc.uniqueArray(fc.tuple(anyWord, fc.nat(3)), { selector: ([w]) => w }), {
  maxLength: 80,
});

function ranksOf(words: readonly (readonly [string, number])[]): WordsOfPage {
  return [0, 1, 2, 3].map((rank) => words.filter(([, at]) => at === rank).map(([w]) => w));
}

describe('an index', () => {
  it('gives back of every word the pages that have it, with its rank', () => {
    fc.assert(
      fc.property(anyPages, (some) => {
        const parts = partsOf(some.map(ranksOf));
        const read = some.map((words, place) =>
          words.map(([word, rank]) => {
            const numbers = parts[partOf(word, parts.length)]?.[word] ?? [];
            return pagesWith(numbers).get(place) === rank;
          }),
        );
        expect(read.flat().every((isRight) => isRight)).toBe(true);
        expect(parts).toHaveLength(partsFor(some.length));
      }),
      { verbose: 1 },
    );
  });

  it('spells the words that may be meant as they are', () => {
    fc.assert(
      fc.property(anyPages, (some) => {
        const parts = partsOf(some.map(ranksOf));
        const spelt = new Set(spellingsOf(parts).flatMap(wordsSpelt));
        const known = some.flat().filter(([word, rank]) => word.length >= 4 && rank > 0);
        expect(known.filter(([word]) => !spelt.has(word))).toEqual([]);
      }),
      { verbose: 1 },
    );
  });

  it('is found by a word with any one letter of it wrong', async () => {
    const letters = fc.stringMatching(/^[b-m]{6,12}$/).filter((one) => !/(.)\1/.test(one));
    await fc.assert(
      fc.asyncProperty(letters, fc.nat(), async (word, at) => {
        const wrong = [...word].with(at % word.length, 'z').join('');
        const titles = await titlesFor(wrong, indexOf([{ title: word }]));
        expect(titles).toEqual([word]);
      }),
      { verbose: 1 },
    );
  });
});

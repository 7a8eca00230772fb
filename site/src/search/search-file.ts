/** The files of the index of a language, each by its name: `start`, `words-3`, `spelling-0`, `pages-12`. */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import {
  PAGES_A_PORTION,
  type PageFound,
  type PagesFile,
  partsOf,
  type SpellingFile,
  type StartFile,
  spellingsOf,
  type WordsFile,
} from '@charterpress/shared/domain/search/files.ts';
import { wordsOf } from '@charterpress/shared/domain/search/words.ts';
import type { Content } from '../content/content.ts';
import type { Searchable, SearchablePages } from '../content/searchable.ts';
import { type Reader, reader, tongue } from '../views/reader.ts';
import { partOfSite } from './part-of-site.ts';

type File = StartFile | WordsFile | SpellingFile | PagesFile;
type Asked = { readonly language: string; readonly file: string };

/** Throws for a file that the routes do not list. */
export function searchFile(content: Content, { file, language }: Asked): File {
  const index = indexOf(content, language);
  const [name = '', number = ''] = file.split('-');
  const at = Number(number);
  const of = index.digest;
  const { parts, spellings } = index;
  const [words, spelling] = [parts[at], spellings[at]];
  if (name === 'start') return start(language, index);
  if (name === 'pages') return { of, pages: portion(reader(content, language), index, at) };
  if (name === 'words' && words !== undefined) return { of, words };
  if (name === 'spelling' && spelling !== undefined) return { of, words: spelling };
  throw new Error(
    `There is no ${file} in the index of ${language}. Ask for what siteRoutes() lists.`,
  );
}

type Index = SearchablePages & {
  readonly parts: readonly WordsFile['words'][];
  readonly spellings: readonly string[];
};

/** The files of one language are asked for one after the other: its index is made once for all of them. */
let last: { readonly from: SearchablePages; readonly index: Index } | null = null;

function indexOf(content: Content, language: string): Index {
  const from = content.searchable(language);
  if (last?.from === from) return last.index;
  const parts = partsOf(from.pages.map(({ words }) => words));
  const index = { ...from, parts, spellings: spellingsOf(parts) };
  last = { from, index };
  return index;
}

/** Of terms only those that are called by more than one name: the others are found as words. */
function start(language: string, { digest, pages, parts }: Index): StartFile {
  const terms = pages
    .map(({ names }) => names.map((name) => wordsOf(name, tongue(language).tag).join(' ')))
    .map((names) => [...new Set(names)].filter((name) => name !== ''))
    .filter((names) => names.length > 1);
  return { of: digest, pages: pages.length, parts: parts.length, terms };
}

function portion(who: Reader, { pages }: Index, at: number): readonly PageFound[] {
  const from = at * PAGES_A_PORTION;
  return pages.slice(from, from + PAGES_A_PORTION).map((page) => found(who, page));
}

function found(who: Reader, page: Searchable): PageFound {
  const { isSensitive, kind, slug, summary, title } = page;
  const isForeign = page.language !== who.language;
  const { direction, tag } = tongue(page.language);
  return {
    path: pathOf({ kind, slug, language: who.language }) as string,
    title,
    summary: summary === title ? '' : summary,
    kind: partOfSite(kind, who.words),
    isSensitive,
    in: isForeign ? { tag, direction, note: who.words('inEnglish') } : null,
  };
}

/**
 * What of each page is searched, kept as editions come, so that an index is made of short rows and not of texts. Nothing
 * that is withdrawn or removed is in it.
 */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import { digestOf } from '@charterpress/shared/domain/digest.ts';
import type { Edition, ReadableEdition } from '@charterpress/shared/domain/edition.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import type { WordsOfPage } from '@charterpress/shared/domain/search/files.ts';
import { type Texts, textsOf, wordsByRank } from '@charterpress/shared/domain/search/texts.ts';
import { wordsOf } from '@charterpress/shared/domain/search/words.ts';
import { language as languageAt, SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { words } from '@charterpress/shared/strings.ts';
import type { Trust } from '@charterpress/shared/trust.ts';
import { tongue } from '../views/reader.ts';
import type { Statements } from './statements.ts';

/** A page as its language's index has it. */
export type Searchable = {
  readonly kind: Kind;
  readonly document: string;
  readonly slug: string;
  /** The language of its words: English, where English stands in place of an unsafe text. */
  readonly language: string;
  readonly title: string;
  readonly summary: string;
  readonly words: WordsOfPage;
  readonly isSensitive: boolean;
  /** Of a term: everything that it is called in this language, the forbidden too. Others have none. */
  readonly names: readonly string[];
};

/** Every page of a language, in an order that no change of a text changes. */
export type SearchablePages = {
  /** Another one as soon as another page stands at some place. */
  readonly digest: string;
  readonly pages: readonly Searchable[];
};

export const searchableSchema = `
  CREATE TABLE IF NOT EXISTS searchable (
    language TEXT NOT NULL, kind TEXT NOT NULL, document TEXT NOT NULL, slug TEXT NOT NULL,
    number INTEGER NOT NULL, made_from INTEGER NOT NULL, page TEXT NOT NULL,
    PRIMARY KEY (language, kind, document)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS searchable_of ON searchable (kind, document);
`;

type Kept = Pick<Searchable, 'title' | 'summary' | 'words' | 'isSensitive'> & {
  /** How each language calls it. */
  readonly wordings: readonly { readonly language: string; readonly wording: string }[];
};
type OneDocument = Pick<Edition, 'kind' | 'document'>;

/** `isUnsafe` says whether English is shown in the place of a translation that is behind. */
export function searchablesIn(
  { all, row, write }: Statements,
  { isUnsafe, trust }: { trust: Trust; isUnsafe: (of: OneDocument, language: string) => boolean },
) {
  return {
    /** Answers the languages in which somebody who searches now finds something else. */
    take(edition: Edition): readonly string[] {
      const { document, kind, language, number, slug } = edition;
      const kept = keptOf(edition, trust);
      if (kept === null) return forget(edition, language);
      const before = found(edition, language);
      const after = { slug, made_from: edition.sourceEdition ?? 0, page: JSON.stringify(kept) };
      write(
        'INSERT OR REPLACE INTO searchable VALUES (?, ?, ?, ?, ?, ?, ?)',
        ...[language, kind, document, slug, number, after.made_from, after.page],
      );
      const isSame =
        before?.slug === after.slug &&
        before.made_from === after.made_from &&
        before.page === after.page;
      const reachesOthers = language === SOURCE_LANGUAGE && changesOthers(edition, before, kept);
      if (reachesOthers) return languagesOf(edition);
      return isSame ? [] : [language];
    },
    forget,
    count: (language: string): number =>
      Number(row(`SELECT count(*) AS n ${joined}`, language)?.n ?? 0),
    pages(language: string): SearchablePages {
      const rows = all(
        `SELECT own.*, english.slug AS place, english.number AS newest, english.page AS english
         ${joined} ORDER BY own.kind, own.document`,
        language,
      );
      const pages = rows.map((one): Searchable => {
        const of = { kind: one.kind as Kind, document: String(one.document) };
        const isBehind = Number(one.made_from) < Number(one.newest);
        const isForeign = language !== SOURCE_LANGUAGE && isBehind && isUnsafe(of, language);
        const english = JSON.parse(String(one.english)) as Kept;
        const shown = isForeign ? english : (JSON.parse(String(one.page)) as Kept);
        const tag = isForeign ? SOURCE_LANGUAGE : language;
        const names = of.kind === 'terms' ? namesIn(language, shown, english) : [];
        return {
          ...of,
          ...withNames(shown, names, language),
          isSensitive: english.isSensitive,
          slug: String(one.place),
          language: tag,
        };
      });
      const places = pages.map(({ document, kind }) => `${kind} ${document}`);
      return { digest: digestOf(places).slice(0, DIGITS), pages };
    },
  };

  function found({ document, kind }: OneDocument, language: string) {
    return row(
      'SELECT * FROM searchable WHERE language = ? AND kind = ? AND document = ?',
      ...[language, kind, document],
    );
  }

  function forget(of: OneDocument, language: string): readonly string[] {
    if (found(of, language) === undefined) return [];
    const tags = language === SOURCE_LANGUAGE ? languagesOf(of) : [language];
    write(
      'DELETE FROM searchable WHERE language = ? AND kind = ? AND document = ?',
      ...[language, of.kind, of.document],
    );
    return tags;
  }

  function languagesOf({ document, kind }: OneDocument): readonly string[] {
    return all(
      'SELECT language FROM searchable WHERE kind = ? AND document = ?',
      ...[kind, document],
    ).map((one) => String(one.language));
  }
}

/** Long enough that no two indexes of a language meet in it. */
const DIGITS = 12;

/** A translation stands where its English stands, and only while that does. */
const joined = `FROM searchable AS own JOIN searchable AS english ON english.kind = own.kind
  AND english.document = own.document AND english.language = '${SOURCE_LANGUAGE}'
  WHERE own.language = ?`;

function changesOthers(
  { change, slug }: Edition,
  before: Readonly<Record<string, unknown>> | undefined,
  { isSensitive, wordings }: Kept,
): boolean {
  if (before === undefined || before.slug !== slug || change === 'safety') return true;
  const former = JSON.parse(String(before.page)) as Kept;
  if (former.isSensitive !== isSensitive) return true;
  return JSON.stringify(former.wordings) !== JSON.stringify(wordings);
}

/** Whoever uses a forbidden wording has to find what is said in its place. */
function namesIn(language: string, { title }: Kept, english: Kept): readonly string[] {
  const own = english.wordings.filter((each) => each.language === language);
  return [...new Set([title, ...own.map(({ wording }) => wording)])];
}

function withNames({ summary, title, words: ranks }: Kept, names: readonly string[], tag: string) {
  const called = new Set(names.flatMap((name) => wordsOf(name, tongue(tag).tag)));
  const others = ranks.slice(0, -1).map((some) => some.filter((word) => !called.has(word)));
  const highest = new Set([...(ranks.at(-1) ?? []), ...called]);
  return { title, summary, names, words: [...others, [...highest]] };
}

/** `null` for what has no page that a list would show: recordings stand on the page of their text. */
function keptOf(edition: Edition, trust: Trust): Kept | null {
  const { action, kind, language, slug } = edition;
  const hasPage = isLanguage(language) && pathOf({ kind, slug, language }) !== null;
  if (action !== 'published' || !hasPage) return null;
  const readable = edition as ReadableEdition;
  const texts = textsIn(readable, trust);
  const { summary, title } = texts;
  const wordings = kind === 'terms' ? wordingsIn(readable as ReadableEdition<'terms'>, trust) : [];
  const words = wordsByRank(texts, tongue(language).tag);
  const { sensitive = false } = readable.content as { readonly sensitive?: boolean };
  return { title, summary, words, wordings, isSensitive: sensitive };
}

function isLanguage(tag: string): boolean {
  return languageAt(tag) !== null;
}

function wordingsIn({ content }: ReadableEdition<'terms'>, { languages }: Trust): Kept['wordings'] {
  const latin = content.staysLatin ? languages : [];
  return [
    ...content.wordings.map(({ language, wording }) => ({ language, wording })),
    ...latin.map((language) => ({ language, wording: content.term })),
  ];
}

/** Easy Read and signing are searched by what their readers get, under the title of the text. */
function textsIn({ content, kind, language, version }: ReadableEdition, trust: Trust): Texts {
  const texts = textsOf(kind, content);
  if (version !== undefined) {
    return { ...texts, headings: [], text: version.sentences.map(({ sentence }) => sentence) };
  }
  return { ...texts, names: chosenIn(content, language, trust) };
}

type Chosen = {
  readonly districts?: readonly string[];
  readonly topics?: readonly never[];
  readonly carers?: readonly never[];
};

/** What was chosen for it, as readers call it. */
function chosenIn(content: object, language: string, trust: Trust): readonly string[] {
  const { carers = [], districts = [], topics = [] } = content as Chosen;
  const said = words(language);
  return [
    ...trust.districts.filter(({ slug }) => districts.includes(slug)).map(({ name }) => name),
    ...topics.map((topic) => said(`services.worry.${topic}`)),
    ...carers.map((carer) => said(`services.carer.${carer}`)),
  ];
}

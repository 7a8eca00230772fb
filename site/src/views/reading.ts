/** Which text of a document a reader gets: the translation, or the English in place of one that is not safe. */
import {
  type EditionOf,
  isReadable,
  type ReadableEdition,
} from '@charterpress/shared/domain/edition.ts';
import { type Freshness, freshness } from '@charterpress/shared/domain/freshness.ts';
import type { ContentOfKind, Kind } from '@charterpress/shared/domain/kinds.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Content } from '../content/content.ts';

export type Reading<K extends Kind = Kind> = {
  /** The newest edition in the reader's language: it says when it was published, and whether it was withdrawn. */
  readonly edition: ReadableEdition<K>;
  readonly freshness: Freshness;
  /** What is shown, and the tag of the language it is in. */
  readonly text: ContentOfKind<K>;
  readonly textLanguage: string;
  /** The newest English edition: what a translation is measured by. */
  readonly source: ReadableEdition<K>;
  /** The slug in force in every language, which is the English one. */
  readonly slug: string;
};

type Asked<K extends Kind> = {
  readonly kind: K;
  readonly document: string;
  readonly language: string;
};

/** In the language that is asked for, and in English where there is no page in it. */
export function readingOrEnglish<K extends Kind>(
  content: Content,
  asked: Asked<K>,
): Reading<K> | null {
  return reading(content, asked) ?? reading(content, { ...asked, language: SOURCE_LANGUAGE });
}

/** Returns `null` when there is no page of this document in this language. */
export function reading<K extends Kind>(content: Content, asked: Asked<K>): Reading<K> | null {
  const found = readable(content, asked);
  const english = readable(content, { ...asked, language: SOURCE_LANGUAGE });
  if (found === null || english === null) return null;
  const edition = withEnglish(found, english);
  const known = freshnessOf(content, edition, english);
  const shown = known.state === 'behind' && known.unsafe ? english : edition;
  return {
    edition,
    freshness: known,
    text: shown.content,
    textLanguage: shown.language,
    source: english,
    slug: english.slug,
  };
}

/** Whether it is shown in another form than a text. English in place of an unsafe one is a text. */
export function isVersion<K extends Kind>({ edition, textLanguage }: Reading<K>): boolean {
  return edition.version !== undefined && edition.language === textLanguage;
}

/** A translation is withdrawn with its English by the CMS; a version in another form has no edition to say so. */
function withEnglish<K extends Kind>(
  edition: ReadableEdition<K>,
  { action, changeNote, publishedAt }: ReadableEdition<K>,
): ReadableEdition<K> {
  const goes = edition.version !== undefined && action === 'withdrawn';
  return goes ? { ...edition, action, changeNote, publishedAt } : edition;
}

/** The newest edition of a document in a language if a reader may see its text. */
export function readable<K extends Kind>(
  content: Content,
  asked: Asked<K>,
): ReadableEdition<K> | null {
  const edition: EditionOf<K> | null = content.edition(asked.kind, asked.document, asked.language);
  return edition !== null && isReadable(edition) ? edition : null;
}

function freshnessOf<K extends Kind>(
  content: Content,
  edition: ReadableEdition<K>,
  english: ReadableEdition<K>,
): Freshness {
  const madeFrom = edition.sourceEdition ?? 0;
  if (edition.language === SOURCE_LANGUAGE || madeFrom >= english.number) {
    return { state: 'current' };
  }
  return freshness(edition, content.englishSince(edition.kind, edition.document, madeFrom));
}

/** The text of a document that stands inside the page of another, where nothing can say that it is behind. */
import type { ContentOfKind, Kind } from '@charterpress/shared/domain/kinds.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Reader } from './reader.ts';
import { reading } from './reading.ts';

export type Within<K extends Kind> = {
  readonly text: ContentOfKind<K>;
  /** The tag of the language that the text is in. */
  readonly language: string;
  /** The English: days, choices and whom it refers to are the same in every language, and newest here. */
  readonly source: ContentOfKind<K>;
  readonly slug: string;
};

/** In the reader's language where that says what the English says, else in English; `null` where nobody may read it. */
export function textWithin<K extends Kind>(
  { content, language }: Reader,
  of: { readonly kind: K; readonly document: string },
): Within<K> | null {
  const english = reading(content, { ...of, language: SOURCE_LANGUAGE });
  if (english === null || english.edition.action === 'withdrawn') return null;
  const own = reading(content, { ...of, language });
  const isCurrent = own?.freshness.state === 'current' && own.edition.action === 'published';
  const { slug, source, text, textLanguage } = isCurrent ? own : english;
  return { text, language: textLanguage, source: source.content, slug };
}

/**
 * What lists say of a service. Many lists show it, and most of its texts stand in none of them: who reads just this is
 * made again when this changes.
 */
import type { ReadableEdition } from '@charterpress/shared/domain/edition.ts';
import { readingOrEnglish } from '../views/reading.ts';
import type { Content } from './content.ts';

type Facts = Pick<
  ReadableEdition<'services'>['content'],
  'checkedOn' | 'everywhere' | 'districts' | 'places'
>;

export type ListedService = {
  readonly document: string;
  readonly slug: string;
  /** The tag of its page: English where there is none in the reader's language. */
  readonly language: string;
  readonly name: string;
  readonly summary: string;
  /** The tag of the language in which name and summary are. */
  readonly textLanguage: string;
  /** By the English: what was checked there, and where it is, is so in every language. */
  readonly facts: Facts;
};

/** `null` where nobody can read of it. */
export function listedServiceOf(
  content: Content,
  { document, language }: { readonly document: string; readonly language: string },
): ListedService | null {
  const shown = readingOrEnglish(content, { kind: 'services', document, language });
  if (shown === null) return null;
  const { edition, slug, source, text, textLanguage } = shown;
  const { checkedOn, districts, everywhere, places } = source.content;
  return {
    ...{ document, slug, language: edition.language, textLanguage },
    ...{ name: text.name, summary: text.summary },
    facts: { checkedOn, everywhere, districts, places },
  };
}

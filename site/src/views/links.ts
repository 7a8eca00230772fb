/** Where a link leads for a reader: to the page in their language, to the English one and says so, or nowhere. */

import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import { isKind, type Kind } from '@charterpress/shared/domain/kinds.ts';
import type { Reference } from '@charterpress/shared/domain/shape.ts';
import { titleIn } from '@charterpress/shared/domain/title.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { WordKey } from '@charterpress/shared/strings.ts';
import { routesOfDocument } from '../content/routes.ts';
import { knownLanguage, type Reader, type Said, said } from './reader.ts';
import { readable, readingOrEnglish } from './reading.ts';

export type Destination = {
  readonly href: string;
  /** The tag of the page's language when it is not the reader's. */
  readonly hreflang: string | undefined;
  /** "in English", in the reader's language; `null` when the page is in the reader's language. */
  readonly note: string | null;
};

export type Link = Destination & { readonly label: Said };

/** Returns `null` for a document that has no page: never published, removed, or of a kind without pages. */
export function destinationOf(reader: Reader, reference: Reference): Destination | null {
  const target = targetOf(reader, reference);
  if (target === null) return null;
  const { kind, document } = target;
  const english = readable(reader.content, { kind, document, language: SOURCE_LANGUAGE });
  if (english === null) return null;
  const pages = routesOfDocument(reader.content, { kind, document, language: SOURCE_LANGUAGE });
  if (pages.length === 0) return null;
  // Whether there is a translation can be had without reading it, and without being made again whenever it changes.
  const isTranslated = reader.content.languagesOf(kind, document).includes(reader.language);
  const language = isTranslated ? reader.language : SOURCE_LANGUAGE;
  const href = pathOf({ kind, slug: english.slug, language });
  return href === null ? null : destination(reader, href, language);
}

export function destination(reader: Reader, href: string, language: string): Destination {
  const foreign = language !== reader.language;
  return {
    href,
    hreflang: foreign ? language : undefined,
    note: foreign ? reader.words(noteFor(reader.language)) : null,
  };
}

/** A reader of Easy Read reads English, and looks for another form of it. */
function noteFor(language: string): WordKey {
  return knownLanguage(language).form === 'easy-read' ? 'version.notEasyRead' : 'inEnglish';
}

type Target = { readonly kind: Kind; readonly document: string };

/** Follows documents that lead to others. A circle leads nowhere. */
export function targetOf(reader: Pick<Reader, 'content'>, reference: Reference): Target | null {
  const seen = new Set<string>();
  let { kind, document } = reference;
  while (isKind(kind) && !seen.has(`${kind}/${document}`)) {
    seen.add(`${kind}/${document}`);
    const english = reader.content.edition(kind, document, SOURCE_LANGUAGE);
    if (english === null) return null;
    if (english.action !== 'redirected') return { kind, document };
    ({ kind, document } = english.redirectTo);
  }
  return null;
}

/** A link with the document's own title, or `null` when there is nothing to lead to. */
export function linkTo(reader: Reader, reference: Reference): Link | null {
  const where = destinationOf(reader, reference);
  const label = titleOf(reader, reference);
  return where === null || label === null ? null : { ...where, label };
}

/** The links that lead somewhere. */
export function linksTo(reader: Reader, references: readonly Reference[]): readonly Link[] {
  return references.flatMap((reference) => linkTo(reader, reference) ?? []);
}

/** What a document is called, in the reader's language where there is a text in it. */
export function titleOf(reader: Reader, reference: Reference): Said | null {
  const target = targetOf(reader, reference);
  if (target === null) return null;
  const { content, language } = reader;
  const found = readingOrEnglish(content, { ...target, language });
  return found === null ? null : said(reader, titleIn(found.text), found.textLanguage);
}

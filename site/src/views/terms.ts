/** Terms in the texts of a page, each linked to its meaning where it is used first. */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import { type Linking, linkingOf } from '@charterpress/shared/domain/terms/linking.ts';
import type { Content } from '../content/content.ts';
import { type Piece, type Reader, type Said, said } from './reader.ts';

/** What the texts of a page in one language may link, and the terms that one of them has. */
export type LinkedTerms = LinkingOfLanguage & { readonly used: Set<string> };

/**
 * The text in pieces that together are the text. What is linked in it, no later text of the same page links again, so
 * texts are asked for in the order in which they are read.
 */
export function termsIn(reader: Reader, text: string, tag: string): readonly Piece[] {
  const { linking, slugs, used } = linkedIn(reader, tag);
  return linking(text, used).map((piece) => {
    if (piece.term === null) return { text: piece.text, href: null };
    used.add(piece.term);
    const slug = slugs.get(piece.term) as string;
    return { text: piece.text, href: pathOf({ kind: 'terms', slug, language: tag }) };
  });
}

/** Asked of the content once a page: a page has hundreds of texts. */
export function linkedIn({ content, linked }: Reader, tag: string): LinkedTerms {
  const known = linked.get(tag);
  if (known !== undefined) return known;
  const made = { ...linkingFor(content, tag), used: new Set<string>() };
  linked.set(tag, made);
  return made;
}

/** As `said`, for sentences: names and headings link nothing. */
export function told(reader: Reader, text: string, tag: string): Said {
  const own = said(reader, text, tag);
  const pieces = text.split(LINE_ENDS).flatMap((part) => termsIn(reader, part, tag));
  return pieces.some(({ href }) => href !== null) ? { ...own, pieces } : own;
}

/** A term never reaches over the end of a line: each line is shown as a paragraph. */
const LINE_ENDS = /(\n+)/;

type LinkingOfLanguage = {
  readonly digest: string;
  readonly linking: Linking;
  readonly slugs: ReadonlyMap<string, string>;
};

/** The last of each language is kept: finding the terms of a page costs less than making ready to. */
const linkings = new Map<string, LinkingOfLanguage>();

function linkingFor(content: Content, language: string): LinkingOfLanguage {
  const { digest, terms } = content.terms(language);
  const known = linkings.get(language);
  if (known?.digest === digest) return known;
  const slugs = new Map(terms.map(({ document, slug }) => [document, slug]));
  const made = { digest, slugs, linking: linkingOf(terms, language) };
  linkings.set(language, made);
  return made;
}

/** Terms in the texts of a page, each linked to its meaning where it is used first. */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import { type Linking, linkingOf } from '@charterpress/shared/domain/terms/linking.ts';
import type { Reader } from './reader.ts';

export type TermPiece = { readonly text: string; readonly href: string | null };

/** The text in pieces that together are the text. What is linked in it, no later text of the same page links again. */
export function termsIn(reader: Reader, text: string): readonly TermPiece[] {
  const { linking, slugs } = linkingFor(reader);
  return linking(text, reader.linked).map((piece) => {
    if (piece.term === null) return { text: piece.text, href: null };
    reader.linked.add(piece.term);
    const slug = slugs.get(piece.term) as string;
    return { text: piece.text, href: pathOf({ kind: 'terms', slug, language: reader.language }) };
  });
}

type LinkingOfLanguage = {
  readonly digest: string;
  readonly linking: Linking;
  readonly slugs: ReadonlyMap<string, string>;
};

/** The last of each language is kept: finding the terms of a page costs less than making ready to. */
const linkings = new Map<string, LinkingOfLanguage>();

function linkingFor({ content, language }: Reader): LinkingOfLanguage {
  const { digest, terms } = content.terms(language);
  const known = linkings.get(language);
  if (known?.digest === digest) return known;
  const slugs = new Map(terms.map(({ document, slug }) => [document, slug]));
  const made = { digest, slugs, linking: linkingOf(terms, language) };
  linkings.set(language, made);
  return made;
}

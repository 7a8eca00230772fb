/** The terms that texts of a language may use: those whose meaning can be read in it. */

import { digestOf } from '@charterpress/shared/domain/digest.ts';
import type { EditionOf } from '@charterpress/shared/domain/edition.ts';
import type { WrittenTerm } from '@charterpress/shared/domain/terms/linking.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Content } from './content.ts';

export type TermOfLanguage = WrittenTerm & { readonly slug: string };

/** The digest tells two of them apart. */
export type TermsOfLanguage = {
  readonly digest: string;
  readonly terms: readonly TermOfLanguage[];
};

/** In the order of their documents, which no change of a text can change. */
export function termsIn(content: Content, language: string): TermsOfLanguage {
  const terms = content.addresses('terms', language).flatMap(({ document }) => {
    const english = content.edition('terms', document, SOURCE_LANGUAGE);
    return termOf(english, content.edition('terms', document, language)) ?? [];
  });
  return { digest: digestOf(terms), terms };
}

type Term = EditionOf<'terms'> | null;

/** As it is called in its own text, as the English edition approves of it, and in Latin letters where it keeps them. */
export function termOf(english: Term, own: Term): TermOfLanguage | null {
  if (english?.action !== 'published' || own?.action !== 'published') return null;
  const { staysLatin, term, wordings } = english.content;
  const approved = wordings
    .filter(({ language, use }) => language === own.language && use === 'approved')
    .map(({ wording }) => wording);
  const names = [own.content.term, ...approved, ...(staysLatin ? [term] : [])];
  return { document: english.document, slug: english.slug, wordings: [...new Set(names)] };
}

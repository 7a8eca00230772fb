/** Easy Read, signing and recordings as what they are to readers: editions of the text in a language of their own. */
import type { Edition, EditionHead } from '@charterpress/shared/domain/edition.ts';
import { isReadable } from '@charterpress/shared/domain/edition.ts';
import { isKind } from '@charterpress/shared/domain/kinds.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { placeOf } from '@charterpress/shared/version-place.ts';
import type { Content } from './content.ts';

/**
 * The edition that readers get of a version: its head says which text it is an edition of, in which language, and which
 * English it was made from. What is left of a removed one says where it stood. `null` for what is no version, or of a text
 * that nobody can read.
 */
export function derivedFrom(content: Content, edition: Edition): Edition | null {
  if (edition.kind !== 'language-versions') return null;
  if (edition.action === 'removed') return tombstoneOf(content, edition);
  if (!isReadable(edition)) return null;
  const { content: version, ...head } = edition;
  const place = placeOf(version);
  if (place === null || !isKind(place.kind)) return null;
  const { document, kind, language } = place;
  const english = content.edition(kind, document, SOURCE_LANGUAGE);
  const source = content
    .englishSince(kind, document, version.madeFrom)
    .find(({ number }) => number === version.madeFrom);
  const shown = source ?? english;
  if (english === null || shown === null || !isReadable(shown)) return null;
  const made: EditionHead = {
    ...head,
    ...{ kind, document, language, slug: english.slug, sourceEdition: version.madeFrom },
  };
  return { ...made, action: edition.action, content: shown.content, version } as Edition;
}

function tombstoneOf(
  content: Content,
  { stoodAt, ...head }: Extract<Edition, { action: 'removed' }>,
): Edition | null {
  if (stoodAt === undefined || !isKind(stoodAt.kind)) return null;
  const { document, kind, language } = stoodAt;
  const english = content.edition(kind, document, SOURCE_LANGUAGE);
  if (english === null) return null;
  return { ...head, kind, document, language, slug: english.slug } as Edition;
}

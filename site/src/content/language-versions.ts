/** Easy Read, signing and recordings as what they are to readers: editions of the text in a language of their own. */
import type { Edition, EditionHead, ReadableEdition } from '@charterpress/shared/domain/edition.ts';
import { isReadable } from '@charterpress/shared/domain/edition.ts';
import { isKind } from '@charterpress/shared/domain/kinds.ts';
import { languages, SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Content } from './content.ts';

/** The tag under which the recording of a text in this language is kept: it has no pages, and no place among languages. */
export function soundOf(tag: string): string {
  return `${tag}-x-sound`;
}

/** The language that a version is in; `null` where the trust could not know it. */
function tagOf({ form, spokenIn }: NonNullable<ReadableEdition['version']>): string | null {
  if (form === 'sound') return spokenIn === null ? null : soundOf(spokenIn);
  return languages.find((one) => one.form === form)?.tag ?? null;
}

/**
 * The edition that readers get of a version: its head says which text it is an edition of, in which language, and which
 * English it was made from. `null` for what is no version, or of a text that nobody can read.
 */
export function derivedFrom(content: Content, edition: Edition): Edition | null {
  if (edition.kind !== 'language-versions' || !isReadable(edition)) return null;
  const { content: version, ...head } = edition;
  const { document, kind } = version.of;
  const language = tagOf(version);
  if (!isKind(kind) || language === null) return null;
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

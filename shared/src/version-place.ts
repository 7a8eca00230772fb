/** Where readers find a version in another form: at the text it is a version of, in a language of its own. */
import type { Place } from './domain/edition.ts';
import type { ContentOfKind } from './domain/kinds.ts';
import { languages } from './languages.ts';

/** The tag under which the recording of a text in this language is kept: it has no pages, and no place among languages. */
export function soundOf(tag: string): string {
  return `${tag}-x-sound`;
}

/** `null` where nobody can say: a recording in no language, or a text that was erased. */
export function placeOf(version: ContentOfKind<'language-versions'> | null): Place | null {
  const language = version === null ? null : tagOf(version);
  if (version?.of == null || language === null) return null;
  const { document, kind } = version.of;
  return { kind, document, language };
}

function tagOf({ form, spokenIn }: ContentOfKind<'language-versions'>): string | null {
  if (form === 'sound') return spokenIn === null ? null : soundOf(spokenIn);
  return languages.find((one) => one.form === form)?.tag ?? null;
}

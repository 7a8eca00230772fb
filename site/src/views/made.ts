/** For whom a translated page is, and when it was translated. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { WordKey } from '@charterpress/shared/strings.ts';
import { dayIn, type Reader } from './reader.ts';
import { isVersion, type Reading } from './reading.ts';

export type Made = {
  readonly for: { readonly label: string; readonly who: string };
  /** `null` where English stands in place of the translation. */
  readonly translated: { readonly text: string; readonly moment: string } | null;
};

/** `null` on the English page, which is nobody's translation. */
export function madeOf<K extends Kind>(reader: Reader, shown: Reading<K>): Made | null {
  if (reader.language === SOURCE_LANGUAGE) return null;
  const { kind, changedAt } = shown.edition;
  const isTranslation = shown.textLanguage === reader.language;
  const date = dayIn(reader.language, changedAt);
  return {
    for: { label: reader.words('made.for'), who: reader.words(audienceOf(kind, shown.text)) },
    translated: isTranslation
      ? { text: reader.words(wordOf(shown), { date }), moment: changedAt }
      : null,
  };
}

/** Easy Read and signing are made, not translated. */
function wordOf<K extends Kind>(shown: Reading<K>): WordKey {
  return isVersion(shown) ? 'version.made' : 'made.translated';
}

const forEveryone: readonly Kind[] = ['pages', 'strategies', 'bodies', 'decisions', 'evidence'];

/** A guide says it. Charter, pledges and principles speak to parents; pages to whoever uses the site. */
function audienceOf(kind: Kind, text: object): WordKey {
  if (forEveryone.includes(kind)) return 'made.everyone';
  if (kind === 'courses') return 'guide.professionals';
  const { audience = 'parents' } = text as {
    audience?: 'parents' | 'young-people' | 'professionals';
  };
  return `guide.${audience}`;
}

/** The words of the interface in each language: `words('pl')('withdrawn.title', { date })`. */
import { createInstance } from 'i18next';
import { language, SOURCE_LANGUAGE } from './languages.ts';
import ar from './strings/ar.json' with { type: 'json' };
import bg from './strings/bg.json' with { type: 'json' };
import bn from './strings/bn.json' with { type: 'json' };
import en from './strings/en.json' with { type: 'json' };
import gu from './strings/gu.json' with { type: 'json' };
import ne from './strings/ne.json' with { type: 'json' };
import pa from './strings/pa.json' with { type: 'json' };
import pl from './strings/pl.json' with { type: 'json' };
import ro from './strings/ro.json' with { type: 'json' };
import sk from './strings/sk.json' with { type: 'json' };
import so from './strings/so.json' with { type: 'json' };
import ur from './strings/ur.json' with { type: 'json' };

type Plural = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type WithoutPlural<Key extends string> = Key extends `${infer Stem}_${Plural}` ? Stem : Key;
type KeysOf<Words> = {
  [Key in keyof Words & string]: Words[Key] extends string
    ? WithoutPlural<Key>
    : `${Key}.${KeysOf<Words[Key]>}`;
}[keyof Words & string];

/** Every key of `strings/en.json`, plural endings left out. */
export type WordKey = KeysOf<typeof en>;
export type Words = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

/** The words as they stand in the files, for tests and for staff who translate them. */
export const wordFiles: Readonly<Record<string, object>> = {
  ar,
  bg,
  bn,
  en,
  gu,
  ne,
  pa,
  pl,
  ro,
  sk,
  so,
  ur,
};

const made = new Map<string, Words>();

/** The interface in this language. Easy Read and BSL stand in an interface of plain English. */
export function words(tag: string): Words {
  const spoken = interfaceLanguage(tag);
  const known = made.get(spoken) ?? wordsFrom(spoken);
  made.set(spoken, known);
  return known;
}

/** The tag whose file of words a language uses. Throws when Charterpress does not know the language. */
export function interfaceLanguage(tag: string): string {
  const known = language(tag);
  if (known === null) throw new Error(`The language "${tag}" is not in shared/src/languages.ts.`);
  return known.form === 'text' ? tag : SOURCE_LANGUAGE;
}

/** What an edition says in the place of shipped words, by key, and the digest that tells two of them apart. */
export type Overrides = { readonly digest: string; readonly words: ReadonlyMap<string, string> };

/** The interface in this language with some words of its own. The last of each language is kept. */
export function wordsWith(tag: string, overrides: Overrides | null): Words {
  if (overrides === null) return words(tag);
  const known = own.get(tag);
  if (known?.digest === overrides.digest) return known.words;
  const made = wordsFrom(interfaceLanguage(tag), overrides.words);
  own.set(tag, { digest: overrides.digest, words: made });
  return made;
}

const own = new Map<string, { readonly digest: string; readonly words: Words }>();

function wordsFrom(tag: string, overrides: Overrides['words'] = new Map()): Words {
  const instance = createInstance({
    lng: tag,
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    // A copy: what is said otherwise is written into it.
    resources: { [tag]: { translation: structuredClone(wordFiles[tag] ?? {}) } },
  });
  instance.init();
  for (const [key, word] of overrides) instance.addResource(tag, 'translation', key, word);
  const plain = new Map<WordKey, string>();
  const filled = new Map<string, string>();
  return (key, values) => {
    if (values !== undefined) return filledIn(key, values);
    const known = plain.get(key) ?? instance.t(key);
    plain.set(key, known);
    return known;
  };

  /** Most of what is filled in are days, and many pages name the same. */
  function filledIn(key: WordKey, values: Readonly<Record<string, string | number>>): string {
    const asked = JSON.stringify([key, values]);
    const known = filled.get(asked) ?? instance.t(key, { ...values });
    if (filled.size >= MOST_FILLED) filled.clear();
    filled.set(asked, known);
    return known;
  }
}

/** Kept at hand of each language. */
const MOST_FILLED = 1_000;

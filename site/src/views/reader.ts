/** Who reads a page: in which language, with which words, from which content. */

import { type Language, language, SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { type WordKey, type Words, wordsWith } from '@charterpress/shared/strings.ts';
import type { Content } from '../content/content.ts';
import type { LinkedTerms } from './terms.ts';

export type Reader = {
  readonly content: Content;
  /** The tag of the language the page is in. */
  readonly language: string;
  readonly words: Words;
  /** By language the terms that texts of this page have linked to their meanings: a second use of one is not linked. */
  readonly linked: Map<string, LinkedTerms>;
};

/** What `lang` and `dir` say. */
export type Tongue = { readonly tag: string; readonly direction: 'ltr' | 'rtl' };

/** Words, and the language they are in when it is not the page's own. */
export type Said = {
  readonly text: string;
  readonly in: Tongue | undefined;
  /** The same words, where they use terms of the common language (see `told`) or are in several languages. */
  readonly pieces?: readonly Piece[];
};

export type Piece = {
  readonly text: string;
  /** Leads to what the words mean; `null` where they are none of the common language. */
  readonly href: string | null;
  /** The language of this piece when it is another than that of the rest. */
  readonly in?: Tongue | undefined;
};

export function reader(content: Content, tag: string): Reader {
  if (!content.trust.languages.includes(tag)) {
    throw new Error(
      `The trust "${content.trust.folder}" does not publish in "${tag}". Add it to languages in trust.yaml.`,
    );
  }
  return { content, language: tag, words: wordsIn(content, tag), linked: new Map() };
}

/** The interface in a language, in the words of the trust where it has its own. */
export function wordsIn(content: Content, tag: string): Words {
  return wordsWith(tag, content.words(tag));
}

/** Throws when Charterpress does not know the language. */
export function knownLanguage(tag: string): Language {
  const known = language(tag);
  if (known === null) throw new Error(`The language "${tag}" is not in shared/src/languages.ts.`);
  return known;
}

/** The transcript beside signing is written English. */
export function tongue(tag: string): Tongue {
  const known = knownLanguage(tag);
  return { tag: known.form === 'sign' ? SOURCE_LANGUAGE : tag, direction: known.direction };
}

/** Marks words with their language unless the page is in it already. */
export function said(reader: Reader, text: string, tag: string): Said {
  return { text, in: tag === reader.language ? undefined : tongue(tag) };
}

export function inEnglish(reader: Reader, text: string): Said {
  return said(reader, text, SOURCE_LANGUAGE);
}

const GAP = '\n';

/** A sentence of the interface around words that may be in another language, as names in English are. */
export function saying(
  reader: Reader,
  key: WordKey,
  values: Readonly<Record<string, string | Said>>,
): Said {
  const named = Object.entries(values);
  const gaps = Object.fromEntries(named.map(([name], at) => [name, `${GAP}${at}${GAP}`]));
  const pieces = reader.words(key, gaps).split(GAP);
  return inARow(
    pieces.map((piece, at) => (at % 2 === 0 ? piece : (named[Number(piece)]?.[1] ?? ''))),
  );
}

/** Words in a row as the language joins them: "Monday, Tuesday and Friday". */
export function listOf(reader: Reader, items: readonly Said[]): Said {
  const parts = listIn(reader.language).formatToParts(items.map((_, at) => String(at)));
  return inARow(
    parts.map(({ type, value }) => (type === 'element' ? (items[Number(value)] ?? '') : value)),
  );
}

/** Words one after the other, each in its own language; plain ones are in the page's. */
export function inARow(words: readonly (string | Said)[]): Said {
  const pieces = words.flatMap((one): readonly Piece[] => {
    if (typeof one === 'string') return one === '' ? [] : [{ text: one, href: null }];
    return one.pieces ?? [{ text: one.text, href: null, in: one.in }];
  });
  return { text: pieces.map(({ text }) => text).join(''), in: undefined, pieces };
}

/** Without the languages of its pieces: for titles and other places that hold no elements. */
export function textOf(of: string | Said): string {
  return typeof of === 'string' ? of : of.text;
}

/** Kept at hand of each language. */
const MOST_DAYS = 1_000;

/** A moment or a day as a reader writes it, by the clock of the trust: "5 July 2007". */
export function dayIn(tag: string, moment: string): string {
  return daysIn(tag)(moment);
}

/** The same where it stands in a sentence in a narrow box: its number is not left alone at the end of a line. */
export function dayOnOneLine(tag: string, moment: string): string {
  return dayIn(tag, moment).replace(/(?<=\p{Nd}\.?) (?=\p{L})/u, '\u00a0');
}

/** A moment with its time of day: "5 July 2007 at 17:00". */
export function momentIn(tag: string, moment: string): string {
  return timesTogether(tag, momentFormat(tag).format(new Date(moment)));
}

/** A time on the clock, `17:30`, as a reader writes it. */
export function clockIn(tag: string, time: string): string {
  return timesTogether(tag, clockFormat(tag).format(new Date(`1970-01-01T${time}:00Z`)));
}

/**
 * "10:00 AM – 2:00 PM" and "6:30–8:00 PM" in a line from right to left: loose, their parts would be read as another time.
 * The letters stay with their hour, and a year before it, after which nothing stands, is not read as one number with it.
 */
export function timesTogether(tag: string, line: string): string {
  if (knownLanguage(tag).direction === 'ltr') return line;
  return line
    .replace(/(\d{4}) (?=\d)/, '$1، ')
    .replace(
      /\d+:\d+(?:(?:\s[AP]M)?\s?–\s?\d+:\d+)?\s[AP]M/g,
      (times) => `\u2066${times.replace(/\s(?=[AP]M)/g, '\u00a0')}\u2069`,
    );
}

/** The name of a day of the week, 0 for Monday. */
export function weekdayIn(tag: string, at: number): string {
  return weekdayFormat(tag).format(Date.UTC(1970, 0, 5 + at));
}

export function numberIn(tag: string, number: number): string {
  return numberFormat(tag).format(number);
}

/** The size of a file: "240 kB", "3.4 MB". */
export function sizeIn(tag: string, bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1000));
  return kilobytes < 1000
    ? kilobyteFormat(tag).format(kilobytes)
    : megabyteFormat(tag).format(kilobytes / 1000);
}

/** "Monday, Tuesday and Friday" */
export const listIn = onceALanguage(
  (tag) => new Intl.ListFormat(localeOf(tag), { type: 'conjunction' }),
);
const dayFormat = onceALanguage(
  (tag) => new Intl.DateTimeFormat(localeOf(tag), { dateStyle: 'long', timeZone: 'Europe/London' }),
);
/** By the hour: London's days begin with one, and what was published together is dated together. */
const daysIn = onceALanguage((tag) => {
  const known = new Map<string, string>();
  return (moment: string): string => {
    const hour = moment.slice(0, 'YYYY-MM-DDTHH'.length);
    const day = known.get(hour) ?? dayFormat(tag).format(new Date(moment));
    if (known.size >= MOST_DAYS) known.clear();
    known.set(hour, day);
    return day;
  };
});
const momentFormat = onceALanguage(
  (tag) =>
    new Intl.DateTimeFormat(localeOf(tag), {
      ...{ dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/London' },
    }),
);
const clockFormat = onceALanguage(
  (tag) => new Intl.DateTimeFormat(localeOf(tag), { timeStyle: 'short', timeZone: 'UTC' }),
);
const weekdayFormat = onceALanguage(
  (tag) => new Intl.DateTimeFormat(localeOf(tag), { weekday: 'long', timeZone: 'UTC' }),
);
const numberFormat = onceALanguage((tag) => new Intl.NumberFormat(localeOf(tag)));
const kilobyteFormat = onceALanguage((tag) => unitFormat(tag, 'kilobyte'));
const megabyteFormat = onceALanguage((tag) => unitFormat(tag, 'megabyte'));

function unitFormat(tag: string, unit: 'kilobyte' | 'megabyte'): Intl.NumberFormat {
  return new Intl.NumberFormat(localeOf(tag), { style: 'unit', unit, maximumFractionDigits: 1 });
}

/** What is the same on every page of a language is made once: a format costs more than a page. */
export function onceALanguage<T>(make: (tag: string) => T): (tag: string) => T {
  const made = new Map<string, T>();
  return (tag) => {
    const known = made.get(tag) ?? make(tag);
    made.set(tag, known);
    return known;
  };
}

/**
 * Plain "en" would write dates the American way. Digits are 0 to 9 in every language: parents dial them, and counts,
 * dates and telephone numbers on one page have to look alike.
 */
export function localeOf(tag: string): string {
  const { form } = knownLanguage(tag);
  const spoken = form !== 'text' || tag === SOURCE_LANGUAGE ? 'en-GB' : tag;
  return `${spoken}-u-nu-latn`;
}

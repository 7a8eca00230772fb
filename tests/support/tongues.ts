/**
 * Whether a text is in the language that it is marked with, judged by the very texts that pages are made from. A detector
 * of languages guesses, and guesses worst at what matters here: a name, a role or one word in a foreign sentence.
 */

import type { Edition } from '@charterpress/shared/domain/edition.ts';
import { isReadable } from '@charterpress/shared/domain/edition.ts';
import { language, languages, SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import openData from '@charterpress/shared/strings/open-data.json' with { type: 'json' };
import { interfaceLanguage, wordFiles } from '@charterpress/shared/strings.ts';
import type { Trust } from '@charterpress/shared/trust.ts';
import { whoEnforces } from '../../site/src/views/accessibility.ts';
import { localeOf } from '../../site/src/views/reader.ts';

export type Tongues = {
  /** Whether everything in it was written in this language, or is the same in all: numbers, dates, addresses. */
  readonly speaks: (tag: string, text: string) => boolean;
};

type Tongue = {
  /** Everything that was written in it, a line each. */
  readonly written: string;
  /** Sentences of the interface with places for what changes from page to page, and parts of them. */
  readonly sentences: readonly RegExp[];
  /** References within a sentence, "section 7.3", and what joins words in a row. */
  readonly within: RegExp;
  readonly calendar: ReadonlySet<string>;
};

/** What translators wrote as it is in English, because it is so in their language too. */
const alike: Readonly<Record<string, readonly string[]>> = {
  ne: ['Partnership with Parents'],
  pl: ['Transport', 'Oast House Family Trust'],
};

export function tonguesOf(editions: readonly Edition[], trust: Trust): Tongues {
  const made = new Map<string, Tongue>();
  const known = new Map<string, boolean>();

  return { speaks };

  function speaks(tag: string, text: string): boolean {
    const asked = `${tag} ${text}`;
    const answer = known.get(asked) ?? isSpoken(tongue(tag), plain(text));
    known.set(asked, answer);
    return answer;
  }

  function tongue(tag: string): Tongue {
    const own = made.get(tag) ?? learn(tag, editions, trust);
    made.set(tag, own);
    return own;
  }
}

function isSpoken(tongue: Tongue, text: string): boolean {
  if (text === '' || isInAll(tongue, text) || tongue.written.includes(text)) return true;
  const filled = tongue.sentences.some((sentence) => {
    const values = sentence.exec(text)?.slice(1);
    return values?.every((value) => value.length < text.length && isSpoken(tongue, plain(value)));
  });
  return (
    filled || pieces(tongue, text).some((way) => way.every((piece) => isSpoken(tongue, piece)))
  );
}

/** The ways to take a text apart that a page put together. */
function pieces({ within }: Tongue, text: string): readonly (readonly string[])[] {
  const ends = [...text.matchAll(/[.:,;?!।۔؟،–·|]\s|\s·(?=\s|$)|\s[–(|]|: ?$/g)];
  const halves = ends.map(({ index, 0: end }) => [
    plain(text.slice(0, index + 1)),
    plain(text.slice(index + end.length)),
  ]);
  const ways = [text.split(within).map(plain), ...halves];
  return ways.filter((way) => way.every((piece) => piece.length < text.length));
}

/** Numbers, dates and what is written alike everywhere. */
function isInAll({ calendar }: Tongue, text: string): boolean {
  const rest = text.replace(
    /https?:\S+|[\w.+-]+@[\w.-]+|(\w+\.)+\w+(\/[\w/.-]*)?|\bWCAG\b|\b[A-Z]{1,2}\d*\w?( \d[A-Z]{2})?\b/g,
    ' ',
  );
  const words = rest.match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.every((word) => calendar.has(word.toLowerCase()));
}

/** Without what stands around it: brackets, a colon, a dash, an ending full stop belongs to it. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/^[\s(–|:,]+|[\s),:;–|]+$/g, '');
}

function learn(tag: string, editions: readonly Edition[], trust: Trust): Tongue {
  const isForeign = language(tag)?.form === 'text' && tag !== SOURCE_LANGUAGE;
  const english = new Set(isForeign ? textsOf(editions, SOURCE_LANGUAGE) : []);
  const own = textsOf(editions, tag).filter((text) => !english.has(text));
  const spoken = interfaceLanguage(tag);
  const words = leaves(wordFiles[spoken]);
  const named =
    spoken === SOURCE_LANGUAGE
      ? leaves([trust, openData, whoEnforces, languages.map(({ englishName }) => englishName)])
      : namesIn(trust, tag);
  const called = languages
    .filter(({ form }) => form === 'text')
    .map((one) => languageNames(tag).of(one.tag) ?? '');
  const name = language(tag)?.ownName ?? '';
  const written = [
    ...own,
    ...words,
    ...wordingsIn(editions, tag),
    ...named,
    ...called,
    ...(alike[tag] ?? []),
    name,
  ]
    .map(plain)
    .join('\n');
  const templates = words.filter((word) => word.includes('{{'));
  const cited = templates.filter((word) => word.includes('{{number}}'));
  return {
    written,
    sentences: templates.flatMap(sentencesOf),
    within: new RegExp([...cited.map(numbered), ...joints(tag)].join('|')),
    calendar: calendarOf(tag),
  };
}

function textsOf(editions: readonly Edition[], tag: string): readonly string[] {
  const spoken = language(tag)?.form === 'text' ? [tag] : [tag, SOURCE_LANGUAGE];
  return editions
    .filter((edition) => isReadable(edition) && spoken.includes(edition.language))
    .flatMap((edition) => [
      ...leaves((edition as { content?: unknown }).content),
      edition.changeNote ?? '',
    ]);
}

function languageNames(tag: string): Intl.DisplayNames {
  return new Intl.DisplayNames(localeOf(tag), { type: 'language', fallback: 'none' });
}

/** How terms of the English are said in this language, and how not: English editions hold it. */
function wordingsIn(editions: readonly Edition[], tag: string): readonly string[] {
  return editions.flatMap((edition) => {
    const { wordings = [] } =
      (edition as { content?: { wordings?: readonly Wording[] } }).content ?? {};
    return wordings.filter(({ language: of }) => of === tag).flatMap(leaves);
  });
}

type Wording = { readonly language: string };

/** Those of its emergency numbers that the trust has in this language. */
function namesIn(trust: Trust, tag: string): readonly string[] {
  return trust.emergency.flatMap(({ names }) => names[tag] ?? []);
}

/** Every string, and the text of a paragraph as one although parts of it are bold or linked. */
function leaves(of: unknown): readonly string[] {
  if (typeof of === 'string') return [of];
  if (typeof of !== 'object' || of === null) return [];
  const { children } = of as { children?: unknown };
  const inside = Object.values(of).flatMap(leaves);
  return Array.isArray(children) ? [...inside, children.map(textIn).join('')] : inside;
}

function textIn(of: unknown): string {
  const { children, text } = of as { children?: readonly unknown[]; text?: string };
  return text ?? children?.map(textIn).join('') ?? '';
}

/** The whole, and what is left of it when words in another language are marked by themselves. */
function sentencesOf(template: string): readonly RegExp[] {
  const parts = template.split(gap).map((part) => escaped(plain(part)));
  const from = parts.flatMap((_, first) =>
    parts.slice(first + 1).map((__, more) => parts.slice(first, first + more + 2)),
  );
  return from.map((some) => new RegExp(`^${some.join('\\s*(.*?)\\s*')}$`));
}

const gap = /\{\{\w+\}\}/;

function numbered(template: string): string {
  return template.split(gap).map(escaped).join('[\\u2066\\u2069\\w.()]+');
}

function joints(tag: string): readonly string[] {
  const parts = new Intl.ListFormat(localeOf(tag), { type: 'conjunction' });
  const literals = [
    ['1', '2'],
    ['1', '2', '3'],
  ].flatMap((list) => parts.formatToParts(list));
  return literals.filter(({ type }) => type === 'literal').map(({ value }) => escaped(value));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The words that dates, times, sizes and lists of languages hold. */
function calendarOf(tag: string): ReadonlySet<string> {
  const locale = localeOf(tag);
  const texts = Array.from({ length: 84 }, (_, at) => Date.UTC(2026, at % 12, 1 + at, at)).flatMap(
    (moment) => [
      new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }).format(moment),
      new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(moment),
      new Intl.DateTimeFormat(locale, { weekday: 'long' }).format(moment),
      new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(moment),
      new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }).formatRange(
        moment,
        moment + 3_600_000,
      ),
    ],
  );
  const sizes = ['kilobyte', 'megabyte'].map((unit) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit }).format(3),
  );
  const words = [...texts, ...sizes, ...joints(tag), language(tag)?.ownName ?? ''].flatMap(
    (text) => text.match(/[\p{L}\p{M}]+/gu) ?? [],
  );
  return new Set(words.map((word) => word.toLowerCase()));
}

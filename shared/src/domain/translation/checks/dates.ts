/** Days and months that a source names, looked for in a target that writes them its own way. */
import { monthNames, monthOf } from './months.ts';
import { type Taken, take } from './taking.ts';

export type NamedDate = {
  readonly words: string;
  readonly day: number | null;
  readonly month: number;
  readonly year: number | null;
};

/** The dates of an English text in plain digits. "May" and "March" are months only beside a number. */
export function datesIn(source: string): Taken<NamedDate> {
  return patterns.reduce<Taken<NamedDate>>(
    ({ rest, values }, pattern) => {
      const taken = take(rest, pattern, ({ 0: words, groups }) => dateFrom(words, groups ?? {}));
      return { values: [...values, ...taken.values], rest: taken.rest };
    },
    { values: [], rest: source },
  );
}

const name =
  '(?<name>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const patterns = [
  new RegExp(`\\b(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${name}\\b(?:,? (?<year>\\d{4}))?`, 'g'),
  new RegExp(`\\b${name} (?<day>\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (?<year>\\d{4}))?`, 'g'),
  new RegExp(`\\b${name},? (?<year>\\d{4})\\b`, 'g'),
  /\b(?<day>\d{1,2})(?<sign>[/.-])(?<month>\d{1,2})\k<sign>(?<year>\d{4})\b/g,
  /\b(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})\b/g,
];

function dateFrom(
  words: string,
  { day, month, name, year }: Readonly<Record<string, string | undefined>>,
): NamedDate | null {
  const known = name === undefined ? Number(month) : monthOf(name.slice(0, 3), 'en');
  if (known === null || known < 1 || known > 12 || Number(day) > 31) return null;
  const [asDay, asYear] = [day, year].map((part) => (part === undefined ? null : Number(part)));
  return { words, day: asDay ?? null, month: known, year: asYear ?? null };
}

export type Sought =
  | { readonly is: 'found'; readonly rest: string }
  /** The day stands beside another month. */
  | { readonly is: 'other'; readonly rest: string; readonly words: string }
  /** No month that Intl knows stands there: its numbers are still to be found. */
  | { readonly is: 'unnamed' };

/** Looks for a date in a target in plain digits. */
export function seek(target: string, date: NamedDate, language: string): Sought {
  const asNumbers = target.replace(inNumbers(date), GAP);
  if (asNumbers !== target) return { is: 'found', rest: asNumbers };
  const near = namesNear(target, date, language);
  const right = near.find((one) => one.month === date.month && isYear(one, date));
  if (right) return { is: 'found', rest: right.rest };
  const wrong = near[0] ?? anyDateInNumbers(target);
  return wrong ? { is: 'other', rest: wrong.rest, words: wrong.words } : { is: 'unnamed' };
}

/** The year may stand apart, at the beginning of the sentence. */
function isYear({ rest, year }: Near, date: NamedDate): boolean {
  if (date.day === null || date.year === null || year === date.year) return true;
  return year === null && new RegExp(`(?<!\\d)${date.year}(?!\\d)`).test(rest);
}

function anyDateInNumbers(target: string): Pick<Near, 'rest' | 'words'> | null {
  const [words] =
    /(?<!\d)(?:\d{1,2}([./-])\d{1,2}\1\d{4}|\d{4}-\d{2}-\d{2})(?!\d)/.exec(target) ?? [];
  return words === undefined ? null : { words, rest: target.replace(words, GAP) };
}

const GAP = '\ufffc';

function inNumbers({ day, month, year }: NamedDate): RegExp {
  const two = (part: number) => `0?${part}`;
  const [d, m, y] = [day === null ? '' : two(day), two(month), year === null ? '' : String(year)];
  const sign = ' ?[./-] ?';
  const orders = [
    [d, m, y],
    [y, m, d],
  ].map((order) => order.filter((part) => part !== '').join(sign));
  return new RegExp(`(?<!\\d)(?:${orders.join('|')})(?!\\d)`, 'u');
}

type Near = {
  readonly month: number;
  readonly year: number | null;
  readonly rest: string;
  readonly words: string;
};

/** Every place where the day (or the year, when there is no day) stands within a few letters of a month's name. */
function namesNear(target: string, { day, year }: NamedDate, language: string): readonly Near[] {
  const month = `(?<month>${wordOfMonth(language)})`;
  const number = `(?<!\\d)0?${day ?? year}(?!\\d)`;
  const hasBoth = day !== null && year !== null;
  const end = hasBoth ? '(?:[^\\d]{1,8}(?<year>\\d{4})(?!\\d))?' : '';
  const start = hasBoth ? '(?:(?<!\\d)(?<first>\\d{4})[^\\d]{1,8})?' : '';
  const orders = [
    `${number}[^\\d\\n]{0,8}?${month}${end}`,
    `${start}${month}[^\\d\\n]{0,6}?${number}${end}`,
  ];
  return orders.flatMap((order) =>
    [...target.matchAll(new RegExp(order, 'giu'))].flatMap((match): readonly Near[] => {
      const found = monthOf(match.groups?.month ?? '', language);
      if (found === null) return [];
      const rest = target.slice(0, match.index) + GAP + target.slice(match.index + match[0].length);
      const stated = match.groups?.year ?? match.groups?.first;
      const year = stated === undefined ? null : Number(stated);
      return [{ month: found, year, rest, words: match[0].trim() }];
    }),
  );
}

/** Words that begin as any month's name does. */
function wordOfMonth(language: string): string {
  const stems = monthNames(language)
    .flat()
    .map((one) => one.slice(0, one.length < 6 ? one.length : -2));
  return `(?<![\\p{L}\\p{M}])(?:${stems.join('|')})[\\p{L}\\p{M}]{0,6}`;
}

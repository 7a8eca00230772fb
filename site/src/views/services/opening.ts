/** Opening times in sentences and in a table, as the language of the page writes days and hours. */
import {
  type ExceptionRow,
  exceptionOver,
  type OpenTimes,
  openPeriods,
  type Period,
  type SameTimes,
  type Weekday,
} from '@charterpress/shared/domain/services/opening.ts';
import { weekdays } from '@charterpress/shared/domain/shapes/choices.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import {
  clockIn,
  dayIn,
  listIn,
  onceALanguage,
  type Reader,
  type Said,
  weekdayIn,
} from '../reader.ts';
import type { Reading } from '../reading.ts';
import { told } from '../terms.ts';

export type ShownOpening = {
  readonly title: string;
  readonly periods: readonly ShownPeriod[];
  /** What is not known: "Ask about the school holidays." */
  readonly ask: string | null;
  readonly exceptions: {
    readonly title: string;
    readonly lines: readonly { readonly text: string; readonly why: Said | null }[];
  } | null;
};

export type ShownPeriod = {
  /** In which weeks. */
  readonly title: string;
  readonly sentences: readonly string[];
  readonly table: {
    readonly caption: string;
    readonly head: readonly [string, string];
    readonly rows: readonly (readonly [string, string])[];
  };
};

type Shown = Reading<'services'> | Reading<'places'>;

/** The hours are those of the newest English: they are no language. `null` where nothing is known. */
export function openingFor(
  reader: Reader,
  { source, text, textLanguage }: Shown,
): ShownOpening | null {
  const periods = openPeriods(source.content.hours);
  const coming = source.content.exceptions.filter(
    (row) => !reader.content.reached(exceptionOver(row)),
  );
  if (periods.length === 0 && coming.length === 0) return null;
  const own = new Map(text.exceptions.map(({ id, why }) => [id, why]));
  return {
    title: reader.words('services.opening.title'),
    periods: periods.map((period) => shownPeriod(reader, period)),
    ask: unknownWeeks(reader, periods),
    exceptions:
      coming.length === 0
        ? null
        : {
            title: reader.words('services.opening.exceptions'),
            lines: coming.map((row) => ({
              text: exceptionIn(reader, row),
              why:
                whyOf(reader, own.get(row.id), textLanguage) ??
                whyOf(reader, row.why, SOURCE_LANGUAGE),
            })),
          },
  };
}

function whyOf(reader: Reader, why: string | null | undefined, tag: string): Said | null {
  return why == null ? null : told(reader, why, tag);
}

/** Hours of term time say nothing of the holidays, and nobody may take them for every week. */
function unknownWeeks({ words }: Reader, periods: readonly Period[]): string | null {
  const known = new Set(periods.map(({ weeks }) => weeks));
  if (known.size !== 1 || known.has('every-week')) return null;
  return words(`services.ask.${known.has('term-time') ? 'school-holidays' : 'term-time'}`);
}

function shownPeriod(reader: Reader, period: Period): ShownPeriod {
  const { words } = reader;
  const title = words(`services.opening.${period.weeks}`);
  return {
    title,
    sentences: period.same.map((same) => sentenceOf(reader, same)),
    table: {
      caption: `${words('services.opening.title')}: ${title}`,
      head: [words('services.opening.day'), words('services.opening.title')],
      rows: period.days.map(({ day, times }) => [dayName(reader, day), timesIn(reader, times)]),
    },
  };
}

/** "Monday to Friday, 09:00 to 12:00 and 13:00 to 17:00" */
export function sentenceOf(reader: Reader, { runs, times }: SameTimes): string {
  const days = runs.flatMap(({ first, last }) => {
    const names = [dayName(reader, first), dayName(reader, last)];
    if (first === last) return names.slice(0, 1);
    if (isPair(first, last)) return names;
    return reader.words('services.opening.days', { first: names[0] ?? '', last: names[1] ?? '' });
  });
  return reader.words('services.opening.line', {
    days: listIn(reader.language).format(days),
    times: timesIn(reader, times),
  });
}

/** Two days that follow each other are named one by one. */
function isPair(first: Weekday, last: Weekday): boolean {
  return weekdays.indexOf(first) + 1 === weekdays.indexOf(last);
}

function timesIn(reader: Reader, times: readonly OpenTimes[]): string {
  return listIn(reader.language).format(
    times.map(({ closes, opens }) =>
      reader.words('services.opening.times', {
        opens: clockIn(reader.language, opens),
        closes: clockIn(reader.language, closes),
      }),
    ),
  );
}

function dayName({ language }: Reader, day: Weekday): string {
  return dayNames(language)[weekdays.indexOf(day)] ?? day;
}

const dayNames = onceALanguage((tag) => weekdays.map((_, at) => weekdayIn(tag, at)));

function exceptionIn(reader: Reader, row: ExceptionRow): string {
  const { language, words } = reader;
  const first = dayIn(language, row.from);
  const isOneDay = row.to === null || row.to === row.from;
  const days = isOneDay
    ? first
    : words('services.opening.days', { first, last: dayIn(language, row.to ?? row.from) });
  const times =
    row.opens === null || row.closes === null
      ? null
      : timesIn(reader, [{ opens: row.opens, closes: row.closes }]);
  const said = row.closed ? words('services.opening.closed') : times;
  return said === null ? days : words('services.opening.line', { days, times: said });
}

/**
 * Opening times: weekly hours, the weeks of the year in which they hold, and exceptions. Times are `HH:MM` on a clock in
 * London, days `YYYY-MM-DD`. What is wrong with them is data; what they say is put into words by the pages.
 */
import { daysAfter } from '../london-time.ts';
import { weekdays, weeks } from '../shapes/choices.ts';

export type Weekday = (typeof weekdays)[number];
export type Weeks = (typeof weeks)[number];

export type HoursRow = {
  readonly days: readonly Weekday[];
  readonly opens: string;
  readonly closes: string;
  readonly weeks: Weeks;
};

export type ExceptionRow = {
  readonly from: string;
  readonly to: string | null;
  readonly closed: boolean;
  readonly opens: string | null;
  readonly closes: string | null;
  readonly why: string | null;
};

/** What can be wrong with opening times. `with` is what a row gets in the way of, as it was written. */
export type OpeningProblem =
  | { readonly field: string; readonly problem: 'not-a-clock-time'; readonly value: string }
  | { readonly field: string; readonly problem: 'hours-end-first'; readonly opens: string }
  | { readonly field: string; readonly problem: 'hours-overlap'; readonly with: string }
  | { readonly field: string; readonly problem: 'closed-and-open' }
  | { readonly field: string; readonly problem: 'exception-without-hours' }
  | { readonly field: string; readonly problem: 'exception-ends-first'; readonly day: string }
  | { readonly field: string; readonly problem: 'exceptions-overlap'; readonly day: string };

type Draft<Row> = { readonly [Name in keyof Row]?: Row[Name] | null };

/** Rows may be unfinished: what is missing in them is said elsewhere. */
export function openingProblems(opening: {
  readonly hours: readonly Draft<HoursRow>[];
  readonly exceptions: readonly Draft<ExceptionRow>[];
}): readonly OpeningProblem[] {
  const { exceptions, hours } = opening;
  return [
    ...hours.flatMap((row, at) => timesProblems(row, `hours.${at}`)),
    ...hours.flatMap((row, at) => overlapWith(row, hours.slice(0, at), `hours.${at}.opens`)),
    ...exceptions.flatMap((row, at) => exceptionProblems(row, `exceptions.${at}`)),
    ...exceptions.flatMap((row, at) =>
      exceptionOverlap(row, exceptions.slice(0, at), `exceptions.${at}.from`),
    ),
  ];
}

type Times = { readonly opens?: string | null; readonly closes?: string | null };

function timesProblems({ closes, opens }: Times, row: string): readonly OpeningProblem[] {
  const odd = ([name, value]: readonly [string, string | null | undefined]): OpeningProblem[] =>
    value == null || isClockTime(value)
      ? []
      : [{ field: `${row}.${name}`, problem: 'not-a-clock-time', value }];
  const wrong = [...odd(['opens', opens]), ...odd(['closes', closes])];
  if (wrong.length > 0 || opens == null || closes == null || opens < closes) return wrong;
  return [{ field: `${row}.closes`, problem: 'hours-end-first', opens }];
}

export function isClockTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** The first of the rows before that is open at a moment when this one is. */
function overlapWith(
  row: Draft<HoursRow>,
  before: readonly Draft<HoursRow>[],
  field: string,
): readonly OpeningProblem[] {
  const [first] = before.filter((other) => overlaps(row, other));
  return first === undefined
    ? []
    : [{ field, problem: 'hours-overlap', with: `${first.opens}–${first.closes}` }];
}

function overlaps(one: Draft<HoursRow>, other: Draft<HoursRow>): boolean {
  const sameDay = one.days?.some((day) => other.days?.includes(day)) ?? false;
  return sameDay && sameWeeks(one.weeks, other.weeks) && sameHours(one, other);
}

function sameWeeks(one: Weeks | null | undefined, other: Weeks | null | undefined): boolean {
  if (one == null || other == null) return false;
  return one === other || one === 'every-week' || other === 'every-week';
}

function sameHours(one: Times, other: Times): boolean {
  const all = [one.opens, one.closes, other.opens, other.closes];
  const [opens = '', closes = '', otherOpens = '', otherCloses = ''] = all.map(
    (each) => each ?? '',
  );
  if (!all.every((each) => each != null && isClockTime(each))) return false;
  return opens < otherCloses && otherOpens < closes;
}

function exceptionProblems(row: Draft<ExceptionRow>, path: string): readonly OpeningProblem[] {
  const { closed, closes, from, opens, to } = row;
  const hasTimes = opens != null || closes != null;
  const order: OpeningProblem[] =
    from != null && to != null && to < from
      ? [{ field: `${path}.to`, problem: 'exception-ends-first', day: from }]
      : [];
  if (closed && hasTimes)
    return [...order, { field: `${path}.closed`, problem: 'closed-and-open' }];
  const isHalf = !closed && (opens == null || closes == null);
  const field = `${path}.${opens == null ? 'opens' : 'closes'}`;
  if (isHalf) return [...order, { field, problem: 'exception-without-hours' }];
  return [...order, ...timesProblems(row, path)];
}

/** A day may be open twice, but not closed and open, or open at two overlapping times. */
function exceptionOverlap(
  row: Draft<ExceptionRow>,
  before: readonly Draft<ExceptionRow>[],
  field: string,
): readonly OpeningProblem[] {
  const [first] = before.filter(
    (other) => sameDays(row, other) && (row.closed || other.closed || sameHours(row, other)),
  );
  return first?.from == null ? [] : [{ field, problem: 'exceptions-overlap', day: first.from }];
}

function sameDays(one: Draft<ExceptionRow>, other: Draft<ExceptionRow>): boolean {
  if (one.from == null || other.from == null) return false;
  return one.from <= lastDay(other, other.from) && other.from <= lastDay(one, one.from);
}

function lastDay({ to }: Draft<ExceptionRow>, from: string): string {
  return to ?? from;
}

/** From which day on an exception is over, and no page shows it. */
export function exceptionOver({ from, to }: Pick<ExceptionRow, 'from' | 'to'>): string {
  return daysAfter(to ?? from, 1);
}

export type OpenTimes = { readonly opens: string; readonly closes: string };

/** Days with the same times: each run of days that follow each other, by its first and last. */
export type SameTimes = {
  readonly runs: readonly { readonly first: Weekday; readonly last: Weekday }[];
  readonly times: readonly OpenTimes[];
};

export type Period = {
  readonly weeks: Weeks;
  /** For sentences, in the order of the first day. */
  readonly same: readonly SameTimes[];
  /** For a table: the days that have times, in the order of the week. A day that is left out is not spoken of. */
  readonly days: readonly { readonly day: Weekday; readonly times: readonly OpenTimes[] }[];
};

/** The weekly hours as they are said: by the weeks in which they hold, each day with all of its times. */
export function openPeriods(hours: readonly HoursRow[]): readonly Period[] {
  return weeks.flatMap((each): Period[] => {
    const rows = hours.filter((row) => row.weeks === each);
    const days = weekdays.flatMap((day) => {
      const times = timesOn(rows, day);
      return times.length === 0 ? [] : [{ day, times }];
    });
    return days.length === 0 ? [] : [{ weeks: each, same: sameTimes(days), days }];
  });
}

function timesOn(rows: readonly HoursRow[], day: Weekday): readonly OpenTimes[] {
  const times = rows
    .filter(({ days }) => days.includes(day))
    .map(({ closes, opens }) => ({ opens, closes }));
  return [...new Map(times.map((each) => [keyOf([each]), each])).values()].sort((one, other) =>
    keyOf([one]) < keyOf([other]) ? -1 : 1,
  );
}

function sameTimes(days: Period['days']): readonly SameTimes[] {
  const byTimes = Map.groupBy(days, ({ times }) => keyOf(times));
  return [...byTimes.values()].map((same) => ({
    runs: runsOf(same.map(({ day }) => day)),
    times: same[0]?.times ?? [],
  }));
}

function runsOf(days: readonly Weekday[]): SameTimes['runs'] {
  const runs: { first: Weekday; last: Weekday }[] = [];
  for (const day of days) {
    const run = runs.at(-1);
    const isNext = run !== undefined && weekdays.indexOf(run.last) + 1 === weekdays.indexOf(day);
    if (isNext) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs;
}

function keyOf(times: readonly OpenTimes[]): string {
  return times.map(({ closes, opens }) => `${opens}-${closes}`).join(' ');
}

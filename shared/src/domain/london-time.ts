/**
 * The clock that the trust lives by. Staff say a wall time in Europe/London, programs keep a moment, and on two nights of
 * the year the two do not fit: an hour in spring never comes, and one in autumn comes twice.
 */
import { Temporal } from 'temporal-polyfill';

const ZONE = 'Europe/London';

/** `2026-11-22T14:30`, as a clock in London shows it. Seconds may follow. */
export type WallTime = string;

/** Which of the two, where a wall time comes twice: `first` is summer time, `second` the hour after it. */
export type Which = 'first' | 'second';

export type Said = { readonly wall: WallTime; readonly which?: Which | undefined };

export type OnTheClock =
  /** `moment` is ISO 8601 in UTC. */
  | { readonly ok: true; readonly moment: string }
  | { readonly ok: false; readonly problem: 'not-a-time' }
  /** The clocks went forward over it. `next` is the first wall time after it that comes. */
  | { readonly ok: false; readonly problem: 'never-comes'; readonly next: WallTime }
  /** The clocks went back over it, and nobody said which is meant. */
  | { readonly ok: false; readonly problem: 'comes-twice'; readonly moments: readonly string[] };

/** The moment that somebody means who says this time in London. */
export function momentOf({ wall, which }: Said): OnTheClock {
  const said = read(wall);
  if (said === null) return { ok: false, problem: 'not-a-time' };
  const earlier = said.toZonedDateTime(ZONE, { disambiguation: 'earlier' });
  const later = said.toZonedDateTime(ZONE, { disambiguation: 'later' });
  if (earlier.equals(later)) return { ok: true, moment: iso(earlier) };
  if (!earlier.toPlainDateTime().equals(said)) {
    return { ok: false, problem: 'never-comes', next: nextAfterGap(earlier) };
  }
  if (which === undefined) {
    return { ok: false, problem: 'comes-twice', moments: [iso(earlier), iso(later)] };
  }
  return { ok: true, moment: iso(which === 'first' ? earlier : later) };
}

/** What a clock in London shows at a moment. `which` is there only when it shows the same twice that night. */
export function wallTimeAt(moment: string): Said {
  const there = Temporal.Instant.from(moment).toZonedDateTimeISO(ZONE);
  const shown = there.toPlainDateTime();
  const wall = shown.toString({ smallestUnit: 'minute' });
  const first = shown.toZonedDateTime(ZONE, { disambiguation: 'earlier' });
  const last = shown.toZonedDateTime(ZONE, { disambiguation: 'later' });
  if (first.equals(last)) return { wall };
  return { wall, which: there.equals(first) ? 'first' : 'second' };
}

/** The day it is in London at a moment: `2026-11-22`. */
export function londonDay(moment: string): string {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(ZONE).toPlainDate().toString();
}

/** `2026-01-31` and 30 days -> `2026-03-02`. */
export function daysAfter(day: string, days: number): string {
  return counted(`${day} and ${days} days`, () => Temporal.PlainDate.from(day).add({ days }));
}

/** `2024-02-29` and 12 months -> `2025-02-28`. */
export function monthsAfter(day: string, months: number): string {
  return counted(`${day} and ${months} months`, () => Temporal.PlainDate.from(day).add({ months }));
}

/** A list of services asks for the same few days again with each of its pages, and to count takes a hundred times as long. */
const counts = new Map<string, string>();
/** A program that runs for years meets more days than it asks for again. */
const MOST_KEPT = 10_000;

function counted(asked: string, count: () => Temporal.PlainDate): string {
  const known = counts.get(asked);
  if (known !== undefined) return known;
  const day = count().toString();
  if (counts.size >= MOST_KEPT) counts.clear();
  counts.set(asked, day);
  return day;
}

/** Whether it is a day of the calendar, written `2026-11-22`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  return attempt(() => Temporal.PlainDate.from(text, { overflow: 'reject' })) !== null;
}

/** A wall time and nothing beside it: with a zone or a `Z` it would mean another moment than it says. */
function read(wall: string): Temporal.PlainDateTime | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(wall)) return null;
  return attempt(() => Temporal.PlainDateTime.from(wall, { overflow: 'reject' }));
}

/** Temporal says by throwing that there is no 31 June. */
function attempt<T>(reading: () => T): T | null {
  try {
    return reading();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function nextAfterGap(before: Temporal.ZonedDateTime): WallTime {
  const change = before.getTimeZoneTransition('next');
  if (change === null) throw new Error(`The clocks of ${ZONE} do not change after ${before}.`);
  return change.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

function iso(there: Temporal.ZonedDateTime): string {
  return new Date(there.epochMilliseconds).toISOString();
}

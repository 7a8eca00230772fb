/**
 * How an action stands on a day, and the promise it keeps: from its due day and what was reported, never from what
 * somebody ticks. Days are days in London, `2026-11-22`.
 */
import { daysAfter } from '../london-time.ts';
import type { reportStatuses } from '../shapes/promises.ts';

export type Standing = (typeof reportStatuses)[number];

/** The order in which they are shown and counted. */
export const standings = ['on-track', 'late', 'done', 'not-started'] as const;

export type Followed = {
  /** The last day on which it can be done in time. */
  readonly due: string;
  readonly reports: readonly Reported[];
};

export type Reported = { readonly on: string; readonly status: Standing };

/**
 * What the newest report says, until the day after the due day: from then on it is late, whatever anybody says, until a
 * report says that it is done.
 */
export function standingOn(day: string, action: Followed): Standing {
  const said = newestOn(day, action.reports)?.status ?? 'not-started';
  return said !== 'done' && isAfterDue(day, action) ? 'late' : said;
}

/** Whether it is late because its day has passed, and not because somebody reported it. */
export function isOverdueOn(day: string, action: Followed): boolean {
  return isAfterDue(day, action) && standingOn(day, action) === 'late';
}

/** Every day on which the standing may become another, in order. Between two of them it stays what it is. */
export function turningDays({ due, reports }: Followed): readonly string[] {
  return [...new Set([...reports.map(({ on }) => on), daysAfter(due, 1)])].sort();
}

/** The last of the turning days that has come, as `reached` says; `''`, which is before all days, when none has. */
export function dayReached(action: Followed, reached: (day: string) => boolean): string {
  return turningDays(action).findLast(reached) ?? '';
}

/** `null` while nobody has published how it is to be kept: that is not known, and not the same as not started. */
export function standingOfPledge(actions: readonly Standing[]): Standing | null {
  if (actions.length === 0) return null;
  if (actions.includes('late')) return 'late';
  if (actions.every((standing) => standing === 'done')) return 'done';
  return actions.every((standing) => standing === 'not-started') ? 'not-started' : 'on-track';
}

export type Counts = Readonly<Record<Standing, number>>;

export function countOf(all: readonly Standing[]): Counts {
  const counts = { 'not-started': 0, 'on-track': 0, late: 0, done: 0 };
  for (const standing of all) counts[standing] += 1;
  return counts;
}

/** Of two on one day, the one that was added later. */
export function newestOn<R extends Reported>(day: string, reports: readonly R[]): R | null {
  return reports
    .filter(({ on }) => on <= day)
    .reduce<R | null>(
      (newest, one) => (newest === null || one.on >= newest.on ? one : newest),
      null,
    );
}

/** Newest first, in the order in which readers want them. */
export function newestFirst<R extends Pick<Reported, 'on'>>(reports: readonly R[]): readonly R[] {
  return reports.toReversed().toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}

function isAfterDue(day: string, { due }: Followed): boolean {
  return day > due;
}

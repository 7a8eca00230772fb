/**
 * Review dates: every document is read again by whoever answers for it, by a day that was agreed. Days are days in London,
 * `2026-11-22`.
 */
import { daysAfter, isDay, monthsAfter } from './london-time.ts';

/** What the record of a document keeps of it. */
export type ReviewDates = {
  /** An e-mail address: an account's, or a role mailbox that nobody signs in with. */
  readonly owner: string | null;
  readonly lastReviewed: string | null;
  readonly nextReview: string | null;
};

/** How long a text may stand unread where nobody said otherwise. */
export const USUAL_MONTHS = 12;

/** The mails about one review, by how many days after its day they are sent. */
export const reminders = { 'month-before': -30, 'on-the-day': 0, 'fortnight-after': 14 } as const;
export type Reminder = keyof typeof reminders;

const inOrder = Object.entries(reminders) as readonly [Reminder, number][];

/**
 * The mail that is to be sent today, or `null`. One that could not be sent on its day is sent late, unless the next has
 * its turn by then. None is sent for a day that was over when the document was last reviewed.
 */
export function reminderDue(
  { lastReviewed, nextReview }: Pick<ReviewDates, 'lastReviewed' | 'nextReview'>,
  today: string,
  sent: readonly Reminder[],
): Reminder | null {
  if (nextReview === null) return null;
  const come = inOrder.filter(([, days]) => daysAfter(nextReview, days) <= today);
  const latest = come.at(-1);
  if (latest === undefined) return null;
  const [reminder, days] = latest;
  const wasOverThen = lastReviewed !== null && daysAfter(nextReview, days) <= lastReviewed;
  return wasOverThen || sent.includes(reminder) ? null : reminder;
}

/** Where a document stands. `days` until its review, or since it was due. */
export type ReviewStanding =
  | { readonly state: 'not-planned' }
  | { readonly state: 'later' | 'soon' | 'overdue'; readonly days: number };

export function reviewStanding(nextReview: string | null, today: string): ReviewStanding {
  if (nextReview === null) return { state: 'not-planned' };
  const days = daysBetween(today, nextReview);
  if (days < 0) return { state: 'overdue', days: -days };
  return { state: days <= -reminders['month-before'] ? 'soon' : 'later', days };
}

/** What is recorded when somebody read a document and found nothing to change. */
export function reviewed(
  today: string,
  nextReview: string | null,
): { readonly lastReviewed: string; readonly nextReview: string } {
  return { lastReviewed: today, nextReview: nextReview ?? monthsAfter(today, USUAL_MONTHS) };
}

/** What is wrong with an owner or a day that somebody chose. */
export type ReviewProblem =
  | { readonly field: 'owner'; readonly problem: 'not-an-address' }
  | { readonly field: 'nextReview'; readonly problem: 'not-in-calendar' | 'day-over' };

/** What stands in the way of an owner and a day that somebody chose; `null` takes either away. */
export function reviewProblems(
  { owner, nextReview }: { readonly owner?: string | null; readonly nextReview?: string | null },
  today: string,
): readonly ReviewProblem[] {
  return [...ownerProblems(owner ?? null), ...dayProblems(nextReview ?? null, today)];
}

function ownerProblems(owner: string | null): readonly ReviewProblem[] {
  const isAddress = owner === null || /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+$/.test(owner);
  return isAddress ? [] : [{ field: 'owner', problem: 'not-an-address' }];
}

function dayProblems(day: string | null, today: string): readonly ReviewProblem[] {
  if (day === null) return [];
  if (!isDay(day)) return [{ field: 'nextReview', problem: 'not-in-calendar' }];
  return day > today ? [] : [{ field: 'nextReview', problem: 'day-over' }];
}

/** How a fact stands that has to be confirmed again by a day: pages say so to readers once the day is over. */
export type FactStanding =
  | { readonly state: 'good' }
  | { readonly state: 'expiring' | 'expired'; readonly days: number };

/** How many days before its day a fact is listed for staff. */
const LISTED_DAYS = 30;

export function factStanding(expires: string | null, today: string): FactStanding {
  if (expires === null) return { state: 'good' };
  const days = daysBetween(today, expires);
  if (days < 0) return { state: 'expired', days: -days };
  return days <= LISTED_DAYS ? { state: 'expiring', days } : { state: 'good' };
}

/** Days of the calendar have no hours, so no clock change comes in between. */
function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000;
}

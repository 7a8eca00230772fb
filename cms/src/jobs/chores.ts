/**
 * Chores: what has to be done every so often, by one process at a time and by nobody in particular. Each part of the desk
 * adds its own to the list.
 */
import type { Payload } from 'payload';
import { sendWaiting } from '../mail/send.ts';
import { tellOfUnanswered } from '../mail/steps.ts';
import { sendReviewReminders } from '../reviews/reminders.ts';
import { forgetOld } from '../translation/exchange/records.ts';
import { keepOutcome, leaseRow, withLease } from './lease.ts';

export type Chore = {
  /** As the log names it. */
  readonly name: string;
  /** In milliseconds, from one beginning to the next. */
  readonly every: number;
  /** It may be stopped anywhere and run again: what it did once, it must not do twice. */
  readonly run: (payload: Payload, now: Date) => Promise<void>;
};

const MINUTE = 60_000;

export const chores: readonly Chore[] = [
  { name: 'mail', every: 2_000, run: sendWaiting },
  { name: 'fact checks unanswered', every: 10 * MINUTE, run: tellOfUnanswered },
  { name: 'files of translations that nobody took in', every: 10 * MINUTE, run: forgetOld },
  { name: 'review reminders', every: 10 * MINUTE, run: sendReviewReminders },
];

/** A killed worker's chore is taken up by another after this long. */
const LEASE_MS = 30_000;

/** Runs those whose turn it is. One that fails is said in the log, and has its turn again; the others go on. */
export async function runChores(
  payload: Payload,
  now: Date,
  list: readonly Chore[] = chores,
): Promise<void> {
  await Promise.all(list.map((chore) => runInTurn(payload, chore, now)));
}

async function runInTurn(payload: Payload, chore: Chore, now: Date): Promise<void> {
  const name = `chore: ${chore.name}`;
  if (!(await isItsTurn(payload, name, chore, now))) return;
  await withLease(payload, name, LEASE_MS, async () => {
    // Another process may have done it between the look and the lease.
    if (!(await isItsTurn(payload, name, chore, now))) return;
    const failed = await failureOf(() => chore.run(payload, now));
    if (failed !== null) payload.logger.error(`The chore "${chore.name}" failed: ${failed}`);
    await keepOutcome(payload, name, { doneAt: now, failed });
  });
}

async function isItsTurn(
  payload: Payload,
  name: string,
  { every }: Chore,
  now: Date,
): Promise<boolean> {
  const doneAt = (await leaseRow(payload, name))?.doneAt ?? null;
  return doneAt === null || now.getTime() - doneAt.getTime() >= every;
}

async function failureOf(run: () => Promise<void>): Promise<string | null> {
  try {
    await run();
    return null;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

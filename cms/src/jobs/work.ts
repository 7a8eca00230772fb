/** The worker: looks at the clock, publishes what is due, and does the chores, until it is told to stop. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Payload } from 'payload';
import { type Chore, chores, runChores } from './chores.ts';
import { publishDue } from './clock.ts';

/** In milliseconds. What is due goes live within a second of its moment; looking costs one indexed read. */
const LOOK_EVERY = 250;
const CHORES_EVERY = 1_000;

/** Ends when the signal says so and what was begun is done. Several may work beside each other. */
export async function work(
  payload: Payload,
  signal: AbortSignal,
  list: readonly Chore[] = chores,
): Promise<void> {
  await Promise.all([
    again({ payload, signal, every: LOOK_EVERY }, () => publishDue(payload, new Date())),
    again({ payload, signal, every: CHORES_EVERY }, () => runChores(payload, new Date(), list)),
  ]);
}

type Round = { readonly payload: Payload; readonly signal: AbortSignal; readonly every: number };

/** The database may be away for a while: that is said, and looked at again. */
async function again({ every, payload, signal }: Round, turn: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    await turn().catch((error: unknown) =>
      payload.logger.error({ err: error }, 'The worker could not do its round. It goes on.'),
    );
    await pause(every, undefined, { signal }).catch(() => undefined);
  }
}

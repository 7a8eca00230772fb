/** What the clock brings: bundles whose moment has come. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Payload } from 'payload';
import { goLive } from '../bundles/go-live.ts';
import { bundlesIn } from '../bundles/records.ts';
import { withLease } from './lease.ts';

/** A worker that was killed over a bundle keeps the others from it for so long. */
const LEASE_MS = 5_000;
const AFTER_ERROR_MS = 1_000;

/** Publishes what is due. A bundle that cannot be dealt with at all keeps no other from its moment. */
export async function publishDue(payload: Payload, now: Date): Promise<void> {
  const waiting = await bundlesIn({ payload }, ['waiting']);
  const due = waiting.filter(({ goesLiveAt }) => Date.parse(goesLiveAt) <= now.getTime());
  const came = await Promise.allSettled(due.map(({ id }) => publishAlone(payload, id, now)));
  const errors = came.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  for (const err of errors) {
    payload.logger.error(
      { err },
      'A bundle could not go live. It is tried again until its moment is missed.',
    );
  }
  // Whatever is wrong is not mended by trying at once.
  if (errors.length > 0) await pause(AFTER_ERROR_MS);
}

function publishAlone(payload: Payload, id: string, now: Date) {
  return withLease(payload, `bundle: ${id}`, LEASE_MS, () => goLive(payload, id, now));
}

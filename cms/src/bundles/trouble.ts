/** Bundles that somebody has to deal with: those that failed, and those whose moment went by without them. */
import { OVERDUE_MS } from '@charterpress/shared/domain/bundle.ts';
import type { PayloadRequest } from 'payload';
import { bundlesIn, type StoredBundle } from './records.ts';
import { failedSince, overdueSince } from './sentences.ts';

export async function bundlesInTrouble(
  req: Pick<PayloadRequest, 'payload'>,
  now: Date,
): Promise<readonly StoredBundle[]> {
  const open = await bundlesIn(req, ['waiting', 'failed']);
  return open.filter(
    ({ goesLiveAt, state }) =>
      state === 'failed' || now.getTime() - Date.parse(goesLiveAt) > OVERDUE_MS,
  );
}

/** The same for whoever watches the CMS from outside: it names no document. */
export async function whatIsWrong(
  req: Pick<PayloadRequest, 'payload'>,
  now: Date,
): Promise<readonly string[]> {
  const bundles = await bundlesInTrouble(req, now);
  return bundles.map(({ goesLiveAt, state }) =>
    state === 'failed' ? failedSince(goesLiveAt) : overdueSince(goesLiveAt),
  );
}

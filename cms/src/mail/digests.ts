/** One mail a day for those who chose it: a message of its own, which gathers those that wait for the same morning. */
import { lastDigest } from '@charterpress/shared/domain/messages.ts';
import type { Payload } from 'payload';
import { type Message, outbox } from './messages.ts';
import { put } from './notify.ts';

/** Puts in each person's digest of this morning, unless it is there: two programs begin the same one. */
export async function beginDigests(payload: Payload, now: Date): Promise<void> {
  const morning = lastDigest(now).toISOString();
  const people = await outbox(payload).distinct('to', {
    ...{ rhythm: 'daily', state: 'waiting', due: { $lte: morning } },
  });
  for (const to of people) {
    await put(payload, {
      key: `digest/${to}/${morning}`,
      what: 'digest',
      to,
      at: morning,
      due: morning,
    });
  }
}

/** What a digest holds. Asked again, after a stop, it holds the same and what joined it since. */
export async function gathered(payload: Payload, digest: Message): Promise<readonly Message[]> {
  const { _id, at: morning, to } = digest;
  await outbox(payload).updateMany(
    { to, rhythm: 'daily', state: 'waiting', due: { $lte: morning } },
    { $set: { state: 'gathered', digest: _id } },
  );
  return outbox(payload).find({ digest: _id }).sort({ at: 1 }).toArray();
}

/** After a digest was sent, what it held was sent too. */
export async function markGathered(payload: Payload, { _id }: Message, at: Date): Promise<void> {
  await outbox(payload).updateMany(
    { digest: _id },
    { $set: { state: 'sent', sentAt: at.toISOString() } },
  );
}

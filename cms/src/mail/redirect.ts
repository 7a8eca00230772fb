/** Messages that wait for somebody who leaves go to whoever takes over. */
import type { PayloadRequest } from 'payload';
import { session } from '../transaction.ts';
import { outbox } from './messages.ts';

export async function redirectMessages(
  req: PayloadRequest,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const options = await session(req);
  const messages = outbox(req.payload);
  const waiting = { to: from, state: { $in: ['held', 'waiting'] } } as const;
  // The way into the account that is closed is no work, and a digest is made of what goes along.
  await messages.deleteMany({ ...waiting, what: { $in: ['password', 'digest'] } }, options);
  for (const { _id, key } of await messages.find(waiting, options).toArray()) {
    const theirs = key.replace(/[^/]*$/, to);
    // What both were to hear, one of them hears once.
    const isTold = (await messages.findOne({ key: theirs }, options)) !== null;
    if (isTold) await messages.deleteOne({ _id }, options);
    else await messages.updateOne({ _id }, { $set: { to, key: theirs } }, options);
  }
}

/** What is removed leaves the workbench: segments, their history, how the English was cut, and who worked on it. */
import type { PayloadRequest } from 'payload';
import { session } from '../transaction.ts';
import { cuts, presence, type Subject, segmentRows, tallies } from './records.ts';

/** In the transaction of the removal. */
export async function eraseTranslations(req: PayloadRequest, { document }: Subject): Promise<void> {
  const within = await session(req);
  for (const rows of [cuts, segmentRows, tallies, presence]) {
    await rows(req.payload).deleteMany({ document }, within);
  }
}

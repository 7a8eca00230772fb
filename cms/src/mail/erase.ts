/** Removal reaches the mail too: what waits, what was sent, and what is kept in files. */
import path from 'node:path';
import type { PayloadRequest } from 'payload';
import { env } from '../env.ts';
import { session } from '../transaction.ts';
import { outbox } from './messages.ts';
import { mailFile } from './transport.ts';

/**
 * Erases the messages about a document, in the transaction of its removal, and answers the files that may hold them, by
 * their paths in the data folder: their own, and those of the digests that they were in.
 */
export async function eraseMessagesAbout(
  req: PayloadRequest,
  about: { readonly kind: string; readonly document: string },
): Promise<readonly string[]> {
  const { kind, document } = about;
  const options = await session(req);
  const messages = await outbox(req.payload).find({ kind, document }, options).toArray();
  await outbox(req.payload).deleteMany({ kind, document }, options);
  const ids = messages.flatMap(({ _id, digest }) => (digest === null ? [_id] : [_id, digest]));
  return [...new Set(ids)].map((id) => path.relative(env.dataDir, mailFile(id)));
}

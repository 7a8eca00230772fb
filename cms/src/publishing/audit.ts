/** Reads the audit back and says whether it is whole. */
import { type ChainedEvent, firstBrokenLink } from '@charterpress/shared/domain/audit.ts';
import type { Payload } from 'payload';
import { readHead } from './ledger.ts';
import { AUDIT } from './records.ts';

/** An event and its links, without what the database adds of its own. */
const projection = {
  _id: 0,
  position: 1,
  at: 1,
  by: 1,
  did: 1,
  kind: 1,
  document: 1,
  language: 1,
  sequence: 1,
  digest: 1,
  reason: 1,
  previous: 1,
  hash: 1,
} as const;

/** The position of the first event that was changed, taken out or put in; `null` when the audit is whole. */
export async function brokenLink(payload: Payload): Promise<number | null> {
  const head = await readHead(payload);
  const events = await payload.db.connection
    .collection<ChainedEvent>(AUDIT)
    .find({ position: { $lte: head.position } }, { projection, sort: { position: 1 } })
    .toArray();
  return firstBrokenLink(events, { position: head.position, hash: head.auditHead });
}

/** Reads the audit back, and says whether it is whole. */
import {
  type AuditEvent,
  type ChainedEvent,
  firstBrokenLink,
} from '@charterpress/shared/domain/audit.ts';
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
  const events = await eventsOf(payload)
    .find({ position: { $lte: head.position } }, { projection, sort: { position: 1 } })
    .toArray();
  return firstBrokenLink(events, { position: head.position, hash: head.auditHead });
}

/** An event by its place in the audit; `null` when there is none. */
export function eventAt(payload: Payload, position: number): Promise<AuditEvent | null> {
  return eventsOf(payload).findOne({ position }, { projection });
}

/** What happened to one document, oldest first. */
export function eventsAbout(
  payload: Payload,
  of: { readonly kind: string; readonly document: string },
): Promise<readonly AuditEvent[]> {
  const { document, kind } = of;
  return eventsOf(payload)
    .find({ kind, document }, { projection, sort: { position: 1 } })
    .toArray();
}

/** Some events before a place in the audit, newest first; of one person, where one is named. */
export function eventsBefore(
  payload: Payload,
  asked: { readonly before: number; readonly by: string | null; readonly limit: number },
): Promise<readonly AuditEvent[]> {
  const { before, by, limit } = asked;
  const who = by === null ? {} : { by };
  return eventsOf(payload)
    .find({ position: { $lt: before }, ...who }, { projection, sort: { position: -1 }, limit })
    .toArray();
}

/** All events one by one, oldest first: there may be more than fit into memory. */
export function everyEvent(payload: Payload): AsyncIterable<AuditEvent> {
  return eventsOf(payload).find({}, { projection, sort: { position: 1 } });
}

function eventsOf(payload: Payload) {
  return payload.db.connection.collection<ChainedEvent>(AUDIT);
}

/** Puts into the outbox what those should hear whom it concerns. */
import { randomUUID } from 'node:crypto';
import {
  type DeskEvent,
  nextDigest,
  type Person,
  recipientsOf,
} from '@charterpress/shared/domain/messages.ts';
import type { Payload, PayloadRequest } from 'payload';
import { session } from '../transaction.ts';
import { type Message, outbox } from './messages.ts';
import { peopleOf } from './people.ts';

/**
 * Tells whoever the rules say, once each. With a `req` in its transaction: they hear of it when it is committed, and not
 * otherwise. An error here has ended that transaction and must not be caught in it.
 */
export async function notify(
  payload: Payload,
  event: DeskEvent,
  req?: PayloadRequest,
): Promise<void> {
  const people = await peopleOf(payload, req);
  const telling = event.once ?? randomUUID();
  const now = new Date();
  for (const { email, rhythm } of recipientsOf(event, people)) {
    const key = [event.what, event.kind, event.document, telling, email].join('/');
    const due = rhythm === 'daily' ? nextDigest(now) : now;
    await put(payload, { ...toldOf(event, people), key, to: email, rhythm, due: iso(due) }, req);
  }
}

type Put = Pick<Message, 'key' | 'to' | 'what' | 'due'> & Partial<Message>;

/** Writes a message unless it is there. Answers whether it was written. */
export async function put(payload: Payload, said: Put, req?: PayloadRequest): Promise<boolean> {
  const { key, ...rest } = said;
  const { upsertedCount } = await outbox(payload).updateOne(
    { key },
    { $setOnInsert: { ...blank(), ...rest } },
    { upsert: true, ...(req && (await session(req))) },
  );
  return upsertedCount === 1;
}

function toldOf(event: DeskEvent, people: readonly Person[]): Partial<Message> & { what: string } {
  const { by, document, kind, note, sequence = null, title, what } = event;
  const name = people.find(({ email }) => email === by)?.name ?? by;
  const state = sequence === null ? 'waiting' : 'held';
  return { what, kind, document, title, note, by: name, sequence, state };
}

function blank(): Omit<Message, 'key' | 'to' | 'what' | 'due'> {
  return {
    _id: randomUUID(),
    ...{ rhythm: 'instant', kind: null, document: null, title: null, by: null, note: null },
    ...{ sequence: null, at: iso(new Date()), state: 'waiting', tries: 0, claim: null },
    ...{ claimedUntil: null, digest: null, sentAt: null, why: null, secret: null },
  };
}

function iso(at: Date): string {
  return at.toISOString();
}

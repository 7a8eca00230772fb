/**
 * The audit: who did what to which document, when. Append-only, each event chained to the one before by its hash. It
 * holds digests and never texts, so that it still verifies after a removal.
 */
import { digestOf } from './digest.ts';

export type AuditEvent = {
  /** 1, 2, ... without gaps. */
  readonly position: number;
  /** ISO 8601 moment, UTC. */
  readonly at: string;
  /** The e-mail address of the account, or the name of the program that acted. */
  readonly by: string;
  readonly did: string;
  readonly kind: string;
  readonly document: string;
  readonly language: string | null;
  readonly sequence: number | null;
  readonly digest: string | null;
  readonly reason: string | null;
};

export type ChainedEvent = AuditEvent & { readonly previous: string; readonly hash: string };

/** What the first event is chained to. */
export const CHAIN_START = '0'.repeat(64);

export function chain(event: AuditEvent, previous: string): ChainedEvent {
  return { ...event, previous, hash: digestOf({ ...event, previous }) };
}

/** Where the chain ends: the position and the hash of its newest event. Kept apart from the events. */
export type ChainEnd = { readonly position: number; readonly hash: string };

/**
 * The position of the first event that was changed, taken out or put in; `null` when the chain is whole. `end` gives
 * away events that were taken off its end: nothing in the chain itself can.
 */
export function firstBrokenLink(events: readonly ChainedEvent[], end: ChainEnd): number | null {
  let previous = CHAIN_START;
  for (const [at, event] of events.entries()) {
    const { hash, previous: claimed, ...rest } = event;
    const isWhole =
      claimed === previous && rest.position === at + 1 && chain(rest, claimed).hash === hash;
    if (!isWhole) return at + 1;
    previous = hash;
  }
  const isAtEnd = events.length === end.position && previous === end.hash;
  return isAtEnd ? null : Math.min(events.length, end.position) + 1;
}

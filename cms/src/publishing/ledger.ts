/**
 * The one place that writes what was published: editions, audit events, and the head of the feed. Everything that one
 * act enters is committed together or not at all, and acts are committed in the order of their sequences.
 */
import { type AuditEvent, CHAIN_START, chain } from '@charterpress/shared/domain/audit.ts';
import type { EditionHead, Place as Stood } from '@charterpress/shared/domain/edition.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import type { Reference } from '@charterpress/shared/domain/shape.ts';
import { createLocalReq, type Payload, type PayloadRequest } from 'payload';
import { editionsOf } from '../fields/edition.ts';
import { followEdition } from '../translation/following.ts';
import { AUDIT, COUNTERS, type Counter, FEED_HEAD } from './records.ts';
import { newestEdition, storedContent } from './stored.ts';

/** An edition as the ledger keeps it. `content` is `null` when nothing may be read (tombstones). */
export type StoredEdition = EditionHead & {
  readonly action: 'published' | 'withdrawn' | 'removed' | 'redirected';
  readonly content: Readonly<Record<string, unknown>> | null;
  /** Of a redirection: where it leads. */
  readonly redirectTo?: Reference;
  /** Of a removed version in another form: where readers found it. */
  readonly stoodAt?: Stood;
};

/** Which number, and which moments: what the ledger gives an edition. */
type Place = Pick<
  StoredEdition,
  'number' | 'sequence' | 'publishedAt' | 'firstPublishedAt' | 'changedAt'
>;

/** What an act says of an edition; number and sequence are the ledger's. */
export type Entry = Omit<StoredEdition, keyof Place>;

export type Act = Pick<AuditEvent, 'by' | 'did' | 'reason'>;

export type Ledger = {
  /** Carries the transaction: every read and write of the act goes through it. */
  readonly req: PayloadRequest;
  /** The moment of the act, ISO 8601 in UTC. */
  readonly at: string;
  /** Asked once: what the transaction began with, and what the act entered since. */
  readonly newest: (of: EditionAddress) => Promise<StoredEdition | null>;
  /** Enters an edition as the next of its document and language and of the feed, and the event beside it. */
  readonly enter: (entry: Entry, act: Act) => Promise<StoredEdition>;
  /** Enters an event that no edition goes with. */
  readonly note: (event: Omit<AuditEvent, 'position' | 'at'>) => Promise<void>;
};

export type EditionAddress = {
  readonly kind: Kind;
  readonly document: string;
  readonly language: string;
};

/** Enough for dozens of processes that publish at once; beyond it something else is wrong. */
const ATTEMPTS = 40;

let queue: Promise<unknown> = Promise.resolve();

/**
 * Performs an act: after those that were asked for before it in this process, in one transaction, and from the
 * beginning again when another process was quicker. `act` must not catch what a write throws: the transaction has ended by then, and
 * what follows would be committed alone.
 */
export function inLedger<T>(payload: Payload, act: (ledger: Ledger) => Promise<T>): Promise<T> {
  const turn = queue.then(() => withoutQueue(payload, act));
  queue = turn.catch(() => undefined);
  return turn;
}

/** The same without waiting for others in this process: as an act of another process does. */
export function withoutQueue<T>(payload: Payload, act: (ledger: Ledger) => Promise<T>): Promise<T> {
  return attempt(payload, act, 1);
}

async function attempt<T>(
  payload: Payload,
  act: (ledger: Ledger) => Promise<T>,
  times: number,
): Promise<T> {
  const began = performance.now();
  const transaction = await begin(payload);
  try {
    const done = await enterInto(payload, transaction, act);
    await payload.db.commitTransaction(transaction);
    return done;
  } catch (error) {
    await payload.db.rollbackTransaction(transaction);
    if (times >= ATTEMPTS || !isConflict(error)) throw error;
  }
  await pauseBefore(times + 1, performance.now() - began);
  return attempt(payload, act, times + 1);
}

async function begin(payload: Payload): Promise<string> {
  const transaction = await payload.db.beginTransaction();
  if (transaction !== null) return String(transaction);
  throw new Error(
    'The database gives no transactions, so nothing can be published. Use a MongoDB that runs as a replica set and name it in DATABASE_URL (replicaSet=...).',
  );
}

async function enterInto<T>(
  payload: Payload,
  transaction: string,
  act: (ledger: Ledger) => Promise<T>,
): Promise<T> {
  const req = await createLocalReq({ req: { transactionID: transaction } }, payload);
  const head = await readHead(payload, req);
  const book = new Book(payload, req, head);
  const done = await act(book);
  await book.close();
  return done;
}

class Book implements Ledger {
  readonly req: PayloadRequest;
  readonly at = new Date().toISOString();
  readonly #payload: Payload;
  readonly #begun: Counter;
  readonly #newest = new Map<string, StoredEdition | null>();
  #head: Counter;

  constructor(payload: Payload, req: PayloadRequest, head: Counter) {
    this.#payload = payload;
    this.req = req;
    this.#begun = head;
    this.#head = head;
  }

  newest = async (of: EditionAddress): Promise<StoredEdition | null> => {
    const address = addressOf(of);
    const known = this.#newest.get(address);
    if (known !== undefined) return known;
    const newest = await newestEdition(this.req, of);
    this.#newest.set(address, newest);
    return newest;
  };

  enter = async (entry: Entry, act: Act): Promise<StoredEdition> => {
    const before = await this.newest(entry);
    const sequence = this.#head.sequence + 1;
    const edition = placed(entry, { before, sequence, at: this.at });
    await this.#payload.db.create({
      collection: editionsOf(edition.kind),
      data: asStored(edition),
      req: this.req,
      returning: false,
    });
    this.#newest.set(addressOf(edition), edition);
    this.#head = { ...this.#head, sequence: edition.sequence };
    await this.note({ ...act, ...subjectOf(edition) });
    await followEdition(this, edition);
    return edition;
  };

  note = async (event: Omit<AuditEvent, 'position' | 'at'>): Promise<void> => {
    const position = this.#head.position + 1;
    const chained = chain({ ...event, position, at: this.at }, this.#head.auditHead);
    await this.#payload.db.create({
      collection: AUDIT,
      data: { ...chained },
      req: this.req,
      returning: false,
    });
    this.#head = { ...this.#head, position, auditHead: chained.hash };
  };

  /** Last of all writes: whoever began at the same head collides here, and the later one begins again. */
  close = async (): Promise<void> => {
    if (this.#head.position === this.#begun.position) return;
    await this.#payload.db.updateOne({
      collection: COUNTERS,
      id: FEED_HEAD,
      data: { ...this.#head },
      req: this.req,
      returning: false,
    });
  };
}

/** An entry as the edition that follows `before`. What is minor moves no date that readers see. */
export function placed(
  entry: Entry,
  { at, before, sequence }: { at: string; before: StoredEdition | null; sequence: number },
): StoredEdition {
  const isMinor = entry.change === 'minor' && before !== null;
  return {
    ...entry,
    number: (before?.number ?? 0) + 1,
    sequence,
    publishedAt: at,
    firstPublishedAt: before?.firstPublishedAt ?? at,
    changedAt: isMinor ? before.changedAt : at,
  };
}

/** How far the feed and the audit go. */
export async function readHead(payload: Payload, req?: PayloadRequest): Promise<Counter> {
  const head = await payload.db.findOne<Counter & { id: string }>({
    collection: COUNTERS,
    where: { id: { equals: FEED_HEAD } },
    ...(req === undefined ? {} : { req }),
  });
  if (head === null) {
    throw new Error(
      'The database has no head of the feed. Run `node cms/scripts/prepare.ts`, which makes it, and start again.',
    );
  }
  return { sequence: head.sequence, position: head.position, auditHead: head.auditHead };
}

/** Makes the head of an empty feed. Run at every start, before anything is published. */
export async function prepareLedger(payload: Payload): Promise<void> {
  await payload.db.connection
    .collection<{ _id: string } & Counter>(COUNTERS)
    .updateOne(
      { _id: FEED_HEAD },
      { $setOnInsert: { sequence: 0, position: 0, auditHead: CHAIN_START } },
      { upsert: true },
    );
}

function asStored({ kind, content, ...head }: StoredEdition): Record<string, unknown> {
  return content === null ? head : { ...head, content: storedContent(kind, content) };
}

function addressOf({ document, kind, language }: EditionAddress): string {
  return `${kind}/${document}/${language}`;
}

function subjectOf(edition: StoredEdition) {
  const { kind, document, language, sequence, digest } = edition;
  return { kind, document, language, sequence, digest };
}

/**
 * Whether another transaction was quicker. The number of an edition that was committed after this transaction began
 * shows as a repeated key, which Payload makes a ValidationError of.
 */
function isConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, errorLabels } = error as { code?: unknown; errorLabels?: readonly string[] };
  if (code === 112 || error.name === 'ValidationError') return true;
  return errorLabels?.includes('TransientTransactionError') ?? hasLabel(error);
}

function hasLabel(error: Error): boolean {
  const labelled = error as { hasErrorLabel?: (label: string) => boolean };
  return labelled.hasErrorLabel?.('TransientTransactionError') ?? false;
}

/**
 * Two processes that collided should not collide again in step. On a slow machine an attempt takes longer, and so does
 * the pause: otherwise all would be under way at once again, and one in each round would come through.
 */
function pauseBefore(attemptNumber: number, took: number): Promise<void> {
  const milliseconds = Math.random() * Math.min(5 * 2 ** attemptNumber, 100 + 8 * took);
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

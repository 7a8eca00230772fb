/**
 * A lease: the right to do something alone, for a while, among all the processes that might. Kept in the database and
 * measured on the database's clock, so that neither a killed holder nor a clock that is off keeps anything from being
 * done: the lease of whoever stops renewing it runs out, and the next one takes it.
 */
import { randomUUID } from 'node:crypto';
import type { CollectionConfig, CollectionSlug, Payload } from 'payload';
import { hiddenRecord } from '../publishing/records.ts';

export const LEASES = 'leases' as CollectionSlug;

export const leases: CollectionConfig = {
  slug: LEASES,
  ...hiddenRecord('id'),
  fields: [
    { name: 'id', type: 'text', required: true },
    { name: 'holder', type: 'text' },
    { name: 'until', type: 'date' },
    { name: 'doneAt', type: 'date' },
    { name: 'failed', type: 'text' },
  ],
};

type Row = {
  readonly _id: string;
  readonly holder: string | null;
  readonly until: Date;
  /** When what it is for was last done. */
  readonly doneAt?: Date | null;
  /** What went wrong the last time; `null` when nothing did. */
  readonly failed?: string | null;
};

export type Held = {
  /** False once it ran out or was lost: what is begun after that may be done by another, too. */
  readonly isMine: () => boolean;
};

/**
 * Does the work under the lease of this name. Answers `null`, with nothing done, while another process holds it. It is
 * renewed while the work goes on, and given back when it ends.
 */
export async function withLease<T>(
  payload: Payload,
  name: string,
  milliseconds: number,
  work: (held: Held) => Promise<T>,
): Promise<{ readonly did: T } | null> {
  const holder = randomUUID();
  if (!(await take(payload, { name, holder, milliseconds }))) return null;
  let isMine = true;
  const renewing = setInterval(() => {
    extend(payload, { name, holder, milliseconds }).then(
      (extended) => {
        isMine = extended;
      },
      () => {
        isMine = false;
      },
    );
  }, milliseconds / 3);
  try {
    return { did: await work({ isMine: () => isMine }) };
  } finally {
    clearInterval(renewing);
    await release(payload, name, holder);
  }
}

/** What is kept beside a lease between two turns. */
export async function leaseRow(payload: Payload, name: string): Promise<Row | null> {
  return rows(payload).findOne({ _id: name });
}

export async function keepOutcome(
  payload: Payload,
  name: string,
  outcome: { readonly doneAt: Date; readonly failed: string | null },
): Promise<void> {
  await rows(payload).updateOne({ _id: name }, { $set: outcome });
}

type Claim = { readonly name: string; readonly holder: string; readonly milliseconds: number };

async function take(payload: Payload, { name, holder, milliseconds }: Claim): Promise<boolean> {
  await rows(payload).updateOne(
    { _id: name },
    { $setOnInsert: { holder: null, until: new Date(0) } },
    { upsert: true },
  );
  const taken = await rows(payload).updateOne({ _id: name, $expr: { $lt: ['$until', '$$NOW'] } }, [
    { $set: { holder, until: inMilliseconds(milliseconds) } },
  ]);
  return taken.modifiedCount === 1;
}

async function extend(payload: Payload, { name, holder, milliseconds }: Claim): Promise<boolean> {
  const extended = await rows(payload).updateOne({ _id: name, holder }, [
    { $set: { until: inMilliseconds(milliseconds) } },
  ]);
  return extended.matchedCount === 1;
}

async function release(payload: Payload, name: string, holder: string): Promise<void> {
  await rows(payload).updateOne(
    { _id: name, holder },
    { $set: { holder: null, until: new Date(0) } },
  );
}

/** From now on the clock of the database. */
function inMilliseconds(amount: number) {
  return { $dateAdd: { startDate: '$$NOW', unit: 'millisecond', amount } };
}

function rows(payload: Payload) {
  return payload.db.connection.collection<Row>(LEASES);
}

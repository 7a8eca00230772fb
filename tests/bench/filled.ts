/** A running system with as many editions as a measure asks for. */
import { setTimeout as pause } from 'node:timers/promises';
import { editionsOf } from '@charterpress/cms/src/fields/edition.ts';
import { storedContent } from '@charterpress/cms/src/publishing/stored.ts';
import type { Edition, ReadableEdition } from '@charterpress/shared/domain/edition.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { MongoClient } from 'mongodb';
import type { System } from '../support/system.ts';

const ROWS_AT_ONCE = 500;

type Filling = {
  /** The working copies that stand behind some of the editions. */
  readonly ids?: ReadonlyMap<string, string>;
  /** Which edition of each document and language it is: 1, then 2 and so on. */
  readonly number?: number;
};

/**
 * Puts the editions in as publishing would have, but for the audit: below the CMS, since it would take an hour. Answers
 * the head of the feed.
 */
export async function fill(
  system: System,
  editions: Iterable<Edition>,
  { ids = new Map(), number = 1 }: Filling = {},
): Promise<number> {
  const client = new MongoClient(String(system.environment().DATABASE_URL));
  const database = client.db();
  const counters = database.collection<{ _id: never; sequence: number }>('counters');
  const before = (await counters.findOne())?.sequence ?? 0;
  const rows = new Map<Kind, Record<string, unknown>[]>();
  let head = before;
  for (const generated of editions) {
    const { kind, content, ...edition } = generated as ReadableEdition;
    head = before + edition.sequence;
    const known = JSON.parse(
      JSON.stringify({ ...edition, content: storedContent(kind, content as never) }),
      // A slug that is called like its document stays: another one would be a move, and move every list.
      (field, value) => (field === 'slug' ? value : (ids.get(value) ?? value)),
    );
    const waiting = rows.get(kind) ?? [];
    rows.set(kind, [...waiting, { ...known, number, sequence: head }]);
    if (waiting.length + 1 >= ROWS_AT_ONCE) await flush(kind);
  }
  for (const kind of rows.keys()) await flush(kind);
  await counters.updateOne({}, { $set: { sequence: head } });
  await client.close();
  return head;

  async function flush(kind: Kind): Promise<void> {
    const waiting = rows.get(kind) ?? [];
    if (waiting.length > 0) await database.collection(editionsOf(kind)).insertMany(waiting);
    rows.set(kind, []);
  }
}

/** Until everything up to `head` is served. */
export async function untilPressed(system: System, head: number): Promise<void> {
  while (!(await isPressed(system, head))) await pause(500);
}

/** Whether everything up to `head` is served. */
export async function isPressed(system: System, head: number): Promise<boolean> {
  const address = String(system.environment().PRESS_ADDRESS);
  // It may be busy with a whole site for longer than a connection is kept open.
  const answer = await fetch(`http://${address}/status`).catch(() => null);
  const status = (await answer?.json()) as { last: { upTo: number } | null } | undefined;
  return status?.last != null && status.last.upTo >= head;
}

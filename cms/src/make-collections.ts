/** The collections of the database and their indexes: some of what is promised of publishing, each index promises. */
import { createHash } from 'node:crypto';
import type { Payload } from 'payload';

type Model = {
  readonly collection: { readonly name: string };
  readonly schema: { indexes(): unknown };
  createCollection(): Promise<unknown>;
  ensureIndexes(): Promise<unknown>;
};

/** Where it is noted which collections and indexes were made last. */
const NOTED = 'made-collections';
type Note = { readonly _id: string; readonly print: string };

/** Does nothing twice. A transaction cannot write to a collection that is being made, so all of them are there beforehand. */
export async function makeCollections(payload: Payload): Promise<void> {
  const models = modelsOf(payload);
  const each = models.map(async (model) => {
    await model.createCollection();
    await model.ensureIndexes();
  });
  await Promise.all(each);
  const noted = { $set: { print: printOf(models) } };
  await notesOf(payload).updateOne({ _id: NOTED }, noted, { upsert: true });
}

/**
 * For every program that starts, prepared or not: newer code may have an index that nobody made yet. One question where all
 * are there, and not one for each of five hundred.
 */
export async function makeMissingCollections(payload: Payload): Promise<void> {
  const noted = await notesOf(payload).findOne({ _id: NOTED });
  if (noted?.print !== printOf(modelsOf(payload))) await makeCollections(payload);
}

function modelsOf({ db }: Payload): readonly Model[] {
  return [...Object.values(db.collections), ...Object.values(db.versions)] as never;
}

function notesOf({ db }: Payload) {
  return db.connection.collection<Note>(NOTED);
}

function printOf(models: readonly Model[]): string {
  const all = models.map(({ collection, schema }) => [collection.name, schema.indexes()]);
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}

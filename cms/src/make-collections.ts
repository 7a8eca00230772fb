/** The collections of the database and their indexes: made before anything writes, by whoever prepares the database. */
import type { Payload } from 'payload';

type Model = { createCollection(): Promise<unknown>; ensureIndexes(): Promise<unknown> };

/** Does nothing twice. A transaction cannot write to a collection that is being made, so all of them are there beforehand. */
export async function makeCollections({ db }: Payload): Promise<void> {
  const models = [...Object.values(db.collections), ...Object.values(db.versions)] as Model[];
  const each = models.map(async (model) => {
    await model.createCollection();
    await model.ensureIndexes();
  });
  await Promise.all(each);
}

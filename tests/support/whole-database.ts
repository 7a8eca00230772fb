/** Everything that is in the database of a CMS, to compare it with what is in it later. */
import { createHash } from 'node:crypto';
import type { Cms } from './cms.ts';

/** By collection: a fingerprint of every row, whatever wrote it. */
export async function wholeDatabase({ payload }: Cms): Promise<Readonly<Record<string, string>>> {
  const { connection } = payload.db;
  const { EJSON } = connection.base.mongo.BSON;
  const collections = await connection.db?.listCollections({}, { nameOnly: true }).toArray();
  const names = (collections ?? []).map(({ name }) => name).sort();
  const prints = names.map(async (name) => {
    const rows = await connection
      .collection(name)
      .find({}, { sort: { _id: 1 } })
      .toArray();
    const print = createHash('sha256').update(EJSON.stringify(rows)).digest('hex');
    return [name, `${rows.length} ${print}`] as const;
  });
  return Object.fromEntries(await Promise.all(prints));
}

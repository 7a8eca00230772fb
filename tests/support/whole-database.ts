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

/**
 * Asked again and again, answers whether anything was written since it was asked last: MongoDB notes every write before it
 * acknowledges it. To look whether a database of a hundred collections is still the same takes as long as thirty requests.
 */
export async function watchWrites({ payload }: Cms): Promise<() => Promise<boolean>> {
  const { connection } = payload.db;
  const oplog = connection.getClient().db('local').collection('oplog.rs');
  const ours = new RegExp(`^${connection.name}\\.`);
  const newest = async () => (await oplog.findOne({}, { sort: { $natural: -1 } }))?.ts;
  let seen = await newest();
  return async () => {
    const between = { $gt: seen, $lte: await newest() };
    // What belongs to a transaction is in one note.
    const inOne = [{ ns: ours }, { 'o.applyOps.ns': ours }];
    const written = await oplog.findOne({ ts: between, $or: inOne });
    seen = between.$lte;
    return written !== null;
  };
}

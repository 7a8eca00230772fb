/** Moves the moment of a bundle in a running system: nobody can give it one that is over, or one to the second. */
import { MongoClient, ObjectId } from 'mongodb';
import type { System } from './system.ts';

export async function moveBundle(system: System, id: string, to: Date): Promise<void> {
  const client = new MongoClient(String(system.environment().DATABASE_URL));
  await client
    .db()
    .collection('scheduled-bundles')
    .updateOne({ _id: new ObjectId(id) }, { $set: { goesLiveAt: to.toISOString() } });
  await client.close();
}

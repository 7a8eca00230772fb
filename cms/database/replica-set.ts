/** Whether a database that somebody else runs can be published from. */
import { MongoClient } from 'mongodb';

/** Throws an error that says what to type, unless `url` leads to a replica set that answers and the URL says so. */
export async function refuseWithoutReplicaSet(url: string): Promise<void> {
  if (!/^mongodb(\+srv)?:\/\//.test(url)) {
    throw new Error('DATABASE_URL must begin with mongodb:// or mongodb+srv://.');
  }
  const shown = url.replace(/\/\/[^@/]*@/, '//...@');
  const isNamed = url.startsWith('mongodb+srv:') || /[?&]replicaSet=[^&]/.test(url);
  const setName = await setNameAt(url, shown);
  if (setName === undefined) {
    throw new Error(
      `The MongoDB at ${shown} is not a replica set, and publishing needs transactions, which only replica sets have.\n` +
        'Start it with --replSet rs0, type rs.initiate() in mongosh once, and add ?replicaSet=rs0 to DATABASE_URL.\n' +
        'Or unset DATABASE_URL: Charterpress then runs a MongoDB of its own.',
    );
  }
  if (!isNamed) {
    throw new Error(
      `DATABASE_URL names no replica set, and without one Payload drops transactions silently. Add ?replicaSet=${setName} to it.`,
    );
  }
}

async function setNameAt(url: string, shown: string): Promise<string | undefined> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 5000 });
  try {
    // A mongos has no set of its own and has transactions all the same.
    const hello = await client.db('admin').command({ hello: 1 });
    return hello.msg === 'isdbgrid' ? 'any' : (hello.setName as string | undefined);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `No MongoDB to be used answers at ${shown} (${why}). Start it, or mend DATABASE_URL.`,
    );
  } finally {
    await client.close();
  }
}

import type { Payload } from 'payload';

/** Asks the database itself, whatever its URL says: without transactions an edition could be written without its event. */
export async function requireTransactions({ db }: Payload): Promise<void> {
  const hello = await db.connection.db?.admin().command({ hello: 1 });
  // A router of a sharded cluster has no set of its own, and transactions all the same.
  if (hello?.setName !== undefined || hello?.msg === 'isdbgrid') return;
  throw new Error(
    'The database at DATABASE_URL is not a replica set, and publishing needs transactions. Start mongod with --replSet rs0, run rs.initiate() once, and add ?replicaSet=rs0 to DATABASE_URL.',
  );
}

/** One real MongoDB for the whole test run, and a database of its own for every test file that asks. */
import { basename } from 'node:path';
import { MongoClient } from 'mongodb';
import { expect, inject } from 'vitest';

/**
 * The URL of an empty database that no other test file uses: `mongodb://127.0.0.1:27150/guides_4711?replicaSet=...`.
 * Give a name to have a second one.
 */
export async function database(name = ''): Promise<string> {
  const file = basename(expect.getState().testPath ?? 'test', '.test.ts');
  const url = inject('mongo').replace(
    'DATABASE',
    `${file}${name}_${process.pid}`.replaceAll(/\W/g, '_'),
  );
  const client = new MongoClient(url);
  await client.db().dropDatabase();
  await client.close();
  return url;
}

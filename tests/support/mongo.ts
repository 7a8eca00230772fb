/** One real MongoDB for the whole test run, and in it a database for every test file that asks. */
import { basename } from 'node:path';
import { MongoClient } from 'mongodb';
import { expect, inject } from 'vitest';

/** The URL of an empty database that no other test file uses: `mongodb://127.0.0.1:27150/start_4711?replicaSet=...`. */
export async function database(): Promise<string> {
  const file = basename(expect.getState().testPath ?? 'test', '.test.ts');
  const url = urlOf(`${file}_${process.pid}`.replaceAll(/\W/g, '_'));
  const client = new MongoClient(url);
  await client.db().dropDatabase();
  await client.close();
  return url;
}

/**
 * The URL of a database of the CMS without a document in it. Test files that run one after the other get the same one: to
 * make all its collections and indexes takes MongoDB longer than most of the files take.
 */
export async function emptyCmsDatabase(): Promise<string> {
  const url = urlOf(`cms_${process.env.VITEST_POOL_ID}`);
  const client = new MongoClient(url);
  const collections = await client.db().listCollections({}, { nameOnly: true }).toArray();
  await Promise.all(collections.map(({ name }) => client.db().collection(name).deleteMany({})));
  await client.close();
  return url;
}

function urlOf(name: string): string {
  return inject('mongo').replace('DATABASE', name);
}

/**
 * Erasing for removals. MongoDB leaves the text of a deleted or changed document in its journal, its oplog and the free
 * blocks of its files. So everything that is still there is copied to a fresh folder, and the old folder goes.
 *
 * Whatever breaks it off, the next start ends in one of two states: nothing was done, or all of it. The file that says
 * that the copy is whole decides which.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Document, MongoClient } from 'mongodb';
import { startMongod } from './mongod.ts';

export type Rewriting = {
  readonly binary: string;
  readonly dataDir: string;
  /** Where the managed mongod listens, and a free address for the one that takes the copy. */
  readonly address: string;
  readonly besideAddress: string;
  readonly log: string;
};

/** Whether a removal has asked for it. */
export function isErasingWanted(dataDir: string): boolean {
  return existsSync(placesIn(dataDir).wanted);
}

export function wantErasing(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(placesIn(dataDir).wanted, '');
}

/** Finishes or undoes a rewriting that was broken off. To be called before mongod starts. */
export function settleRewriting(dataDir: string): void {
  const { whole } = placesIn(dataDir);
  if (existsSync(whole)) swap(dataDir);
  else rmSync(placesIn(dataDir).copy, { recursive: true, force: true });
}

/** Rewrites the database of a mongod that does not run. Nobody else may use it meanwhile. */
export async function rewriteDatabase(rewriting: Rewriting): Promise<void> {
  const { dataDir } = rewriting;
  settleRewriting(dataDir);
  if (existsSync(placesIn(dataDir).folder)) {
    await copyToBeside(rewriting);
    writeDurably(placesIn(dataDir).whole);
    swap(dataDir);
  }
  rmSync(placesIn(dataDir).wanted, { force: true });
}

function placesIn(dataDir: string) {
  return {
    folder: join(dataDir, 'db'),
    copy: join(dataDir, 'db.copy'),
    old: join(dataDir, 'db.old'),
    whole: join(dataDir, 'db.copy-is-whole'),
    wanted: join(dataDir, 'erase-database'),
  };
}

/** Two renames and a deletion, each of which is skipped when an earlier run got past it. */
function swap(dataDir: string): void {
  const { folder, copy, old, whole } = placesIn(dataDir);
  if (existsSync(copy)) {
    if (existsSync(folder)) {
      rmSync(old, { recursive: true, force: true });
      renameSync(folder, old);
    }
    renameSync(copy, folder);
    syncFolder(dataDir);
  }
  rmSync(old, { recursive: true, force: true });
  syncFolder(dataDir);
  rmSync(whole);
  syncFolder(dataDir);
}

async function copyToBeside({ binary, dataDir, address, besideAddress, log }: Rewriting) {
  const { folder, copy } = placesIn(dataDir);
  const from = await startMongod({ binary, folder, address, log });
  try {
    const to = await startMongod({ binary, folder: copy, address: besideAddress, log });
    try {
      await copyAll(from.url('admin'), to.url('admin'));
    } finally {
      await to.stop();
    }
  } finally {
    await from.stop();
  }
}

async function copyAll(fromUrl: string, toUrl: string): Promise<void> {
  // Values stay as BSON has them: a promoted 1 could come back as another type of number.
  const exact = {
    promoteValues: false,
    promoteLongs: false,
    promoteBuffers: false,
    bsonRegExp: true,
  };
  const from = new MongoClient(fromUrl, exact);
  const to = new MongoClient(toUrl, { ...exact, ignoreUndefined: false });
  try {
    for (const name of await ownDatabases(fromUrl)) {
      await copyDatabase(from, to, name);
      await refuseDifference(fromUrl, toUrl, name);
    }
  } finally {
    await Promise.all([from.close(), to.close()]);
  }
}

async function ownDatabases(url: string): Promise<string[]> {
  const client = new MongoClient(url);
  try {
    const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
    const system = new Set(['admin', 'config', 'local']);
    return databases.map(({ name }) => name).filter((name) => !system.has(name));
  } finally {
    await client.close();
  }
}

async function copyDatabase(from: MongoClient, to: MongoClient, name: string): Promise<void> {
  const plain = { promoteValues: true } as const;
  const collections = await from.db(name).listCollections({}, plain).toArray();
  for (const { name: collection, options, type } of collections as Document[]) {
    if (type === 'view' || collection.startsWith('system.')) continue;
    await to.db(name).createCollection(collection, options);
    await copyDocuments(from, to, { name, collection });
    const indexes = await from.db(name).collection(collection).indexes(plain);
    const own = indexes.filter((index) => index.name !== '_id_').map(withoutVersion);
    if (own.length > 0) await to.db(name).command({ createIndexes: collection, indexes: own });
  }
}

function withoutVersion({ v: _version, ns: _namespace, ...index }: Document): Document {
  return index;
}

async function copyDocuments(
  from: MongoClient,
  to: MongoClient,
  { name, collection }: { name: string; collection: string },
): Promise<void> {
  const target = to.db(name).collection(collection);
  let some: Document[] = [];
  for await (const document of from.db(name).collection(collection).find({}, { batchSize: 200 })) {
    some.push(document);
    if (some.length < 200) continue;
    await target.insertMany(some as never);
    some = [];
  }
  if (some.length > 0) await target.insertMany(some as never);
}

/** MongoDB's own checksum of every document in order, and the definition of every index. */
async function refuseDifference(fromUrl: string, toUrl: string, name: string): Promise<void> {
  const [from, to] = await Promise.all([describe(fromUrl, name), describe(toUrl, name)]);
  if (from === to) return;
  throw new Error(
    `The copy of the database ${name} differs from it, so nothing was erased and nothing was changed.\nBefore: ${from}\nCopy: ${to}`,
  );
}

async function describe(url: string, name: string): Promise<string> {
  const client = new MongoClient(url);
  try {
    const db = client.db(name);
    const { collections } = await db.command({ dbHash: 1 });
    const names = Object.keys(collections).sort();
    const all = names.map(async (collection) => {
      const indexes = await db.collection(collection).indexes();
      const documents = await db.collection(collection).countDocuments();
      const keys = indexes.map(withoutVersion).map((index) => JSON.stringify(index));
      return { collection, documents, checksum: collections[collection], indexes: keys.sort() };
    });
    return JSON.stringify(await Promise.all(all));
  } finally {
    await client.close();
  }
}

function writeDurably(file: string): void {
  const open = openSync(file, 'w');
  fsyncSync(open);
  closeSync(open);
  syncFolder(dirname(file));
}

/** So that what the folder holds survives a loss of power. Windows has no such thing. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const open = openSync(folder, 'r');
  fsyncSync(open);
  closeSync(open);
}

import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { type Document, MongoClient } from 'mongodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findMongod } from '../../../cms/database/find-mongod.ts';
import { becomePrimary, type RunningMongod, startMongod } from '../../../cms/database/mongod.ts';
import { refuseWithoutReplicaSet } from '../../../cms/database/replica-set.ts';
import {
  isErasingWanted,
  rewriteDatabase,
  settleRewriting,
  wantErasing,
} from '../../../cms/database/rewrite.ts';
import { freeAddress } from '../../support/free-port.ts';
import { database } from '../../support/mongo.ts';
import { scratch } from '../../support/scratch.ts';

let dataDir: string;
let binary: string;
const running: RunningMongod[] = [];

beforeAll(async () => {
  binary = await findMongod({ given: process.env.MONGOD, kept: '.data/mongod', say: () => {} });
});

beforeEach(() => {
  dataDir = scratch('database');
});

afterEach(async () => {
  for (const mongod of running.splice(0)) await mongod.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('a managed MongoDB', () => {
  test('takes a transaction as soon as it has started', async () => {
    const { url } = await start();
    await using client = new MongoClient(url('charter'));
    await client.db().createCollection('pledges');
    await client.withSession((session) =>
      session.withTransaction(() =>
        client.db().collection('pledges').insertOne({ number: 3 }, { session }),
      ),
    );
    expect(await client.db().collection('pledges').countDocuments()).toBe(1);
  });

  test('takes little of the disk while there is little in it', async () => {
    await start();
    const [size = ''] = spawnSync('du', ['-sm', dataDir], { encoding: 'utf8' }).stdout.split('\t');
    expect(Number(size)).toBeLessThan(32);
  });

  test('still has what was acknowledged after it was killed', async () => {
    const killed = await start();
    await write(killed, { number: 7, statement: 'We listen' });
    process.kill(killed.pid, 'SIGKILL');
    await killed.ended;
    expect(await principles(await start())).toMatchObject([{ number: 7 }]);
  });

  test('keeps its data when it moves to another address', async () => {
    const first = await start();
    await write(first, { number: 7 });
    await first.stop();
    expect(await principles(await start())).toHaveLength(1);
  });

  test('is waited for when it closes connections while it starts', async () => {
    const { address, ended } = await start();
    const door = await doorTo(address, 'replSetGetConfig');
    await becomePrimary(door.address, ended);
    expect(door.closed()).toBe(1);
    door.end();
  });

  test('is waited for no longer than it lives', async () => {
    const { address, pid, ended } = await start();
    const door = await doorTo(address, 'never asked');
    process.kill(pid, 'SIGKILL');
    await ended;
    await expect(becomePrimary(door.address, ended)).rejects.toThrow();
    door.end();
  });

  test('says which variable to set when its address is taken', async () => {
    const { address } = await start();
    await expect(startMongod({ ...(await place()), address })).rejects.toThrow(
      `something else listens on ${address}.\nStop it, or set DATABASE_ADDRESS`,
    );
  });

  test('says what is wrong with its folder when it cannot start', async () => {
    mkdirSync(join(dataDir, 'db'));
    writeFileSync(join(dataDir, 'db/storage.bson'), 'not a database');
    await expect(start()).rejects.toThrow(
      /ended while starting .*\nUnable to read the storage engine metadata/,
    );
  });
});

describe('a MongoDB that is to be found', () => {
  test('is named, with what to type, when MONGOD does not run', async () => {
    const given = join(dataDir, 'no-mongod');
    await expect(findMongod({ given, kept: dataDir, say: () => {} })).rejects.toThrow(
      `MONGOD is set to ${given}, and that does not run`,
    );
  });
});

describe('a database that somebody else runs', () => {
  test('is accepted with its replica set in the URL', async () => {
    await expect(refuseWithoutReplicaSet(await database())).resolves.toBeUndefined();
  });

  test('is refused without the name of its replica set, which is said', async () => {
    const [url = ''] = (await database()).split('?');
    await expect(refuseWithoutReplicaSet(url)).rejects.toThrow('Add ?replicaSet=charterpress');
  });

  test('is refused when nothing answers, without showing the password', async () => {
    const url = `mongodb://someone:hush@${await freeAddress()}/charter?replicaSet=rs0&serverSelectionTimeoutMS=300`;
    const refused = await refuseWithoutReplicaSet(url).catch(String);
    expect(refused).toContain('Start it, or mend DATABASE_URL');
    expect(refused).not.toContain('hush');
  }, 20_000);
});

const canary = 'The canary sings in Swale';

describe('erasing', () => {
  test('leaves nothing of a removed text in any file of the database', async () => {
    await writeAndDelete(canary);
    expect(filesWith(canary)).not.toEqual([]);
    await erase();
    expect(filesWith(canary)).toEqual([]);
  });

  test('keeps every other document, and every index, as it was', async () => {
    const before = await start();
    await write(before, { number: 7, statement: 'We listen', at: new Date(0), count: 4.0 });
    await makeIndex(before);
    const had = { documents: await principles(before), indexes: await indexesOf(before) };
    await before.stop();
    await erase();
    const after = await start();
    expect({ documents: await principles(after), indexes: await indexesOf(after) }).toEqual(had);
  });

  test('takes away the mark that asked for it', async () => {
    await writeAndDelete(canary);
    wantErasing(dataDir);
    await erase();
    expect(isErasingWanted(dataDir)).toBe(false);
  });

  test('broken off while copying, leaves the database as it was', async () => {
    await writeAndStop({ number: 7 });
    mkdirSync(join(dataDir, 'db.copy'));
    writeFileSync(join(dataDir, 'db.copy/half.wt'), canary);
    settleRewriting(dataDir);
    expect(existsSync(join(dataDir, 'db.copy'))).toBe(false);
    expect(await principles(await start())).toHaveLength(1);
  });
});

describe('erasing that was broken off', () => {
  let whole: string;

  /** The copy, as it lies beside the old folder once it is whole. */
  beforeAll(async () => {
    whole = scratch('whole-copy');
    dataDir = whole;
    await writeAndDelete(canary);
    shell('cp -r db db.before');
    await erase();
    shell('mv db db.copy && mv db.before db && touch db.copy-is-whole');
  });
  afterAll(() => rmSync(whole, { recursive: true, force: true }));

  test.for([
    { stopped: 'before the first rename', renames: [] },
    { stopped: 'between the renames', renames: [['db', 'db.old']] },
    {
      stopped: 'after the second rename',
      renames: [
        ['db', 'db.old'],
        ['db.copy', 'db'],
      ],
    },
  ])('$stopped, is finished by the next start', async ({ renames }) => {
    shell(`cp -r ${whole}/. .`);
    for (const [from, to] of renames) shell(`mv ${from} ${to}`);
    expect(filesWith(canary)).not.toEqual([]);
    settleRewriting(dataDir);
    expect(filesWith(canary)).toEqual([]);
    expect(await principles(await start())).toMatchObject([{ statement: 'It stays' }]);
  });
});

/** Leads to what listens there, and closes the connection on which that word is said first. */
async function doorTo(address: string, word: string) {
  const [host, port] = address.split(':');
  let closed = 0;
  const server = createServer((outside) => {
    const inside = connect(Number(port), host);
    for (const [one, other] of [[outside, inside] as const, [inside, outside] as const]) {
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
    }
    inside.pipe(outside);
    outside.on('data', (bytes) => {
      if (closed === 0 && bytes.includes(word)) {
        closed += 1;
        outside.destroy();
      } else inside.write(bytes);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: own } = server.address() as AddressInfo;
  return { address: `127.0.0.1:${own}`, closed: () => closed, end: () => server.close() };
}

async function place() {
  const address = await freeAddress();
  return { binary, folder: join(dataDir, 'db'), address, log: join(dataDir, 'logs/mongod.log') };
}

async function start(): Promise<RunningMongod> {
  const mongod = await startMongod(await place());
  running.push(mongod);
  return mongod;
}

async function erase(): Promise<void> {
  const [address, besideAddress] = [await freeAddress(), await freeAddress()];
  const log = join(dataDir, 'logs/mongod.log');
  await rewriteDatabase({ binary, dataDir, address, besideAddress, log });
}

async function write(mongod: RunningMongod, document: Document): Promise<void> {
  await using client = new MongoClient(mongod.url('charter'));
  await client
    .db()
    .collection('principles')
    .insertOne({ ...document });
}

async function writeAndStop(document: Document): Promise<void> {
  const mongod = await start();
  await write(mongod, document);
  await mongod.stop();
}

async function writeAndDelete(statement: string): Promise<void> {
  const mongod = await start();
  await write(mongod, { statement });
  await write(mongod, { statement: 'It stays' });
  await using client = new MongoClient(mongod.url('charter'));
  await client.db().collection('principles').deleteOne({ statement });
  await mongod.stop();
}

async function principles(mongod: RunningMongod): Promise<Document[]> {
  await using client = new MongoClient(mongod.url('charter'));
  return await client.db().collection('principles').find().toArray();
}

async function indexesOf(mongod: RunningMongod): Promise<Document[]> {
  await using client = new MongoClient(mongod.url('charter'));
  return await client.db().collection('principles').indexes();
}

async function makeIndex(mongod: RunningMongod): Promise<void> {
  await using client = new MongoClient(mongod.url('charter'));
  await client.db().collection('principles').createIndex({ number: 1 }, { unique: true });
}

/** Plain grep, as anybody would check it. */
function filesWith(text: string): string[] {
  const { stdout } = spawnSync('grep', ['-rlaF', text, dataDir], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line !== '');
}

function shell(command: string): void {
  const { status, stderr } = spawnSync('sh', ['-c', command], { cwd: dataDir, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

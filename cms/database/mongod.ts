/**
 * Runs the `mongod` that Charterpress looks after: one node, on the loopback address, always a replica set, because
 * publishing is one transaction and MongoDB has transactions on replica sets only.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { type Db, MongoClient, MongoNetworkError, MongoServerError } from 'mongodb';

export const REPLICA_SET = 'charterpress';

export type RunningMongod = {
  readonly pid: number;
  readonly address: string;
  /** The URL of one database in it, as Payload and the driver take it. */
  url(database: string): string;
  /** Asks it to stop, and waits until its files are closed. */
  stop(): Promise<void>;
  /** Settles when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
};

export type MongodPlace = {
  readonly binary: string;
  /** Its data folder; made when missing. */
  readonly folder: string;
  /** `127.0.0.1:27027` */
  readonly address: string;
  /** The file its own words go to. */
  readonly log: string;
};

/** Starts `mongod` and returns when it takes writes. A folder left behind by a killed one is recovered by `mongod` itself. */
export async function startMongod(place: MongodPlace): Promise<RunningMongod> {
  if (await isTaken(place.address)) throw new AddressTaken(place.address);
  mkdirSync(place.folder, { recursive: true, mode: 0o700 });
  const child = spawnMongod(place);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const failed = ended.then(() => {
    throw new Error(whyItEnded(place));
  });
  failed.catch(() => undefined);
  try {
    await Promise.race([becomePrimary(place.address, ended), failed]);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return {
    pid: child.pid as number,
    address: place.address,
    url: (database) => `mongodb://${place.address}/${database}?replicaSet=${REPLICA_SET}`,
    stop: () => stop(child, ended),
    ended,
  };
}

export class AddressTaken extends Error {
  constructor(address: string) {
    super(
      `MongoDB cannot start: something else listens on ${address}.\nStop it, or set DATABASE_ADDRESS to a free one, such as 127.0.0.1:27127.`,
    );
  }
}

/** Whether something answers at `host:port`. */
export function isTaken(address: string): Promise<boolean> {
  const at = address.lastIndexOf(':');
  return new Promise((resolve) => {
    const socket = connect(Number(address.slice(at + 1)), address.slice(0, at));
    const answer = (taken: boolean) => {
      socket.destroy();
      resolve(taken);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
    socket.setTimeout(1000, () => answer(true));
  });
}

function spawnMongod({ binary, folder, address, log }: MongodPlace): ChildProcess {
  const at = address.lastIndexOf(':');
  mkdirSync(join(log, '..'), { recursive: true });
  const out = openSync(log, 'a', 0o600);
  const child = spawn(
    binary,
    [
      ...['--dbpath', folder, '--bind_ip', address.slice(0, at), '--port', address.slice(at + 1)],
      ...['--replSet', REPLICA_SET, '--oplogSize', '64', '--wiredTigerCacheSizeGB', '0.25'],
      // Removal has to erase text for good. Uncompressed, anybody can check with grep that it is gone.
      ...['--wiredTigerCollectionBlockCompressor', 'none', '--wiredTigerJournalCompressor', 'none'],
      // Else three journal files of 100 MB, of which most is nothing: to write them is half the work of a start.
      ...['--wiredTigerEngineConfigString', 'log=(file_max=16MB,prealloc=false)'],
      // A slow operation would be logged with the text it wrote, and a log is not erased by a removal.
      ...['--slowms', '2147483647', '--setParameter', 'diagnosticDataCollectionEnabled=false'],
      ...['--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=1000', '--nounixsocket'],
    ],
    // A process group of its own: Ctrl-C in the terminal must not stop the database under the programs that use it.
    { detached: true, stdio: ['ignore', out, out] },
  );
  closeSync(out);
  return child;
}

/** Resolves when the one that answers at `address` takes writes. Throws soon after it has `ended`. */
export async function becomePrimary(address: string, ended: Promise<void>): Promise<void> {
  const client = new MongoClient(`mongodb://${address}/?directConnection=true`, {
    serverSelectionTimeoutMS: 60_000,
    // A set that was made at another address, or is being made, is spoken to directly all the same.
    readPreference: 'nearest',
  });
  void ended.then(() => client.close());
  try {
    while (!(await isPrimary(client.db('admin'), address))) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  } finally {
    await client.close();
  }
}

async function isPrimary(admin: Db, address: string): Promise<boolean> {
  try {
    await joinReplicaSet(admin, address);
    const hello = await admin.command({ hello: 1 });
    return hello.isWritablePrimary === true;
  } catch (error) {
    // Whenever a mongod finds that it is in no set, or in one again, it closes every connection.
    if (error instanceof MongoNetworkError) return false;
    throw error;
  }
}

/** Makes the set on the first start, and moves it when DATABASE_ADDRESS has changed since. Asked until the set is there. */
async function joinReplicaSet(admin: Db, address: string): Promise<void> {
  const members = [{ _id: 0, host: address }];
  try {
    const { config } = await admin.command({ replSetGetConfig: 1 });
    if (config.members.length === 1 && config.members[0].host === address) return;
    const moved = { ...config, version: config.version + 1, members };
    await admin.command({ replSetReconfig: moved, force: true });
  } catch (error) {
    if (!isCalled(error, 'NotYetInitialized')) throw error;
    await initiate(admin, members);
  }
}

async function initiate(admin: Db, members: readonly object[]): Promise<void> {
  try {
    await admin.command({ replSetInitiate: { _id: REPLICA_SET, members } });
  } catch (error) {
    // A mongod that has just begun says that there is no set until it has read its own from the disk.
    if (!isCalled(error, 'AlreadyInitialized')) throw error;
  }
}

function isCalled(error: unknown, name: string): boolean {
  return error instanceof MongoServerError && error.codeName === name;
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await ended;
}

function whyItEnded({ binary, folder, address, log }: MongodPlace): string {
  const last = readFileSync(log, 'utf8').split('\n').slice(-400);
  const why = last.filter((line) => /"s":"[EF]"/.test(line)).map(saidInLog);
  return [
    `MongoDB (${binary}) ended while starting at ${address} with its data in ${folder}.`,
    ...why.slice(-3),
    `Its log is ${log}. If the folder was made by a newer MongoDB, set MONGOD to that one.`,
  ].join('\n');
}

function saidInLog(line: string): string {
  const { msg, attr } = JSON.parse(line) as {
    msg: string;
    attr?: { error?: unknown };
  };
  return attr?.error === undefined ? msg : `${msg}: ${JSON.stringify(attr.error)}`;
}

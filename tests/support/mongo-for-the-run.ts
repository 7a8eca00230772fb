/** Vitest's global set-up of the projects that need a database: starts one MongoDB and stops it when the last project is done. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findMongod } from '../../cms/database/find-mongod.ts';
import { type RunningMongod, startMongod } from '../../cms/database/mongod.ts';
import { freeAddress } from './free-port.ts';
import { scratch } from './scratch.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    mongo: string;
  }
}

type Shared = {
  users: number;
  running: Promise<{ mongod: RunningMongod; folder: string }>;
};

/** Each project loads this file afresh, so what they share hangs on the process. */
const held = globalThis as { mongoForTheRun?: Shared };

export default async function mongoForTheRun(project: TestProject): Promise<() => Promise<void>> {
  held.mongoForTheRun ??= { users: 0, running: start() };
  const shared = held.mongoForTheRun;
  shared.users += 1;
  const { mongod, folder } = await shared.running;
  project.provide('mongo', mongod.url('DATABASE'));
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    await mongod.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function start() {
  const folder = scratch('mongo');
  const binary = await findMongod({
    given: process.env.MONGOD,
    kept: '.data/mongod',
    say: console.log,
  });
  const mongod = await startMongod({
    binary,
    folder: join(folder, 'db'),
    address: await freeAddress(),
    log: join(folder, 'mongod.log'),
  });
  return { mongod, folder };
}

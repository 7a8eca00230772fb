/**
 * Vitest's global set-up of the whole-system tests: puts the sample content into one database, which each of them then
 * begins with a copy of. It goes on beside the tests that need none of it; whoever starts a system waits for it.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';
import { findMongod } from '../../cms/database/find-mongod.ts';
import { startMongod } from '../../cms/database/mongod.ts';
import { freeAddress } from '../../cms/scripts/free-address.ts';
import { prepare } from '../../cms/scripts/preparing.ts';
import { childEnvironment, readSettings } from '../../cms/scripts/settings.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    prepared: string;
  }
}

/** Said in the folder when all is in it, or why it is not. */
const DONE = 'prepared';
const FAILED = 'failed';

export default function preparedForTheRun(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'charterpress-prepared-'));
  project.provide('prepared', folder);
  const making = make(folder).then(
    () => writeFileSync(join(folder, DONE), ''),
    (error) => writeFileSync(join(folder, FAILED), String(error)),
  );
  return async () => {
    await making;
    rmSync(folder, { recursive: true, force: true });
  };
}

/** The data folder that was prepared: database, uploads, secrets and accounts. */
export async function preparedIn(folder: string): Promise<string> {
  while (!existsSync(join(folder, DONE))) {
    if (existsSync(join(folder, FAILED)))
      throw new Error(readFileSync(join(folder, FAILED), 'utf8'));
    await pause(100);
  }
  return join(folder, 'data');
}

async function make(folder: string): Promise<void> {
  const dataDir = join(folder, 'data');
  const settings = readSettings({ DATA_DIR: dataDir, DATABASE_ADDRESS: await freeAddress() });
  const { NODE_ENV: _mode, VITEST: _runner, ...outside } = process.env;
  const environment = childEnvironment(settings, outside);
  const mongod = await startMongod({
    binary: await findMongod({ given: process.env.MONGOD, kept: '.data/mongod', say: console.log }),
    folder: join(dataDir, 'db'),
    address: settings.addresses.DATABASE,
    log: join(folder, 'mongod.log'),
  });
  await prepare({ environment, logs: join(folder, 'logs'), say: () => {} });
  await mongod.stop();
}

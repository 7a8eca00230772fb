/**
 * Vitest's global set-up of the whole-system tests: puts the small trust's content into one database, which each of them
 * then begins with a copy of. It goes on beside the tests that need none of it; whoever starts a system waits for it.
 */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';
import { findMongod } from '../../cms/database/find-mongod.ts';
import { startMongod } from '../../cms/database/mongod.ts';
import { build, siteBundle } from '../../cms/scripts/builds.ts';
import { prepare } from '../../cms/scripts/preparing.ts';
import { childEnvironment, readSettings } from '../../cms/scripts/settings.ts';
import { freeAddress } from './free-port.ts';
import { bundle, bundleFolder } from './press-at-work.ts';
import { makeSmallTrust, smallTrustIn } from './small-trust.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    prepared: string;
  }
}

/** Said in the folder when all is in it, or why it is not. */
const DONE = 'prepared';
const FAILED = 'failed';

export default async function preparedForTheRun(
  project: TestProject,
): Promise<() => Promise<void>> {
  await bundle();
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

export type Prepared = {
  /** Database, uploads, secrets, accounts and the bundle of the pages. */
  readonly dataDir: string;
  /** Which trust it is of. */
  readonly environment: Readonly<Record<string, string>>;
};

export async function preparedIn(folder: string): Promise<Prepared> {
  while (!existsSync(join(folder, DONE))) {
    if (existsSync(join(folder, FAILED)))
      throw new Error(readFileSync(join(folder, FAILED), 'utf8'));
    await pause(100);
  }
  return { dataDir: join(folder, 'data'), environment: smallTrustIn(join(folder, 'trusts')) };
}

async function make(folder: string): Promise<void> {
  const dataDir = join(folder, 'data');
  makeSmallTrust(join(folder, 'trusts'));
  const { NODE_ENV: _mode, VITEST: _runner, ...outside } = process.env;
  const variables = {
    ...{ ...outside, ...smallTrustIn(join(folder, 'trusts')) },
    ...{ DATA_DIR: dataDir, DATABASE_ADDRESS: await freeAddress() },
  };
  const settings = readSettings(variables);
  const environment = childEnvironment(settings, variables);
  const making = { environment, logs: join(folder, 'logs'), say: () => {} };
  cpSync(bundleFolder, join(dataDir, 'site-bundle'), { recursive: true });
  await build(siteBundle(settings), making);
  const mongod = await startMongod({
    binary: await findMongod({ given: process.env.MONGOD, kept: '.data/mongod', say: console.log }),
    folder: join(dataDir, 'db'),
    address: settings.addresses.DATABASE,
    log: join(folder, 'mongod.log'),
  });
  await prepare(making);
  await mongod.stop();
}

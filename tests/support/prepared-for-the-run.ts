/**
 * Vitest's global set-up of the whole-system tests: starts the small trust once, until its content is in the database and
 * its first release is made, and stops it. Each of them begins with a copy of what that left. It goes on beside the tests
 * that need none of it; whoever starts a system waits for it.
 */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';
import { bundle, putBundleIn } from './press-at-work.ts';
import { scratch } from './scratch.ts';
import { makeSmallTrust, smallTrustIn } from './small-trust.ts';
import { startSystem } from './system.ts';

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
  const folder = scratch('prepared');
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
  /** Database, uploads, secrets, accounts, the bundle of the pages and the first release of them. */
  readonly dataDir: string;
  /** Which trust it is of, and where its readers find it. */
  readonly environment: Readonly<Record<string, string>>;
};

export async function preparedIn(folder: string): Promise<Prepared> {
  while (!existsSync(join(folder, DONE))) {
    if (existsSync(join(folder, FAILED)))
      throw new Error(readFileSync(join(folder, FAILED), 'utf8'));
    await pause(100);
  }
  return { dataDir: join(folder, 'data'), environment: environmentIn(folder) };
}

async function make(folder: string): Promise<void> {
  makeSmallTrust(join(folder, 'trusts'));
  const beginning = join(folder, 'beginning');
  putBundleIn(beginning);
  const first = await startSystem(environmentIn(folder), beginning);
  await first.stop();
  renameSync(first.dataDir, join(folder, 'data'));
}

/** Each system has another address, and one proxy stands before them all: a release that one made is every other one's. */
function environmentIn(folder: string): Readonly<Record<string, string>> {
  return { ...smallTrustIn(join(folder, 'trusts')), SITE_URL: 'http://parents.example' };
}

/** Where tests put the files that live no longer than they do. */
import { existsSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Linux lends memory as a disk. */
export const MEMORY = '/dev/shm';
/** In bytes: more than a whole run writes, and as much again for the programs that it starts. */
const ROOM = 6 * 1024 ** 3;

/**
 * A folder of its own for each who asks, to be deleted by whoever asked. In memory where there is plenty: releases and
 * databases are thousands of small files that come and go at once, and to delete them takes many a disk longer than the test.
 */
export function scratch(name: string): string {
  return mkdtempSync(join(isRoomy() ? MEMORY : tmpdir(), `charterpress-${name}-`));
}

/** Whether there is plenty of it. Who says where, as measures do, is taken at their word. */
export function isRoomy(): boolean {
  if (process.env.TMPDIR !== undefined || !existsSync(MEMORY)) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > ROOM && process.availableMemory() > ROOM;
}

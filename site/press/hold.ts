/** A rollback holds the press: it goes on making releases, and serves none until it is let go. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openFolders } from './folders.ts';
import { bringUpToDate, keptNotices } from './notices-kept.ts';
import { PressError } from './press-error.ts';

const file = (dataDir: string) => path.join(dataDir, 'press/held');

/** The release that is held; `null` when none is. */
export function held(dataDir: string): number | null {
  return existsSync(file(dataDir)) ? Number(readFileSync(file(dataDir), 'utf8')) : null;
}

/** Serves a kept release, with the urgent notices that are in force and no others, and holds the press. Needs neither the CMS nor a database. */
export async function rollBack(dataDir: string, release: number, now: Date): Promise<void> {
  const folders = openFolders(path.join(dataDir, 'releases'));
  const kept = folders.numbers();
  if (!kept.includes(release)) {
    throw new PressError(`There is no release ${release}. Choose one of: ${kept.join(', ')}`);
  }
  bringUpToDate(folders.at(release), keptNotices(dataDir, now));
  mkdirSync(path.join(dataDir, 'press'), { recursive: true });
  writeFileSync(file(dataDir), String(release), { flush: true });
  await folders.swap(release);
}

/** Serves the newest release again. Returns its number. */
export async function resume(dataDir: string, now: Date): Promise<number | null> {
  rmSync(file(dataDir), { force: true });
  const folders = openFolders(path.join(dataDir, 'releases'));
  const newest = folders.numbers().at(-1);
  if (newest === undefined) return null;
  bringUpToDate(folders.at(newest), keptNotices(dataDir, now));
  await folders.swap(newest);
  return newest;
}

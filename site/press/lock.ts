/**
 * One press at a time. The lock is one on an SQLite file, which the operating system lets go of when its holder dies,
 * however it dies: no file is left that has to be believed or deleted.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PressError } from './press-error.ts';

/** Returns what lets go of it. Throws a PressError that says who holds it. */
export function takeLock(dataDir: string, who: string): () => void {
  const folder = path.join(dataDir, 'press');
  mkdirSync(folder, { recursive: true });
  const holder = path.join(folder, 'lock-holder.txt');
  const lock = path.join(folder, 'lock');
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(lock);
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    database?.close();
    if (!isBusy(error)) throw notTaken(lock, error as Error);
    const by = existsSync(holder) ? readFileSync(holder, 'utf8') : 'another process';
    throw new PressError(
      `Another press works in ${folder}: ${by}. Stop that one first, or set another DATA_DIR.`,
    );
  }
  writeFileSync(holder, `${who}, process ${process.pid}`);
  return () => database.close();
}

const SQLITE_BUSY = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}

function notTaken(lock: string, cause: Error): PressError {
  return new PressError(
    `The lock ${lock} cannot be taken: ${cause.message}. See that this account may write there and that the disk has ` +
      'room. The file holds nothing: delete it while no press runs, and start again.',
    { cause },
  );
}

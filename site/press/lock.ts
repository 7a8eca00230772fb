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
  const database = new DatabaseSync(path.join(folder, 'lock'));
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch {
    database.close();
    const by = existsSync(holder) ? readFileSync(holder, 'utf8') : 'another process';
    throw new PressError(
      `Another press works in ${folder}: ${by}. Stop that one first, or set another DATA_DIR.`,
    );
  }
  writeFileSync(holder, `${who}, process ${process.pid}`);
  return () => database.close();
}

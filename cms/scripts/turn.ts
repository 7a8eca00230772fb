/**
 * One at a time at something that several processes may begin: the lock is one on an SQLite file, as that of the press,
 * and the operating system lets go of it when its holder dies, however it dies.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export type Turn = { end(): void };

/** The turn at whatever `file` stands for, or `null` while somebody else has it. */
export function takeTurn(file: string): Turn | null {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (isBusy(error)) return null;
    throw error;
  }
  writeFileSync(holderFile(file), String(process.pid));
  return { end: () => database.close() };
}

/** In words: the process that has the turn, or had it last. */
export function whoseTurn(file: string): string {
  const holder = holderFile(file);
  return existsSync(holder) ? `process ${readFileSync(holder, 'utf8')}` : 'another process';
}

function holderFile(file: string): string {
  return `${file}.holder`;
}

const sqliteBusy = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy;
}

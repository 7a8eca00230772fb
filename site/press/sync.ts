/** What is to be there after the power went is synced before anything relies on it. */
import { execFile } from 'node:child_process';
import { open } from 'node:fs/promises';
import { promisify } from 'node:util';

/** One file, or the names in one folder. */
export async function syncPlace(place: string): Promise<void> {
  const opened = await open(place, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}

/** Everything on the file system of a folder. `-f` is GNU's: where it is not known, everything is synced. */
export async function syncAll(folder: string): Promise<void> {
  const run = promisify(execFile);
  await run('sync', ['-f', folder]).catch(() => run('sync'));
}

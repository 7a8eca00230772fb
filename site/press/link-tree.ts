import { linkSync, mkdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';

/**
 * Makes a folder of the same files. A link a time costs 10 us where a promise each costs 50; between folders others have
 * their turn.
 */
export async function linkTree(from: string, to: string): Promise<void> {
  await setImmediate();
  mkdirSync(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) await linkTree(source, target);
    else linkSync(source, target);
  }
}

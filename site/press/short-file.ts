/** In every release, not for readers: the server reads in it where short addresses lead. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { readShortPath } from '@charterpress/shared/domain/short-address.ts';
import type { Key } from '../src/content/keys.ts';
import { pageAtShort, type ShortAddresses } from '../src/content/short-addresses.ts';

export const SHORT_FILE = '_short.json';

/** Whether documents or languages came, went or moved: nothing else changes where a short address leads. */
export function changesShortAddresses(changed: readonly Key[]): boolean {
  return changed.some((key) => key.startsWith('languages ') || key.startsWith('slug '));
}

/** Reads the map when a short address is first asked for, and again when it is another. */
export function shortAddressesIn() {
  let read: { readonly file: string; readonly addresses: ShortAddresses } | null = null;
  /** The path of the page; `null` for what is no short address that leads anywhere. */
  return (release: string, asked: string): string | null => {
    const short = readShortPath(asked);
    if (short === null) return null;
    const place = path.join(release, SHORT_FILE);
    const found = statSync(place, { throwIfNoEntry: false });
    if (found === undefined) return null;
    const file = `${found.ino} ${found.mtimeMs}`;
    if (read?.file !== file) read = { file, addresses: JSON.parse(readFileSync(place, 'utf8')) };
    return pageAtShort(read.addresses, short);
  };
}

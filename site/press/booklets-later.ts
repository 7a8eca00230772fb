/**
 * A booklet shows many documents, and a document of the whole area stands in every booklet of every language. So booklets
 * are made in releases of their own, a few at a time, while nothing else waits: whoever publishes a document does not wait
 * for them. These keys are what the ledger remembers of that in between.
 */

import type { Key } from '../src/content/keys.ts';
import { isBookletPath } from '../src/content/routes-of-booklets.ts';
import type { Ledger } from './ledger.ts';

/** No page reads it: the booklet at this path is still to be made. */
const LATER = 'booklet ';
/** As many as are made in a few tenths of a second: so long may somebody wait who publishes just then. */
const AT_A_TIME = 12;

export type BookletsOfRelease = {
  /** The paths to be made now that are not touched by anything else. */
  readonly due: readonly string[];
  /** The paths to be left as they are, and to be made in a later release. */
  readonly waiting: readonly string[];
};

/** What is erased waits for nothing: then everything is made at once. */
export function bookletsOfRelease(ledger: Ledger): BookletsOfRelease {
  const changed = ledger.changedKeys();
  const promised = changed.filter(isLater).map((key) => key.slice(LATER.length));
  const touched = ledger.affected().filter(isBookletPath);
  const all = [...new Set([...promised, ...touched])].sort();
  if (ledger.erasedKeys().length > 0) return { due: all, waiting: [] };
  if (changed.length > changed.filter(isLater).length) return { due: [], waiting: all };
  return { due: all.slice(0, AT_A_TIME), waiting: all.slice(AT_A_TIME) };
}

export function keysOfBooklets(paths: readonly string[]): readonly Key[] {
  return paths.map((path) => `${LATER}${path}`);
}

function isLater(key: Key): boolean {
  return key.startsWith(LATER);
}

/**
 * A term may be used by every text of its language, and a search may find every one of them. So the pages of what was
 * published are made in one release, and in the next the texts that link to a term and the index that is searched:
 * nobody waits for them who publishes.
 */
import type { Key } from '../src/content/keys.ts';
import type { Ledger } from './ledger.ts';

/** No page reads it: what comes after is still to be made. */
const FIRST: Key = 'told after';
const OF_A_LANGUAGE = ['terms of ', 'search '];

export function keysOfWhatIsToldAfter(changed: ReadonlySet<Key>): readonly Key[] {
  return [...changed].some(isToldAfter) ? [FIRST] : [];
}

/** What is erased waits for nothing: then everything is made at once. */
export function keysToldAfter(ledger: Ledger): readonly Key[] {
  const changed = ledger.changedKeys();
  if (!changed.includes(FIRST) || ledger.erasedKeys().length > 0) return [];
  return changed.filter(isToldAfter);
}

function isToldAfter(key: Key): boolean {
  return OF_A_LANGUAGE.some((name) => key.startsWith(name));
}

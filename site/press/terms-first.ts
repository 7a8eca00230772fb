/**
 * A term may be used by every text of its language. So its own page is made in one release, and in the next the texts
 * that link to it: whoever publishes a term, or anything beside it, does not wait for the whole site.
 */
import type { Key } from '../src/content/store.ts';
import type { Ledger } from './ledger.ts';

/** No page reads it: the texts are still to be made. */
const FIRST: Key = 'terms first';
const OF_A_LANGUAGE = 'terms of ';

export function keysOfTerms(changed: ReadonlySet<Key>): readonly Key[] {
  return [...changed].some(isOfTexts) ? [FIRST] : [];
}

/** What all texts wait for. What is erased waits for nothing: then everything is made at once. */
export function termsThatWait(ledger: Ledger): readonly Key[] {
  const changed = ledger.changedKeys();
  if (!changed.includes(FIRST) || ledger.erasedKeys().length > 0) return [];
  return changed.filter(isOfTexts);
}

function isOfTexts(key: Key): boolean {
  return key.startsWith(OF_A_LANGUAGE);
}

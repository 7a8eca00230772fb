/**
 * An urgent notice stands on every page, and where people look first it has to stand within a second: so its pages are
 * made in two releases. These keys are what the ledger remembers of that between the two.
 */
import type { ReadableEdition } from '@charterpress/shared/domain/edition.ts';
import type { Reference } from '@charterpress/shared/domain/shape.ts';
import { type Key, keys } from '../src/content/keys.ts';
import type { Ledger } from './ledger.ts';

/** No page reads it: the pages that come first are still to be made. */
const FIRST: Key = 'notices first';
const ABOUT = 'notices about ';

/** What changes with notices that came, went or say something else. */
export function keysOfNotices(notices: readonly ReadableEdition<'notices'>[]): readonly Key[] {
  if (notices.length === 0) return [];
  const about = notices.flatMap(({ content }) => content.pages);
  return [keys.notices, FIRST, ...about.map(({ document, kind }) => `${ABOUT}${kind} ${document}`)];
}

/** The documents that a changed notice is about. */
export function documentsAbout(changed: readonly Key[]): readonly Reference[] {
  return changed
    .filter((key) => key.startsWith(ABOUT))
    .map((key) => {
      const [kind = '', document = ''] = key.slice(ABOUT.length).split(' ');
      return { kind, document };
    });
}

/** What all other pages wait for. What is erased waits for nothing: then everything is made at once. */
export function keysThatWait(ledger: Ledger): readonly Key[] {
  const changed = ledger.changedKeys();
  if (!changed.includes(FIRST) || ledger.erasedKeys().length > 0) return [];
  return changed.filter((key) => key === keys.notices || key.startsWith('edition notices '));
}

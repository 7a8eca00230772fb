/** What the workbench does when an edition is entered, in its transaction. */
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Ledger, StoredEdition } from '../publishing/ledger.ts';
import { keepCut } from './english.ts';
import { keepReleased, recount } from './tallies.ts';

/** English is cut, and every language counted against it; a language is what readers have from here on. */
export async function followEdition(ledger: Ledger, edition: StoredEdition): Promise<void> {
  const { action, document, kind, language, number, publishedAt, sourceEdition } = edition;
  if (language === SOURCE_LANGUAGE) {
    const agreedBy = await keepCut(ledger.req, edition);
    if (agreedBy !== null) await noteAgreed(ledger, edition, agreedBy);
    return recount(ledger.req, { kind, document });
  }
  const released = { number, publishedAt, sourceEdition: sourceEdition ?? 0 };
  await keepReleased(
    ledger.req,
    { kind, document, language },
    action === 'published' ? released : null,
  );
}

/** A second person agreed that an English change is minor: nothing falls behind by it, and the audit says who. */
export function noteAgreed(
  ledger: Ledger,
  { digest, document, kind, language, sequence }: Omit<StoredEdition, 'content'>,
  by: string,
): Promise<void> {
  const about = { kind, document, language, sequence, digest };
  return ledger.note({ ...about, by, did: 'agreed that a change is minor', reason: null });
}

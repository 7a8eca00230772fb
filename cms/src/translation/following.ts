/** What the workbench does when an edition is entered, in its transaction. */
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Ledger, StoredEdition } from '../publishing/ledger.ts';
import { keepCut } from './english.ts';
import { recount } from './tallies.ts';

export async function followEdition(ledger: Ledger, edition: StoredEdition): Promise<void> {
  const { digest, document, kind, language, sequence } = edition;
  if (language === SOURCE_LANGUAGE) {
    const by = await keepCut(ledger.req, edition);
    const about = { kind, document, language, sequence, digest };
    if (by !== null) await ledger.note({ ...about, by, did: AGREED, reason: null });
  }
  await recount(ledger.req, { kind, document });
}

/** As the audit calls it. */
export const AGREED = 'agreed that a change is minor';

/** Who answers for a document, and by when it is read again: changed with an event, and nothing that readers see. */
import type { PayloadRequest } from 'payload';
import { inLedger } from '../publishing/ledger.ts';
import { keepRecord } from '../workflow/records.ts';
import { type Subject, standingOf } from '../workflow/situation.ts';

/** What is left out stays as it is; `null` takes it away. */
export type ReviewSaid = { readonly owner?: string | null; readonly nextReview?: string | null };

/** Answers whether there is such a document. */
export function planReview(req: PayloadRequest, of: Subject, said: ReviewSaid): Promise<boolean> {
  return inLedger(req.payload, async (ledger) => {
    const standing = await standingOf(ledger.req, of);
    if (standing === null) return false;
    await keepRecord(ledger.req, { ...standing.record, ...said });
    await ledger.note({
      by: String(req.user?.email),
      did: 'planned a review',
      kind: of.kind,
      document: of.document,
      language: null,
      sequence: null,
      digest: null,
      reason: said.nextReview ? `to be read again by ${said.nextReview}` : null,
    });
    return true;
  });
}

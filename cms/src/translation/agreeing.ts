/** A second look signed late: from then on a minor change that one person published alone is one that two agreed on. */
import type { Ledger } from '../publishing/ledger.ts';
import { session } from '../transaction.ts';
import { carryOver } from './carry-over.ts';
import { editionAt } from './english.ts';
import { noteAgreed } from './following.ts';
import { cuts, type Subject } from './records.ts';
import { recount } from './tallies.ts';

/** In the act of the second look. `sequence` is of the edition that was looked at. */
export async function agreeToMinor(
  ledger: Ledger,
  of: Subject,
  { by, sequence }: { readonly by: string; readonly sequence: number | null },
): Promise<void> {
  const edition = sequence === null ? null : await editionAt(ledger.req, of, sequence);
  if (edition?.change !== 'minor' || edition.number === 1) return;
  const { document, number } = edition;
  const { modifiedCount } = await cuts(ledger.req.payload).updateOne(
    { document, number, agreedBy: null },
    { $set: { agreedBy: by } },
    await session(ledger.req),
  );
  if (modifiedCount === 0) return;
  await noteAgreed(ledger, edition, by);
  await recount(ledger.req, of);
  await carryOver(ledger, of, { by, beside: [] });
}

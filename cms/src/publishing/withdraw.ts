/** Withdrawing: the page and its text stay under a dated explanation. */
import { afterWithdrawal } from '@charterpress/shared/domain/workflow.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Payload } from 'payload';
import { keepRecord, recordOf } from '../workflow/records.ts';
import { readableTranslations } from './languages-of.ts';
import {
  type EditionAddress,
  type Entry,
  inLedger,
  type Ledger,
  type StoredEdition,
} from './ledger.ts';
import { nudgePress } from './neighbours.ts';
import { type Publishing, type Receipt, receiptOf } from './publish.ts';

export type Withdrawal = EditionAddress & {
  /** For parents, in the language of the edition. */
  readonly explanation: string;
  /** For parents who read a translation that goes with it, by language, where somebody wrote one. */
  readonly explanations?: Readonly<Record<string, string>>;
  readonly by: string;
};

export type Withdrawn = Receipt & { readonly already: boolean };

/** Withdraws an edition. English takes along, at the same moment, every translation that can be read. */
export async function withdraw(
  payload: Payload,
  withdrawal: Withdrawal,
): Promise<Publishing<Withdrawn>> {
  const done = await inLedger(payload, (ledger) => enterWithdrawal(ledger, withdrawal));
  if (done.ok && !done.value.already) nudgePress(done.value.sequence, payload);
  return done;
}

/** The same as part of an act, with the record brought along. What is refused has written nothing. */
export async function enterWithdrawal(
  ledger: Ledger,
  withdrawal: Withdrawal,
): Promise<Publishing<Withdrawn>> {
  const newest = await ledger.newest(withdrawal);
  if (newest === null) return { ok: false, refused: 'never-published' };
  if (newest.action === 'withdrawn')
    return { ok: true, value: { ...receiptOf(newest), already: true } };
  if (newest.action !== 'published') return { ok: false, refused: 'removed' };
  const { by, explanation, explanations = {}, language } = withdrawal;
  const act = { by, did: 'withdrew', reason: null };
  const withdrawn = await ledger.enter(withdrawnFrom(newest, explanation), act);
  if (language === SOURCE_LANGUAGE) {
    for (const translation of await readableTranslations(ledger, withdrawal)) {
      const own = explanations[translation.language] ?? null;
      await ledger.enter(withdrawnFrom(translation, own), act);
    }
    const record = await recordOf(ledger.req, withdrawal);
    if (record !== null) await keepRecord(ledger.req, afterWithdrawal(record));
  }
  return { ok: true, value: { ...receiptOf(withdrawn), already: false } };
}

/**
 * The same text; `minor`, because no translation falls behind by it. The explanation is in the language of the edition:
 * a page without one says in its own language that it was withdrawn.
 */
function withdrawnFrom(edition: StoredEdition, explanation: string | null): Entry {
  const { kind, document, language, slug, sourceEdition, digest, content } = edition;
  return {
    kind,
    document,
    language,
    slug,
    sourceEdition,
    digest,
    content,
    action: 'withdrawn',
    change: 'minor',
    changeNote: explanation,
  };
}

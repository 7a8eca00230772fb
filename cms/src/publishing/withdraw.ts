/** Withdrawing: the page and its text stay under a dated explanation. */
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Payload } from 'payload';
import { editionsOf } from '../fields/edition.ts';
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
  readonly by: string;
};

export type Withdrawn = Receipt & { readonly already: boolean };

/** Withdraws an edition. English takes along, at the same moment, every translation that can be read. */
export async function withdraw(
  payload: Payload,
  withdrawal: Withdrawal,
): Promise<Publishing<Withdrawn>> {
  const done = await inLedger(payload, (ledger) => withdrawFrom(ledger, withdrawal));
  if (done.ok && !done.value.already) nudgePress(done.value.sequence, payload);
  return done;
}

async function withdrawFrom(
  ledger: Ledger,
  withdrawal: Withdrawal,
): Promise<Publishing<Withdrawn>> {
  const newest = await ledger.newest(withdrawal);
  if (newest === null) return { ok: false, refused: 'never-published' };
  if (newest.action === 'withdrawn')
    return { ok: true, value: { ...receiptOf(newest), already: true } };
  if (newest.action !== 'published') return { ok: false, refused: 'removed' };
  const act = { by: withdrawal.by, did: 'withdrew', reason: null };
  const withdrawn = await ledger.enter(withdrawnFrom(newest, withdrawal.explanation), act);
  if (withdrawal.language !== SOURCE_LANGUAGE) return done(withdrawn);
  for (const translation of await readableTranslations(ledger, withdrawal)) {
    await ledger.enter(withdrawnFrom(translation, null), act);
  }
  return done(withdrawn);
}

/**
 * The same text; `minor`, because no translation falls behind by it. The explanation is English: a translation is
 * withdrawn without one, and its page says in its own language that it was withdrawn.
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

async function readableTranslations(
  ledger: Ledger,
  of: EditionAddress,
): Promise<readonly StoredEdition[]> {
  const others = (await languagesOf(ledger, of)).filter((tag) => tag !== SOURCE_LANGUAGE);
  const newest: StoredEdition[] = [];
  for (const language of others) {
    const edition = await ledger.newest({ ...of, language });
    if (edition?.action === 'published') newest.push(edition);
  }
  return newest;
}

/** The languages in which a document was ever published. */
export async function languagesOf(
  ledger: Pick<Ledger, 'req'>,
  of: Pick<EditionAddress, 'kind' | 'document'>,
): Promise<readonly string[]> {
  const { values } = await ledger.req.payload.db.findDistinct({
    collection: editionsOf(of.kind),
    field: 'language',
    where: { document: { equals: of.document } },
    sort: 'language',
    req: ledger.req,
  });
  return values.map((each) => String(each.language));
}

function done(edition: StoredEdition): Publishing<Withdrawn> {
  return { ok: true, value: { ...receiptOf(edition), already: false } };
}

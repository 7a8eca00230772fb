/** What the press says is live, and what follows from it for each edition. */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import type { Payload, PayloadRequest } from 'payload';
import { z } from 'zod';
import { languagesOf } from './languages-of.ts';
import type { StoredEdition } from './ledger.ts';
import { RECEIPTS } from './records.ts';
import { newestEdition } from './stored.ts';

const sequence = z.int().positive();
const failure = z.strictObject({ sequence, path: z.string().max(500), why: z.string().max(2000) });

/** One release as the press verified it: every edition up to `upTo` is served, but for those that failed. */
export const pressReceipt = z.strictObject({
  release: z.int().positive(),
  upTo: z.int().nonnegative(),
  liveAt: z.iso.datetime(),
  failed: z.array(failure).max(10_000),
});
export type PressReceipt = z.infer<typeof pressReceipt>;

export type Liveness = {
  readonly language: string;
  readonly number: number;
  readonly sequence: number;
  readonly publishedAt: string;
} & (
  | { readonly state: 'publishing'; readonly liveAt: null; readonly why: null }
  | { readonly state: 'live'; readonly liveAt: string; readonly why: null }
  | { readonly state: 'failed'; readonly liveAt: null; readonly why: string }
);

/** Keeps a receipt. The same receipt again changes nothing, and neither does one that comes late. */
export async function keepReceipt(payload: Payload, receipt: PressReceipt): Promise<void> {
  const { release, upTo, liveAt, failed } = receipt;
  await payload.db.connection
    .collection(RECEIPTS)
    .updateOne({ release, upTo, liveAt }, { $setOnInsert: { failed } }, { upsert: true });
}

/** What the newest release could not show, or shows as it was before. */
export async function failedNow(payload: Payload): Promise<PressReceipt['failed']> {
  const receipts = payload.db.connection.collection<PressReceipt>(RECEIPTS);
  const newest = await receipts.findOne({}, { sort: { release: -1, liveAt: -1 } });
  return newest?.failed ?? [];
}

/** For each language in which a document was published, whether its newest edition is served. */
export async function livenessOf(
  req: PayloadRequest,
  of: { kind: Kind; document: string },
): Promise<readonly Liveness[]> {
  const languages = await languagesOf({ req }, of);
  const newest = await Promise.all(
    languages.map((language) => newestEdition(req, { ...of, language })),
  );
  return Promise.all(
    newest.filter((edition) => edition !== null).map((each) => livenessOfEdition(req, each)),
  );
}

/** Of one edition, the newest of its language. */
export async function livenessOfEdition(
  req: PayloadRequest,
  edition: StoredEdition,
): Promise<Liveness> {
  const { language, number, sequence, publishedAt } = edition;
  const base = { language, number, sequence, publishedAt };
  const itsFailure = failureOf(edition);
  const after = { upTo: { $gte: sequence } };
  const served = await receiptWith(req, { ...after, failed: { $not: { $elemMatch: itsFailure } } });
  if (served !== null) return { ...base, state: 'live', liveAt: served.liveAt, why: null };
  const refused = await receiptWith(req, { ...after, failed: { $elemMatch: itsFailure } });
  if (refused === null) return { ...base, state: 'publishing', liveAt: null, why: null };
  return { ...base, state: 'failed', liveAt: null, why: reasonsIn(refused, edition) };
}

/**
 * Which failures are an edition's: those of its own pages. What has no page of its own, a fact or an image, fails with
 * the sequence that the press was at.
 */
function failureOf({ kind, slug, language, sequence }: StoredEdition) {
  const path = pathOf({ kind, slug, language });
  if (path === null) return { sequence };
  return kind === 'guides' ? { path: { $regex: `^${path}` } } : { path };
}

function reasonsIn(receipt: PressReceipt, edition: StoredEdition): string {
  const path = pathOf(edition);
  return receipt.failed
    .filter((failed) => path === null || failed.path.startsWith(path))
    .map((failed) => `${failed.path}: ${failed.why}`)
    .join(' ');
}

/** The earliest release that fits. In which order receipts arrived plays no part. */
async function receiptWith(
  req: PayloadRequest,
  filter: Readonly<Record<string, unknown>>,
): Promise<PressReceipt | null> {
  return req.payload.db.connection
    .collection<PressReceipt>(RECEIPTS)
    .findOne(filter, { sort: { liveAt: 1 } });
}

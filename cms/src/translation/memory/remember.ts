/** Writing into the translation memory, in the transaction of the request: with the review, or with the removal. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import {
  gramsOf,
  type Remembered,
  textHashOf,
} from '@charterpress/shared/domain/translation/memory.ts';
import type { Pair } from '@charterpress/shared/domain/translation/record.ts';
import { session, type Within } from '../../transaction.ts';
import { MEMORY } from './collection.ts';

export type Reviewed = {
  readonly kind: Kind;
  readonly document: string;
  readonly language: string;
  readonly key: string;
  readonly pair: Pair;
  /** The hashes of its neighbours in the English edition; `null` at either end. */
  readonly previousHash: string | null;
  readonly nextHash: string | null;
};

/** What a second person stood up for is offered from here on. A later review of the same segment takes its place. */
export async function remember(req: Within, reviewed: Reviewed): Promise<void> {
  await rememberAll(req, reviewed.language, [reviewed]);
}

/** The same of all that was reviewed at once in a language. */
export async function rememberAll(
  req: Within,
  language: string,
  reviewed: readonly Omit<Reviewed, 'language'>[],
): Promise<void> {
  await rememberRows(req, language, reviewed.map(rowOf));
}

function rowOf(reviewed: Omit<Reviewed, 'language'>) {
  const { document, key, kind, nextHash, pair, previousHash } = reviewed;
  const { reviewedAt: at, source, target, translatedBy: by } = pair;
  const place = `${kind} ${document} ${key} ${textHashOf(source)}`;
  const from = { kind, document, key, previousHash, nextHash, file: null };
  return { source, target, by, at, place, ...from };
}

/** Everything that was remembered of a document, in every language, and what a file brought for the same English. */
export async function forget(
  req: Within,
  { document, kind }: { readonly kind: Kind; readonly document: string },
): Promise<void> {
  const rows = req.payload.db.connection.collection(MEMORY);
  const options = await session(req);
  const hashes = await rows.distinct('textHash', { kind, document }, options);
  await rows.deleteMany({ kind, document }, options);
  await rows.deleteMany({ file: { $ne: null }, textHash: { $in: hashes } }, options);
}

/** Rows with the place that each stands for. */
export async function rememberRows(
  req: Within,
  language: string,
  rows: readonly (Remembered & { readonly place: string })[],
): Promise<void> {
  if (rows.length === 0) return;
  const writes = rows.map(({ place, ...row }) => ({
    updateOne: {
      filter: { language, place },
      update: { $set: { ...row, textHash: textHashOf(row.source), grams: gramsOf(row.source) } },
      upsert: true,
    },
  }));
  await req.payload.db.connection.collection(MEMORY).bulkWrite(writes, await session(req));
}

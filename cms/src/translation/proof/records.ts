/** Which words stood on which proof sheet. Fingerprints alone: the words are where they always are. */
import type { Sheet } from '@charterpress/shared/domain/translation/files/proof.ts';
import type { CollectionConfig, CollectionSlug, Payload, PayloadRequest } from 'payload';
import { hiddenRecord } from '../../publishing/records.ts';
import { session, type Within } from '../../transaction.ts';
import type { Subject, Translation } from '../records.ts';

const SHEETS = 'proof-sheets' as CollectionSlug;

export const proofSheets: CollectionConfig = {
  slug: SHEETS,
  ...hiddenRecord('code'),
  fields: [
    { name: 'code', type: 'text', required: true },
    { name: 'kind', type: 'text', required: true },
    { name: 'document', type: 'text', required: true, index: true },
    { name: 'language', type: 'text', required: true },
    { name: 'at', type: 'text', required: true },
    { name: 'lines', type: 'json' },
  ],
  indexes: [{ fields: ['document', 'language', 'code'], unique: true }],
};

/** `at`: when it was printed first. */
export type Printed = Sheet & { readonly at: string };

/** The same words make the same sheet, however often it is printed. */
export async function keepSheet(
  req: Within,
  { document, kind, language }: Translation,
  { code, lines }: Sheet,
): Promise<Printed> {
  const at = new Date().toISOString();
  const kept = await rows(req.payload).findOneAndUpdate(
    { document, language, code },
    { $setOnInsert: { kind, at, lines } },
    { upsert: true, returnDocument: 'after', ...(await session(req)) },
  );
  return { code, lines, at: kept?.at ?? at };
}

/** `code` as somebody typed it from paper. */
export async function sheetBy(
  req: Within,
  { document, language }: Translation,
  code: string,
): Promise<Printed | null> {
  const row = await rows(req.payload).findOne(
    { document, language, code: code.trim().toUpperCase() },
    await session(req),
  );
  return row && { code: row.code, at: row.at, lines: row.lines };
}

/** In the transaction of the removal. */
export async function eraseSheets(req: PayloadRequest, { document }: Subject): Promise<void> {
  await rows(req.payload).deleteMany({ document }, await session(req));
}

function rows(payload: Payload) {
  return payload.db.connection.collection<Translation & Printed>(SHEETS);
}

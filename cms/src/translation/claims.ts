/** Who has taken on which translation, and who has it open: said, so that two people do not do the same work. */

import type { PayloadRequest } from 'payload';
import type { Ledger } from '../publishing/ledger.ts';
import { inLedger } from '../publishing/ledger.ts';
import { session, type Within } from '../transaction.ts';
import { type PresenceRow, presence, type Translation } from './records.ts';

export type Signed = { readonly by: string; readonly at: string };

export type Claimed =
  | { readonly ok: true; readonly claim: Signed | null }
  /** Somebody else has it. */
  | { readonly ok: false; readonly claim: Signed };

const CLAIM = 'claim';
/** How long somebody counts as being there after the last that was heard of them. */
const HERE_MS = 2 * 60_000;

export function claim(req: PayloadRequest, of: Translation, by: string): Promise<Claimed> {
  return inLedger(req.payload, async (ledger): Promise<Claimed> => {
    const held = await claimOn(ledger.req, of);
    if (held !== null) return { ok: held.by === by, claim: held };
    const { document, kind, language } = of;
    const row: PresenceRow = { kind, document, language, place: CLAIM, by, at: ledger.at };
    await presence(req.payload).insertOne(row, await session(ledger.req));
    await note(ledger, of, { by, did: 'took on a translation' });
    return { ok: true, claim: { by, at: ledger.at } };
  });
}

/** Gives it back, whoever had it: people fall ill. */
export function unclaim(req: PayloadRequest, of: Translation, by: string): Promise<Claimed> {
  return inLedger(req.payload, async (ledger): Promise<Claimed> => {
    const { document, language } = of;
    const { deletedCount } = await presence(req.payload).deleteOne(
      { document, language, place: CLAIM },
      await session(ledger.req),
    );
    if (deletedCount > 0) await note(ledger, of, { by, did: 'gave a translation back' });
    return { ok: true, claim: null };
  });
}

export async function claimOn(
  req: Within,
  { document, language }: Translation,
): Promise<Signed | null> {
  const row = await presence(req.payload).findOne(
    { document, language, place: CLAIM },
    await session(req),
  );
  return row && { by: row.by, at: row.at };
}

/** Who has taken on what, in these languages: `document/language` to who. */
export async function claimsIn(
  req: Within,
  languages: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await presence(req.payload)
    .find({ place: CLAIM, language: { $in: [...languages] } })
    .toArray();
  return new Map(rows.map(({ by, document, language }) => [`${document}/${language}`, by]));
}

/** Notes that somebody has it open, and answers who else has. */
export async function beHere(
  req: Within,
  { document, kind, language }: Translation,
  by: string,
): Promise<readonly Signed[]> {
  const now = new Date();
  const of = { document, language };
  await presence(req.payload).updateOne(
    { ...of, place: `here/${by}` },
    { $set: { at: now.toISOString() }, $setOnInsert: { kind, by } },
    { upsert: true },
  );
  const since = new Date(now.getTime() - HERE_MS).toISOString();
  const rows = await presence(req.payload)
    .find({ ...of, place: { $gte: 'here/', $lt: 'here0' }, by: { $ne: by }, at: { $gte: since } })
    .toArray();
  return rows.map((row) => ({ by: row.by, at: row.at }));
}

function note(
  ledger: Ledger,
  { document, kind, language }: Translation,
  { by, did }: { readonly by: string; readonly did: string },
): Promise<void> {
  const nothing = { sequence: null, digest: null, reason: null };
  return ledger.note({ kind, document, language, by, did, ...nothing });
}

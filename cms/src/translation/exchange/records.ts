/**
 * Files of translations that were handed in and looked at, until somebody takes them in: for an hour, for the account
 * that handed them in. The words of an agency stand in them, so a removal erases them too.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { CollectionConfig, CollectionSlug, Payload, PayloadRequest } from 'payload';
import { hiddenRecord } from '../../publishing/records.ts';
import { session, type Within } from '../../transaction.ts';
import type { Subject } from '../records.ts';
import type { HandedIn } from './looking.ts';

const IMPORTS = 'translation-imports' as CollectionSlug;

export const translationImports: CollectionConfig = {
  slug: IMPORTS,
  ...hiddenRecord('name'),
  fields: [
    { name: 'token', type: 'text', required: true, index: true },
    { name: 'by', type: 'text', required: true },
    { name: 'at', type: 'text', required: true, index: true },
    { name: 'name', type: 'text', required: true },
    { name: 'kind', type: 'text', required: true },
    { name: 'document', type: 'text', required: true, index: true },
    { name: 'language', type: 'text', required: true },
    { name: 'digest', type: 'text', required: true },
    { name: 'file', type: 'json' },
  ],
};

type Row = HandedIn &
  Subject & {
    readonly token: string;
    readonly by: string;
    readonly at: string;
    readonly language: string;
  };

const HOUR_MS = 60 * 60_000;

/** Keeps them under a token that nobody can guess, and of which nothing is kept but its digest. */
export async function keepHandedIn(
  payload: Payload,
  by: string,
  all: readonly HandedIn[],
): Promise<string> {
  await forgetOld(payload, new Date());
  const token = randomBytes(24).toString('base64url');
  const at = new Date().toISOString();
  for (const one of all) {
    const { document, kind, language } = one.file;
    const about = { token: digestOf(token), by, at, kind, document, language };
    await rows(payload).insertOne({ ...about, ...one });
  }
  return token;
}

/** What was handed in under this token by this account within the hour, in the order of the names. */
export async function handedIn(
  payload: Payload,
  { by, token }: { readonly by: string; readonly token: string },
): Promise<readonly HandedIn[]> {
  await forgetOld(payload, new Date());
  const found = await rows(payload)
    .find({ token: digestOf(token), by }, { sort: { name: 1 } })
    .toArray();
  return found.map(({ digest, file, name }) => ({ digest, file, name }));
}

/** In the transaction that takes it in. */
export async function forgetTakenIn(
  req: Within,
  { document, language, token }: { document: string; language: string; token: string },
): Promise<void> {
  const which = { token: digestOf(token), document, language };
  await rows(req.payload).deleteOne(which, await session(req));
}

/** A chore, too: what nobody comes back for is not kept. */
export async function forgetOld(payload: Payload, now: Date): Promise<void> {
  const old = new Date(now.getTime() - HOUR_MS).toISOString();
  await rows(payload).deleteMany({ at: { $lt: old } });
}

/** In the transaction of the removal. */
export async function eraseHandedIn(req: PayloadRequest, { document }: Subject): Promise<void> {
  await rows(req.payload).deleteMany({ document }, await session(req));
}

function rows(payload: Payload) {
  return payload.db.connection.collection<Row>(IMPORTS);
}

function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * Removal, for law and for safety: two people, every language at once. A tombstone with the digest stays in the feed; the
 * text is erased wherever the CMS keeps it, and the press erases its own when it reads the tombstone.
 */
import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isKind, type Kind } from '@charterpress/shared/domain/kinds.ts';
import type { Rendition } from '@charterpress/shared/domain/shape.ts';
import { placeOf } from '@charterpress/shared/version-place.ts';
import type { Payload, PayloadRequest } from 'payload';
import { eraseFromBundles } from '../bundles/erase.ts';
import { eraseComments } from '../comments/collection.ts';
import { env } from '../env.ts';
import { RENDITIONS } from '../fields/authoring.ts';
import { editionsOf } from '../fields/edition.ts';
import { eraseMessagesAbout } from '../mail/erase.ts';
import { session } from '../transaction.ts';
import { eraseTranslations } from '../translation/erase.ts';
import { eraseExchanged } from '../translation/exchanging.ts';
import { forget } from '../translation/memory/remember.ts';
import { eraseRecord } from '../workflow/records.ts';
import { languagesOf } from './languages-of.ts';
import { type Entry, inLedger, type Ledger, type StoredEdition } from './ledger.ts';
import { nudgePress } from './neighbours.ts';
import { type Receipt, receiptOf } from './publish.ts';
import { REMOVALS } from './records.ts';
import { versionsOf } from './versions-of.ts';

type Subject = { readonly kind: Kind; readonly document: string };

type Removal = Subject & {
  /** Why, in words that give away nothing of the text: it is kept. */
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly confirmedBy?: string | null;
  readonly confirmedAt?: string | null;
  /** Files that are still to be deleted, by their paths in the data folder. */
  readonly files?: readonly string[] | null;
  readonly finishedAt?: string | null;
};

export type Asked =
  | { readonly ok: true }
  | { readonly ok: false; readonly refused: 'already-asked' | 'already-removed' | 'unknown' };

export type Removed =
  | { readonly ok: true; readonly tombstones: readonly Receipt[] }
  | {
      readonly ok: false;
      readonly refused: 'not-asked' | 'same-person' | 'already-removed';
    };

/** One person asks for it; nothing is erased yet. */
export function askRemoval(
  payload: Payload,
  asked: Subject & { reason: string; by: string },
): Promise<Asked> {
  return inLedger(payload, async (ledger): Promise<Asked> => {
    const before = await removalOf(ledger.req, asked);
    if (before !== null) {
      return { ok: false, refused: before.confirmedBy ? 'already-removed' : 'already-asked' };
    }
    if (!(await exists(ledger, asked))) return { ok: false, refused: 'unknown' };
    const { kind, document, reason, by } = asked;
    await payload.db.create({
      collection: REMOVALS,
      data: { kind, document, reason, askedBy: by, askedAt: ledger.at },
      req: ledger.req,
      returning: false,
    });
    await ledger.note({ ...withoutEdition(asked), by, did: 'asked for removal', reason });
    return { ok: true };
  });
}

/** Another person confirms it: from here on the text is gone. */
export async function confirmRemoval(
  payload: Payload,
  confirmed: Subject & { by: string },
): Promise<Removed> {
  await markDatabaseForErasure();
  const removed = await inLedger(payload, async (ledger): Promise<Removed> => {
    const asked = await removalOf(ledger.req, confirmed);
    if (asked === null) return { ok: false, refused: 'not-asked' };
    if (asked.confirmedBy) return { ok: false, refused: 'already-removed' };
    if (asked.askedBy === confirmed.by) return { ok: false, refused: 'same-person' };
    const tombstones = await erase(ledger, { ...asked, confirmedBy: confirmed.by });
    return { ok: true, tombstones: tombstones.map(receiptOf) };
  });
  if (!removed.ok) return removed;
  await finishConfirmed(payload);
  const last = removed.tombstones.at(-1);
  if (last !== undefined) nudgePress(last.sequence, payload);
  return removed;
}

/**
 * Erases once more what was removed: after a restored backup, and after a stop between the commit and the deletion of
 * files. Run before anything is served. Returns how many removals had something left to erase.
 */
export async function reapplyRemovals(payload: Payload): Promise<number> {
  const { docs } = await payload.db.find<Removal>({
    collection: REMOVALS,
    where: { confirmedBy: { exists: true } },
    limit: 0,
    pagination: false,
  });
  const kept = await removalsKeptOutside();
  const all = new Map([...kept, ...docs].map((each) => [`${each.kind}/${each.document}`, each]));
  let erased = 0;
  for (const removal of all.values()) erased += await reapply(payload, removal);
  return erased;
}

async function reapply(payload: Payload, removal: Removal): Promise<number> {
  const left = await inLedger(payload, async (ledger) => {
    const something = (await exists(ledger, removal)) || !removal.finishedAt;
    if (something) await erase(ledger, removal);
    return something;
  });
  if (!left) return 0;
  await markDatabaseForErasure();
  await finishConfirmed(payload);
  return 1;
}

/** Writes the tombstones, erases every text of the document, and keeps what remains to be done outside the database. */
async function erase(ledger: Ledger, removal: Removal): Promise<readonly StoredEdition[]> {
  const { db } = ledger.req.payload;
  const { kind, document, reason } = removal;
  const files = [
    ...(await filesOf(ledger.req, removal)),
    ...(await eraseMessagesAbout(ledger.req, removal)),
  ];
  const by = removal.confirmedBy ?? removal.askedBy;
  const tombstones = await writeTombstones(ledger, removal, by);
  if (tombstones.length === 0) {
    await ledger.note({ ...withoutEdition(removal), by, did: 'removed', reason });
  }
  const req = ledger.req;
  await eraseEditions(ledger, removal);
  await db.deleteVersions({ collection: kind, where: { parent: { equals: document } }, req });
  await db.deleteMany({ collection: kind, where: { id: { equals: document } }, req });
  await erasePlacesThatName(ledger, removal);
  await keepRemoval(ledger, { ...removal, confirmedAt: removal.confirmedAt ?? ledger.at, files });
  return [...tombstones, ...(await eraseVersions(ledger, removal))];
}

/** Easy Read, films and recordings say what the text said: each is removed as a document of its own. */
async function eraseVersions(ledger: Ledger, removal: Removal): Promise<readonly StoredEdition[]> {
  if (removal.kind === 'language-versions') return [];
  const tombstones: StoredEdition[] = [];
  for (const document of await versionsOf(ledger.req, removal)) {
    const subject = { kind: 'language-versions', document } as const;
    tombstones.push(...(await erase(ledger, { ...removal, ...subject })));
  }
  return tombstones;
}

async function writeTombstones(
  ledger: Ledger,
  removal: Subject & { reason: string },
  by: string,
): Promise<readonly StoredEdition[]> {
  const tombstones: StoredEdition[] = [];
  for (const language of await languagesOf(ledger, removal)) {
    const newest = await ledger.newest({ ...removal, language });
    if (newest === null || newest.action === 'removed') continue;
    const act = { by, did: 'removed', reason: removal.reason };
    tombstones.push(await ledger.enter(tombstoneOf(newest), act));
  }
  return tombstones;
}

function tombstoneOf(edition: StoredEdition): Entry {
  const { kind, document, language, slug, sourceEdition, digest } = edition;
  const stoodAt = kind === 'language-versions' ? placeOf(edition.content as never) : null;
  return {
    ...(stoodAt === null ? {} : { stoodAt }),
    kind,
    document,
    language,
    slug,
    sourceEdition,
    digest,
    content: null,
    action: 'removed',
    change: 'minor',
    changeNote: null,
  };
}

/** Heads and digests stay, so that the feed has no gap and the audit still verifies. */
async function eraseEditions(ledger: Ledger, { kind, document }: Subject): Promise<void> {
  const { db } = ledger.req.payload;
  await db.connection
    .collection(editionsOf(kind))
    .updateMany(
      { document },
      { $unset: { content: '', changeNote: '' } },
      await session(ledger.req),
    );
}

/** What Payload keeps beside a document: who has it open, and how each person's screen was set for it. */
async function erasePlacesThatName(ledger: Ledger, { kind, document }: Subject): Promise<void> {
  const { db } = ledger.req.payload;
  await eraseRecord(ledger.req, { kind, document });
  await eraseComments(ledger.req, { kind, document });
  await eraseFromBundles(ledger.req, { kind, document });
  await eraseTranslations(ledger.req, { kind, document });
  await eraseExchanged(ledger.req, { kind, document });
  await forget(ledger.req, { kind, document });
  await db.deleteMany({
    collection: 'payload-locked-documents',
    where: {
      and: [
        { 'document.relationTo': { equals: kind } },
        { 'document.value': { equals: document } },
      ],
    },
    req: ledger.req,
  });
  await db.deleteMany({
    collection: 'payload-preferences',
    where: { key: { like: document } },
    req: ledger.req,
  });
}

/** Paths in the data folder: the original, and every size that no other image shares. */
async function filesOf(req: PayloadRequest, { kind, document }: Subject): Promise<string[]> {
  if (kind !== 'media') return [];
  const mine = await uploadsOf(req, document);
  const originals = mine.flatMap(({ filename }) =>
    filename ? [`uploads/originals/${filename}`] : [],
  );
  const sizes = new Set(mine.flatMap((upload) => sizesOf(upload)));
  const shared = new Set(await sizesOfOthers(req, document));
  return [
    ...new Set(originals),
    ...[...sizes]
      .filter((sha256) => !shared.has(sha256))
      .map((sha256) => `uploads/renditions/${sha256}`),
  ];
}

type Upload = {
  readonly id?: string;
  readonly filename?: string | null;
  /** In an edition. */
  readonly file?: readonly Rendition[] | null;
  /** In a working copy and its versions. */
  readonly [RENDITIONS]?: readonly Rendition[] | null;
};

async function uploadsOf(req: PayloadRequest, document: string): Promise<readonly Upload[]> {
  const { db } = req.payload;
  const everything = { limit: 0, pagination: false, req } as const;
  const where = { parent: { equals: document } };
  const versions = await db.findVersions<Upload>({ collection: 'media', where, ...everything });
  const copy = await db.find<Upload & { id: string }>({
    collection: 'media',
    where: { id: { equals: document } },
    ...everything,
  });
  const editions = await db.find<{ id: string; content?: Upload | null }>({
    collection: editionsOf('media'),
    where: { document: { equals: document } },
    ...everything,
  });
  return [
    ...versions.docs.map(({ version }) => version),
    ...copy.docs,
    ...editions.docs.map(({ content }) => content ?? {}),
  ];
}

async function sizesOfOthers(req: PayloadRequest, document: string): Promise<readonly string[]> {
  const { db } = req.payload;
  const everything = { limit: 0, pagination: false, req } as const;
  const copies = await db.find<Upload & { id: string }>({
    collection: 'media',
    where: { id: { not_equals: document } },
    ...everything,
  });
  const editions = await db.find<{ id: string; content?: Upload | null }>({
    collection: editionsOf('media'),
    where: { document: { not_equals: document } },
    ...everything,
  });
  return [...copies.docs, ...editions.docs.map(({ content }) => content ?? {})].flatMap(sizesOf);
}

function sizesOf(upload: Upload): readonly string[] {
  return [...(upload.file ?? []), ...(upload[RENDITIONS] ?? [])].map(({ sha256 }) => sha256);
}

async function removalOf(req: PayloadRequest, of: Subject): Promise<Removal | null> {
  return req.payload.db.findOne<Removal & { id: string }>({
    collection: REMOVALS,
    where: { kind: { equals: of.kind }, document: { equals: of.document } },
    req,
  });
}

async function keepRemoval(ledger: Ledger, removal: Removal): Promise<void> {
  const { kind, document, reason, askedBy, askedAt, confirmedBy, confirmedAt, files } = removal;
  await ledger.req.payload.db.connection.collection(REMOVALS).updateOne(
    { document },
    {
      $set: { kind, reason, askedBy, askedAt, confirmedBy, confirmedAt, files },
      $unset: { finishedAt: '' },
    },
    { upsert: true, ...(await session(ledger.req)) },
  );
}

async function exists(ledger: Ledger, { kind, document }: Subject): Promise<boolean> {
  const { db } = ledger.req.payload;
  const req = ledger.req;
  const copy = await db.findOne({ collection: kind, where: { id: { equals: document } }, req });
  if (copy !== null) return true;
  const readable = await db.findOne({
    collection: editionsOf(kind),
    where: { document: { equals: document }, action: { not_equals: 'removed' } },
    req,
  });
  const tombstone = await db.findOne({
    collection: editionsOf(kind),
    where: { document: { equals: document }, action: { equals: 'removed' } },
    req,
  });
  return readable !== null && tombstone === null;
}

/** What lies outside the database, which no transaction reaches: done after the commit, and again until it is done. */
async function finishConfirmed(payload: Payload): Promise<void> {
  const { docs } = await payload.db.find<Removal & { id: string }>({
    collection: REMOVALS,
    where: { confirmedBy: { exists: true }, finishedAt: { exists: false } },
    limit: 0,
    pagination: false,
  });
  for (const removal of docs) await finish(payload, removal);
}

async function finish(payload: Payload, subject: Subject): Promise<void> {
  const removal = await payload.db.findOne<Removal & { id: string }>({
    collection: REMOVALS,
    where: { document: { equals: subject.document } },
  });
  if (removal === null) return;
  for (const file of removal.files ?? []) {
    await rm(path.join(env.dataDir, file), { force: true });
  }
  await keepOutside(removal);
  await payload.db.connection
    .collection(REMOVALS)
    .updateOne(
      { document: subject.document },
      { $set: { finishedAt: new Date().toISOString() }, $unset: { files: '' } },
    );
}

/** MongoDB keeps old bytes in its journal and in free blocks; whoever manages it rewrites it when this file is there. */
async function markDatabaseForErasure(): Promise<void> {
  await mkdir(env.dataDir, { recursive: true });
  await writeFile(path.join(env.dataDir, 'erase-database'), `${new Date().toISOString()}\n`);
}

/** A backup from before a removal does not know it: this list does. It holds no texts. */
const listOutside = () => path.join(env.dataDir, 'removals.jsonl');

async function keepOutside(removal: Removal): Promise<void> {
  const { kind, document, reason, askedBy, askedAt, confirmedBy, confirmedAt } = removal;
  const line = JSON.stringify({
    kind,
    document,
    reason,
    askedBy,
    askedAt,
    confirmedBy,
    confirmedAt,
  });
  await appendFile(listOutside(), `${line}\n`, { mode: 0o600 });
}

async function removalsKeptOutside(): Promise<readonly Removal[]> {
  const text = await readFile(listOutside(), 'utf8').catch(emptyWhenMissing);
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Removal)
    .filter((removal) => isKind(removal.kind))
    .map((removal) => ({ ...removal, finishedAt: 'kept outside' }));
}

function emptyWhenMissing(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return '';
  throw error;
}

function withoutEdition({ kind, document }: Subject) {
  return { kind, document, language: null, sequence: null, digest: null };
}

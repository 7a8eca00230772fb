/**
 * What the translators' workbench keeps, below Payload's API: no API writes it, and none reads it. A segment of a document
 * in a language is one row, so that two people who work in one document never overwrite each other.
 */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import type { Count, SegmentHead } from '@charterpress/shared/domain/translation/counting.ts';
import type { Keys } from '@charterpress/shared/domain/translation/keys.ts';
import type { SegmentRecord } from '@charterpress/shared/domain/translation/record.ts';
import type { CollectionConfig, CollectionSlug, Payload } from 'payload';
import { hiddenRecord } from '../publishing/records.ts';
import { session, type Within } from '../transaction.ts';

export type Subject = { readonly kind: Kind; readonly document: string };

/** One document in one language. */
export type Translation = Subject & { readonly language: string };

/** How an English edition is cut: made once, in the transaction that published it. */
export type CutRow = Subject & {
  readonly number: number;
  /** As pairs: a path has dots, which the names of a database's fields had better not. */
  readonly keys: readonly (readonly [string, Keys[string]])[];
  /** In reading order. */
  readonly heads: readonly SegmentHead[];
  /** The keys that were put into other words that say the same. */
  readonly reworded: readonly string[];
  /** Who agreed that the change is minor; `null` when nobody did, or it is none. */
  readonly agreedBy: string | null;
};

export type SegmentRow = Translation &
  SegmentRecord & {
    /** Of the English that its pairs translate: by them the same English is found in other places. */
    readonly hashes: readonly string[];
    /** Who handed in what waits for a second person; `null` when nothing waits. */
    readonly waitsFrom: string | null;
  };

/** Who works on a translation. `place`: `claim`, of which there is one, or `here/` and who has it open on a screen. */
export type PresenceRow = Translation & {
  readonly place: string;
  readonly by: string;
  readonly at: string;
};

/** How the segments of the newest public English stand in one language. */
export type Tally = Count & {
  /** Since when there is something to do, ISO 8601 in UTC; `null` when there is nothing. */
  readonly since: string | null;
  /** What readers have in the language. */
  readonly released: Released | null;
};

export type Released = {
  readonly number: number;
  readonly sourceEdition: number;
  readonly publishedAt: string;
};

/**
 * What lists are made of: a document's newest public English, and how far each language is with it. Counted anew, in the
 * same transaction, by whatever changes a segment or the English; never more than `number` says.
 */
export type TallyRow = Subject & {
  /** Of the English edition that was counted against. */
  readonly number: number;
  /** Of the newest that changed more than little: a translation of an earlier one is behind for readers. */
  readonly changed: number;
  /** Of the newest that was about safety; 0 for none. */
  readonly safety: number;
  readonly title: string;
  readonly publishedAt: string;
  readonly segments: number;
  readonly words: number;
  readonly languages: Readonly<Record<string, Tally>>;
};

const CUTS = 'segment-keys' as CollectionSlug;
const SEGMENTS = 'translation-segments' as CollectionSlug;
const TALLIES = 'translation-tallies' as CollectionSlug;
const PRESENCE = 'translation-claims' as CollectionSlug;

const subject = [
  { name: 'kind', type: 'text', required: true },
  { name: 'document', type: 'text', required: true },
] as const;
const translation = [...subject, { name: 'language', type: 'text', required: true }] as const;

const cutCollection: CollectionConfig = {
  slug: CUTS,
  ...hiddenRecord('document'),
  fields: [
    ...subject,
    { name: 'number', type: 'number', required: true },
    { name: 'keys', type: 'json' },
    { name: 'heads', type: 'json' },
    { name: 'reworded', type: 'json' },
    { name: 'agreedBy', type: 'text' },
  ],
  indexes: [{ fields: ['document', 'number'], unique: true }],
};

const segmentCollection: CollectionConfig = {
  slug: SEGMENTS,
  ...hiddenRecord('key'),
  fields: [
    ...translation,
    { name: 'key', type: 'text', required: true },
    { name: 'revision', type: 'number', required: true },
    { name: 'work', type: 'json' },
    { name: 'pairs', type: 'json' },
    { name: 'returned', type: 'json' },
    { name: 'hashes', type: 'text', hasMany: true },
    { name: 'waitsFrom', type: 'text' },
  ],
  indexes: [
    { fields: ['document', 'language', 'key'], unique: true },
    { fields: ['language', 'hashes'] },
    { fields: ['language', 'waitsFrom'] },
  ],
};

const tallyCollection: CollectionConfig = {
  slug: TALLIES,
  ...hiddenRecord('document'),
  fields: [
    { name: 'kind', type: 'text', required: true },
    { name: 'document', type: 'text', required: true, unique: true, index: true },
    { name: 'number', type: 'number', required: true },
    { name: 'changed', type: 'number' },
    { name: 'safety', type: 'number' },
    { name: 'title', type: 'text' },
    { name: 'publishedAt', type: 'text' },
    { name: 'segments', type: 'number' },
    { name: 'words', type: 'number' },
    { name: 'languages', type: 'json' },
  ],
};

const presenceCollection: CollectionConfig = {
  slug: PRESENCE,
  ...hiddenRecord('document'),
  fields: [
    ...translation,
    { name: 'place', type: 'text', required: true },
    { name: 'by', type: 'text', required: true },
    { name: 'at', type: 'text', required: true },
  ],
  indexes: [{ fields: ['document', 'language', 'place'], unique: true }],
};

export const translationRecords: CollectionConfig[] = [
  cutCollection,
  segmentCollection,
  tallyCollection,
  presenceCollection,
];

export function cuts(payload: Payload) {
  return payload.db.connection.collection<CutRow>(CUTS);
}

export function segmentRows(payload: Payload) {
  return payload.db.connection.collection<SegmentRow>(SEGMENTS);
}

export function tallies(payload: Payload) {
  return payload.db.connection.collection<TallyRow>(TALLIES);
}

export function presence(payload: Payload) {
  return payload.db.connection.collection<PresenceRow>(PRESENCE);
}

/** What there is of a translation, or of these segments of it, by the key of the segment. */
export async function recordsOf(
  req: Within,
  { document, language }: Translation,
  keys?: readonly string[],
): Promise<ReadonlyMap<string, SegmentRecord>> {
  const which = keys === undefined ? {} : { key: { $in: [...keys] } };
  const found = await segmentRows(req.payload)
    .find({ document, language, ...which }, { projection: { _id: 0 }, ...(await session(req)) })
    .toArray();
  return recordsIn(found);
}

/** The same of a document in every language, by its tag. */
export async function allRecordsOf(
  req: Within,
  { document }: Subject,
): Promise<ReadonlyMap<string, ReadonlyMap<string, SegmentRecord>>> {
  const found = await segmentRows(req.payload)
    .find({ document }, { projection: { _id: 0 }, ...(await session(req)) })
    .toArray();
  return byLanguage(found);
}

export function byLanguage(
  rows: readonly SegmentRow[],
): ReadonlyMap<string, ReadonlyMap<string, SegmentRecord>> {
  const grouped = Map.groupBy(rows, ({ language }) => language);
  return new Map([...grouped].map(([language, each]) => [language, recordsIn(each)]));
}

function recordsIn(rows: readonly SegmentRow[]): ReadonlyMap<string, SegmentRecord> {
  return new Map(rows.map((row) => [row.key, recordFrom(row)]));
}

/** In the transaction of the request. */
export async function keepRecords(
  req: Within,
  { document, kind, language }: Translation,
  records: readonly SegmentRecord[],
): Promise<void> {
  if (records.length === 0) return;
  const writes = records.map(({ key, ...rest }) => ({
    updateOne: {
      filter: { document, language, key },
      update: {
        $set: {
          ...rest,
          hashes: [...new Set(rest.pairs.map(({ hash }) => hash))],
          waitsFrom: rest.work?.state === 'translated' ? rest.work.by : null,
        },
        $setOnInsert: { kind },
      },
      upsert: true,
    },
  }));
  await segmentRows(req.payload).bulkWrite(writes, { ...(await session(req)) });
}

function recordFrom({ key, pairs, returned, revision, work }: SegmentRow): SegmentRecord {
  return { key, revision, work: work ?? null, pairs: pairs ?? [], returned: returned ?? null };
}

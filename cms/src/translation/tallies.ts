/**
 * Counting: how many segments of the newest public English stand where in each language. Whether a segment is behind is
 * found by comparing, here and wherever it is shown; what is kept is the count, so that lists need not compare everything.
 */
import {
  type Count,
  countIn,
  isFinished,
  nothingIn,
  type SegmentHead,
  wordsIn,
} from '@charterpress/shared/domain/translation/counting.ts';
import { type IsSame, samenessIn } from '@charterpress/shared/domain/translation/minor.ts';
import type { SegmentRecord } from '@charterpress/shared/domain/translation/record.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { titleField, titleFrom } from '../admin/titles.ts';
import { editionsOf } from '../fields/edition.ts';
import type { StoredEdition } from '../publishing/ledger.ts';
import { newestEdition } from '../publishing/stored.ts';
import { session, type Within } from '../transaction.ts';
import { type CutEnglish, changesOf, hasText, headOf, inEnglish } from './english.ts';
import {
  byLanguage,
  cuts,
  type Released,
  type Subject,
  segmentRows,
  type Tally,
  type TallyRow,
  type Translation,
  tallies,
} from './records.ts';
import { samenessOf } from './sameness.ts';

/** Counts every language of a document against the newest English: what is not public has nothing to be translated. */
export async function recount(req: Within, of: Subject): Promise<void> {
  const { document, kind } = of;
  const english = await newestEdition(req, inEnglish(of));
  const heads = english === null ? [] : await headsOf(req, english);
  if (english?.action !== 'published' || heads.length === 0) {
    await tallies(req.payload).deleteOne({ document }, await session(req));
    return;
  }
  const before = await tallies(req.payload).findOne({ document }, await session(req));
  const counted = await countAll(req, of, heads);
  const released = await releasedOf(req, of);
  const { number, publishedAt } = english;
  const tags = new Set([...counted.keys(), ...released.keys()]);
  const languages = [...tags].map((tag) => {
    const count = counted.get(tag) ?? countIn(heads, new Map(), samenessIn([]));
    const since = sinceOf(count, before?.languages[tag]?.since, publishedAt);
    return [tag, { ...count, since, released: released.get(tag) ?? null }] as const;
  });
  const title = titleFrom(english.content?.[titleField(req.payload, kind)] ?? english.slug);
  const row: TallyRow = {
    ...{ kind, document, number, title, publishedAt },
    ...(await changesOf(req, of)),
    segments: heads.length,
    words: wordsIn(heads),
    languages: Object.fromEntries(languages),
  };
  await tallies(req.payload).replaceOne({ document }, row, {
    upsert: true,
    ...(await session(req)),
  });
}

type Known = { readonly english: CutEnglish; readonly isSame: IsSame };

/**
 * Counts one language anew, against the same English as before. Answers what there is after it. `known` is what whoever
 * calls has read in the same transaction: of the English that is counted, or of one that is still to come.
 */
export async function recountLanguage(
  req: Within,
  of: Translation,
  known?: Known,
): Promise<Tally | null> {
  const { document, language } = of;
  const row = await tallies(req.payload).findOne({ document }, await session(req));
  if (row === null) return null;
  const isKnown = known?.english.edition.number === row.number;
  const heads = isKnown
    ? known.english.segments.map(headOf)
    : await headsAt(req, { document, number: row.number });
  const isSame = isKnown ? known.isSame : await samenessOf(req, of);
  const records = await shortRecords(req, { document, language });
  const count = countIn(heads, records.get(language) ?? new Map(), isSame);
  const before = row.languages[language];
  const since = sinceOf(count, before?.since, new Date().toISOString());
  const tally: Tally = { ...count, since, released: before?.released ?? null };
  await tallies(req.payload).updateOne(
    { document },
    { $set: { [`languages.${language}`]: tally } },
    await session(req),
  );
  return tally;
}

/** What readers have in a language: no segment changed by it, so the count stands. */
export async function keepReleased(
  req: Within,
  of: Translation,
  released: Released | null,
): Promise<void> {
  const { document, language } = of;
  const within = await session(req);
  const keep = () =>
    tallies(req.payload).updateOne(
      { document, [`languages.${language}`]: { $exists: true } },
      { $set: { [`languages.${language}.released`]: released } },
      within,
    );
  const { matchedCount } = await keep();
  // It was published before anybody counted it.
  if (matchedCount === 0 && (await recountLanguage(req, of)) !== null) await keep();
}

/** What a language has of a document where nobody has begun. */
export function nothingYet({ publishedAt, segments, words }: TallyRow): Tally {
  return { ...nothingIn({ segments, words }), since: publishedAt, released: null };
}

function sinceOf(count: Count, before: string | null | undefined, now: string): string | null {
  return isFinished(count) ? null : (before ?? now);
}

async function countAll(
  req: Within,
  of: Subject,
  heads: readonly SegmentHead[],
): Promise<ReadonlyMap<string, Count>> {
  const isSame = await samenessOf(req, of);
  const records = await shortRecords(req, { document: of.document });
  return new Map(
    [...records].map(([tag, inLanguage]) => [tag, countIn(heads, inLanguage, isSame)] as const),
  );
}

/** By language: of every segment just what says how it stands, for there may be hundreds with long histories. */
async function shortRecords(
  req: Within,
  which: { readonly document: string; readonly language?: string },
): Promise<ReadonlyMap<string, ReadonlyMap<string, SegmentRecord>>> {
  const projection = {
    ...{ _id: 0, language: 1, key: 1 },
    ...{ 'work.hash': 1, 'work.state': 1, 'pairs.hash': 1 },
  };
  const found = await segmentRows(req.payload)
    .find(which, { projection, ...(await session(req)) })
    .toArray();
  return byLanguage(found);
}

async function headsOf(req: Within, english: StoredEdition): Promise<readonly SegmentHead[]> {
  if (!hasText(english)) return [];
  return headsAt(req, english);
}

async function headsAt(
  req: Within,
  { document, number }: { readonly document: string; readonly number: number },
): Promise<readonly SegmentHead[]> {
  const row = await cuts(req.payload).findOne(
    { document, number },
    { projection: { heads: 1 }, ...(await session(req)) },
  );
  return row?.heads ?? [];
}

/** The newest edition of each language that readers can read. */
async function releasedOf(
  req: Within,
  { document, kind }: Subject,
): Promise<ReadonlyMap<string, Released>> {
  const stages = [
    { $match: { document, language: { $ne: SOURCE_LANGUAGE } } },
    { $sort: { number: 1 } },
    {
      $group: {
        _id: '$language',
        action: { $last: '$action' },
        number: { $last: '$number' },
        sourceEdition: { $last: '$sourceEdition' },
        publishedAt: { $last: '$publishedAt' },
      },
    },
    { $match: { action: 'published' } },
  ];
  const found = await req.payload.db.connection
    .collection(editionsOf(kind))
    .aggregate<Released & { _id: string }>(stages, await session(req))
    .toArray();
  return new Map(
    found.map(({ _id, number, publishedAt, sourceEdition }) => [
      _id,
      { number, publishedAt, sourceEdition },
    ]),
  );
}

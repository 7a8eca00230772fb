/**
 * The English that translations are made from, cut into segments. How an edition is cut is kept when it is published; one
 * that was published before that was kept is cut when somebody asks, and always alike.
 */

import { everySegmentOf } from '@charterpress/shared/domain/translation/composing.ts';
import type { SegmentHead } from '@charterpress/shared/domain/translation/counting.ts';
import { alignKeys, type Cut, type Keys } from '@charterpress/shared/domain/translation/keys.ts';
import { rewordedSince } from '@charterpress/shared/domain/translation/minor.ts';
import type { Segment } from '@charterpress/shared/domain/translation/segment.ts';
import { wordCount } from '@charterpress/shared/domain/translation/word-count.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { StoredEdition } from '../publishing/ledger.ts';
import { editionsWhere, newestEdition } from '../publishing/stored.ts';
import { session, type Within } from '../transaction.ts';
import { recordOf } from '../workflow/records.ts';
import { cuts, type Subject } from './records.ts';

type Values = Readonly<Record<string, unknown>>;

/** An English edition that has a text. */
export type EnglishText = StoredEdition & { readonly content: Values };

/** The same as it is translated: `changeNote` is what it says that it changed for parents. */
export type CutEnglish = {
  readonly edition: EnglishText;
  readonly keys: Keys;
  readonly changeNote: string | null;
  readonly segments: readonly Segment[];
};

/** The English edition with this place in the feed. */
export async function editionAt(
  req: Within,
  of: Subject,
  sequence: number,
): Promise<StoredEdition | null> {
  const [edition] = await englishWhere(req, of, { also: { sequence }, limit: 1 });
  return edition ?? null;
}

/** What readers have in English, cut; `null` when that is nothing. */
export async function publicEnglish(req: Within, of: Subject): Promise<CutEnglish | null> {
  const newest = await newestEdition(req, inEnglish(of));
  return newest?.action === 'published' && hasText(newest) ? cutEnglish(req, newest) : null;
}

/** The newest English texts, newest first, and no more than a translation can be made from in practice. */
export async function recentEnglish(req: Within, of: Subject): Promise<readonly CutEnglish[]> {
  const found = await englishWhere(req, of, {
    also: { action: 'published' },
    limit: FURTHEST_BACK,
  });
  const all: CutEnglish[] = [];
  for (const edition of found.filter(hasText)) all.push(await cutEnglish(req, edition));
  return all;
}

/** In editions. Whoever has not followed the English for longer begins with the newest. */
const FURTHEST_BACK = 10;

/** Of an edition that is kept, or of one that is about to be. */
export async function cutEnglish(req: Within, edition: EnglishText): Promise<CutEnglish> {
  const keys = await keysOf(req, edition);
  const changeNote = await noteOf(req, edition);
  const segments = everySegmentOf(edition.kind, {
    changeNote,
    keys,
    content: edition.content as never,
  });
  return { edition, keys, changeNote, segments };
}

export async function keysOf(req: Within, edition: EnglishText): Promise<Keys> {
  const [known] = await keptKeys(req, edition, [edition.number]);
  return known ?? alignedKeys(edition, await earlierCuts(req, edition));
}

/**
 * Keeps how an English edition is cut, in the transaction that enters it. Answers who agreed that its change is minor;
 * `null` for nobody.
 */
export async function keepCut(req: Within, edition: StoredEdition): Promise<string | null> {
  if (edition.language !== SOURCE_LANGUAGE || !hasText(edition)) return null;
  const { document, kind, number } = edition;
  const keys = alignedKeys(edition, await earlierCuts(req, edition));
  const changeNote = await noteOf(req, edition);
  const segments = everySegmentOf(kind, { changeNote, keys, content: edition.content as never });
  const isMinor = edition.change === 'minor' && number > 1;
  const before = isMinor ? await textBefore(req, edition) : null;
  const was = before === null ? [] : (await cutEnglish(req, before)).segments;
  const agreedBy = before === null ? null : await whoAgreed(req, edition);
  await cuts(req.payload).insertOne(
    {
      ...{ kind, document, number },
      keys: Object.entries(keys),
      heads: segments.map(headOf),
      reworded: rewordedSince(was, segments),
      agreedBy,
    },
    await session(req),
  );
  return agreedBy;
}

/** The numbers of the newest editions that changed more than little, and that were about safety. */
export async function changesOf(
  req: Within,
  of: Subject,
): Promise<{ readonly changed: number; readonly safety: number }> {
  const changes = { $in: ['major', 'safety'] };
  const found = await englishWhere(req, of, {
    also: { action: 'published', change: changes },
    ...heads,
  });
  return {
    changed: found[0]?.number ?? 0,
    safety: found.find(({ change }) => change === 'safety')?.number ?? 0,
  };
}

/** Whoever approved this very text as a minor change: nobody approves what they wrote. */
async function whoAgreed(req: Within, edition: StoredEdition): Promise<string | null> {
  const approval = (await recordOf(req, edition))?.approval ?? null;
  const isThis = approval?.digest === edition.digest && approval.change === edition.change;
  return isThis ? approval.by : null;
}

/** The note of the newest change that is not minor, as it was put right since. */
async function noteOf(req: Within, edition: StoredEdition): Promise<string | null> {
  const upTo = { number: { $lte: edition.number }, action: 'published' };
  const known =
    edition.change === 'minor'
      ? await englishWhere(req, edition, { also: upTo, ...heads })
      : [edition];
  const changed = known.find(({ change, corrects }) => change !== 'minor' && corrects == null);
  const corrected = known.find(({ corrects }) => corrects != null && corrects === changed?.number);
  return (corrected ?? changed)?.changeNote ?? null;
}

const heads = { without: 'content' } as const;

async function textBefore(req: Within, edition: StoredEdition): Promise<EnglishText | null> {
  const [before] = await textsBefore(req, edition, 1);
  return before ?? null;
}

/** Newest first: a paragraph that comes back has the key that it had. */
async function earlierCuts(req: Within, edition: EnglishText): Promise<readonly Cut[]> {
  const before = await textsBefore(req, edition, FURTHEST_BACK);
  const numbers = before.map(({ number }) => number);
  const known = await keptKeys(req, edition, numbers);
  if (known.every((keys) => keys !== undefined)) {
    return before.map(({ content }, at) => ({
      content: content as never,
      keys: known[at] as Keys,
    }));
  }
  return allCutAnew(before);
}

/** From the oldest to the newest, each by those before it. Given newest first, and so answered. */
function allCutAnew(editions: readonly EnglishText[]): readonly Cut[] {
  const cutSoFar: Cut[] = [];
  for (const edition of editions.toReversed()) {
    const keys = alignedKeys(edition, cutSoFar);
    cutSoFar.unshift({ content: edition.content as never, keys });
  }
  return cutSoFar;
}

function alignedKeys({ content, kind }: EnglishText, earlier: readonly Cut[]): Keys {
  return alignKeys(kind, content as never, earlier);
}

async function textsBefore(
  req: Within,
  edition: StoredEdition,
  limit: number,
): Promise<readonly EnglishText[]> {
  const earlier = { number: { $lt: edition.number }, content: { $exists: true } };
  return (await englishWhere(req, edition, { also: earlier, limit })).filter(hasText);
}

/** In the order of the numbers; `undefined` for an edition whose cut is not kept. */
async function keptKeys(
  req: Within,
  { document }: Subject,
  numbers: readonly number[],
): Promise<readonly (Keys | undefined)[]> {
  const rows = await cuts(req.payload)
    .find(
      { document, number: { $in: [...numbers] } },
      { projection: { keys: 1, number: 1 }, ...(await session(req)) },
    )
    .toArray();
  const byNumber = new Map(rows.map(({ keys, number }) => [number, Object.fromEntries(keys)]));
  return numbers.map((number) => byNumber.get(number));
}

export function headOf({ hash, key, text }: Segment): SegmentHead {
  return { key, hash, words: wordCount(text) };
}

export function hasText(edition: StoredEdition): edition is EnglishText {
  return edition.content !== null;
}

/** Newest first. */
function englishWhere(
  req: Within,
  of: Subject,
  asked: Parameters<typeof editionsWhere>[2],
): Promise<readonly StoredEdition[]> {
  return editionsWhere(req, inEnglish(of), asked);
}

/** Where the English of a translation stands, or of its document. */
export function inEnglish({ document, kind }: Subject) {
  return { kind, document, language: SOURCE_LANGUAGE };
}

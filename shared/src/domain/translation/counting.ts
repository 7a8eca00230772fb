/** How much there is to do in a language, by counting how its segments stand. */
import type { IsSame } from './minor.ts';
import type { SegmentRecord } from './record.ts';
import { standingOf } from './standing.ts';

/** What of a segment is needed for counting: small enough to be kept for every edition. */
export type SegmentHead = { readonly key: string; readonly hash: string; readonly words: number };

/** Each segment is counted once. */
export type Count = {
  readonly untranslated: number;
  readonly draft: number;
  readonly translated: number;
  readonly reviewed: number;
  readonly behind: number;
  /** Of those that are behind: what waits for a second person. */
  readonly behindToReview: number;
  /** English words that somebody has to translate. What waits for a second person is none of them. */
  readonly words: number;
};

export function countIn(
  heads: readonly SegmentHead[],
  records: ReadonlyMap<string, SegmentRecord>,
  isSame: IsSame,
): Count {
  const count = { untranslated: 0, draft: 0, translated: 0, reviewed: 0, behind: 0 };
  let [behindToReview, words] = [0, 0];
  for (const head of heads) {
    const standing = standingOf(head, records.get(head.key) ?? null, isSame);
    count[standing.is] += 1;
    const isDone = standing.is === 'translated' || standing.is === 'reviewed';
    const waits = standing.is === 'behind' && standing.work === 'translated';
    if (waits) behindToReview += 1;
    if (!isDone && !waits) words += head.words;
  }
  return { ...count, behindToReview, words };
}

/** Where nobody has begun. */
export function nothingIn({
  segments,
  words,
}: {
  readonly segments: number;
  readonly words: number;
}): Count {
  const none = { draft: 0, translated: 0, reviewed: 0, behind: 0, behindToReview: 0 };
  return { ...none, untranslated: segments, words };
}

/** Whether nothing is left to do but to release it. */
export function isFinished({ behind, draft, translated, untranslated }: Count): boolean {
  return untranslated + draft + translated + behind === 0;
}

export function wordsIn(heads: readonly SegmentHead[]): number {
  return heads.reduce((sum, { words }) => sum + words, 0);
}

/** What translators would have to do if this were the English: segments that no reviewed translation stands for. */
export function costIn(
  heads: readonly SegmentHead[],
  records: ReadonlyMap<string, SegmentRecord>,
  isSame: IsSame,
): { readonly segments: number; readonly words: number } {
  const missing = heads.filter((head) => {
    const standing = standingOf(head, records.get(head.key) ?? null, isSame);
    const isTranslated =
      standing.is === 'reviewed' || ('current' in standing && standing.current !== null);
    return !isTranslated;
  });
  return { segments: missing.length, words: wordsIn(missing) };
}

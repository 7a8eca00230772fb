/** What an act on segments adds to the translation memory. */
import type { Pair, SegmentRecord } from '@charterpress/shared/domain/translation/record.ts';
import type { Segment } from '@charterpress/shared/domain/translation/segment.ts';
import type { Within } from '../../transaction.ts';
import type { Translation } from '../records.ts';
import { rememberAll } from './remember.ts';

type Acted = {
  readonly of: Translation;
  /** Of the English, in the order of reading. */
  readonly segments: readonly Segment[];
  readonly before: ReadonlyMap<string, SegmentRecord>;
  readonly after: ReadonlyMap<string, SegmentRecord>;
};

/** In the transaction of the act: every translation that two people stood up for in it. */
export async function rememberReviewed(req: Within, acted: Acted): Promise<void> {
  const { after, before, of, segments } = acted;
  const reviewed = [...after].flatMap(([key, record]) => {
    const [pair] = record.pairs;
    if (pair === undefined || isKnown(pair, before.get(key))) return [];
    return [{ ...of, key, pair, ...neighbours(segments, key) }];
  });
  await rememberAll(req, of.language, reviewed);
}

function isKnown(pair: Pair, before: SegmentRecord | undefined): boolean {
  const last = before?.pairs[0];
  return last !== undefined && last.reviewedAt === pair.reviewedAt && last.target === pair.target;
}

/** The hashes of the segments around one; `null` at either end. */
export function neighbours(
  segments: readonly Segment[],
  key: string,
): { readonly previousHash: string | null; readonly nextHash: string | null } {
  const at = segments.findIndex((segment) => segment.key === key);
  const hashAt = (place: number) => segments[place]?.hash ?? null;
  return { previousHash: hashAt(at - 1), nextHash: hashAt(at + 1) };
}

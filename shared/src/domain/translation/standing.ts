/** How one segment stands in one language, by comparing what is kept with the English of this moment. Never stored. */

import type { IsSame } from './minor.ts';
import type { Pair, SegmentRecord, Work } from './record.ts';
import type { Segment } from './segment.ts';

export type Standing =
  | { readonly is: 'untranslated' }
  /** `current` is what a release would show meanwhile. `sourceMoved`: it was begun from another English. */
  | { readonly is: 'draft'; readonly current: Pair | null; readonly sourceMoved: boolean }
  /** Waits for a second person. */
  | { readonly is: 'translated'; readonly current: Pair | null }
  | { readonly is: 'reviewed'; readonly pair: Pair }
  /** There is a translation, of an English that is no more. */
  | { readonly is: 'behind'; readonly was: Pair; readonly work: 'none' | 'draft' | 'translated' };

export function standingOf(
  segment: Pick<Segment, 'key' | 'hash'>,
  record: SegmentRecord | null,
  isSame: IsSame,
): Standing {
  if (record === null) return { is: 'untranslated' };
  const { pairs, work } = record;
  const current = currentPair(segment, pairs, isSame);
  const [was] = pairs;
  if (current === null && was !== undefined) {
    return { is: 'behind', was, work: stateOf(segment, work, isSame) };
  }
  if (work !== null) return underWay(segment, { work, current, isSame });
  return current === null ? { is: 'untranslated' } : { is: 'reviewed', pair: current };
}

/** The newest reviewed translation of the segment's English; `null` when there is none. */
export function currentPair(
  { hash, key }: Pick<Segment, 'key' | 'hash'>,
  pairs: readonly Pair[],
  isSame: IsSame,
): Pair | null {
  const exact = pairs.find((pair) => pair.hash === hash);
  return exact ?? pairs.find((pair) => isSame({ key, from: pair.hash, to: hash })) ?? null;
}

type UnderWay = { readonly work: Work; readonly current: Pair | null; readonly isSame: IsSame };

function underWay(
  segment: Pick<Segment, 'key' | 'hash'>,
  { current, isSame, work }: UnderWay,
): Standing {
  const sourceMoved = !isSame({ key: segment.key, from: work.hash, to: segment.hash });
  if (work.state === 'translated' && !sourceMoved) return { is: 'translated', current };
  return { is: 'draft', current, sourceMoved };
}

/** Work on another English has to be gone over again, however far it was. */
function stateOf(
  { hash, key }: Pick<Segment, 'key' | 'hash'>,
  work: Work | null,
  isSame: IsSame,
): 'none' | 'draft' | 'translated' {
  if (work === null) return 'none';
  return work.state === 'translated' && isSame({ key, from: work.hash, to: hash })
    ? 'translated'
    : 'draft';
}

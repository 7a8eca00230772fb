/** How much of what readers have in English they have in another language, weighed by what matters most to them. */
import { type Count, isFinished } from './counting.ts';

/**
 * What readers of a language have of a document. `unsafe`: the old translation is not shown, for the English changed for
 * safety; `to-release`: it is finished, and readers do not have it yet.
 */
export const cellStates = ['current', 'behind', 'unsafe', 'to-release', 'begun', 'none'] as const;
export type CellState = (typeof cellStates)[number];

/** English editions by their numbers. */
export type Standpoint = {
  readonly count: Count;
  /** The newest that changed more than little; 0 for none. */
  readonly changed: number;
  /** The newest that was about safety; 0 for none. */
  readonly safety: number;
  /** The one that readers have a translation of; `null` when they have none. */
  readonly madeFrom: number | null;
};

export function cellStateOf(standpoint: Standpoint): CellState {
  const { changed, count, madeFrom, safety } = standpoint;
  if (waitsForRelease(standpoint)) return 'to-release';
  if (madeFrom === null) return isBegun(count) ? 'begun' : 'none';
  // What changed under the name of a minor change shows in the count alone.
  if (madeFrom >= changed) return count.behind === 0 ? 'current' : 'behind';
  return madeFrom < safety ? 'unsafe' : 'behind';
}

/** Whether a release would give readers something that they do not have. */
export function waitsForRelease({
  changed,
  count,
  madeFrom,
}: Pick<Standpoint, 'changed' | 'count' | 'madeFrom'>): boolean {
  return isFinished(count) && (madeFrom ?? 0) < changed;
}

function isBegun({ behind, draft, reviewed, translated }: Count): boolean {
  return behind + draft + reviewed + translated > 0;
}

/** Of a hundred: by English words and weight, how much of these is current. Never rounded up to all. */
export function coveredPart(
  documents: readonly {
    readonly priority: number;
    readonly words: number;
    readonly state: CellState;
  }[],
): number {
  const weight = (of: typeof documents) =>
    of.reduce((sum, { priority, words }) => sum + priority * words, 0);
  const all = weight(documents);
  const current = weight(documents.filter(({ state }) => state === 'current'));
  return all === 0 ? 0 : Math.floor((100 * current) / all);
}

/** What is kept of one segment in one language: the work under way, and every translation that two people stood up for. */

/** Where a translation came from. */
export const origins = ['person', 'memory', 'agency', 'machine'] as const;
export type Origin = (typeof origins)[number];

/** A check that somebody decided does not matter here. */
export type Waiver = {
  readonly rule: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
};

/** What nobody has reviewed. People stand in it by their e-mail addresses, moments are ISO 8601 in UTC. */
export type Work = {
  /** The English that was translated, and its hash. */
  readonly source: string;
  readonly hash: string;
  readonly target: string;
  readonly state: 'draft' | 'translated';
  readonly by: string;
  readonly at: string;
  readonly origin: Origin;
  readonly waived: readonly Waiver[];
  /** Who of the two people that a machine's translation needs has compared it with the English; else `null`. */
  readonly seenBy: string | null;
};

/** A translation that may be shown for exactly this English. Never changed, never deleted but by removal. */
export type Pair = {
  readonly source: string;
  readonly hash: string;
  readonly target: string;
  readonly translatedBy: string;
  readonly translatedAt: string;
  readonly reviewedBy: string;
  readonly reviewedAt: string;
  readonly origin: Origin;
  readonly waived: readonly Waiver[];
};

export type SegmentRecord = {
  readonly key: string;
  /** 1, 2, ... with every act. 0 stands for a segment of which nothing is kept yet. */
  readonly revision: number;
  readonly work: Work | null;
  /** Newest first. */
  readonly pairs: readonly Pair[];
  /** Why a reviewer gave it back, until it is handed in again. */
  readonly returned: { readonly by: string; readonly at: string; readonly why: string } | null;
};

export function newRecord(key: string): SegmentRecord {
  return { key, revision: 0, work: null, pairs: [], returned: null };
}

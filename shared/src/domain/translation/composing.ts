/** Which English a language can be composed from, and what it says then. Drafts are not among what is looked at. */
import type { ContentOfKind, Kind } from '../kinds.ts';
import type { Keys } from './keys.ts';
import type { IsSame } from './minor.ts';
import type { Pair, SegmentRecord } from './record.ts';
import type { Segment } from './segment.ts';
import { changeNoteSegment, composeSegments, segmentsOf } from './segments.ts';
import { currentPair } from './standing.ts';

/** An English edition that may be translated. */
export type English<K extends Kind = Kind> = {
  readonly number: number;
  /** The note of the newest change that is not minor: see `noteAt`. */
  readonly changeNote: string | null;
  readonly content: ContentOfKind<K>;
  readonly keys: Keys;
  /** By the English up to this edition. */
  readonly isSame: IsSame;
};

export type Records = ReadonlyMap<string, SegmentRecord>;

export type Composable<K extends Kind = Kind> =
  | {
      readonly ok: true;
      readonly number: number;
      readonly content: ContentOfKind<K>;
      /** By key: what it was composed of. */
      readonly targets: ReadonlyMap<string, string>;
      /** What the English says that it changed, in the language. */
      readonly changeNote: string | null;
      /** Every translation that is in it. */
      readonly pairs: readonly Pair[];
    }
  /** The keys of the newest edition without a reviewed translation. */
  | { readonly ok: false; readonly missing: readonly string[] };

/** Composes from the newest English edition of which every segment has a reviewed translation. */
export function newestComposable<K extends Kind>(
  kind: K,
  english: readonly English<K>[],
  records: Records,
): Composable<K> {
  for (const edition of english) {
    const composed = composedFrom(kind, edition, records);
    if (composed.ok) return composed;
  }
  const [newest] = english;
  if (newest === undefined) return { ok: false, missing: [] };
  return composedFrom(kind, newest, records);
}

/** Composes from this English edition alone. */
export function composedFrom<K extends Kind>(
  kind: K,
  edition: English<K>,
  records: Records,
): Composable<K> {
  const segments = everySegmentOf(kind, edition);
  const pairs = new Map(segments.flatMap((segment) => pairFor(segment, edition, records)));
  const missing = segments.filter(({ key }) => !pairs.has(key)).map(({ key }) => key);
  if (missing.length > 0) return { ok: false, missing };
  const { keys, number } = edition;
  const targets = new Map([...pairs].map(([key, { target }]) => [key, target]));
  const composed = composeSegments(kind, edition.content, keys, targets);
  if (!composed.ok) return { ok: false, missing: composed.problems.flatMap(segmentNamed) };
  const changeNote = targets.get('change-note') ?? null;
  const content = composed.value;
  return { ok: true, number, content, targets, changeNote, pairs: [...pairs.values()] };
}

/** The segments of an edition with what it says that it changed: that comes last. */
export function everySegmentOf<K extends Kind>(
  kind: K,
  { changeNote, content, keys }: Pick<English<K>, 'changeNote' | 'content' | 'keys'>,
): readonly Segment[] {
  const note = changeNoteSegment(changeNote);
  const segments = segmentsOf(kind, content, keys);
  return note === null ? segments : [...segments, note];
}

function pairFor(
  segment: Segment,
  { isSame }: Pick<English, 'isSame'>,
  records: Records,
): readonly (readonly [string, Pair])[] {
  const pair = currentPair(segment, records.get(segment.key)?.pairs ?? [], isSame);
  return pair === null ? [] : [[segment.key, pair]];
}

function segmentNamed(problem: object): readonly string[] {
  return 'segment' in problem ? [String(problem.segment)] : [];
}

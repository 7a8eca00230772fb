/**
 * What would come of taking in a file of translations, unit by unit, against the English and the translations of this
 * moment. The file is believed in one thing: the words that somebody wrote. Where they belong, and whether the English
 * still says what was translated, is asked of what we keep.
 */
import { hiddenCharacterIn } from '../../hidden.ts';
import { codeProblems, inOneForm } from '../codes.ts';
import type { IsSame } from '../minor.ts';
import type { SegmentRecord } from '../record.ts';
import type { Segment } from '../segment.ts';
import { type Standing, standingOf } from '../standing.ts';
import {
  fingerprintOf,
  type Incoming,
  type IncomingUnit,
  type OutgoingUnit,
  type UnitState,
} from './transfer.ts';

/** The English and the translation as they are. */
export type Present = {
  readonly segments: readonly Segment[];
  readonly records: ReadonlyMap<string, SegmentRecord>;
  readonly isSame: IsSame;
  /** A segment of an English before this one; `null` where nobody can say any more what it said. */
  readonly earlier: (unit: { readonly key: string; readonly hash: string }) => Segment | null;
};

/** Why a unit is not taken. */
export type UnitRefusal =
  /** No such segment: its paragraph is gone, or the id is none of ours. */
  | 'unknown'
  /** The file lost the fingerprint of the English, so nobody can say what was translated. */
  | 'no-fingerprint'
  /** It was made from an English so long ago that it is not compared any more. */
  | 'too-old'
  | 'split'
  | 'foreign-code'
  | 'codes'
  | 'hidden-character'
  /** There was a translation, and the file empties it. */
  | 'empty'
  /** Somebody worked on it here after the file was made. */
  | 'changed-here';

export type UnitReport = {
  readonly key: string;
  readonly notes: readonly string[];
} & (
  | { readonly is: 'unchanged' }
  /** `revision`: of what it takes the place of. */
  | {
      readonly is: 'accepted';
      readonly target: string;
      readonly before: string | null;
      readonly revision: number;
    }
  /** The English moved on after the file was made. `made`: the English that was translated, as we kept it. */
  | {
      readonly is: 'behind';
      readonly target: string;
      readonly made: Segment;
      readonly revision: number;
    }
  | { readonly is: 'refused'; readonly why: UnitRefusal; readonly target: string | null }
);

/** In the order of the file. */
export function reportOn(file: Pick<Incoming, 'units'>, present: Present): readonly UnitReport[] {
  const segments = new Map(present.segments.map((segment) => [segment.key, segment]));
  return file.units.map((unit) => ({
    key: unit.key,
    notes: unit.notes,
    ...outcomeOf(unit, segments.get(unit.key), present),
  }));
}

/** What of a segment's translation a file shows: the newest words, and how far they are. */
export function shownOf(
  segment: Segment,
  record: SegmentRecord | null,
  isSame: IsSame,
): Pick<OutgoingUnit, 'target' | 'state' | 'revision'> {
  const standing = standingOf(segment, record, isSame);
  const revision = record?.revision ?? 0;
  if (standing.is === 'reviewed') {
    return { revision, state: 'reviewed', target: standing.pair.target };
  }
  const work = record?.work ?? null;
  if (standing.is === 'behind' && work === null) {
    return { revision, state: 'behind', target: standing.was.target };
  }
  return { revision, target: work?.target || null, state: stateOf(standing, work !== null) };
}

type Outcome = UnitReport extends infer R
  ? R extends UnitReport
    ? Omit<R, 'key' | 'notes'>
    : never
  : never;
type Shown = ReturnType<typeof shownOf>;

function stateOf(standing: Standing, hasWork: boolean): UnitState {
  const isTranslated =
    standing.is === 'translated' || (standing.is === 'behind' && standing.work === 'translated');
  if (isTranslated) return 'translated';
  return hasWork ? 'draft' : 'untranslated';
}

function outcomeOf(unit: IncomingUnit, segment: Segment | undefined, present: Present): Outcome {
  if (segment === undefined) return refused('unknown', wordsOf(unit));
  const shown = shownOf(segment, present.records.get(segment.key) ?? null, present.isSame);
  const { target } = unit;
  if (target.is === 'unreadable') {
    return refused(target.why === 'broken-code' ? 'codes' : target.why, null);
  }
  if (target.is === 'nothing' || target.text.trim() === '') return emptied(unit, shown);
  return isUntouched(unit, target.text, shown)
    ? { is: 'unchanged' }
    : placed(unit, target.text, { segment, shown, present });
}

function placed(
  { hash, key, revision }: IncomingUnit,
  target: string,
  { present, segment, shown }: { segment: Segment; shown: Shown; present: Present },
): Outcome {
  if (hash === null) return refused('no-fingerprint', target);
  if (revision !== shown.revision) return refused('changed-here', target);
  if (hiddenCharacterIn(target) !== null) return refused('hidden-character', target);
  if (!present.isSame({ key, from: hash, to: segment.hash })) {
    const made = present.earlier({ key, hash });
    return made === null ? refused('too-old', target) : { is: 'behind', target, made, revision };
  }
  if (codeProblems(segment, target).length > 0) return refused('codes', target);
  return { is: 'accepted', target, before: shown.target, revision };
}

/** As it left, or as it is here by now. A draft that somebody calls done is neither. */
function isUntouched({ isDone, wrote }: IncomingUnit, target: string, shown: Shown): boolean {
  if (target === inOneForm(shown.target ?? '')) return !(shown.state === 'draft' && isDone);
  return wrote !== null && fingerprintOf(target) === wrote;
}

/** A file may not take away what is there; what never left in it, nobody emptied. */
function emptied(unit: IncomingUnit, shown: Shown): Outcome {
  const left = unit.wrote !== null && shown.target !== null;
  return left && unit.revision === shown.revision ? refused('empty', null) : { is: 'unchanged' };
}

function refused(why: UnitRefusal, target: string | null): Outcome {
  return { is: 'refused', why, target };
}

function wordsOf({ target }: IncomingUnit): string | null {
  return target.is === 'text' ? target.text : null;
}

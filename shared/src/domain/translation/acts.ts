/**
 * What people do with a segment: the record afterwards, or why not. An act that would change nothing answers the very
 * record it was given, so that nothing need be written. Who may act at all is in `steps.ts`.
 */
import { codeProblems, inOneForm, plainOf } from './codes.ts';
import type { IsSame } from './minor.ts';
import {
  newRecord,
  type Origin,
  type Pair,
  type SegmentRecord,
  type Waiver,
  type Work,
} from './record.ts';
import type { Segment } from './segment.ts';

/** What an act is about. `revision` and `hash` are those that the person was looking at. */
export type About = {
  readonly segment: Segment;
  readonly record: SegmentRecord | null;
  readonly isSame: IsSame;
  readonly revision: number;
  readonly hash: string;
};

/** Who acts, by e-mail address (or by name, for somebody without an account), and when: ISO 8601 in UTC. */
export type Actor = { readonly by: string; readonly at: string };

export type ActRefusal =
  /** Somebody else, or the same person elsewhere, changed it meanwhile. */
  | 'stale'
  /** The English is another than the person saw, or than the work was made from. */
  | 'source-moved'
  /** It needs somebody else. */
  | 'same-person'
  /** Checks or codes stand in the way. */
  | 'errors'
  /** There is nothing to act upon. */
  | 'nothing'
  /** It wants a reason. */
  | 'reason-missing';

export type Acted =
  | { readonly ok: true; readonly record: SegmentRecord }
  | { readonly ok: false; readonly refused: ActRefusal };

export type Saved = {
  readonly target: string;
  readonly state: Work['state'];
  /** Left out where a person types: what a machine or an agency began stays theirs, whoever mends it. */
  readonly origin?: Origin;
};

/** Keeps a target. An empty one is no work. What is handed in has words and whole codes. */
export function save(about: About, said: Saved, actor: Actor): Acted {
  return current(about, (record) => {
    const { segment } = about;
    const text = inOneForm(said.target);
    if (isBlank(text)) return said.state === 'draft' ? emptied(record) : refused('nothing');
    if (said.state === 'translated' && codeProblems(segment, text).length > 0)
      return refused('errors');
    return kept(about, { ...said, target: text }, actor);
  });
}

/**
 * Keeps what was translated of an English that moved on meanwhile, as a draft beside that English: somebody has to go over
 * it before it is handed in. `made` is what was translated, from our own editions.
 */
export function keepEarlier(
  about: About,
  said: { readonly target: string; readonly origin: Origin; readonly made: Segment },
  actor: Actor,
): Acted {
  return current(about, (record) => {
    const target = inOneForm(said.target);
    if (isBlank(target)) return refused('nothing');
    const { hash, text: source } = said.made;
    const { origin } = said;
    const work: Work = { source, hash, target, origin, state: 'draft', ...nobodyYet, ...actor };
    return next(record, { work });
  });
}

const nobodyYet = { waived: [], seenBy: null } as const;

/** Hands in the draft that there is. */
export function markTranslated(about: About, actor: Actor): Acted {
  const work = about.record?.work;
  if (!work) return refused('nothing');
  return save(about, { target: work.target, state: 'translated' }, actor);
}

/**
 * A second person stands up for a translation. `inTheWay` is what the checks still find. What a machine made needs two
 * people who compare it: the first is noted, and the second makes it a pair.
 */
export function review(
  about: About,
  { inTheWay }: { readonly inTheWay: readonly unknown[] },
  actor: Actor,
): Acted {
  return handedIn(about, (record, work) => {
    if (inTheWay.length > 0 || codeProblems(about.segment, work.target).length > 0) {
      return refused('errors');
    }
    const isUnread = work.origin === 'machine' && work.seenBy === null;
    if (isUnread) return next(record, { work: { ...work, seenBy: actor.by } });
    const translatedBy = work.seenBy ?? work.by;
    if (actor.by === translatedBy || (actor.by === work.by && work.origin !== 'machine')) {
      return refused('same-person');
    }
    return paired(record, pairFrom(work, { translatedBy, translatedAt: work.at }, actor));
  });
}

/** Gives a translation back to whoever made it. */
export function returnToTranslator(about: About, why: string, actor: Actor): Acted {
  return handedIn(about, (record, work) => {
    if (why.trim() === '') return refused('reason-missing');
    const draft: Work = { ...work, state: 'draft', seenBy: null };
    return next(record, { work: draft, returned: { ...actor, why: why.trim() } });
  });
}

/**
 * The English moved, and its translation is right all the same: a signed confirmation. By somebody other than who
 * translated it, it is a second person's word; by the translator, it waits for one.
 */
export function stillCorrect(
  about: About,
  { inTheWay }: { readonly inTheWay: readonly unknown[] },
  actor: Actor,
): Acted {
  return current(about, (record) => {
    const { isSame, segment } = about;
    const [was] = record.pairs;
    const stands = (pair: Pair) => isSame({ key: segment.key, from: pair.hash, to: segment.hash });
    if (was === undefined || record.pairs.some(stands)) return refused('nothing');
    if (inTheWay.length > 0 || codeProblems(segment, was.target).length > 0) {
      return refused('errors');
    }
    const { text: source, hash } = segment;
    if (actor.by !== was.translatedBy) {
      const signed = { ...was, source, hash, reviewedBy: actor.by, reviewedAt: actor.at };
      return paired(record, signed);
    }
    const { origin, target, waived } = was;
    const seenBy = origin === 'machine' ? actor.by : null;
    const work: Work = {
      ...{ source, hash, target, origin, waived, seenBy },
      ...{ state: 'translated', ...actor },
    };
    return next(record, { work, returned: null });
  });
}

/** Says why a check does not matter here: for this target, until it changes. */
export function waive(
  about: About,
  { reason, rule }: Pick<Waiver, 'rule' | 'reason'>,
  actor: Actor,
): Acted {
  return current(about, (record) => {
    const { work } = record;
    if (work === null) return refused('nothing');
    if (reason.trim() === '') return refused('reason-missing');
    const others = work.waived.filter((waiver) => waiver.rule !== rule);
    const waiver: Waiver = { rule, reason: reason.trim(), ...actor };
    return next(record, { work: { ...work, waived: [...others, waiver] } });
  });
}

/** What the person saw has to be what there is. */
function current(about: About, act: (record: SegmentRecord) => Acted): Acted {
  const record = about.record ?? newRecord(about.segment.key);
  if (about.revision !== record.revision) return refused('stale');
  if (about.hash !== about.segment.hash) return refused('source-moved');
  return act(record);
}

function handedIn(about: About, act: (record: SegmentRecord, work: Work) => Acted): Acted {
  return current(about, (record) => {
    const { work } = record;
    if (work?.state !== 'translated') return refused('nothing');
    const { hash: to, key } = about.segment;
    return about.isSame({ key, from: work.hash, to }) ? act(record, work) : refused('source-moved');
  });
}

function kept({ record: before, segment }: About, said: Saved, actor: Actor): Acted {
  const record = before ?? newRecord(segment.key);
  const { work } = record;
  const { hash, text: source } = segment;
  const { state, target } = said;
  const isAsKept = target === work?.target && hash === work.hash;
  if (isAsKept && state === work.state) return { ok: true, record };
  const origin = said.origin ?? work?.origin ?? 'person';
  const isRead = origin === 'machine' && said.origin === undefined && state === 'translated';
  const fresh: Work = {
    ...{ source, hash, target, state, origin, ...actor },
    waived: isAsKept ? work.waived : [],
    seenBy: isRead ? actor.by : null,
  };
  return next(record, { work: fresh, returned: state === 'translated' ? null : record.returned });
}

function emptied(record: SegmentRecord): Acted {
  return record.work === null ? { ok: true, record } : next(record, { work: null });
}

function pairFrom(
  { hash, origin, source, target, waived }: Work,
  translated: Pick<Pair, 'translatedBy' | 'translatedAt'>,
  { at, by }: Actor,
): Pair {
  return { source, hash, target, origin, waived, ...translated, reviewedBy: by, reviewedAt: at };
}

function paired(record: SegmentRecord, pair: Pair): Acted {
  return next(record, { work: null, returned: null, pairs: [pair, ...record.pairs] });
}

function next(record: SegmentRecord, change: Partial<SegmentRecord>): Acted {
  return { ok: true, record: { ...record, ...change, revision: record.revision + 1 } };
}

function refused(why: ActRefusal): Acted {
  return { ok: false, refused: why };
}

function isBlank(text: string): boolean {
  return plainOf(text).trim() === '';
}

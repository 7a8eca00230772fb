/**
 * What people do with segments: one function for every door, over a screen, a file or the sample content. It asks the
 * domain, and keeps segments, count, audit and mail together or not at all.
 */
import { digestOf } from '@charterpress/shared/domain/digest.ts';
import {
  type About,
  type ActRefusal,
  type Acted as Decided,
  keepEarlier,
  returnToTranslator,
  review,
  type Saved,
  save,
  stillCorrect,
  waive,
} from '@charterpress/shared/domain/translation/acts.ts';
import { type Finding, inTheWay } from '@charterpress/shared/domain/translation/checks/finding.ts';
import type { IsSame } from '@charterpress/shared/domain/translation/minor.ts';
import type { Origin, SegmentRecord } from '@charterpress/shared/domain/translation/record.ts';
import type { Segment } from '@charterpress/shared/domain/translation/segment.ts';
import { type Standing, standingOf } from '@charterpress/shared/domain/translation/standing.ts';
import type { TranslationAct } from '@charterpress/shared/domain/translation/steps.ts';
import type { PayloadRequest } from 'payload';
import { inLedger, type Ledger, withoutQueue } from '../publishing/ledger.ts';
import { type Checking, checkingOf, findingsIn } from './checking.ts';
import { englishToTranslate } from './coming.ts';
import type { CutEnglish } from './english.ts';
import { rememberReviewed } from './memory/reviewed.ts';
import { keepRecords, recordsOf, type Translation } from './records.ts';
import { samenessOf } from './sameness.ts';
import { recountLanguage } from './tallies.ts';
import { tellOfActs } from './telling.ts';
import { mayHere } from './who.ts';

type Seen = { readonly key: string; readonly revision: number; readonly hash: string };
type SeenAnyhow = Omit<Seen, 'hash'>;

type Earlier = { readonly origin: Origin; readonly made: Segment };

/** `revision` and `hash` are those that the person was looking at. */
export type SegmentAct =
  | (Seen & Saved & { readonly act: 'save' })
  /** Of an earlier English, which `made` is. */
  | (Seen & Pick<Saved, 'target'> & { readonly act: 'keep-earlier' } & Earlier)
  | (Seen & { readonly act: 'still-correct' })
  | (Seen & { readonly act: 'review' })
  | (SeenAnyhow & { readonly act: 'return'; readonly why: string })
  | (SeenAnyhow & { readonly act: 'waive'; readonly rule: string; readonly reason: string });

export type Shown = {
  readonly record: SegmentRecord | null;
  readonly standing: Standing;
  readonly findings: readonly Finding[];
};

/** What became of one act, in the order in which they were asked for. */
export type Done =
  | ({ readonly ok: true } & Shown)
  | ({ readonly ok: false; readonly refused: ActRefusal } & Shown)
  /** The English has no such segment any more. */
  | { readonly ok: false; readonly refused: 'unknown' };

export type AllDone =
  | { readonly ok: true; readonly done: readonly Done[] }
  | { readonly ok: false; readonly refused: 'role' | 'unknown' };

/** What an act needs of the table of the workbench. */
export const needs: Readonly<Record<SegmentAct['act'], TranslationAct>> = {
  save: 'translate',
  'keep-earlier': 'translate',
  'still-correct': 'translate',
  review: 'review',
  return: 'return',
  waive: 'waive',
};

export type Signing = {
  /**
   * For what stands in no account: a program, or a reader whose word somebody with an account keys in. By the act, where
   * a program does at once what two people answer for.
   */
  readonly signedBy?: string | ((act: SegmentAct) => string);
  /** Whoever calls has asked whether this person may. */
  readonly isAllowed?: true;
  /** What is translated, where whoever calls has just read it. */
  readonly english?: CutEnglish;
  /** What belongs to it, in the same transaction. */
  readonly also?: (ledger: Ledger, done: readonly Done[]) => Promise<void>;
};

/** Does as many of these as can be done. */
export async function actOnSegments(
  req: PayloadRequest,
  of: Translation,
  acts: readonly SegmentAct[],
  { also, english: read, isAllowed, signedBy }: Signing = {},
): Promise<AllDone> {
  const isProgram = req.user == null && signedBy !== undefined;
  const mayAll = acts.every(({ act }) => mayHere(req, needs[act], of.language));
  if (!isProgram && !isAllowed && !mayAll) return { ok: false, refused: 'role' };
  const english = read ?? (await englishToTranslate(req, of));
  if (english === null) return { ok: false, refused: 'unknown' };
  const by = signerOf(signedBy ?? String(req.user?.email));
  const isHeard = also !== undefined || acts.some(({ act }) => isSigned(act));
  const perform = async (ledger: Ledger) => {
    const done = await actInLedger(ledger, { of, acts, by, english });
    await also?.(ledger, done);
    return done;
  };
  const done = await (isHeard
    ? inLedger(req.payload, perform)
    : withoutQueue(req.payload, perform));
  return { ok: true, done };
}

function signerOf(by: NonNullable<Signing['signedBy']>): (act: SegmentAct) => string {
  return typeof by === 'string' ? () => by : by;
}

/** What can change what readers get, and what concerns somebody else: all but typing. */
function isSigned(act: SegmentAct['act']): boolean {
  return act !== 'save' && act !== 'keep-earlier';
}

type Asked = {
  readonly of: Translation;
  readonly acts: readonly SegmentAct[];
  readonly by: (act: SegmentAct) => string;
  readonly english: CutEnglish;
};

async function actInLedger(ledger: Ledger, asked: Asked): Promise<readonly Done[]> {
  const { acts, by, english, of } = asked;
  const touched = english.segments.filter(({ key }) => acts.some((act) => act.key === key));
  const records = new Map(
    await recordsOf(
      ledger.req,
      of,
      touched.map(({ key }) => key),
    ),
  );
  const before = new Map(records);
  const isSame = await samenessOf(ledger.req, of, english.edition.number);
  const check = await checkingOf(ledger.req, of, touched);
  const done = acts.map((act): Done => {
    const segment = touched.find(({ key }) => key === act.key);
    if (segment === undefined) return { ok: false, refused: 'unknown' };
    const record = records.get(act.key) ?? null;
    const seeing = { segment, isSame, check };
    const decided = decide(act, { ...seeing, record, actor: { by: by(act), at: ledger.at } });
    if (!decided.ok) return { ...decided, ...shown({ ...seeing, record }) };
    records.set(act.key, decided.record);
    return { ok: true, ...shown({ ...seeing, record: decided.record }) };
  });
  const changed = [...records.values()].filter((record) => before.get(record.key) !== record);
  if (changed.length === 0) return done;
  await keepRecords(ledger.req, of, changed);
  await rememberReviewed(ledger.req, { of, segments: english.segments, before, after: records });
  const tally = await recountLanguage(ledger.req, of, { english, isSame });
  await noteActs(ledger, asked, done);
  await tellOfActs(ledger, { ...asked, before, after: records, tally });
  return done;
}

type Seeing = { readonly segment: Segment; readonly isSame: IsSame; readonly check: Checking };
type WithRecord = Seeing & { readonly record: SegmentRecord | null };

export function shown({ check, isSame, record, segment }: WithRecord): Shown {
  return {
    record,
    standing: standingOf(segment, record, isSame),
    findings: findingsIn(check, segment, record),
  };
}

function decide(
  act: SegmentAct,
  { actor, check, isSame, record, segment }: WithRecord & { actor: { by: string; at: string } },
): Decided {
  const { revision } = act;
  const hash = 'hash' in act ? act.hash : segment.hash;
  const about: About = { segment, record, isSame, revision, hash };
  switch (act.act) {
    case 'save':
      return save(about, act, actor);
    case 'keep-earlier':
      return keepEarlier(about, act, actor);
    case 'review': {
      const { target = '', waived = [] } = record?.work ?? {};
      return review(about, { inTheWay: inTheWay(check(segment, target), waived) }, actor);
    }
    case 'still-correct': {
      const { target = '', waived = [] } = record?.pairs[0] ?? {};
      return stillCorrect(about, { inTheWay: inTheWay(check(segment, target), waived) }, actor);
    }
    case 'return':
      return returnToTranslator(about, act.why, actor);
    case 'waive':
      return waive(about, act, actor);
  }
}

const did = {
  'still-correct': 'confirmed segments as still correct',
  review: 'reviewed segments',
  return: 'returned segments',
  waive: 'waived checks of segments',
} as const;

/** One event for what one person did at once. It holds no texts: a digest of what was signed, and how much it was. */
async function noteActs(ledger: Ledger, asked: Asked, done: readonly Done[]): Promise<void> {
  const { acts, by, of } = asked;
  const people = [...new Set(acts.map(by))];
  const events = (Object.keys(did) as (keyof typeof did)[]).flatMap((name) =>
    people.map((person) => ({ name, person })),
  );
  for (const { name, person } of events) {
    const these = acts.flatMap((act, at) => {
      const each = done[at];
      return act.act === name && by(act) === person && each?.ok ? [signedIn(act, each)] : [];
    });
    if (these.length === 0) continue;
    const { document, kind, language } = of;
    await ledger.note({
      ...{ by: person, kind, document, language, did: did[name] },
      ...{ sequence: null, digest: digestOf(these), reason: String(these.length) },
    });
  }
}

function signedIn({ key }: SegmentAct, { record }: Shown): object {
  const signed = record?.work ?? record?.pairs[0];
  return { key, hash: signed?.hash ?? null, target: signed?.target ?? null };
}

/**
 * What a reader without an account wrote and signed on paper, keyed in by staff. The reader is the second person: who
 * translated it can neither be that reader nor key in the signature.
 */
import { digestOf } from '@charterpress/shared/domain/digest.ts';
import { isDay, londonDay } from '@charterpress/shared/domain/london-time.ts';
import {
  type LineOutcome,
  outcomesOf,
  sameName,
  signatureOf,
  type Waiting,
} from '@charterpress/shared/domain/translation/files/proof.ts';
import type { PayloadRequest } from 'payload';
import { namesOf } from '../../admin/people.ts';
import type { Ledger } from '../../publishing/ledger.ts';
import { outgoing } from '../exchange/outgoing.ts';
import { recordsOf, type Translation } from '../records.ts';
import { actOnSegments, type Done, type SegmentAct } from '../segments.ts';
import { type Printed, sheetBy } from './records.ts';

export type Keyed = {
  /** The number of the sheet, from the paper. */
  readonly sheet: string;
  readonly readBy: string;
  /** The day beside the signature, `2026-05-03`. */
  readonly when: string;
  readonly corrections: ReadonlyMap<string, string>;
};

export type NotKeyedIn =
  | { readonly refused: 'unknown' | 'unknownSheet' | 'ownWork' | 'day' }
  | { readonly refused: 'readerIsTranslator'; readonly who: string }
  | { readonly refused: 'unknownLine'; readonly found: string };

/** What came of one line of the sheet. */
export type LineDone = {
  readonly number: number;
  readonly key: string;
  readonly is: 'approved' | 'corrected' | 'left';
  /** Why nothing came of it. */
  readonly why: LineWhy | null;
};
export type LineWhy = Extract<LineOutcome, { is: 'left' }>['why'] | 'checks' | 'second';

export type KeyedIn =
  | { readonly ok: true; readonly lines: readonly LineDone[] }
  | ({ readonly ok: false } & NotKeyedIn);

/** Who may do so at all was asked before. */
export async function keyIn(req: PayloadRequest, of: Translation, keyed: Keyed): Promise<KeyedIn> {
  const sheet = await sheetBy(req, of, keyed.sheet);
  if (sheet === null) return { ok: false, refused: 'unknownSheet' };
  if (!isDayOfSignature(keyed.when, sheet)) return { ok: false, refused: 'day' };
  const stray = [...keyed.corrections.keys()].find((key) => !sheet.lines.some(isOf(key)));
  if (stray !== undefined) return { ok: false, refused: 'unknownLine', found: stray };
  const waiting = await waitingIn(req, of);
  if (waiting === null) return { ok: false, refused: 'unknown' };
  const outcomes = outcomesOf(sheet, waiting, keyed);
  const refusal = await samePerson(req, { keyed, outcomes, waiting });
  if (refusal !== null) return { ok: false, ...refusal };
  return sign(req, of, { keyed, outcomes, sheet });
}

const isOf = (key: string) => (line: { readonly key: string }) => line.key === key;

/** Nobody signs what was not printed yet, and nobody in the future. */
function isDayOfSignature(when: string, { at }: Printed): boolean {
  const today = londonDay(new Date().toISOString());
  return isDay(when) && when >= londonDay(at) && when <= today;
}

async function waitingIn(req: PayloadRequest, of: Translation): Promise<readonly Waiting[] | null> {
  const sent = await outgoing(req, of);
  if (sent === null) return null;
  const records = await recordsOf(req, of);
  return sent.file.units.map((unit) => ({
    ...unit,
    by: records.get(unit.segment.key)?.work?.by ?? null,
  }));
}

type Judging = {
  readonly keyed: Keyed;
  readonly outcomes: readonly LineOutcome[];
  readonly waiting: readonly Waiting[];
};

/** Of the lines that would be approved: whoever translated one is no second person for it. */
async function samePerson(
  req: PayloadRequest,
  { keyed, outcomes, waiting }: Judging,
): Promise<NotKeyedIn | null> {
  const approved = outcomes.filter(({ is }) => is === 'approve').map(({ line }) => line.key);
  const by = waiting.flatMap((one) =>
    one.by !== null && approved.includes(one.segment.key) ? [one.by] : [],
  );
  if (by.includes(String(req.user?.email))) return { refused: 'ownWork' };
  const name = await namesOf(req.payload, [...new Set(by)]);
  const who = by.find((email) =>
    [email, name(email)].some((known) => sameName(known, keyed.readBy)),
  );
  return who === undefined ? null : { refused: 'readerIsTranslator', who: name(who) };
}

type Signing = {
  readonly keyed: Keyed;
  readonly outcomes: readonly LineOutcome[];
  readonly sheet: Printed;
};

async function sign(
  req: PayloadRequest,
  of: Translation,
  { keyed, outcomes, sheet }: Signing,
): Promise<KeyedIn> {
  const keyedBy = String(req.user?.email);
  const signedBy = signatureOf(keyed, { keyedBy, when: keyed.when });
  const acts = outcomes.flatMap(actFor);
  const also = (ledger: Ledger, done: readonly Done[]) =>
    ledger.note({
      ...{ by: keyedBy, did: 'keyed in a proof sheet', sequence: null },
      ...{ kind: of.kind, document: of.document, language: of.language },
      digest: digestOf([sheet.lines, acts.map(({ act, key }) => [act, key])]),
      reason: `Sheet ${sheet.code}, read by ${keyed.readBy.trim()} on ${keyed.when}: ${done.filter(({ ok }) => ok).length} of ${sheet.lines.length}`,
    });
  const acted = await actOnSegments(req, of, acts, { signedBy, isAllowed: true, also });
  if (!acted.ok) return { ok: false, refused: 'unknown' };
  const byKey = new Map(acts.map(({ key }, at) => [key, acted.done[at]]));
  return { ok: true, lines: outcomes.map((outcome) => lineDone(outcome, byKey)) };
}

function actFor({ line, ...outcome }: LineOutcome): readonly SegmentAct[] {
  const { hash, key } = line;
  if (outcome.is === 'left') return [];
  const seen = { key, hash, revision: outcome.revision };
  if (outcome.is === 'approve') return [{ act: 'review', ...seen }];
  return [{ act: 'save', ...seen, target: outcome.target, state: 'translated', origin: 'person' }];
}

function lineDone(
  { line, ...outcome }: LineOutcome,
  byKey: ReadonlyMap<string, Done | undefined>,
): LineDone {
  const { key, number } = line;
  if (outcome.is === 'left') return { number, key, is: 'left', why: outcome.why };
  const done = byKey.get(key);
  if (!done?.ok) return { number, key, is: 'left', why: whyNot(done) };
  if (outcome.is === 'approve' && done.standing.is !== 'reviewed') {
    return { number, key, is: 'left', why: 'second' };
  }
  return { number, key, is: outcome.is === 'approve' ? 'approved' : 'corrected', why: null };
}

function whyNot(done: Done | undefined): LineWhy {
  return done !== undefined && !done.ok && done.refused === 'errors' ? 'checks' : 'changed';
}

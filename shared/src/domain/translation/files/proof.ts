/**
 * A translation on paper, for a reader who never signs in. What was printed is known by fingerprints, so that a signature
 * counts for the very words that stood on the paper, and for none that were changed since.
 */
import { digestOf } from '../../digest.ts';
import { fingerprintOf, type OutgoingUnit } from './transfer.ts';

export type Line = {
  /** As printed beside it: 1, 2 ... */
  readonly number: number;
  readonly key: string;
  /** Of the English that was printed. */
  readonly hash: string;
  /** Fingerprint of the translation that was printed; `null` where there was none. */
  readonly target: string | null;
};

/** The lines of a sheet, and by what they are known together. */
export type Sheet = { readonly code: string; readonly lines: readonly Line[] };

export function sheetOf(about: readonly unknown[], units: readonly OutgoingUnit[]): Sheet {
  const lines = units.map((unit, at) => ({
    number: at + 1,
    key: unit.segment.key,
    hash: unit.segment.hash,
    target: fingerprintOnPaper(unit),
  }));
  return { code: codeFrom(digestOf([about, lines])), lines };
}

/** What a sheet shows of a translation: what is handed in, for nobody signs what is not finished. */
export function onPaper({ state, target }: Pick<OutgoingUnit, 'state' | 'target'>): string | null {
  return state === 'translated' || state === 'reviewed' ? target : null;
}

/** What a reader wrote and signed, as somebody of the staff typed it. */
export type FromPaper = {
  readonly readBy: string;
  /** By the key of the segment. */
  readonly corrections: ReadonlyMap<string, string>;
};

export type LineOutcome = { readonly line: Line } & (
  | { readonly is: 'correct'; readonly target: string; readonly revision: number }
  | { readonly is: 'approve'; readonly revision: number }
  /** Nothing comes of it: its translation is not handed in, it was reviewed already, it changed, or the reader made it. */
  | { readonly is: 'left'; readonly why: 'unfinished' | 'reviewed' | 'changed' | 'own' }
);

/** A segment as it is when the paper comes back; `by`: who translated what waits for review. */
export type Waiting = Pick<OutgoingUnit, 'segment' | 'target' | 'state' | 'revision'> & {
  readonly by: string | null;
};

export function outcomesOf(
  sheet: Sheet,
  waiting: readonly Waiting[],
  paper: FromPaper,
): readonly LineOutcome[] {
  const byKey = new Map(waiting.map((one) => [one.segment.key, one]));
  return sheet.lines.map((line) => ({ line, ...outcomeOf(line, byKey.get(line.key), paper) }));
}

/** How a reader stands in the records, who has no account: never taken for an e-mail address. */
export function signatureOf(
  { readBy }: Pick<FromPaper, 'readBy'>,
  { keyedBy, when }: { readonly keyedBy: string; readonly when: string },
): string {
  return `${readBy.trim()}${ON_PAPER}${when}, keyed in by ${keyedBy})`;
}

/** Whether somebody in the records is this reader, whoever keyed in what they wrote. */
export function isReader(by: string, readBy: string): boolean {
  const [name = '', ...rest] = by.split(ON_PAPER);
  return rest.length > 0 && sameName(name, readBy);
}

/** As people tell names apart: letters of any size, and spaces however many. */
export function sameName(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

const ON_PAPER = ' (on paper, ';

type Outcome = LineOutcome extends infer O
  ? O extends LineOutcome
    ? Omit<O, 'line'>
    : never
  : never;

function outcomeOf(line: Line, now: Waiting | undefined, paper: FromPaper): Outcome {
  const isAsPrinted = now?.segment.hash === line.hash && fingerprintOnPaper(now) === line.target;
  if (now === undefined || !isAsPrinted) return { is: 'left', why: 'changed' };
  const { by, revision, state } = now;
  const correction = paper.corrections.get(line.key);
  if (correction !== undefined && fingerprintOf(correction) !== line.target) {
    return { is: 'correct', target: correction, revision };
  }
  if (line.target === null) return { is: 'left', why: 'unfinished' };
  if (state === 'reviewed') return { is: 'left', why: 'reviewed' };
  const isOwn = by !== null && isReader(by, paper.readBy);
  return isOwn ? { is: 'left', why: 'own' } : { is: 'approve', revision };
}

function fingerprintOnPaper(unit: Pick<OutgoingUnit, 'state' | 'target'>): string | null {
  const target = onPaper(unit);
  return target === null ? null : fingerprintOf(target);
}

/** Short enough to be typed from paper: `7F3A-09BC-2D11`. */
function codeFrom(digest: string): string {
  return (digest.slice(0, 12).toUpperCase().match(/.{4}/g) ?? []).join('-');
}

function plain(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Days and times of taking part that cannot be meant, each told at the field that can put it right. */
import { londonDay } from '../london-time.ts';

/** What is wrong with the order of two days. */
type OrderProblem =
  | 'closes-before-opens'
  | 'phase-overlaps'
  | 'reports-before-closing'
  | 'reported-before-closing'
  | 'event-ends-before-begins'
  | 'books-after-beginning'
  | 'answered-before-raised';

/** `day` is the other one of the two. */
export type OutOfOrder = {
  readonly field: string;
  readonly problem: OrderProblem;
  readonly day: string;
};

/** Content of a working copy as far as it is composed: what is missing or unreadable is `null`, and named elsewhere. */
type Values = Readonly<Record<string, unknown>>;

export function takingPartProblems(kind: string, content: Values): readonly OutOfOrder[] {
  if (kind === 'consultations') return consultationProblems(content);
  if (kind === 'events') return eventProblems(content);
  return kind === 'forums' ? forumProblems(content) : [];
}

function consultationProblems(consultation: Values): readonly OutOfOrder[] {
  const phases = rowsIn(consultation.phases);
  const last = phases
    .flatMap(({ closes }) => (isText(closes) ? [closes] : []))
    .sort()
    .at(-1);
  return [
    ...phases.flatMap((phase, at) => phaseProblems(phases, phase, at)),
    ...notBefore(consultation, 'reportsBy', last, 'reports-before-closing'),
    ...notBefore(consultation, 'reportedOn', last, 'reported-before-closing'),
  ];
}

function phaseProblems(
  phases: readonly Values[],
  phase: Values,
  at: number,
): readonly OutOfOrder[] {
  const { asks, closes, opens } = phase;
  if (!isText(opens) || !isText(closes)) return [];
  if (closes < opens) {
    return [order(`phases.${at}.closes`, 'closes-before-opens', opens)];
  }
  const other = phases
    .slice(0, at)
    .find((one) => one.asks === asks && isText(one.closes) && overlaps(one, opens, closes));
  const isSame = other !== undefined && isText(asks);
  return isSame ? [order(`phases.${at}.opens`, 'phase-overlaps', String(other.closes))] : [];
}

function overlaps(one: Values, opens: string, closes: string): boolean {
  return String(one.opens) <= closes && opens <= String(one.closes);
}

/** The last day people can answer is the first on which anybody can say what they answered. */
function notBefore(
  values: Values,
  field: string,
  last: string | undefined,
  problem: OrderProblem,
): readonly OutOfOrder[] {
  const day = values[field];
  return isText(day) && last !== undefined && day < last ? [order(field, problem, last)] : [];
}

function eventProblems({ begins, bookBy, ends }: Values): readonly OutOfOrder[] {
  if (!isText(begins)) return [];
  const isBackwards = isText(ends) && Date.parse(ends) <= Date.parse(begins);
  const isTooLate = isText(bookBy) && bookBy > londonDay(begins);
  return [
    ...(isBackwards ? [order('ends', 'event-ends-before-begins', londonDay(begins))] : []),
    ...(isTooLate ? [order('bookBy', 'books-after-beginning', londonDay(begins))] : []),
  ];
}

function forumProblems({ raised }: Values): readonly OutOfOrder[] {
  return rowsIn(raised).flatMap(({ answeredOn, on }, at) =>
    isText(on) && isText(answeredOn) && answeredOn < on
      ? [order(`raised.${at}.answeredOn`, 'answered-before-raised', on)]
      : [],
  );
}

function order(field: string, problem: OrderProblem, day: string): OutOfOrder {
  return { field, problem, day };
}

function rowsIn(value: unknown): readonly Values[] {
  return Array.isArray(value) ? (value as Values[]) : [];
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

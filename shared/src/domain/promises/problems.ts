/** What an action, an outcome and the wordings of a principle cannot say, each told at the field that can put it right. */
import type { Problem } from '../problem.ts';

export type PromiseProblem =
  | {
      readonly field: string;
      readonly problem: AboutADay;
      readonly day: string;
    }
  | {
      readonly field: string;
      readonly problem:
        | 'outcome-about-nothing'
        | 'done-without-day'
        | 'one-wording'
        | 'same-wording'
        | 'reported-without-outcomes';
    };

/** `day` is the other day: the one that the field does not fit. Of a report, its own. */
type AboutADay =
  | 'due-before-promised'
  | 'day-to-come'
  | 'until-before-from'
  | 'wordings-out-of-order'
  | 'report-changed'
  | 'report-moved'
  | 'report-taken-out';

type Values = Readonly<Record<string, unknown>>;

export function promiseProblems(kind: string, content: Values): readonly Problem[] {
  if (kind === 'actions') return actionProblems(content);
  if (kind === 'outcomes') return outcomeProblems(content);
  return kind === 'principles' ? wordingOrderProblems(content) : [];
}

/** What cannot be followed: due before it was promised. */
function actionProblems({ due, promisedOn }: Values): readonly Problem[] {
  if (typeof due !== 'string' || typeof promisedOn !== 'string' || promisedOn <= due) return [];
  return [{ field: 'due', problem: 'due-before-promised', day: promisedOn }];
}

/** An outcome stands on the pages it is about; one about nothing would stand nowhere. */
function outcomeProblems(outcome: Values): readonly Problem[] {
  const { answer, changedOn } = outcome;
  const isAbout = ['principles', 'pledges'].some((field) => isFilled(outcome[field]));
  const hasNoEnd = !isAbout && outcome.consultation === null;
  const isDone = answer === 'did' || answer === 'did-in-part';
  return [
    ...(hasNoEnd ? [{ field: 'pledges', problem: 'outcome-about-nothing' } as const] : []),
    ...(isDone && changedOn === null
      ? [{ field: 'changedOn', problem: 'done-without-day' } as const]
      : []),
    ...wordingProblems(outcome),
  ];
}

/** A comparison needs two wordings that are not the same. */
function wordingProblems({ after, before }: Values): readonly Problem[] {
  if (before === null && after === null) return [];
  if (before === null) return [{ field: 'before', problem: 'one-wording' }];
  if (after === null) return [{ field: 'after', problem: 'one-wording' }];
  return before === after ? [{ field: 'after', problem: 'same-wording' }] : [];
}

/** Earlier wordings of a principle are told oldest first, each until the day when the next took its place. */
function wordingOrderProblems({ earlier }: Values): readonly Problem[] {
  const rows = (Array.isArray(earlier) ? earlier : []) as readonly Values[];
  return rows.flatMap(({ from, until }, at): readonly Problem[] => {
    if (typeof until !== 'string') return [];
    if (typeof from === 'string' && from > until) {
      return [{ field: `earlier.${at}.until`, problem: 'until-before-from', day: from }];
    }
    const before = rows[at - 1]?.until;
    if (typeof before !== 'string' || before <= until) return [];
    return [{ field: `earlier.${at}.until`, problem: 'wordings-out-of-order', day: before }];
  });
}

/** What tells of something that happened cannot be dated to a day that is still to come. */
export function daysToCome(kind: string, content: Values, today: string): readonly Problem[] {
  if (kind === 'outcomes') return toCome('changedOn', content.changedOn, today);
  if (kind !== 'actions' || !Array.isArray(content.reports)) return [];
  const reports = content.reports as readonly Values[];
  return reports.flatMap(({ on }, at) => toCome(`reports.${at}.on`, on, today));
}

function toCome(field: string, day: unknown, today: string): readonly Problem[] {
  const isToCome = typeof day === 'string' && day > today;
  return isToCome ? [{ field, problem: 'day-to-come', day }] : [];
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}

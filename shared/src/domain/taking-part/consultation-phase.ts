/** How far a consultation has come, by its days in London and nothing else: nobody edits a page to close it. */
import { daysAfter } from '../london-time.ts';
import { lastReached, type Reached, type Turn } from './turns.ts';

/**
 * coming: nobody is asked yet. open: somebody is. between: one phase is over and the next has not begun. closed: all are
 * over, and nobody said when the answers come. reporting: they are promised by a day. late: that day is over.
 * reported: people were told what came of it.
 */
export const stages = [
  'coming',
  'open',
  'between',
  'closed',
  'reporting',
  'late',
  'reported',
] as const;
export type Stage = (typeof stages)[number];

/** Days are calendar days, `YYYY-MM-DD`, the closing day included. */
export type PhaseDays = { readonly opens: string; readonly closes: string };

export type ConsultationDays = {
  readonly phases: readonly PhaseDays[];
  readonly reportsBy: string | null;
  readonly reportedOn: string | null;
};

/** `closed-today` cannot be said: a phase that closes today is open until midnight. */
export type PhaseStage = 'coming' | 'open' | 'over';

export function phaseTurns({ closes, opens }: PhaseDays): readonly Turn<PhaseStage>[] {
  return [
    { from: null, is: 'coming' },
    { from: opens, is: 'open' },
    { from: daysAfter(closes, 1), is: 'over' },
  ];
}

/** In order; two that follow each other are never the same. */
export function consultationTurns(consultation: ConsultationDays): readonly Turn<Stage>[] {
  const { phases, reportedOn, reportsBy } = consultation;
  const days = [
    ...phases.flatMap(({ closes, opens }) => [opens, daysAfter(closes, 1)]),
    ...(reportsBy === null ? [] : [daysAfter(reportsBy, 1)]),
    ...(reportedOn === null ? [] : [reportedOn]),
  ];
  const turns: Turn<Stage>[] = [{ from: null, is: 'coming' }];
  for (const from of [...new Set(days)].sort()) {
    const is = stageOn(from, consultation);
    if (turns.at(-1)?.is !== is) turns.push({ from, is });
  }
  return turns;
}

export function stageOf(consultation: ConsultationDays, reached: Reached): Stage {
  return lastReached(consultationTurns(consultation), reached);
}

export function stageOn(day: string, { phases, reportedOn, reportsBy }: ConsultationDays): Stage {
  if (reportedOn !== null && reportedOn <= day) return 'reported';
  if (phases.some(({ closes, opens }) => opens <= day && day <= closes)) return 'open';
  const isBegun = phases.some(({ opens }) => opens <= day);
  if (phases.some(({ opens }) => opens > day)) return isBegun ? 'between' : 'coming';
  if (!isBegun) return 'coming';
  if (reportsBy === null) return 'closed';
  return day <= reportsBy ? 'reporting' : 'late';
}

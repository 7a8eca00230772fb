/** How far a consultation has come, by its days in London and nothing else: nobody edits a page to close it. */
import { daysAfter } from '../london-time.ts';
import { type Reached, type Standing, standing, type Turn } from './turns.ts';

/**
 * coming: nobody is asked yet. open: somebody is. between: one phase is over and the next has not begun. closed: all are
 * over, and nobody said when the answers come. reporting: they are promised by a day. late: that day is over.
 * reported: people were told what came of it.
 */
export type Stage = 'coming' | 'open' | 'between' | 'closed' | 'reporting' | 'late' | 'reported';

/** Days are calendar days, `YYYY-MM-DD`, the closing day included. */
type PhaseDays = { readonly opens: string; readonly closes: string };

export type ConsultationDays = {
  readonly phases: readonly PhaseDays[];
  readonly reportsBy: string | null;
  readonly reportedOn: string | null;
};

/** A phase that closes today is open until midnight. */
type PhaseStage = 'coming' | 'open' | 'over';

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

export function consultationStanding(
  consultation: ConsultationDays,
  reached: Reached,
): Standing<Stage> {
  return standing(consultationTurns(consultation), reached);
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

/** How long before its day staff are told of what happens by itself. */
const SOON_DAYS = 14;

type Due = {
  readonly what: 'opens' | 'closes' | 'answer' | 'answerLate';
  /** The first day of being open, or the last of what ends. */
  readonly day: string;
};

/** What happens within a fortnight without anybody doing anything, and an answer that people still wait for. */
export function dueSoon(consultation: ConsultationDays, today: string): readonly Due[] {
  const { reportsBy } = consultation;
  const isLate = stageOn(today, consultation) === 'late' && reportsBy !== null;
  const last = daysAfter(today, SOON_DAYS);
  const due = consultationTurns(consultation).flatMap(({ from, is }): readonly Due[] => {
    if (from === null || is === 'reported') return [];
    const day = is === 'open' ? from : daysAfter(from, -1);
    if (day < today || day > last || (is === 'open' && day === today)) return [];
    return [{ what: whatIs[is], day }];
  });
  return isLate ? [{ what: 'answerLate', day: reportsBy }, ...due] : due;
}

const whatIs = {
  open: 'opens',
  coming: 'closes',
  between: 'closes',
  closed: 'closes',
  reporting: 'closes',
  late: 'answer',
} as const;

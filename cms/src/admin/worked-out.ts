/** What becomes another thing by the clock alone, as lists say it: by the rules of the site, of what is saved. */
import { dayWritten } from '@charterpress/shared/domain/day-written.ts';
import { standingOn, standings } from '@charterpress/shared/domain/promises/standing.ts';
import { stageOn } from '@charterpress/shared/domain/taking-part/consultation-phase.ts';
import board from '@charterpress/shared/strings/board-report.json' with { type: 'json' };
import words from '@charterpress/shared/strings/taking-part.json' with { type: 'json' };

type Row = Readonly<Record<string, unknown>>;

/** "Open": how far a consultation is on a day. Phases that still lack a day are nothing to anybody yet. */
export function stageInWords(consultation: Row, today: string): string {
  const phases = rowsOf(consultation.phases).flatMap(({ closes, opens }) => {
    const days = { opens: dayWritten(opens), closes: dayWritten(closes) };
    return days.opens === null || days.closes === null
      ? []
      : [{ opens: days.opens, closes: days.closes }];
  });
  if (phases.length === 0) return words.noDays;
  const [reportsBy, reportedOn] = [
    dayWritten(consultation.reportsBy),
    dayWritten(consultation.reportedOn),
  ];
  return words.stages[stageOn(today, { phases, reportsBy, reportedOn })];
}

/** "Late": how an action stands on a day. */
export function standingInWords(action: Row, today: string): string {
  const due = dayWritten(action.due);
  if (due === null) return words.noDays;
  const reports = rowsOf(action.reports).flatMap(({ on, status }) => {
    const day = dayWritten(on);
    const said = standings.find((one) => one === status);
    return day === null || said === undefined ? [] : [{ on: day, status: said }];
  });
  return board.standing[standingOn(today, { due, reports })];
}

function rowsOf(value: unknown): readonly Row[] {
  return Array.isArray(value) ? value : [];
}

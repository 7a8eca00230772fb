/** How far a consultation has come, in words. */
import { daysAfter } from '@charterpress/shared/domain/london-time.ts';
import {
  type ConsultationDays,
  consultationStanding,
  type Stage,
} from '@charterpress/shared/domain/taking-part/consultation-phase.ts';
import { dayOnOneLine, type Reader } from '../reader.ts';

/** As consultations are told apart: what one can answer, will be able to, cannot any more, and what was answered. */
export type Group = 'open' | 'coming' | 'closed' | 'reported';

export type ShownStage = {
  readonly group: Group;
  readonly words: string;
  readonly tone: 'waiting' | 'done' | 'past';
  readonly sentence: string;
  /** By which day it is what it is, or was: the next to close stands first. */
  readonly day: string;
};

const groups = {
  coming: 'coming',
  open: 'open',
  between: 'coming',
  closed: 'closed',
  reporting: 'closed',
  late: 'closed',
  reported: 'reported',
} as const satisfies Record<Stage, Group>;

const tones = { open: 'done', coming: 'waiting', closed: 'past', reported: 'past' } as const;

export function shownStage(reader: Reader, consultation: ConsultationDays): ShownStage {
  const { from, is, next } = consultationStanding(consultation, reader.content.reached);
  const group = groups[is];
  const date = (day: string) => dayOnOneLine(reader.language, day);
  const lastDay = (after: string | null) => daysAfter(after ?? '', -1);
  const { words } = reader;
  const shown = { group, words: words(`consultation.${group}`), tone: tones[group] };
  const { reportedOn, reportsBy } = consultation;
  switch (is) {
    case 'coming':
      return { ...shown, ...told('consultation.opens', next ?? '') };
    case 'open':
      return { ...shown, ...told('consultation.until', lastDay(next)) };
    case 'between':
      return { ...shown, ...told('consultation.again', next ?? '') };
    case 'closed':
      return { ...shown, ...told('consultation.closedOn', lastDay(from)) };
    case 'reporting':
      return { ...shown, ...told('consultation.reportsBy', reportsBy ?? '') };
    case 'late':
      return { ...shown, ...told('consultation.late', reportsBy ?? '') };
    case 'reported':
      return { ...shown, ...told('consultation.reportedOn', reportedOn ?? '') };
  }

  function told(key: Parameters<typeof words>[0], day: string) {
    return { sentence: words(key, { date: date(day) }), day };
  }
}

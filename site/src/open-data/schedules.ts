/** Opening times as rows of HSDS. We know in which weeks something is open in words, not as a calendar of school terms. */
import type { ExceptionRow, HoursRow } from '@charterpress/shared/domain/services/opening.ts';
import type { Reader } from '../views/reader.ts';
import { type Row, rowOf } from './tables.ts';

type Opening = {
  readonly hours: readonly (HoursRow & { readonly id: string })[];
  readonly exceptions: readonly (ExceptionRow & { readonly id: string })[];
};

/** A rule that says "weekly" of term time would say it of the holidays too: there the words alone say when. */
export function scheduleRows(
  { words }: Reader,
  { exceptions, hours }: Opening,
  owner: object,
  part: (...name: readonly string[]) => string,
): readonly Row[] {
  return [
    ...hours.map((row) =>
      rowOf('schedule', {
        ...{ id: part('hours', row.id), ...owner },
        freq: row.weeks === 'every-week' ? 'WEEKLY' : null,
        byday: row.days.map((day) => day.slice(0, 2).toUpperCase()).join(','),
        description: words(`services.opening.${row.weeks}`),
        ...{ opens_at: row.opens, closes_at: row.closes },
      }),
    ),
    ...exceptions.map((row) =>
      rowOf('schedule', {
        ...{ id: part('exception', row.id), ...owner },
        ...{ valid_from: row.from, valid_to: row.to ?? row.from },
        description: row.closed ? words('services.opening.closed') : null,
        ...{ opens_at: row.opens, closes_at: row.closes, notes: row.why },
      }),
    ),
  ];
}

/** Progress reports are a record: once published, each stays as it was said, in its place. More are added below. */
import { digestOf } from '../digest.ts';
import type { Problem } from '../problem.ts';

type Values = Readonly<Record<string, unknown>>;
type Row = Values & { readonly id: string; readonly on: string };

/**
 * What the next text of an action would change, move or take out of the reports that readers have. `published` is what
 * they have, `null` when they have nothing yet.
 */
export function reportsKept(published: Values | null, next: Values): readonly Problem[] {
  const before = rowsIn(published ?? {});
  const after = rowsIn(next);
  const kept = before.filter(({ id }) => after.some((row) => row.id === id));
  const takenOut = before.filter((row) => !kept.includes(row));
  return [
    ...takenOut.map(
      ({ on: day }): Problem => ({ field: 'reports', problem: 'report-taken-out', day }),
    ),
    ...kept.flatMap((row, place): readonly Problem[] => {
      const at = after.findIndex(({ id }) => id === row.id);
      const day = row.on;
      if (digestOf(after[at]) !== digestOf(row)) {
        return [{ field: `reports.${at}.said`, problem: 'report-changed', day }];
      }
      return at === place ? [] : [{ field: `reports.${at}.on`, problem: 'report-moved', day }];
    }),
  ];
}

/** Whether the path of a field lies in a report that stands as readers have it. */
export function isInKeptReport(published: Values, next: Values): (field: string) => boolean {
  const known = new Map(rowsIn(published).map((row) => [row.id, digestOf(row)]));
  const kept = rowsIn(next).map((row) => known.get(row.id) === digestOf(row));
  return (field) => {
    const [rows, at] = field.split('.');
    return rows === 'reports' && at !== undefined && kept[Number(at)] === true;
  };
}

/** The ids of the reports that readers have. */
export function publishedReports(content: Values): readonly string[] {
  return rowsIn(content).map(({ id }) => id);
}

function rowsIn({ reports }: Values): readonly Row[] {
  return Array.isArray(reports) ? reports : [];
}

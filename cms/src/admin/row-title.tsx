'use client';
/**
 * What one row is called: "Part 2: How to find one and join in", "Report 1: 1 March 2026", a section of a strategy by the
 * number that readers see, and whether it has to stay.
 */
import words from '@charterpress/shared/strings/promises.json' with { type: 'json' };
import { useFormFields, useRowLabel } from '@payloadcms/ui';
import { numberOfRow, rowName } from './row-name.ts';
import { rowWhen } from './row-when.ts';
import { useStatus } from './status-asked.ts';

type Row = { readonly id?: string };

export function RowTitle({ row }: { row: string }) {
  const { data, path, rowNumber = 0 } = useRowLabel<Row>();
  const asked = useStatus();
  const seen = useFormFields(([fields]) => numberOfRow(path, fields));
  const isKept = asked.state === 'answered' && asked.says.keptRows.includes(data?.id ?? '');
  const number = seen ?? `${row} ${rowNumber + 1}`;
  const title = rowName(data ?? {}) ?? rowWhen(data ?? {});
  return (
    <span>
      {title ? `${number}: ${title}` : number}
      {isKept && <em className="desk-kept"> {words.row.kept}</em>}
    </span>
  );
}

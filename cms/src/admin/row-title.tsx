'use client';
/** What one row is called: "Part 2: How to find one and join in", "Report 1: 1 March 2026", and whether it has to stay. */
import words from '@charterpress/shared/strings/promises.json' with { type: 'json' };
import { useRowLabel } from '@payloadcms/ui';
import { dayInWords } from '../words/moment.ts';
import { useStatus } from './status-asked.ts';

type Row = { readonly id?: string; readonly title?: string | null; readonly on?: string | null };

export function RowTitle({ row }: { row: string }) {
  const { data, rowNumber = 0 } = useRowLabel<Row>();
  const asked = useStatus();
  const isKept = asked.state === 'answered' && asked.says.keptRows.includes(data?.id ?? '');
  const number = `${row} ${rowNumber + 1}`;
  const title = data?.title ?? (data?.on ? dayInWords(data.on.slice(0, 10)) : null);
  return (
    <span>
      {title ? `${number}: ${title}` : number}
      {isKept && <em className="desk-kept"> {words.row.kept}</em>}
    </span>
  );
}

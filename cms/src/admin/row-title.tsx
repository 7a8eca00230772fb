'use client';
/** What one row is called: "Part 2: How to find one and join in". */
import { useRowLabel } from '@payloadcms/ui';

export function RowTitle({ row }: { row: string }) {
  const { data, rowNumber = 0 } = useRowLabel<{ title?: string | null }>();
  const number = `${row} ${rowNumber + 1}`;
  return <span>{data?.title ? `${number}: ${data.title}` : number}</span>;
}

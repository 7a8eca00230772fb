'use client';
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };

type Named = { readonly options?: readonly { readonly value: string; readonly label: string }[] };

/** In a list: where something is, by name. What serves the whole area names no district, and is not nowhere. */
export function DistrictsCell(props: {
  readonly cellData?: readonly string[] | null;
  readonly field: Named;
  readonly rowData?: { readonly everywhere?: boolean | null };
}) {
  const { cellData, field, rowData } = props;
  if (rowData?.everywhere) return <span>{desk.wholeArea}</span>;
  const names = (cellData ?? []).map(
    (slug) => field.options?.find(({ value }) => value === slug)?.label ?? slug,
  );
  return <span>{names.length === 0 ? '-' : names.join(', ')}</span>;
}

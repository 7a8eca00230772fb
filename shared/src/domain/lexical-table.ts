/**
 * From the editor's table to an edition's. The editor marks each cell by itself as a header or not, and can join cells;
 * an edition knows a table by rows of equal length and by what heads it, so that every cell can be read out with its
 * headers, and translated in its place.
 */

import type { Report } from './lexical.ts';
import { asNode, childrenOf, type Node } from './lexical-node.ts';
import type { TableForm } from './problem.ts';
import type { Inline, Table } from './prose.ts';

type Reading = {
  readonly report: Report;
  readonly inlinesOf: (parent: Node, report: Report) => Inline[];
};
type Read = { readonly isHeader: boolean; readonly children: readonly Inline[] };

/** A table whose form cannot be shown is reported, and stays out. */
export function tableOf(node: Node, reading: Reading): Table | null {
  const rows = childrenOf(node).map(childrenOf);
  const cells = rows.map((row) => row.map((cell) => cellOf(cell, reading)));
  if (cells.flat().length === 0) return null;
  const form = formOf(rows, cells);
  if (form !== null) {
    reading.report({ problem: form });
    return null;
  }
  return {
    type: 'table',
    headerRow: headsRow(cells),
    headerColumn: headsColumn(cells),
    rows: cells.map((row) => ({ cells: row.map(({ children }) => ({ children })) })),
  };
}

/** Paragraphs within a cell become lines of it. */
function cellOf(node: Node, { report, inlinesOf }: Reading): Read {
  const lines = childrenOf(node).flatMap((child) => {
    if (child.type === 'paragraph') return [inlinesOf(child, report)];
    report({ problem: 'unknown-node', node: `${String(child.type)} in a table` });
    return [];
  });
  const children = lines
    .filter((line) => line.length > 0)
    .flatMap((line, at): Inline[] => (at === 0 ? line : [{ type: 'break' }, ...line]));
  return { isHeader: Number(node.headerState ?? 0) !== 0, children };
}

function formOf(rows: readonly Node[][], cells: readonly Read[][]): TableForm | null {
  if (rows.flat().some((cell) => spans(asNode(cell)))) return 'table-joined-cells';
  if (cells.some((row) => row.length !== cells[0]?.length)) return 'table-uneven-rows';
  return hasHeaderInside(cells) ? 'table-header-inside' : null;
}

function spans(cell: Node | null): boolean {
  return Number(cell?.colSpan ?? 1) > 1 || Number(cell?.rowSpan ?? 1) > 1;
}

/** The corner belongs to both, and may be left empty: what is beside it or below it decides. */
function headsRow([first = []]: readonly Read[][]): boolean {
  return lessCorner(first).every(isHeader);
}

function headsColumn(cells: readonly Read[][]): boolean {
  return lessCorner(cells.flatMap((row) => row.slice(0, 1))).every(isHeader);
}

function lessCorner(cells: readonly Read[]): readonly Read[] {
  return cells.length === 1 ? cells : cells.slice(1);
}

function hasHeaderInside(cells: readonly Read[][]): boolean {
  const row = headsRow(cells);
  const column = headsColumn(cells);
  return cells.some((each, down) =>
    each.some((cell, across) => {
      const isHeading = (row && down === 0) || (column && across === 0);
      return cell.isHeader && !isHeading;
    }),
  );
}

function isHeader(cell: Read): boolean {
  return cell.isHeader;
}

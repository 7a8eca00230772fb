/**
 * Tables in sample content, in the notation that GitHub made common: `| Tier | Help |`, a line of dashes, and a line a
 * row. The Markdown parser gives such lines as one paragraph; here they are cut into cells, with what is bold, linked or
 * a fact in them kept.
 */
import type { Paragraph, PhrasingContent } from 'mdast';

/** What stands in one cell, in Markdown's own nodes. */
export type MarkdownCell = readonly PhrasingContent[];
export type MarkdownTable = {
  /** The first row heads the columns. */
  readonly rows: readonly (readonly MarkdownCell[])[];
  /** Whether all of the first column but its top is in bold, and so heads the rows. */
  readonly hasHeaderColumn: boolean;
};

const dashes = /^:?-+:?$/;

/** The table that a paragraph is, or `null` when it is words. */
export function tableIn(paragraph: Paragraph): MarkdownTable | null {
  const [head, rule, ...others] = linesOf(paragraph.children).map(cellsOf);
  if (head === undefined || rule === undefined || !rule.every(isRule)) return null;
  return {
    rows: [head, ...others],
    hasHeaderColumn: others.length > 0 && others.every(([first]) => isBold(first)),
  };
}

function linesOf(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  return cut(nodes, '\n');
}

/** Every line begins and ends with a bar, so that the first and the last piece are not cells. */
function cellsOf(line: readonly PhrasingContent[]): MarkdownCell[] {
  return cut(line, '|').slice(1, -1).map(trimmed);
}

/** Cuts between the words, never within what is bold or a link. */
function cut(nodes: readonly PhrasingContent[], at: string): PhrasingContent[][] {
  const pieces: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    const [first, ...others] = node.type === 'text' ? node.value.split(at) : [];
    if (first === undefined) pieces.at(-1)?.push(node);
    else {
      pieces.at(-1)?.push(textOf(first));
      pieces.push(...others.map((words) => [textOf(words)]));
    }
  }
  return pieces;
}

function trimmed(cell: readonly PhrasingContent[]): MarkdownCell {
  const trim = (node: PhrasingContent, at: number): PhrasingContent => {
    if (node.type !== 'text') return node;
    const begun = at === 0 ? node.value.trimStart() : node.value;
    return textOf(at === cell.length - 1 ? begun.trimEnd() : begun);
  };
  return cell.map(trim).filter((node) => node.type !== 'text' || node.value !== '');
}

function isRule(cell: MarkdownCell): boolean {
  const [only] = cell;
  return cell.length === 1 && only?.type === 'text' && dashes.test(only.value);
}

function isBold(cell: MarkdownCell | undefined): boolean {
  return cell?.length === 1 && cell[0]?.type === 'strong';
}

function textOf(value: string): PhrasingContent {
  return { type: 'text', value };
}

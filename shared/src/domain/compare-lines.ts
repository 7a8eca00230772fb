/** What a field says, as lines of words that can be compared: texts as they are, references by their names. */

import type { Line } from './compare-words.ts';
import { digestOf } from './digest.ts';
import type { Block, Inline, List, Prose } from './prose.ts';
import type { Field, Reference, Rendition } from './shape.ts';

/** What a document is called. */
export type Names = (reference: Reference) => string;

/** `null` and what holds nothing have no lines. Rows are not lines: they are compared row by row. */
export function linesOf(field: Field, value: unknown, names: Names): readonly Line[] {
  if (value === null || value === undefined) return [];
  switch (field.holds) {
    case 'prose':
      return proseLines(value as Prose, names);
    case 'one':
      return [line('value', names(value as Reference))];
    case 'many':
      return (value as readonly Reference[]).map((each) => line('value', names(each)));
    case 'several':
    case 'districts':
      return (value as readonly string[]).map((each) => line('choice', each));
    case 'yes':
      return [line('yes-or-no', value === true ? 'yes' : 'no')];
    case 'file':
      return (value as readonly Rendition[]).map(fileLine);
    case 'choice':
      return [line('choice', String(value))];
    case 'day':
      return [line('day', String(value))];
    case 'moment':
    case 'number':
      return [line('value', String(value))];
    default:
      return String(value)
        .split('\n')
        .map((each) => line('text', each));
  }
}

function line(style: string, words: string, looks = ''): Line {
  return { style, words, looks };
}

function fileLine({ height, name, sha256, width }: Rendition): Line {
  return line('file', `${name}, ${width} × ${height}`, sha256);
}

function proseLines(blocks: Prose, names: Names): readonly Line[] {
  return blocks.flatMap((block) => blockLines(block, names));
}

function blockLines(block: Block, names: Names): readonly Line[] {
  switch (block.type) {
    case 'heading':
      return [inlineLine(`heading-${block.level}`, block.children, names)];
    case 'paragraph':
      return [inlineLine('paragraph', block.children, names)];
    case 'list':
      return listLines(block, names);
    case 'callout':
      return [line('callout', block.tone), ...proseLines(block.children, names)];
    case 'table':
      return block.rows.map(({ cells }) => rowLine(cells, names));
  }
}

function listLines({ items, style }: List, names: Names): readonly Line[] {
  return items.flatMap((item) => [
    inlineLine(`${style}-item`, item.children, names),
    ...item.lists.flatMap((inner) => listLines(inner, names)),
  ]);
}

function rowLine(cells: readonly { readonly children: readonly Inline[] }[], names: Names): Line {
  const words = cells.map(({ children }) => wordsOf(children, names)).join(' | ');
  return line('table-row', words, digestOf(cells));
}

function inlineLine(style: string, children: readonly Inline[], names: Names): Line {
  return line(style, wordsOf(children, names), digestOf(children));
}

/** A fact stands in the words by its name, as it stands in the editor. */
function wordsOf(children: readonly Inline[], names: Names): string {
  return children
    .map((child) => {
      if (child.type === 'text') return child.text;
      if (child.type === 'break') return ' ';
      if (child.type === 'fact') return `{${names(child.fact)}}`;
      return `${wordsOf(child.children, names)} (${targetOf(child.to, names)})`;
    })
    .join('');
}

function targetOf(to: Extract<Inline, { type: 'link' }>['to'], names: Names): string {
  return 'url' in to ? to.url : names(to.document);
}

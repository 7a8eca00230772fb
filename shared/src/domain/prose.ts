/** Rich text as an edition keeps it: only what parents need, nothing an editor's paste could smuggle in. */
import type { Reference } from './shape.ts';

export type Mark = 'bold' | 'italic';
export type ListStyle = 'bullet' | 'number';
/** How loudly a callout speaks. */
export const tones = ['information', 'important', 'warning'] as const;
export type Tone = (typeof tones)[number];

export type Inline =
  | { readonly type: 'text'; readonly text: string; readonly marks: readonly Mark[] }
  | { readonly type: 'break' }
  | { readonly type: 'fact'; readonly fact: Reference }
  | { readonly type: 'link'; readonly to: LinkTarget; readonly children: readonly Inline[] };

/** Inside the site by document, so that a changed address never breaks it; outside by a checked address. */
export type LinkTarget = { readonly url: string } | { readonly document: Reference };

export type ListItem = { readonly children: readonly Inline[]; readonly lists: readonly List[] };
export type List = {
  readonly type: 'list';
  readonly style: ListStyle;
  readonly items: readonly ListItem[];
};

/** One or more lines of words: a table holds no lists, callouts or further tables. */
export type Cell = { readonly children: readonly Inline[] };
export type Row = { readonly cells: readonly Cell[] };

/** As many cells in every row. What heads a table is its whole first row, its whole first column, or both. */
export type Table = {
  readonly type: 'table';
  readonly headerRow: boolean;
  readonly headerColumn: boolean;
  readonly rows: readonly Row[];
};

export type Block =
  | { readonly type: 'heading'; readonly level: 2 | 3 | 4; readonly children: readonly Inline[] }
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  | List
  | Table
  | { readonly type: 'callout'; readonly tone: Tone; readonly children: readonly Block[] };

export type Prose = readonly Block[];

/** The words of inline content without marks, links or facts. */
export function plainText(children: readonly Inline[]): string {
  return children
    .map((child) => {
      if (child.type === 'text') return child.text;
      if (child.type === 'break') return ' ';
      return child.type === 'link' ? plainText(child.children) : '';
    })
    .join('');
}

/** Every document that a text refers to, by link or by fact. */
export function referencesIn(blocks: Prose): readonly Reference[] {
  return blocks.flatMap((block) => {
    if (block.type === 'callout') return referencesIn(block.children);
    if (block.type === 'list') return referencesInList(block);
    if (block.type === 'table')
      return cellsOf(block).flatMap((cell) => referencesInline(cell.children));
    return referencesInline(block.children);
  });
}

/** Row by row, each from the side where reading begins. */
export function cellsOf(table: Table): readonly Cell[] {
  return table.rows.flatMap((row) => row.cells);
}

function referencesInList(list: List): readonly Reference[] {
  return list.items.flatMap((item) => [
    ...referencesInline(item.children),
    ...item.lists.flatMap(referencesInList),
  ]);
}

function referencesInline(children: readonly Inline[]): readonly Reference[] {
  return children.flatMap((child) => {
    if (child.type === 'fact') return [child.fact];
    if (child.type !== 'link') return [];
    const target = 'document' in child.to ? [child.to.document] : [];
    return [...target, ...referencesInline(child.children)];
  });
}

/** The same text with something else in the place of what stands in each line of it. */
export function inEveryLine(blocks: Prose, change: OfLine): Prose {
  return blocks.map((block) => inBlock(block, change));
}

type OfLine = (children: readonly Inline[]) => readonly Inline[];

function inBlock(block: Block, change: OfLine): Block {
  switch (block.type) {
    case 'callout':
      return { ...block, children: inEveryLine(block.children, change) };
    case 'list':
      return inList(block, change);
    case 'table':
      return {
        ...block,
        rows: block.rows.map(({ cells }) => ({
          cells: cells.map(({ children }) => ({ children: change(children) })),
        })),
      };
    default:
      return { ...block, children: change(block.children) };
  }
}

function inList(list: List, change: OfLine): List {
  return {
    ...list,
    items: list.items.map(({ children, lists }) => ({
      children: change(children),
      lists: lists.map((inner) => inList(inner, change)),
    })),
  };
}

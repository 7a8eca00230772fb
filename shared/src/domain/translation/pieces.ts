/**
 * Where the words of a document are, in the order of its form: one walk that cutting and composing share, so that what
 * is taken out at one place goes back to the same.
 */
import { type ContentOfKind, type Kind, kinds } from '../kinds.ts';
import type { Block, Inline, List, Prose } from '../prose.ts';
import type { Field, Shape } from '../shape.ts';
import type { SegmentStyle } from './segment.ts';

type Values = Readonly<Record<string, unknown>>;

/** Where a piece stands. */
export type Place = {
  /** As problems name it: `parts.0.body`. */
  readonly path: string;
  /** By the ids of rows, so that it survives their reordering: `parts.6f3a.body`. */
  readonly lastingPath: string;
  readonly style: SegmentStyle;
  /** Whether it is one of several pieces of rich text, or a whole field. */
  readonly isInProse: boolean;
};

/** What is put in the place of each piece. Called in the order of reading. */
export type Putting = {
  readonly words: (words: string, place: Place) => string;
  readonly inlines: (children: readonly Inline[], place: Place) => readonly Inline[];
};

/** The same content with something else in the place of every piece that has words in it. */
export function withPieces<K extends Kind>(
  kind: K,
  content: ContentOfKind<K>,
  put: Putting,
): ContentOfKind<K> {
  const root = { path: '', lastingPath: '' };
  return inShape(kinds[kind], content, { put, ...root }) as ContentOfKind<K>;
}

type At = { readonly put: Putting; readonly path: string; readonly lastingPath: string };

function inShape(shape: Shape, values: Values, at: At): Values {
  const fields = Object.entries(shape).map(([name, field]) => [
    name,
    inField(field, values[name], below(at, name, name)),
  ]);
  return { ...values, ...Object.fromEntries(fields) };
}

function inField(field: Field, value: unknown, at: At): unknown {
  if (value === null || value === undefined) return value;
  if (field.holds === 'rows') {
    const rows = value as readonly (Values & { readonly id: string })[];
    return rows.map((row, index) => inShape(field.fields, row, below(at, String(index), row.id)));
  }
  if (field.holds === 'prose') return inProse(value as Prose, at);
  if (field.holds !== 'text' || !field.translated) return value;
  const words = String(value);
  const style = styles[field.lines];
  return words.trim() === '' ? value : at.put.words(words, placeOf(at, style, false));
}

const styles = { one: 'line', many: 'paragraph', word: 'word' } as const;

function below({ lastingPath, path, put }: At, name: string, lastingName: string): At {
  const within = path === '' ? '' : `${path}.`;
  const lastingWithin = lastingPath === '' ? '' : `${lastingPath}.`;
  return { put, path: within + name, lastingPath: lastingWithin + lastingName };
}

function placeOf({ lastingPath, path }: At, style: SegmentStyle, isInProse: boolean): Place {
  return { path, lastingPath, style, isInProse };
}

function inProse(prose: Prose, at: At): Prose {
  return prose.map((block) => inBlock(block, at));
}

function inBlock(block: Block, at: At): Block {
  switch (block.type) {
    case 'heading':
      return { ...block, children: inLine(block.children, 'heading', at) };
    case 'paragraph':
      return { ...block, children: inLine(block.children, 'paragraph', at) };
    case 'list':
      return inList(block, at);
    case 'callout':
      return { ...block, children: inProse(block.children, at) };
    case 'table':
      return {
        ...block,
        rows: block.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => ({
            ...cell,
            children: inLine(cell.children, 'cell', at),
          })),
        })),
      };
  }
}

function inList(list: List, at: At): List {
  return {
    ...list,
    items: list.items.map((item) => ({
      ...item,
      children: inLine(item.children, 'item', at),
      lists: item.lists.map((inner) => inList(inner, at)),
    })),
  };
}

/** A line with facts and breaks alone is the same in every language. */
function inLine(children: readonly Inline[], style: SegmentStyle, at: At): readonly Inline[] {
  return hasWords(children) ? at.put.inlines(children, placeOf(at, style, true)) : children;
}

function hasWords(children: readonly Inline[]): boolean {
  return children.some((child) => {
    if (child.type === 'text') return child.text.trim() !== '';
    return child.type === 'link' && hasWords(child.children);
  });
}

/**
 * From an edition's rich text back to the editor's: the inverse of `proseFromLexical`, so that a text that was published
 * can be edited again when nothing but its edition is left.
 */
import type { Node } from './lexical-node.ts';
import type { Block, Inline, LinkTarget, List, ListItem, Mark, Prose, Table } from './prose.ts';

/** Gives an id that no other part of the text has: the editor tells links, callouts and facts apart by them. */
export type NewId = () => string;

const element = { direction: null, format: '', indent: 0, version: 1 };
const formats: Readonly<Record<Mark, number>> = { bold: 1, italic: 2 };

export function lexicalFromProse(prose: Prose, newId: NewId): { readonly root: Node } {
  return { root: parent('root', blocks(prose, newId)) };
}

function blocks(prose: readonly Block[], newId: NewId): Node[] {
  return prose.map((block) => blockNode(block, newId));
}

function blockNode(block: Block, newId: NewId): Node {
  switch (block.type) {
    case 'paragraph':
      return parent('paragraph', inlines(block.children, newId));
    case 'heading':
      return parent('heading', inlines(block.children, newId), { tag: `h${block.level}` });
    case 'list':
      return listNode(block, newId);
    case 'table':
      return tableNode(block, newId);
    case 'callout': {
      const text = lexicalFromProse(block.children, newId);
      const named = { id: newId(), blockType: 'callout', blockName: '' };
      const fields = { ...named, tone: block.tone, text };
      return { type: 'block', format: '', version: 2, fields };
    }
  }
}

function listNode({ items, style }: List, newId: NewId): Node {
  const nodes = items.flatMap((item) => itemNodes(item, newId));
  const children = nodes.map((node, at) => ({ ...node, value: at + 1 }));
  const tag = style === 'number' ? 'ol' : 'ul';
  return parent('list', children, { listType: style, tag, start: 1 });
}

/** The editor keeps a list within a list in an item of its own, after the item it belongs to. */
function itemNodes({ children, lists }: ListItem, newId: NewId): Node[] {
  const own = inlines(children, newId);
  const inside = lists.map((list) => parent('listitem', [listNode(list, newId)]));
  return own.length === 0 ? inside : [parent('listitem', own), ...inside];
}

function tableNode(table: Table, newId: NewId): Node {
  const rows = table.rows.map(({ cells }, down) => {
    const nodes = cells.map(({ children }, across) =>
      parent('tablecell', [parent('paragraph', inlines(children, newId))], {
        ...{ headerState: headerState(table, down, across) },
        ...{ colSpan: 1, rowSpan: 1, backgroundColor: null },
      }),
    );
    return parent('tablerow', nodes);
  });
  return parent('table', rows);
}

/** 1 for what heads a column, 2 for what heads a row, 3 for the corner of both. */
function headerState(table: Table, down: number, across: number): number {
  const { headerColumn, headerRow } = table;
  const columns = table.rows[0]?.cells.length ?? 0;
  // In a single row the corner belongs to the column alone, in a single column to the row.
  const headsColumn =
    headerRow && down === 0 && (columns === 1 || table.rows.length > 1 || across > 0);
  const headsRow =
    headerColumn && across === 0 && (table.rows.length === 1 || columns > 1 || down > 0);
  return (headsColumn ? 1 : 0) + (headsRow ? 2 : 0);
}

function inlines(children: readonly Inline[], newId: NewId): Node[] {
  return children.map((child) => inlineNode(child, newId));
}

function inlineNode(child: Inline, newId: NewId): Node {
  switch (child.type) {
    case 'text': {
      const format = child.marks.reduce((sum, mark) => sum | formats[mark], 0);
      const plain = { detail: 0, mode: 'normal', style: '', version: 1 };
      return { type: 'text', text: child.text, format, ...plain };
    }
    case 'break':
      return { type: 'linebreak', version: 1 };
    case 'fact': {
      const fields = { id: newId(), blockType: 'fact', fact: child.fact.document };
      return { type: 'inlineBlock', fields, version: 1 };
    }
    case 'link': {
      const fields = { ...targetFields(child.to), newTab: false };
      const id = newId();
      return parent('link', inlines(child.children, newId), { id, fields, version: 3 });
    }
  }
}

function targetFields(to: LinkTarget): object {
  if ('url' in to) return { linkType: 'custom', url: to.url };
  const { document, kind } = to.document;
  return { linkType: 'internal', doc: { relationTo: kind, value: document } };
}

function parent(type: string, children: readonly Node[], more: object = {}): Node {
  return { type, children, ...element, ...more };
}

/**
 * Sample content is written in Markdown and kept as the editor's rich text: the same nodes an editor would make, so that
 * it can be edited afterwards and is composed by the same rules. See "Sample content" in the README for the notation.
 */
import { createHash } from 'node:crypto';
import type { PhrasingContent, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { type MarkdownCell, type MarkdownTable, tableIn } from './markdown-table.ts';

/** Gives the id of a document, by its kind and slug. Throws when there is none. */
export type Resolve = (kind: string, slug: string) => string;

type LexicalNode = { readonly type: string; readonly [field: string]: unknown };
export type LexicalState = { readonly root: LexicalNode };
/** What the nodes of one text share: where it stands, for messages and ids, and whom it may refer to. */
type Text = { readonly where: string; readonly resolve: Resolve };

const bold = 1;
const italic = 2;
const factPattern = /\{facts\/([a-z0-9-]+)\}/;
const documentPattern = /^([a-z]+)\/([a-z0-9-]+)$/;
const calloutPattern = /^\[!(information|important|warning)\]\s*/;
const element = { direction: null, format: '', indent: 0, version: 1 };

/**
 * Turns Markdown into the editor's rich text. `where` names the text in messages. Throws when the Markdown holds what a
 * text for parents cannot: an image, raw HTML, a heading of level 1.
 */
export function lexicalFromMarkdown(
  markdown: string,
  { where, resolve }: { where: string; resolve: Resolve },
): LexicalState {
  const tree: Root = fromMarkdown(markdown);
  return rootOf(blocksFrom(tree.children, { where, resolve }));
}

function rootOf(children: readonly LexicalNode[]): LexicalState {
  return { root: { type: 'root', children, ...element } };
}

function blocksFrom(nodes: readonly RootContent[], text: Text): LexicalNode[] {
  return nodes.map((node) => blockFrom(node, text));
}

function blockFrom(node: RootContent, text: Text): LexicalNode {
  switch (node.type) {
    case 'paragraph': {
      const table = tableIn(node);
      return table === null ? paragraphFrom(node.children, text) : tableFrom(table, text);
    }
    case 'heading':
      return headingFrom(node, text);
    case 'list':
      return listFrom(node, text);
    case 'blockquote':
      return calloutFrom(node, text);
    default:
      throw unusable(node.type, text);
  }
}

function paragraphFrom(nodes: readonly PhrasingContent[], text: Text): LexicalNode {
  return { type: 'paragraph', children: inlinesFrom(nodes, 0, text), ...element };
}

/** Headers as the editor marks them: 1 for what heads a column, 2 for what heads a row, 3 for the corner. */
function tableFrom({ rows, hasHeaderColumn }: MarkdownTable, text: Text): LexicalNode {
  const headerState = (down: number, across: number) =>
    (down === 0 ? 1 : 0) + (hasHeaderColumn && across === 0 ? 2 : 0);
  const children = rows.map((cells, down) => ({
    type: 'tablerow',
    children: cells.map((cell, across) => cellFrom(cell, headerState(down, across), text)),
    ...element,
  }));
  return { type: 'table', children, ...element };
}

/** A header is bold by being one. */
function cellFrom(cell: MarkdownCell, headerState: number, text: Text): LexicalNode {
  const [only] = cell;
  const words = headerState > 0 && only?.type === 'strong' ? only.children : cell;
  const shape = { colSpan: 1, rowSpan: 1, backgroundColor: null };
  return {
    type: 'tablecell',
    headerState,
    ...shape,
    children: [paragraphFrom(words, text)],
    ...element,
  };
}

function headingFrom(node: Extract<RootContent, { type: 'heading' }>, text: Text): LexicalNode {
  if (node.depth < 2 || node.depth > 4) throw unusable(`heading of level ${node.depth}`, text);
  const children = inlinesFrom(node.children, 0, text);
  return { type: 'heading', tag: `h${node.depth}`, children, ...element };
}

function listFrom(node: Extract<RootContent, { type: 'list' }>, text: Text): LexicalNode {
  const items = node.children.flatMap((item) => itemsFrom(item.children, text));
  return {
    type: 'list',
    listType: node.ordered ? 'number' : 'bullet',
    tag: node.ordered ? 'ol' : 'ul',
    start: 1,
    children: items.map((children, at) => ({
      type: 'listitem',
      value: at + 1,
      children,
      ...element,
    })),
    ...element,
  };
}

/** The editor keeps a nested list in an item of its own, after the item it belongs to. */
function itemsFrom(nodes: readonly RootContent[], text: Text): LexicalNode[][] {
  return nodes.map((node) => {
    if (node.type === 'list') return [listFrom(node, text)];
    if (node.type === 'paragraph') return inlinesFrom(node.children, 0, text);
    throw unusable(`${node.type} in a list`, text);
  });
}

function calloutFrom(node: Extract<RootContent, { type: 'blockquote' }>, text: Text): LexicalNode {
  const [first, ...others] = node.children;
  const [opening] = first?.type === 'paragraph' ? first.children : [];
  const tone = opening?.type === 'text' ? calloutPattern.exec(opening.value) : null;
  if (first?.type !== 'paragraph' || opening?.type !== 'text' || tone === null) {
    throw unusable('quotation without [!information], [!important] or [!warning]', text);
  }
  const words = { ...opening, value: opening.value.slice(tone[0].length) };
  const paragraph = { ...first, children: [words, ...first.children.slice(1)] };
  const blocks = blocksFrom([paragraph, ...others] as RootContent[], text);
  if (blocks.some(({ type }) => type === 'table')) throw unusable('table in a callout', text);
  const inside = rootOf(blocks);
  return {
    type: 'block',
    format: '',
    version: 2,
    fields: {
      id: idFrom(text.where, JSON.stringify(inside)),
      blockType: 'callout',
      blockName: '',
      tone: tone[1],
      text: inside,
    },
  };
}

function inlinesFrom(nodes: readonly PhrasingContent[], format: number, text: Text): LexicalNode[] {
  return nodes.flatMap((node): LexicalNode[] => {
    switch (node.type) {
      case 'text':
        return wordsFrom(node.value, format, text);
      case 'strong':
        return inlinesFrom(node.children, format | bold, text);
      case 'emphasis':
        return inlinesFrom(node.children, format | italic, text);
      case 'break':
        return [{ type: 'linebreak', version: 1 }];
      case 'link':
        return [linkFrom(node, format, text)];
      default:
        throw unusable(node.type, text);
    }
  });
}

/** Words, and the facts between them. A line's end in the file is a space. */
function wordsFrom(words: string, format: number, text: Text): LexicalNode[] {
  return words.split(factPattern).flatMap((piece, at): LexicalNode[] => {
    if (at % 2 === 1) return [factFrom(piece, text)];
    return piece === '' ? [] : [textNode(piece.replaceAll(/\s*\n\s*/g, ' '), format)];
  });
}

function textNode(words: string, format: number): LexicalNode {
  return {
    type: 'text',
    text: words,
    format,
    detail: 0,
    mode: 'normal',
    style: '',
    version: 1,
  };
}

function factFrom(slug: string, { where, resolve }: Text): LexicalNode {
  const fact = resolve('facts', slug);
  const fields = { id: idFrom(where, slug), blockType: 'fact', fact };
  return { type: 'inlineBlock', fields, version: 1 };
}

function linkFrom(
  node: Extract<PhrasingContent, { type: 'link' }>,
  format: number,
  text: Text,
): LexicalNode {
  const [, kind, slug] = documentPattern.exec(node.url) ?? [];
  const target =
    kind === undefined || slug === undefined
      ? { linkType: 'custom', url: node.url }
      : {
          linkType: 'internal',
          doc: { relationTo: kind, value: text.resolve(kind, slug) },
        };
  return {
    type: 'link',
    id: idFrom(text.where, node.url),
    fields: { ...target, newTab: false },
    children: inlinesFrom(node.children, format, text),
    ...element,
    version: 3,
  };
}

/** An id such as the database gives, but the same at every seeding. */
export function idFrom(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 24);
}

function unusable(what: string, { where }: Text): Error {
  return new Error(
    `${where} holds a ${what}, which a text for parents cannot. Use paragraphs, headings ## to ####, lists, links, **bold**, *italic*, tables, {facts/...} and > [!information].`,
  );
}

/**
 * From the editor's rich text to an edition's. Nodes, marks and link schemes are on an allow-list: what is not on it
 * becomes a problem that names it, so that nothing an editor pasted is dropped in silence or reaches a page.
 */
import { pathOf } from './addresses.ts';
import { hiddenCharacterIn } from './hidden.ts';
import { isKind } from './kinds.ts';
import { asNode, childrenOf, type Node } from './lexical-node.ts';
import { tableOf } from './lexical-table.ts';
import type { Problem } from './problem.ts';
import {
  type Block,
  type Inline,
  type LinkTarget,
  type List,
  type ListItem,
  type Mark,
  type Prose,
  type Tone,
  tones,
} from './prose.ts';
import type { Reference } from './shape.ts';

/** Each kind of problem less its field, which the caller knows. */
type Unplaced<P> = P extends Problem ? Omit<P, 'field'> : never;
export type Report = (problem: Unplaced<Problem>) => void;

const linkSchemes = ['https:', 'http:', 'mailto:', 'tel:'];
const bold = 1;
const italic = 2;

/**
 * Reads the editor's tree (`{ root: { children } }`). Empty paragraphs fall away; texts are brought to NFC.
 * Problems carry `field` as given.
 */
export function proseFromLexical(
  state: unknown,
  field: string,
): { prose: Prose; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push({ field, ...problem } as Problem);
  const root = asNode(asNode(state)?.root);
  return { prose: blocksOf(root, report), problems };
}

function blocksOf(parent: Node | null, report: Report): Block[] {
  return childrenOf(parent).flatMap((node) => {
    const block = blockOf(node, report);
    return block === null ? [] : [block];
  });
}

function blockOf(node: Node, report: Report): Block | null {
  if (node.type === 'paragraph') return paragraphOf(node, report);
  if (node.type === 'heading') return headingOf(node, report);
  if (node.type === 'list') return listOf(node, report);
  if (node.type === 'table') return tableOf(node, { report, inlinesOf });
  if (node.type === 'block') return calloutOf(node, report);
  report({ problem: 'unknown-node', node: String(node.type) });
  return null;
}

function paragraphOf(node: Node, report: Report): Block | null {
  const children = inlinesOf(node, report);
  return isBlank(children) ? null : { type: 'paragraph', children };
}

function headingOf(node: Node, report: Report): Block | null {
  const level = { h2: 2, h3: 3, h4: 4 }[String(node.tag)] as 2 | 3 | 4 | undefined;
  if (level === undefined) {
    report({ problem: 'heading-level', level: String(node.tag) });
    return null;
  }
  const children = inlinesOf(node, report);
  if (!isBlank(children)) return { type: 'heading', level, children };
  report({ problem: 'heading-empty' });
  return null;
}

function listOf(node: Node, report: Report): List | null {
  const style = { bullet: 'bullet', number: 'number' }[String(node.listType)] as
    | List['style']
    | undefined;
  if (style === undefined) {
    report({ problem: 'unknown-node', node: `list of type ${String(node.listType)}` });
    return null;
  }
  const items: ListItem[] = [];
  for (const child of childrenOf(node)) addItem(items, child, report);
  return items.length === 0 ? null : { type: 'list', style, items };
}

/** Lexical keeps a nested list in an item of its own; a reader's list keeps it under the item it belongs to. */
function addItem(items: ListItem[], node: Node, report: Report): void {
  if (node.type !== 'listitem') {
    report({ problem: 'unknown-node', node: String(node.type) });
    return;
  }
  const lists = childrenOf(node)
    .filter((child) => child.type === 'list')
    .flatMap((child) => listOf(child, report) ?? []);
  const children = inlinesFrom(
    childrenOf(node).filter((child) => child.type !== 'list'),
    report,
  );
  const previous = items.at(-1);
  if (isBlank(children) && previous !== undefined) {
    items[items.length - 1] = { ...previous, lists: [...previous.lists, ...lists] };
  } else if (!isBlank(children) || lists.length > 0) {
    items.push({ children, lists });
  }
}

function calloutOf(node: Node, report: Report): Block | null {
  const fields = asNode(node.fields);
  if (fields?.blockType !== 'callout') {
    report({ problem: 'unknown-node', node: `block ${String(fields?.blockType)}` });
    return null;
  }
  const tone = String(fields.tone);
  if (!isTone(tone)) {
    report({ problem: 'not-a-choice', value: tone });
    return null;
  }
  const children = blocksOf(asNode(asNode(fields.text)?.root), report);
  return children.length === 0 ? null : { type: 'callout', tone, children };
}

function inlinesOf(parent: Node, report: Report): Inline[] {
  return inlinesFrom(childrenOf(parent), report);
}

function inlinesFrom(nodes: readonly Node[], report: Report): Inline[] {
  return nodes.flatMap((node) => inlineOf(node, report));
}

function inlineOf(node: Node, report: Report): Inline[] {
  if (node.type === 'text') return textOf(node, report);
  if (node.type === 'linebreak') return [{ type: 'break' }];
  if (node.type === 'tab') return [{ type: 'text', text: ' ', marks: [] }];
  if (node.type === 'link' || node.type === 'autolink') return linkOf(node, report);
  if (node.type === 'inlineBlock') return factOf(node, report);
  report({ problem: 'unknown-node', node: String(node.type) });
  return [];
}

function textOf(node: Node, report: Report): Inline[] {
  const text = String(node.text ?? '').normalize('NFC');
  const format = Number(node.format ?? 0);
  const marks: Mark[] = [];
  if (format & bold) marks.push('bold');
  if (format & italic) marks.push('italic');
  if (format & ~(bold | italic)) {
    report({ problem: 'unknown-node', node: `text format ${format}` });
  }
  const character = hiddenCharacterIn(text);
  if (character !== null) report({ problem: 'hidden-character', character });
  return text === '' ? [] : [{ type: 'text', text, marks }];
}

function linkOf(node: Node, report: Report): Inline[] {
  const children = inlinesOf(node, report);
  if (children.some(({ type }) => type === 'link')) {
    report({ problem: 'unknown-node', node: 'link within a link' });
    return children;
  }
  const to = linkTarget(asNode(node.fields), report);
  if (to === null || isBlank(children)) return children;
  return [{ type: 'link', to, children }];
}

function linkTarget(fields: Node | null, report: Report): LinkTarget | null {
  if (fields?.linkType === 'internal') {
    const document = referenceOf(fields.doc);
    if (document !== null && hasPage(document)) return { document };
    report({ problem: 'link-without-target' });
    return null;
  }
  const url = String(fields?.url ?? '').trim();
  if (url === '') {
    report({ problem: 'link-without-target' });
    return null;
  }
  if (isAllowedUrl(url)) return { url };
  report({ problem: 'link-scheme', url });
  return null;
}

function factOf(node: Node, report: Report): Inline[] {
  const fields = asNode(node.fields);
  if (fields?.blockType !== 'fact') {
    report({ problem: 'unknown-node', node: `inline block ${String(fields?.blockType)}` });
    return [];
  }
  const fact = referenceOf({ relationTo: 'facts', value: fields.fact });
  if (fact === null) {
    report({ problem: 'link-without-target' });
    return [];
  }
  return [{ type: 'fact', fact }];
}

/**
 * Whether a link may lead there: http, https, mailto and tel, absolute, and nothing else. Browsers drop line breaks and
 * tabs out of an address, so one with any of them would lead elsewhere than it says; and what stands before an "@" looks
 * like the site that it leads to, and is not.
 */
export function isAllowedUrl(url: string): boolean {
  if (/[\p{Cc}\s]/u.test(url) || hiddenCharacterIn(url) !== null || !URL.canParse(url))
    return false;
  const { protocol, username } = new URL(url);
  return linkSchemes.includes(protocol) && username === '';
}

/** A link to what has no page of its own would lead nowhere. */
function hasPage({ kind }: Reference): boolean {
  return isKind(kind) && pathOf({ kind, slug: 'any', language: 'en' }) !== null;
}

/** A relationship as Payload keeps it (`{ relationTo, value }`, the value an id or a whole document). */
export function referenceOf(relationship: unknown): Reference | null {
  const relation = asNode(relationship);
  const kind = relation?.relationTo;
  const value = relation?.value;
  const document = asNode(value)?.id ?? value;
  if (typeof kind !== 'string' || document === null || document === undefined) return null;
  return { kind, document: String(document) };
}

function isTone(tone: string): tone is Tone {
  return (tones as readonly string[]).includes(tone);
}

function isBlank(children: readonly Inline[]): boolean {
  return children.every(
    (child) => child.type === 'break' || (child.type === 'text' && child.text.trim() === ''),
  );
}

/** Rich text as a reader sees it: links lead somewhere or are plain words, facts are filled in. */
import type {
  Block,
  Inline,
  LinkTarget,
  List,
  Mark,
  Prose,
  Tone,
} from '@charterpress/shared/domain/prose.ts';
import { factFor, type Way } from './facts.ts';
import { type Destination, destinationOf } from './links.ts';
import type { Reader, Said } from './reader.ts';

export type ShownInline =
  | { readonly type: 'text'; readonly text: string; readonly marks: readonly Mark[] }
  | { readonly type: 'break' }
  | { readonly type: 'way'; readonly way: Way }
  | { readonly type: 'said'; readonly said: Said }
  | { readonly type: 'plain'; readonly children: readonly ShownInline[] }
  | {
      readonly type: 'link';
      readonly to: Destination;
      readonly isTelephone: boolean;
      readonly children: readonly ShownInline[];
    };

export type ShownItem = {
  readonly children: readonly ShownInline[];
  readonly lists: readonly ShownList[];
};
export type ShownList = {
  readonly type: 'list';
  readonly style: List['style'];
  readonly items: readonly ShownItem[];
};

export type ShownBlock =
  | {
      readonly type: 'heading';
      readonly level: 2 | 3 | 4 | 5 | 6;
      readonly children: readonly ShownInline[];
    }
  | { readonly type: 'paragraph'; readonly children: readonly ShownInline[] }
  | ShownList
  | {
      readonly type: 'callout';
      readonly tone: Tone;
      readonly label: string;
      readonly blocks: readonly ShownBlock[];
    };

/**
 * `reader` is in the language of the text. `under` is the level of the heading above it: its own headings start one
 * below, and none is skipped.
 */
export function showProse(
  reader: Reader,
  prose: Prose,
  under: 1 | 2 | 3 = 1,
): readonly ShownBlock[] {
  return showBlocks(reader, prose, under);
}

function showBlocks(reader: Reader, blocks: readonly Block[], base: number): readonly ShownBlock[] {
  let above = base;
  return blocks.map((block) => {
    const shown = showBlock(reader, block, { base, above });
    if (shown.type === 'heading') above = shown.level;
    return shown;
  });
}

type Levels = { readonly base: number; readonly above: number };

function showBlock(reader: Reader, block: Block, levels: Levels): ShownBlock {
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', children: showInlines(reader, block.children) };
    case 'heading':
      return {
        type: 'heading',
        level: levelOf(block.level, levels),
        children: showInlines(reader, block.children),
      };
    case 'list':
      return showList(reader, block);
    case 'callout':
      return {
        type: 'callout',
        tone: block.tone,
        label: reader.words(`callout.${block.tone}`),
        blocks: showBlocks(reader, block.children, levels.above),
      };
    default:
      throw new Error(unknown(block));
  }
}

function levelOf(level: number, { base, above }: Levels): 2 | 3 | 4 | 5 | 6 {
  return Math.min(base + level - 1, above + 1, 6) as 2 | 3 | 4 | 5 | 6;
}

function showList(reader: Reader, list: List): ShownList {
  const items = list.items.map((item) => ({
    children: showInlines(reader, item.children),
    lists: item.lists.map((inner) => showList(reader, inner)),
  }));
  return { type: 'list', style: list.style, items };
}

function showInlines(reader: Reader, children: readonly Inline[]): readonly ShownInline[] {
  return children.map((child) => showInline(reader, child));
}

function showInline(reader: Reader, inline: Inline): ShownInline {
  switch (inline.type) {
    case 'text':
    case 'break':
      return inline;
    case 'fact':
      return showFact(reader, inline.fact);
    case 'link':
      return showLink(reader, inline.to, showInlines(reader, inline.children));
    default:
      throw new Error(unknown(inline));
  }
}

/** In a sentence a fact is its number or value alone: the sentence says what it is. */
function showFact(reader: Reader, reference: Parameters<typeof factFor>[1]): ShownInline {
  const fact = factFor(reader, reference);
  const way = fact?.telephone ?? fact?.email ?? fact?.web ?? null;
  if (way !== null) return { type: 'way', way };
  const unknownFact = { text: reader.words('fact.unknown'), in: undefined };
  return { type: 'said', said: fact?.value ?? unknownFact };
}

function showLink(
  reader: Reader,
  target: LinkTarget,
  children: readonly ShownInline[],
): ShownInline {
  if ('url' in target) {
    const to = { href: target.url, hreflang: undefined, note: null };
    return { type: 'link', to, isTelephone: target.url.startsWith('tel:'), children };
  }
  const to = destinationOf(reader, target.document);
  if (to === null) return { type: 'plain', children };
  return { type: 'link', to, isTelephone: false, children };
}

function unknown(node: never): string {
  const { type } = node as { type?: unknown };
  return `A text holds "${String(type)}", which the site cannot show. Add it to shared/src/domain/prose.ts and site/src/views/prose.ts, or publish the text without it.`;
}

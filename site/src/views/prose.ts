/** Rich text as a reader sees it: links lead somewhere or are plain words, facts are filled in. */
import type {
  Block,
  Inline,
  LinkTarget,
  List,
  Mark,
  Prose,
  Table,
  Tone,
} from '@charterpress/shared/domain/prose.ts';
import { plainText } from '@charterpress/shared/domain/prose.ts';
import { factFor, type Way } from './facts.ts';
import { type Destination, destinationOf } from './links.ts';
import type { Reader, Said } from './reader.ts';
import { termsIn } from './terms.ts';

export type ShownInline =
  | { readonly type: 'text'; readonly text: string; readonly marks: readonly Mark[] }
  | { readonly type: 'break' }
  /** The first use of a term on the page, linked to its meaning. */
  | {
      readonly type: 'term';
      readonly text: string;
      readonly marks: readonly Mark[];
      readonly href: string;
    }
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

export type ShownCell = {
  readonly tag: 'th' | 'td';
  /** What a header is the header of. */
  readonly scope: 'col' | 'row' | undefined;
  readonly children: readonly ShownInline[];
};
export type ShownTable = {
  readonly type: 'table';
  /** The words of the heading above: what the table is called by whoever hears the page. */
  readonly name: string;
  readonly head: readonly ShownCell[] | null;
  /** What each cell of a row says before itself where its row is a card; `null` where a telephone has room for all. */
  readonly columns: readonly string[] | null;
  readonly body: readonly (readonly ShownCell[])[];
};

export type ShownBlock =
  | {
      readonly type: 'heading';
      readonly level: 2 | 3 | 4 | 5 | 6;
      readonly children: readonly ShownInline[];
    }
  | { readonly type: 'paragraph'; readonly children: readonly ShownInline[] }
  | ShownList
  | ShownTable
  | {
      readonly type: 'callout';
      readonly tone: Tone;
      readonly label: string;
      readonly blocks: readonly ShownBlock[];
    };

/** The heading that stands above a prose on its page. */
export type Above = { readonly level: 1 | 2 | 3; readonly heading: string };

/**
 * `reader` is in the language of the text. Its own headings start one level below the heading above it, and none is
 * skipped.
 */
export function showProse(reader: Reader, prose: Prose, above: Above): readonly ShownBlock[] {
  return showBlocks(reader, prose, {
    base: above.level,
    above: above.level,
    heading: above.heading,
  });
}

function showBlocks(reader: Reader, blocks: readonly Block[], begin: Place): readonly ShownBlock[] {
  let place = begin;
  return blocks.map((block) => {
    const shown = showBlock(reader, block, place);
    if (shown.type === 'heading' && block.type === 'heading') {
      place = { ...place, above: shown.level, heading: plainText(block.children) };
    }
    return shown;
  });
}

type Place = { readonly base: number; readonly above: number; readonly heading: string };

function showBlock(reader: Reader, block: Block, place: Place): ShownBlock {
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', children: showText(reader, block.children) };
    case 'heading':
      return {
        type: 'heading',
        level: levelOf(block.level, place),
        children: showInlines(reader, block.children),
      };
    case 'list':
      return showList(reader, block);
    case 'table':
      return showTable(reader, block, place.heading);
    case 'callout':
      return {
        type: 'callout',
        tone: block.tone,
        label: reader.words(`callout.${block.tone}`),
        blocks: showBlocks(reader, block.children, { ...place, base: place.above }),
      };
    default:
      throw new Error(unknown(block));
  }
}

function levelOf(level: number, { base, above }: Place): 2 | 3 | 4 | 5 | 6 {
  return Math.min(base + level - 1, above + 1, 6) as 2 | 3 | 4 | 5 | 6;
}

function showList(reader: Reader, list: List): ShownList {
  const items = list.items.map((item) => ({
    children: showText(reader, item.children),
    lists: item.lists.map((inner) => showList(reader, inner)),
  }));
  return { type: 'list', style: list.style, items };
}

function showTable(reader: Reader, table: Table, name: string): ShownTable {
  const rows = table.rows.map((row, down) =>
    row.cells.map((cell, across): ShownCell => {
      const scope = scopeOf(table, down, across);
      // An empty corner heads nothing.
      const isHeader = scope !== undefined && cell.children.length > 0;
      const show = isHeader ? showInlines : showText;
      const children = show(reader, cell.children);
      return isHeader ? { tag: 'th', scope, children } : { tag: 'td', scope: undefined, children };
    }),
  );
  const [first = null, ...others] = rows;
  const headings = (table.rows[0]?.cells ?? []).map(({ children }) => plainText(children));
  return table.headerRow
    ? { type: 'table', name, head: first, columns: columnsOf(headings), body: others }
    : { type: 'table', name, head: null, columns: null, body: rows };
}

/** Three columns are more than a telephone has room for. */
export function columnsOf(headings: readonly string[]): readonly string[] | null {
  return headings.length > 2 ? headings : null;
}

function scopeOf(table: Table, down: number, across: number): ShownCell['scope'] {
  if (table.headerRow && down === 0) return 'col';
  return table.headerColumn && across === 0 ? 'row' : undefined;
}

/** As `showInlines`, with its terms linked; headings and links have none. */
export function showText(reader: Reader, children: readonly Inline[]): readonly ShownInline[] {
  return children.flatMap((child): readonly ShownInline[] => {
    if (child.type !== 'text') return [showInline(reader, child)];
    const pieces = termsIn(reader, child.text, reader.language);
    if (pieces.length === 1 && pieces[0]?.href === null) return [child];
    return pieces.map(({ href, text }) =>
      href === null
        ? { type: 'text', text, marks: child.marks }
        : { type: 'term', text, marks: child.marks, href },
    );
  });
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

/** Rules on how a text is built: headings in order, tables with headers, links that say where they lead. */
import { type Block, type Prose, plainText, type Table } from '../prose.ts';
import type { Blocker } from './findings.ts';
import { inlinesIn } from './texts.ts';

/** A page has its title above every text: the first heading is of level 2, and none goes deeper by more than one. */
export function skippedHeadings(prose: Prose, field: string): readonly Blocker[] {
  let above = 1;
  return headingsIn(prose).flatMap(({ level, children }): Blocker[] => {
    const deepest = above + 1;
    above = level;
    const words = plainText(children).trim();
    return level > deepest ? [{ field, problem: 'heading-skipped', words, level, deepest }] : [];
  });
}

type Heading = Extract<Block, { type: 'heading' }>;

function headingsIn(prose: Prose): readonly Heading[] {
  return prose.flatMap((block): readonly Heading[] => {
    if (block.type === 'callout') return headingsIn(block.children);
    return block.type === 'heading' ? [block] : [];
  });
}

export function headlessTables(prose: Prose, field: string): readonly Blocker[] {
  return tablesIn(prose).flatMap((table): Blocker[] => {
    if (!table.headerRow && !table.headerColumn)
      return [{ field, problem: 'table-without-headers' }];
    return hasEmptyHeader(table) ? [{ field, problem: 'table-header-empty' }] : [];
  });
}

function tablesIn(prose: Prose): readonly Table[] {
  return prose.flatMap((block): readonly Table[] => {
    if (block.type === 'callout') return tablesIn(block.children);
    return block.type === 'table' ? [block] : [];
  });
}

/** The corner between two sets of headers may stay empty. */
function hasEmptyHeader({ headerColumn, headerRow, rows }: Table): boolean {
  return rows.some(({ cells }, down) =>
    cells.some(({ children }, across) => {
      const isHeader = (headerRow && down === 0) || (headerColumn && across === 0);
      const isCorner = down === 0 && across === 0 && cells.length > 1 && rows.length > 1;
      return isHeader && !isCorner && children.length === 0;
    }),
  );
}

/** Read out by itself, as screen readers list the links of a page, each of these says nothing. */
const empty = new Set([
  ...['here', 'this', 'this link', 'this page', 'this website', 'this site', 'link', 'page'],
  ...['more', 'read more', 'see more', 'find out more', 'learn more', 'more information'],
  ...['more info', 'further information', 'more details', 'details', 'info', 'information'],
  ...['click', 'continue', 'go', 'download', 'see here', 'read this', 'open', 'website'],
]);
const clickHere = /\b(click|tap|press)\s+(here|on|this|the|below)\b/;
const bareAddress = /^(https?:\/\/|www\.)\S+$|^[\w-]+(\.[\w-]+)+\/\S*$/i;

/** `words` are in English: in other languages only a bare address is known to say nothing. */
export function emptyLinks(prose: Prose, field: string, language: string): readonly Blocker[] {
  return inlinesIn(prose).flatMap((inline): Blocker[] => {
    if (inline.type !== 'link') return [];
    const words = plainText(inline.children).replace(/\s+/g, ' ').trim();
    const saysNothing = bareAddress.test(words) || (isEnglish(language) && isEmpty(words));
    return saysNothing ? [{ field, problem: 'link-words', words }] : [];
  });
}

function isEmpty(words: string): boolean {
  const plain = words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .trim();
  return empty.has(plain) || clickHere.test(plain);
}

/** Easy Read is English too. */
export function isEnglish(language: string): boolean {
  return language.split('-')[0] === 'en';
}

/**
 * A translation beside the English it was made from, for two people who read together. A translation has the structure of
 * its English, so what stands at the same place says the same. Where the structures differ, larger pieces stand beside each
 * other: nothing is ever put beside what it does not say.
 */
import type { ContentOfKind, Kind } from '../kinds.ts';
import { kinds } from '../kinds.ts';
import type { Block, Prose } from '../prose.ts';
import type { Field, Shape } from '../shape.ts';

/** Blocks that say the same in both languages. One side is empty where the other has nothing to stand beside. */
export type Pair = { readonly own: Prose; readonly english: Prose };

/** A field of words, or a field of one row: `body`, `parts` with the id of the part. */
export type PairedText = {
  readonly field: string;
  /** `null` for a field of the document itself. */
  readonly row: string | null;
  readonly pairs: readonly Pair[];
};

type Values = Readonly<Record<string, unknown>>;
type Row = Values & { readonly id: string };

/** Every translated text of a document, in the order of its form. Rows are paired by their ids. */
export function sideBySide<K extends Kind>(
  kind: K,
  own: ContentOfKind<K>,
  english: ContentOfKind<K>,
): readonly PairedText[] {
  const texts = Object.entries(kinds[kind] as Shape).flatMap(([field, of]): PairedText[] => {
    const [mine, theirs] = [(own as Values)[field], (english as Values)[field]];
    if (of.holds !== 'rows') return [{ field, row: null, pairs: pairsOf(of, mine, theirs) }];
    return pairRows(mine, theirs).map(([mineHere, theirsHere, row]) => ({
      ...{ field, row, pairs: pairsInRow(of.fields, mineHere, theirsHere) },
    }));
  });
  return texts.filter(({ pairs }) => pairs.length > 0);
}

/** Block beside block; from heading to heading, or all of it, where the blocks are not alike. */
export function pairProse(own: Prose, english: Prose): readonly Pair[] {
  if (own.length === 0 && english.length === 0) return [];
  if (isAlike(own, english)) return own.map((block, at) => pairAt(block, english[at]));
  const [mine, theirs] = [underHeadings(own), underHeadings(english)];
  const isSameOutline = isAlike(mine.flatMap(headOf), theirs.flatMap(headOf));
  if (!isSameOutline || mine.length !== theirs.length) return [{ own, english }];
  return mine.flatMap((section, at) => {
    const other = theirs[at] ?? [];
    return isAlike(section, other) ? pairProse(section, other) : [{ own: section, english: other }];
  });
}

function pairAt(own: Block, english: Block | undefined): Pair {
  return { own: [own], english: english === undefined ? [] : [english] };
}

function pairsOf(field: Field, own: unknown, english: unknown): readonly Pair[] {
  if (field.holds === 'prose') return pairProse((own ?? []) as Prose, (english ?? []) as Prose);
  if (field.holds !== 'text' || !field.translated) return [];
  return pairProse(paragraphs(own), paragraphs(english));
}

function pairsInRow(shape: Shape, own: Values, english: Values): readonly Pair[] {
  return Object.entries(shape).flatMap(([name, field]) =>
    field.holds === 'rows'
      ? pairRows(own[name], english[name]).flatMap(([mine, theirs]) =>
          pairsInRow(field.fields, mine, theirs),
        )
      : pairsOf(field, own[name], english[name]),
  );
}

/** In the order of the translation; rows that it does not have come last. */
function pairRows(own: unknown, english: unknown): readonly (readonly [Values, Values, string])[] {
  const mine = (own ?? []) as readonly Row[];
  const theirs = (english ?? []) as readonly Row[];
  const known = new Set(mine.map(({ id }) => id));
  return [
    ...mine.map((row) => [row, theirs.find(({ id }) => id === row.id) ?? {}, row.id] as const),
    ...theirs.filter(({ id }) => !known.has(id)).map((row) => [{}, row, row.id] as const),
  ];
}

function paragraphs(words: unknown): Prose {
  const text = typeof words === 'string' ? words : '';
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ type: 'paragraph', children: [{ type: 'text', text: line, marks: [] }] }));
}

function isAlike(own: Prose, english: Prose): boolean {
  return (
    own.length === english.length && own.every((block, at) => form(block) === form(english[at]))
  );
}

/** What a translation keeps of a block. */
function form(block: Block | undefined): string {
  switch (block?.type) {
    case undefined:
      return '';
    case 'heading':
      return `heading ${block.level}`;
    case 'list':
      return `${block.style} ${block.items.length}`;
    case 'table':
      return `table ${block.rows.map(({ cells }) => cells.length).join(' ')}`;
    case 'callout':
      return `${block.tone} (${block.children.map(form).join(', ')})`;
    case 'paragraph':
      return 'paragraph';
  }
}

/** In runs that each begin with a heading; what stands before the first is one too. */
function underHeadings(prose: Prose): readonly Prose[] {
  const sections: Block[][] = [[]];
  for (const block of prose) {
    if (block.type === 'heading') sections.push([block]);
    else sections.at(-1)?.push(block);
  }
  return sections.filter((section, at) => at > 0 || section.length > 0);
}

function headOf(section: Prose): Prose {
  return section.slice(0, 1).filter(({ type }) => type === 'heading');
}

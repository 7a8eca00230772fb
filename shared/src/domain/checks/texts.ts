/** Every text of a document with the path of its field, in the order in which the form shows them. */
import { type Block, type Inline, type List, type Prose, plainText } from '../prose.ts';
import type { Reference, Shape } from '../shape.ts';
import { withoutReferences } from '../strategy/references.ts';

/** Content as composing gives it so far: what is missing is `null`. */
export type Content = Readonly<Record<string, unknown>>;

export type ProseAt = { readonly field: string; readonly prose: Prose };
export type LineAt = { readonly field: string; readonly text: string };
export type ReferenceAt = { readonly field: string; readonly to: Reference };

/** Rich text. */
export function prosesIn(shape: Shape, content: Content): readonly ProseAt[] {
  return fieldsIn(shape, content).flatMap(({ field, holds, value }) =>
    holds === 'prose' ? [{ field, prose: value as Prose }] : [],
  );
}

/** Words outside rich text that are translated, and so speak to readers. */
export function linesIn(shape: Shape, content: Content): readonly LineAt[] {
  return fieldsIn(shape, content).flatMap(({ field, holds, value, isTranslated }) =>
    holds === 'text' && isTranslated ? [{ field, text: String(value) }] : [],
  );
}

/** Whom a document refers to outside rich text. */
export function relationsIn(shape: Shape, content: Content): readonly ReferenceAt[] {
  return fieldsIn(shape, content).flatMap(({ field, holds, value }): ReferenceAt[] => {
    if (holds === 'one') return [{ field, to: value as Reference }];
    if (holds !== 'many') return [];
    const many = value as readonly (Reference | null)[];
    return many.flatMap((to, at) => (to === null ? [] : [{ field: `${field}.${at}`, to }]));
  });
}

type FieldAt = {
  readonly field: string;
  readonly holds: Shape[string]['holds'];
  readonly value: unknown;
  readonly isTranslated: boolean;
};

function fieldsIn(shape: Shape, content: Content, path = ''): readonly FieldAt[] {
  return Object.entries(shape).flatMap(([name, { holds, ...of }]): readonly FieldAt[] => {
    const field = path + name;
    const value = content[name];
    if (value === null || value === undefined) return [];
    const isTranslated = 'translated' in of && of.translated;
    if (!('fields' in of)) return [{ field, holds, value, isTranslated }];
    const rows = value as readonly Content[];
    return rows.flatMap((row, at) => fieldsIn(of.fields, row, `${field}.${at}.`));
  });
}

/** A piece of text that is read by itself: a paragraph, one item of a list, one cell, a line outside rich text. */
export type Passage = {
  readonly field: string;
  readonly text: string;
  readonly is: 'paragraph' | 'heading' | 'item' | 'cell' | 'line';
};

export function passagesIn(shape: Shape, content: Content): readonly Passage[] {
  const lines = linesIn(shape, content).map((line): Passage => ({ ...line, is: 'line' }));
  return [
    ...lines,
    ...prosesIn(shape, content).flatMap(({ field, prose }) => passagesOf(prose, field)),
  ];
}

export function passagesOf(prose: Prose, field: string): readonly Passage[] {
  return prose.flatMap((block) => passagesOfBlock(block, field));
}

function passagesOfBlock(block: Block, field: string): readonly Passage[] {
  if (block.type === 'callout') return passagesOf(block.children, field);
  if (block.type === 'list') return passagesOfList(block, field);
  if (block.type !== 'table') return [{ field, text: spoken(block.children), is: block.type }];
  const cells = block.rows.flatMap((row) => row.cells);
  return cells.map(({ children }): Passage => ({ field, text: spoken(children), is: 'cell' }));
}

function passagesOfList(list: List, field: string): readonly Passage[] {
  return list.items.flatMap((item): readonly Passage[] => [
    { field, text: spoken(item.children), is: 'item' },
    ...item.lists.flatMap((inner) => passagesOfList(inner, field)),
  ]);
}

/** A fact or a reference is filled in later: in a sentence it stands for a word. */
function spoken(children: readonly Inline[]): string {
  return children
    .map((child) => {
      if (child.type === 'fact') return 'fact';
      if (child.type === 'link') return spoken(child.children);
      return withoutReferences(plainText([child]), 'section');
    })
    .join('');
}

/** Every line of words within rich text, callouts, lists and cells included. */
export function inlinesIn(prose: Prose): readonly Inline[] {
  return prose.flatMap((block): readonly Inline[] => {
    if (block.type === 'callout') return inlinesIn(block.children);
    if (block.type === 'list') return inlinesOfList(block);
    if (block.type === 'table')
      return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.children));
    return block.children;
  });
}

function inlinesOfList(list: List): readonly Inline[] {
  return list.items.flatMap((item) => [...item.children, ...item.lists.flatMap(inlinesOfList)]);
}

/** The beginning of a text, long enough to find it by. */
export function beginningOf(text: string): string {
  const words = text.trim().split(/\s+/);
  return words.length <= 6 ? words.join(' ') : `${words.slice(0, 6).join(' ')} ...`;
}

/** A value of a form as a person reads it, without the form. */
import { proseFromLexical } from '@charterpress/shared/domain/lexical.ts';
import { type Block, type Prose, plainText, type Row } from '@charterpress/shared/domain/prose.ts';
import type { Field } from '@charterpress/shared/domain/shape.ts';
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import type { Titles } from './titles.ts';

/** Lines of words; none when there is nothing. `titles` knows the documents that are referred to. */
export function readable(field: Field, value: unknown, titles: Titles): readonly string[] {
  if (value === null || value === undefined || value === '') return [];
  switch (field.holds) {
    case 'yes':
      return [value ? desk.yes : desk.no];
    case 'prose':
      return linesOf(proseFromLexical(value, '').prose);
    case 'one':
    case 'many':
      return relationsIn(value).map(titles);
    case 'rows':
      return (value as readonly Values[]).map((row, at) => `${at + 1}. ${nameOfRow(row)}`);
    case 'choice':
      return [String(value).replaceAll('-', ' ')];
    case 'several':
    case 'districts':
      return (value as readonly string[]).map((each) => each.replaceAll('-', ' '));
    case 'file':
      return [];
    default:
      return [String(value)];
  }
}

/** Every document that a value refers to, as far as its field says so. */
export function relationsIn(value: unknown): readonly { kind: string; document: string }[] {
  const each = Array.isArray(value) ? value : [value];
  return each.flatMap((relation) => {
    const { relationTo, value: target } = (relation ?? {}) as Values;
    if (typeof relationTo !== 'string') return [];
    const id = typeof target === 'object' ? (target as Values | null)?.id : target;
    return [{ kind: relationTo, document: String(id) }];
  });
}

type Values = Readonly<Record<string, unknown>>;

function nameOfRow(row: Values): string {
  return String(row.title ?? row.name ?? row.slug ?? '').trim() || desk.landing.untitled;
}

function linesOf(prose: Prose): readonly string[] {
  return prose.flatMap(linesOfBlock);
}

function linesOfBlock(block: Block): readonly string[] {
  if (block.type === 'list') return block.items.map((item) => `• ${plainText(item.children)}`);
  if (block.type === 'callout') return linesOf(block.children);
  if (block.type === 'table') return block.rows.map(wordsOfRow);
  return [plainText(block.children)];
}

function wordsOfRow({ cells }: Row): string {
  return cells.map(({ children }) => plainText(children)).join(' | ');
}

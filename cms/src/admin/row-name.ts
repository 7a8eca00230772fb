/** What a row of a form is called, from what is in it: whoever folds twenty of them up has to find one again. */
import { proseFromLexical } from '@charterpress/shared/domain/lexical.ts';
import { type Prose, plainText } from '@charterpress/shared/domain/prose.ts';
import { numberings } from '@charterpress/shared/domain/shapes/strategy.ts';
import { numbered } from '@charterpress/shared/domain/strategy/numbering.ts';

type Row = Readonly<Record<string, unknown>>;

/** Fields by which people know a row, the best first. */
const names = ['title', 'what', 'role', 'whom', 'question', 'name', 'sector', 'wording'];
const LONGEST = 60;

/** `null` for a row with nothing in it that says what it is. */
export function rowName(row: Row): string | null {
  const named = names.map((name) => row[name]).find(isWords);
  const words = named ?? beginningOf(row.body);
  return words === null ? null : cut(words);
}

function isWords(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function beginningOf(body: unknown): string | null {
  const words = firstWords(proseFromLexical(body, '').prose);
  return words.trim() === '' ? null : words;
}

function firstWords([first]: Prose): string {
  switch (first?.type) {
    case 'callout':
      return firstWords(first.children);
    case 'list':
      return plainText(first.items[0]?.children ?? []);
    case 'table':
      return plainText(first.rows[0]?.cells[0]?.children ?? []);
    default:
      return plainText(first?.children ?? []);
  }
}

function cut(words: string): string {
  const plain = words.replace(/\s+/g, ' ').trim();
  return plain.length <= LONGEST ? plain : `${plain.slice(0, LONGEST).replace(/\s+\S*$/, '')} …`;
}

/** A field of the form, as far as it is needed here. */
type Fields = Readonly<
  Record<string, { readonly value?: unknown; readonly rows?: readonly unknown[] } | undefined>
>;

/** The number that readers see at a section of a strategy or at one of its paragraphs; `null` for every other row. */
export function numberOfRow(path: string, fields: Fields): string | null {
  const [, at, within] = /^sections\.(\d+)(?:\.paragraphs\.(\d+))?$/.exec(path) ?? [];
  const numbering = numberings.find((each) => each === fields.numbering?.value);
  if (at === undefined || numbering === undefined) return null;
  const sections = rowsOf(fields, 'sections').map((_, index) => ({
    ...{ id: '', slug: '', title: '' },
    part: fields[`sections.${index}.part`]?.value === 'appendix' ? 'appendix' : 'other',
    paragraphs: rowsOf(fields, `sections.${index}.paragraphs`).map(() => ({
      ...{ id: '', anchor: null, body: [] },
    })),
  })) as Parameters<typeof numbered>[0]['sections'];
  const section = numbered({ numbering, sections })[Number(at)];
  const place = within === undefined ? section : section?.paragraphs[Number(within)];
  return place?.number ?? null;
}

function rowsOf(fields: Fields, path: string): readonly unknown[] {
  return fields[path]?.rows ?? [];
}

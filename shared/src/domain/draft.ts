/**
 * A draft as a page can show it. Looking is never blocked: what a page cannot be made without is filled in with words that
 * say what is missing, and the problems come along. Nothing made here is ever published: publishing composes by itself.
 */
import { slugByNumber } from './addresses.ts';
import { composeSoFar } from './compose.ts';
import { type Kind, kinds } from './kinds.ts';
import type { Problem } from './problem.ts';
import type { Prose } from './prose.ts';
import type { Field, Shape } from './shape.ts';
import { isSlug } from './slug.ts';

/** A notice whose end nobody has said yet is shown nowhere. Pages reckon with days, so that words cannot stand for one. */
const LONG_AGO = '1970-01-01T00:00:00.000Z';
/** The id of no document: what refers to it is shown without it. */
const NOTHING = 'nothing';

type Values = Readonly<Record<string, unknown>>;

export type Draft = {
  readonly slug: string;
  readonly content: Values;
  /** What would stand in the way of publishing it, as composing says it. */
  readonly problems: readonly Problem[];
};

/** What stands where nothing was written: words that name the field of this path, such as `parts.0.title`. */
export type Missing = (path: string) => string;

/** `slug` is the one in force, for a draft whose own address cannot be one. */
export function composeDraft(
  kind: Kind,
  version: Values,
  { missing, slug }: { readonly missing: Missing; readonly slug: string | null },
): Draft {
  const { content, problems } = composeSoFar(kind, version);
  const whole = filledShape(kinds[kind], content, { missing, path: '' });
  return { slug: slugOf(kind, whole, version.slug) ?? slug ?? 'draft', content: whole, problems };
}

function slugOf(kind: Kind, { number }: Values, slug: unknown): string | null {
  const numbered = slugByNumber(kind, Number(number));
  if (numbered !== null) return isSlug(numbered) ? numbered : null;
  return typeof slug === 'string' && isSlug(slug) ? slug : null;
}

type Place = { readonly missing: Missing; readonly path: string };

function filledShape(shape: Shape, values: Values, { missing, path }: Place): Values {
  return Object.fromEntries(
    Object.entries(shape).map(([name, field]) => [
      name,
      filled(field, values[name], { missing, path: path + name }),
    ]),
  );
}

function filled(field: Field, value: unknown, place: Place): unknown {
  if (field.holds === 'rows') {
    const rows = (value ?? []) as readonly Values[];
    const known = rows.length === 0 && field.needed ? [emptyRow(field.fields)] : rows;
    return filledRows(field.fields, known, place);
  }
  if (isList(field)) return value ?? [];
  if (value !== null || !field.needed) return value;
  switch (field.holds) {
    case 'text':
      return place.missing(place.path);
    case 'day':
      return LONG_AGO.slice(0, 'YYYY-MM-DD'.length);
    case 'moment':
      return LONG_AGO;
    case 'prose':
      return paragraph(place.missing(place.path));
    case 'number':
      return 0;
    case 'choice':
      return field.of[0];
    case 'one':
      return { kind: field.kinds[0], document: NOTHING };
    default:
      return value;
  }
}

function isList({ holds }: Field): boolean {
  return holds === 'many' || holds === 'several' || holds === 'districts';
}

/** A page in parts has one part at least, and each part an address of its own. */
function filledRows(fields: Shape, rows: readonly Values[], { missing, path }: Place): unknown {
  return rows.map((row, at) => {
    const inRow = filledShape(fields, row, { missing, path: `${path}.${at}.` });
    if (!('slug' in fields)) return { id: row.id, ...inRow };
    const before = rows.slice(0, at).map(({ slug }) => slug);
    const isOwn = isSlug(String(row.slug ?? '')) && !before.includes(row.slug);
    return { id: row.id, ...inRow, slug: isOwn ? row.slug : `part-${at + 1}` };
  });
}

function emptyRow(fields: Shape): Values {
  const nothing = Object.keys(fields).map((name) => [name, null]);
  return { id: 'missing', ...Object.fromEntries(nothing) };
}

function paragraph(words: string): Prose {
  return [{ type: 'paragraph', children: [{ type: 'text', text: words, marks: [] }] }];
}

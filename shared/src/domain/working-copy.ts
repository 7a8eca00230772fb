/** From the content of an edition back to what staff fill in: the inverse of composing. */
import { slugByNumber } from './addresses.ts';
import { type ContentOfKind, type Kind, kinds } from './kinds.ts';
import { lexicalFromProse, type NewId } from './lexical-from-prose.ts';
import type { Prose } from './prose.ts';
import type { Field, Reference, Shape } from './shape.ts';

type Values = Readonly<Record<string, unknown>>;

/** As the authoring collection keeps it. Files stay out: they are uploaded, not written. */
export function workingCopyOf<K extends Kind>(
  kind: K,
  { content, slug }: { readonly content: ContentOfKind<K>; readonly slug: string },
  newId: NewId,
): Values {
  const values = writtenOf(kinds[kind], content, newId);
  return slugByNumber(kind, 1) === null ? { ...values, slug } : values;
}

function writtenOf(shape: Shape, content: Values, newId: NewId): Values {
  const written = Object.entries(shape).filter(([, { holds }]) => holds !== 'file');
  return Object.fromEntries(
    written.map(([name, field]) => [name, fieldOf(field, content[name] ?? null, newId)]),
  );
}

function fieldOf(field: Field, value: unknown, newId: NewId): unknown {
  if (value === null) return null;
  switch (field.holds) {
    case 'prose':
      return lexicalFromProse(value as Prose, newId);
    case 'day':
      return `${value}T00:00:00.000Z`;
    case 'one':
      return relationship(value as Reference);
    case 'many':
      return (value as readonly Reference[]).map(relationship);
    case 'rows':
      return (value as readonly (Values & { readonly id: string })[]).map((row) => ({
        id: row.id,
        ...writtenOf(field.fields, row, newId),
      }));
    default:
      return value;
  }
}

function relationship({ document, kind }: Reference): object {
  return { relationTo: kind, value: document };
}

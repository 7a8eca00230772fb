/**
 * What staff fill in, from a shape and its words. Nothing is required: a working copy may be saved half done, and what
 * is missing is said when it is published.
 */
import type { Field as PartOfShape, Shape } from '@charterpress/shared/domain/shape.ts';
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import type { CollectionSlug, Condition, Field, FieldHook } from 'payload';
import { trust } from '../words/trust.ts';
import { withoutPastedStyles } from './pasted-styles.ts';
import { proseEditor } from './prose.ts';
import type { AnyWords } from './words.ts';

type Words = AnyWords[string];

/** The name that a `file` goes by in a working copy: Payload keeps `file` for itself where files are uploaded. */
export const RENDITIONS = 'renditions';

/** Under each field: its help, and what staff said about it. */
export const HELP = '/admin/comments-at-field.tsx#HelpAndComments';

export function authoringFields(shape: Shape, words: AnyWords): Field[] {
  return Object.entries(shape).flatMap(([name, part]) => {
    const own = wordsOf(name, words);
    return [...headingAbove(name, own), authoringField(name, part, own)];
  });
}

/** Forty fields without a break are a form in which nobody finds anything again. */
function headingAbove(name: string, { heading }: Words): Field[] {
  if (heading === undefined) return [];
  const Field = { path: '/admin/part-heading.tsx#PartHeading', clientProps: { heading } };
  const admin = { disableListColumn: true, components: { Field } };
  return [{ name: `${name}Heading`, type: 'ui', label: heading, admin }];
}

function wordsOf(name: string, words: AnyWords): Words {
  const found = words[name];
  if (found === undefined)
    throw new Error(`The field "${name}" has no words. Add them beside its kind.`);
  return found;
}

function authoringField(name: string, part: PartOfShape, words: Words): Field {
  const components = { Description: HELP };
  const description = part.needed ? `${words.help} ${desk.needed}` : words.help;
  const condition = words.when && { condition: shownWhen(name, words.when) };
  const base = { name, label: words.label, admin: { description, components, ...condition } };
  switch (part.holds) {
    case 'text':
      return part.lines === 'many' ? { ...base, type: 'textarea' } : { ...base, type: 'text' };
    case 'prose':
      return {
        ...base,
        type: 'richText',
        editor: proseEditor,
        hooks: { beforeValidate: [dropPastedStyles] },
      };
    case 'number':
      return { ...base, type: 'number', index: true };
    case 'day':
      return {
        ...base,
        type: 'date',
        admin: {
          ...base.admin,
          date: { pickerAppearance: 'dayOnly', displayFormat: 'd MMMM yyyy' },
        },
      };
    case 'moment':
      return {
        ...base,
        type: 'date',
        admin: {
          ...base.admin,
          date: { pickerAppearance: 'dayAndTime', displayFormat: 'd MMMM yyyy, HH:mm' },
        },
      };
    case 'choice':
      return {
        ...base,
        type: 'select',
        options: part.of.map((value) => ({ value, label: words.choices?.[value] ?? value })),
      };
    case 'several':
      return {
        ...base,
        type: 'select',
        hasMany: true,
        options: part.of.map((value) => ({ value, label: words.choices?.[value] ?? value })),
      };
    case 'districts':
      return {
        ...base,
        type: 'select',
        hasMany: true,
        options: trust.districts.map(({ name, slug }) => ({ value: slug, label: name })),
        admin: {
          ...base.admin,
          components: { ...components, Cell: '/admin/districts-cell.tsx#DistrictsCell' },
        },
      };
    case 'yes':
      return {
        ...base,
        type: 'checkbox',
        defaultValue: false,
        admin: {
          ...base.admin,
          components: { ...components, Cell: '/admin/yes-cell.tsx#YesCell' },
        },
      };
    case 'one':
      return { ...base, type: 'relationship', relationTo: slugs(part.kinds), hasMany: false };
    case 'many':
      return { ...base, type: 'relationship', relationTo: slugs(part.kinds), hasMany: true };
    case 'rows':
      return {
        ...base,
        type: 'array',
        labels: { singular: words.row ?? words.label, plural: words.label },
        admin: {
          ...base.admin,
          // Folded up, a text in sections of paragraphs is its own table of contents.
          initCollapsed: Object.values(part.fields).some(({ holds }) => holds === 'rows'),
          components: {
            ...components,
            RowLabel: {
              path: '/admin/row-title.tsx#RowTitle',
              clientProps: { row: words.row ?? words.label },
            },
          },
        },
        fields: authoringFields(part.fields, words.fields ?? {}),
      };
    case 'file':
      return {
        ...base,
        name: RENDITIONS,
        type: 'json',
        admin: { hidden: true },
        access: onlyTheServerWrites,
      };
  }
}

/** What is filled in stays in sight: a fault that nobody sees is one that nobody mends. */
function shownWhen(name: string, when: NonNullable<Words['when']>): Condition {
  return (_document, values) => when(values) || hasValue(values[name]);
}

function hasValue(value: unknown): boolean {
  const isEmpty = value === undefined || value === null || value === '' || value === false;
  return !isEmpty && !(Array.isArray(value) && value.length === 0);
}

/** Always a list, so that a reference always says its kind. */
function slugs(kinds: readonly string[]): CollectionSlug[] {
  return [...kinds] as CollectionSlug[];
}

const onlyTheServerWrites = { create: () => false, update: () => false };

const dropPastedStyles: FieldHook = ({ value }) => withoutPastedStyles(value);

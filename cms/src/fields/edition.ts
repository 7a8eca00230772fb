/**
 * What an edition keeps of a shape, in types that come through GraphQL unchanged: choices and days as text, prose and
 * files as JSON (rich text would be checked against living documents), references as kind and document.
 */
import { type Kind, singularOf } from '@charterpress/shared/domain/kinds.ts';
import type { Field as PartOfShape, Shape } from '@charterpress/shared/domain/shape.ts';
import type { CollectionSlug, Field } from 'payload';

/** The collection that keeps a kind's editions: `guides` -> `guide-editions`. */
export function editionsOf(kind: Kind): CollectionSlug {
  return `${singularOf[kind].toLowerCase()}-editions` as CollectionSlug;
}

/** What every edition has, whatever it is an edition of: `EditionHead`, its action and where a redirection leads. */
export function headFields(): Field[] {
  return [
    { name: 'document', type: 'text', index: true },
    { name: 'slug', type: 'text', index: true },
    { name: 'language', type: 'text', index: true },
    { name: 'number', type: 'number' },
    { name: 'sequence', type: 'number', unique: true, index: true },
    { name: 'action', type: 'text', index: true },
    { name: 'change', type: 'text' },
    { name: 'changeNote', type: 'text' },
    { name: 'publishedAt', type: 'text', index: true },
    { name: 'firstPublishedAt', type: 'text' },
    { name: 'changedAt', type: 'text' },
    { name: 'corrects', type: 'number' },
    { name: 'sourceEdition', type: 'number' },
    { name: 'digest', type: 'text' },
    { name: 'redirectTo', type: 'group', fields: referenceFields() },
    {
      name: 'stoodAt',
      type: 'group',
      fields: [...referenceFields(), { name: 'language', type: 'text' }],
    },
  ];
}

export function contentField(shape: Shape): Field {
  return { name: 'content', type: 'group', fields: contentFields(shape) };
}

function contentFields(shape: Shape): Field[] {
  return Object.entries(shape).map(([name, part]) => editionField(name, part));
}

/** By which lists of a document its editions can be asked for; each has an index. */
export const filters = ['districts', 'tiers', 'topics'] as const;

function editionField(name: string, part: PartOfShape): Field {
  switch (part.holds) {
    case 'text':
    case 'day':
    case 'moment':
    case 'choice':
      return { name, type: 'text' };
    case 'prose':
    case 'file':
      return { name, type: 'json' };
    case 'several':
    case 'districts':
      return { name, type: 'text', hasMany: true, index: filters.some((one) => one === name) };
    case 'number':
      return { name, type: 'number' };
    case 'yes':
      return { name, type: 'checkbox' };
    case 'one':
      return { name, type: 'group', fields: referenceFields() };
    case 'many':
      return { name, type: 'array', fields: referenceFields() };
    case 'rows':
      return { name, type: 'array', fields: contentFields(part.fields) };
  }
}

function referenceFields(): Field[] {
  return [
    { name: 'kind', type: 'text' },
    { name: 'document', type: 'text' },
  ];
}

/**
 * What the text of a strategy's edition is numbered, counted whenever it is read: an edition keeps what was published,
 * letter by letter, and there a reference to a section is `{section/vision}`.
 */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import type { InSections } from '@charterpress/shared/domain/strategy/numbering.ts';
import { outlineOf, type Place } from '@charterpress/shared/domain/strategy/outline.ts';
import type { Field, FieldHook } from 'payload';

/** The press counts from the text itself, and does not ask for it. */
export const OUTLINE = 'outline';

export function countedFields(kind: Kind): Field[] {
  return kind === 'strategies' ? [outline] : [];
}

const names: readonly (keyof Place)[] = [
  'reference',
  'section',
  'paragraph',
  'is',
  'number',
  'heading',
  'anchor',
];

const outline: Field = {
  name: OUTLINE,
  type: 'array',
  virtual: true,
  fields: names.map((name) => ({ name, type: 'text' })),
  hooks: { afterRead: [countOutline] },
};

/** What was removed has no sections left. */
function countOutline({ data }: Parameters<FieldHook>[0]): readonly Place[] {
  const content = data?.content as Partial<InSections> | null | undefined;
  const { numbering, sections } = content ?? {};
  return numbering && sections ? outlineOf({ numbering, sections }) : [];
}

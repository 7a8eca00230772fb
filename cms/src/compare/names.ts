/** What the documents are called that two texts refer to. */
import type { Names } from '@charterpress/shared/domain/compare-lines.ts';
import { type Kind, kinds } from '@charterpress/shared/domain/kinds.ts';
import { type Prose, referencesIn } from '@charterpress/shared/domain/prose.ts';
import type { Reference, Shape } from '@charterpress/shared/domain/shape.ts';
import type { PayloadRequest } from 'payload';
import { titlesOf } from '../admin/titles.ts';
import type { Text } from './texts.ts';

type Values = Readonly<Record<string, unknown>>;

export function namesIn(req: PayloadRequest, kind: Kind, texts: readonly Text[]): Promise<Names> {
  const references = texts.flatMap(({ content }) => referencesOf(kinds[kind], content));
  return titlesOf(req.payload, references);
}

function referencesOf(shape: Shape, content: Values): readonly Reference[] {
  return Object.entries(shape).flatMap(([name, field]): readonly Reference[] => {
    const value = content[name];
    if (value === null || value === undefined) return [];
    if (field.holds === 'one') return [value as Reference];
    if (field.holds === 'many') return value as readonly Reference[];
    if (field.holds === 'prose') return referencesIn(value as Prose);
    if (field.holds !== 'rows') return [];
    return (value as readonly Values[]).flatMap((row) => referencesOf(field.fields, row));
  });
}

/** What the documents are called that two texts refer to: as they are saved now, or were published last. */
import type { Names } from '@charterpress/shared/domain/compare-lines.ts';
import { isKind, type Kind, kinds } from '@charterpress/shared/domain/kinds.ts';
import { type Prose, referencesIn } from '@charterpress/shared/domain/prose.ts';
import type { Reference, Shape } from '@charterpress/shared/domain/shape.ts';
import compare from '@charterpress/shared/strings/compare.json' with { type: 'json' };
import type { PayloadRequest } from 'payload';
import type { Text } from './texts.ts';

type Values = Readonly<Record<string, unknown>>;

export async function namesIn(
  req: PayloadRequest,
  kind: Kind,
  texts: readonly Text[],
): Promise<Names> {
  const references = texts.flatMap(({ content }) => referencesOf(kinds[kind], content));
  const asked = new Set(references.map(({ document, kind }) => `${kind}/${document}`));
  const found = await Promise.all(
    [...asked].map(async (each) => [each, await nameOf(req, each)] as const),
  );
  const names = new Map(found);
  return ({ document, kind }) => names.get(`${kind}/${document}`) ?? compare.gone;
}

async function nameOf({ payload }: PayloadRequest, asked: string): Promise<string | undefined> {
  const [kind = '', id = ''] = asked.split('/');
  if (!isKind(kind)) return undefined;
  const found = await payload.db.findOne<Values & { id: string }>({
    collection: kind,
    where: { id: { equals: id } },
  });
  const title = payload.collections[kind]?.config.admin.useAsTitle ?? 'id';
  return found === null ? undefined : String(found[title] || found.slug || id);
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

/** Two documents cannot stand at one address: neither two pages of one name, nor two principles of one number. */
import { slugByNumber } from '@charterpress/shared/domain/addresses.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import type { Problem } from '@charterpress/shared/domain/problem.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { editionsOf } from '../fields/edition.ts';
import type { Within } from '../transaction.ts';
import { newestEdition } from './stored.ts';

type Place = { readonly kind: Kind; readonly document: string; readonly slug: string };

/** Told at the field that makes the address; none while no other document that can be read stands there. */
export async function takenAddress(
  req: Within,
  { document, kind, slug }: Place,
): Promise<readonly Problem[]> {
  const { docs } = await req.payload.db.find<{ document: string }>({
    collection: editionsOf(kind),
    where: {
      slug: { equals: slug },
      language: { equals: SOURCE_LANGUAGE },
      document: { not_equals: document },
    },
    limit: 0,
    pagination: false,
    req,
  });
  for (const other of new Set(docs.map((edition) => edition.document))) {
    const of = { kind, document: other, language: SOURCE_LANGUAGE };
    const holder = await newestEdition(req, of);
    if (holder?.slug === slug && holder.content !== null) {
      const field = slugByNumber(kind, 0) === null ? 'slug' : 'number';
      return [{ field, problem: 'repeated', value: slug }];
    }
  }
  return [];
}

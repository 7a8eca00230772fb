import { isSlug } from '@charterpress/shared/domain/slug.ts';
import type { CollectionBeforeValidateHook, CollectionSlug, PayloadRequest } from 'payload';

/** Makes the address from the title when nobody typed one; an address that is taken gets a number behind it. */
export function fillSlug(title: string): CollectionBeforeValidateHook {
  return async ({ collection, data, originalDoc, req }) => {
    if (data === undefined) return data;
    const typed = 'slug' in data ? data.slug : originalDoc?.slug;
    if (typeof typed === 'string' && typed.trim() !== '') return data;
    const wanted = slugFrom(String(data[title] ?? originalDoc?.[title] ?? ''));
    if (!isSlug(wanted)) return data;
    return {
      ...data,
      slug: await freeSlug(wanted, { collection: collection.slug, req, own: originalDoc?.id }),
    };
  };
}

/** `Children's centres` -> `childrens-centres`. */
export function slugFrom(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/['’\p{M}]/gu, '')
    .toLowerCase()
    .replace(/\.(png|jpe?g|webp|avif)$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '');
}

type Place = {
  readonly collection: CollectionSlug;
  readonly req: PayloadRequest;
  readonly own: unknown;
};

async function freeSlug(wanted: string, place: Place, at = 1): Promise<string> {
  const slug = at === 1 ? wanted : `${wanted}-${at}`;
  const { totalDocs } = await place.req.payload.count({
    collection: place.collection,
    where: { and: [{ slug: { equals: slug } }, { id: { not_equals: place.own ?? null } }] },
    overrideAccess: true,
    req: place.req,
  });
  return totalDocs === 0 ? slug : freeSlug(wanted, place, at + 1);
}

/** The versions of a document in other forms: what was made from its text goes with it. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import type { PayloadRequest } from 'payload';
import { editionsOf } from '../fields/edition.ts';

type Subject = { readonly kind: Kind; readonly document: string };

/** Working copies, and what was published, of whatever they say they are versions of today. */
export async function versionsOf(
  req: PayloadRequest,
  { document, kind }: Subject,
): Promise<readonly string[]> {
  const everything = { limit: 0, pagination: false, req } as const;
  const copies = await req.payload.db.find<{ id: string }>({
    collection: 'language-versions',
    where: { and: [{ 'of.value': { equals: document } }, { 'of.relationTo': { equals: kind } }] },
    ...everything,
  });
  const editions = await req.payload.db.find<{ id: string; document: string }>({
    collection: editionsOf('language-versions'),
    where: {
      and: [
        { 'content.of.document': { equals: document } },
        { 'content.of.kind': { equals: kind } },
      ],
    },
    ...everything,
  });
  return [
    ...new Set([...copies.docs.map(({ id }) => id), ...editions.docs.map((one) => one.document)]),
  ];
}

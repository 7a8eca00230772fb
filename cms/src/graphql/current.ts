/** Which editions readers see: the newest of each document in each language, while it is published. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import type { Payload } from 'payload';
import { aggregated } from '../publishing/newest.ts';

type Condition = { readonly equals?: unknown; readonly in?: readonly unknown[] | null };
export type Where = Readonly<Record<string, Condition | undefined>>;

/**
 * What was asked for, of current editions alone. Which edition is the newest is decided before what it has to say: one
 * that named a district, and was followed by one that does not, is found by it no more. Whoever asks for an action
 * themselves gets the newest editions that are one.
 */
export async function currentOnly(payload: Payload, kind: Kind, where: Where): Promise<object> {
  const found = await aggregated<{ readonly edition: unknown }>(payload, kind, [
    { $match: { ...matching('document', where), ...matching('language', where) } },
    { $sort: { document: 1, language: 1, number: 1 } },
    {
      $group: {
        _id: { document: '$document', language: '$language' },
        edition: { $last: '$_id' },
        action: { $last: '$action' },
      },
    },
    { $match: where.action === undefined ? { action: 'published' } : {} },
    { $project: { _id: 0, edition: 1 } },
  ]);
  return { and: [where, { id: { in: found.map(({ edition }) => String(edition)) } }] };
}

/** Neither changes from one edition to the next, so that the database need not group what nobody asked for. */
function matching(name: 'document' | 'language', where: Where): object {
  const { equals, in: several } = where[name] ?? {};
  const values = [...(equals == null ? [] : [equals]), ...(several ?? [])].map(String);
  return values.length === 0 ? {} : { [name]: { $in: values } };
}

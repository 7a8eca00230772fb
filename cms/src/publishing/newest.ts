/** The newest editions of a kind, grouped where the data is: there may be thousands of documents. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Payload } from 'payload';
import { editionsOf } from '../fields/edition.ts';

export type Newest = {
  /** The document. */
  readonly _id: string;
  readonly action: string;
  readonly publishedAt: string;
};

/** The newest English edition of every document of a kind, without its text. */
export async function newestEnglish(payload: Payload, kind: Kind): Promise<readonly Newest[]> {
  return aggregated<Newest>(payload, kind, [
    { $match: { language: SOURCE_LANGUAGE } },
    { $sort: { document: 1, number: 1 } },
    {
      $group: {
        _id: '$document',
        action: { $last: '$action' },
        publishedAt: { $last: '$publishedAt' },
      },
    },
  ]);
}

/** The same with the text, for those that readers can read. */
export async function newestTexts<T = Readonly<Record<string, unknown>>>(
  payload: Payload,
  kind: Kind,
): Promise<readonly { readonly _id: string; readonly content: T }[]> {
  return aggregated(payload, kind, [
    { $match: { language: SOURCE_LANGUAGE } },
    { $sort: { document: 1, number: 1 } },
    { $group: { _id: '$document', action: { $last: '$action' }, content: { $last: '$content' } } },
    { $match: { action: 'published' } },
  ]);
}

type Stage = Parameters<Payload['db']['collections'][string]['aggregate']>[0];

/** Whatever else is to be known of a kind's editions. */
export async function aggregated<T>(payload: Payload, kind: Kind, stages: Stage): Promise<T[]> {
  return (await payload.db.collections[editionsOf(kind)]?.aggregate<T>(stages)) ?? [];
}

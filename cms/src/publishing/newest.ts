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

export type Translated = {
  readonly _id: { readonly document: string; readonly language: string };
  readonly action: string;
  readonly sourceEdition: number | null;
};

/** The newest edition of each translation of every document of a kind. */
export async function newestTranslations(
  payload: Payload,
  kind: Kind,
): Promise<readonly Translated[]> {
  return aggregated(payload, kind, [
    { $match: { language: { $ne: SOURCE_LANGUAGE } } },
    { $sort: { document: 1, language: 1, number: 1 } },
    {
      $group: {
        _id: { document: '$document', language: '$language' },
        action: { $last: '$action' },
        sourceEdition: { $last: '$sourceEdition' },
      },
    },
    { $match: { action: 'published' } },
  ]);
}

export type English = {
  readonly number: number;
  readonly change: 'minor' | 'major' | 'safety';
  readonly publishedAt: string;
};

/** By document: every English edition that readers could read, oldest first, without its text. */
export async function englishEditions(
  payload: Payload,
  kind: Kind,
): Promise<ReadonlyMap<string, readonly English[]>> {
  const grouped = await aggregated<{ readonly _id: string; readonly editions: English[] }>(
    payload,
    kind,
    [
      { $match: { language: SOURCE_LANGUAGE, action: { $in: ['published', 'withdrawn'] } } },
      { $sort: { document: 1, number: 1 } },
      {
        $group: {
          _id: '$document',
          editions: {
            $push: { number: '$number', change: '$change', publishedAt: '$publishedAt' },
          },
        },
      },
    ],
  );
  return new Map(grouped.map(({ _id, editions }) => [_id, editions]));
}

type Stage = Parameters<Payload['db']['collections'][string]['aggregate']>[0];

/** Whatever else is to be known of a kind's editions. */
export async function aggregated<T>(payload: Payload, kind: Kind, stages: Stage): Promise<T[]> {
  return (await payload.db.collections[editionsOf(kind)]?.aggregate<T>(stages)) ?? [];
}

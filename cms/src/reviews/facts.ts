/** The facts that readers have and that somebody has to confirm again, or should have. */

import { londonDay } from '@charterpress/shared/domain/london-time.ts';
import { type FactStanding, factStanding } from '@charterpress/shared/domain/review-dates.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Payload } from 'payload';
import { editionsOf } from '../fields/edition.ts';

export type FactToConfirm = {
  readonly document: string;
  readonly label: string;
  readonly expires: string;
  readonly standing: Exclude<FactStanding, { state: 'good' }>;
};

type Newest = {
  readonly _id: string;
  readonly action: string;
  readonly content?: { readonly label?: string; readonly expires?: string | null } | null;
};

/** The longest expired first. */
export async function factsToConfirm(
  payload: Payload,
  now: Date,
): Promise<readonly FactToConfirm[]> {
  const today = londonDay(now.toISOString());
  const newest = await newestFacts(payload);
  return newest
    .filter(({ action }) => action === 'published')
    .flatMap(({ _id, content }): FactToConfirm[] => {
      const expires = content?.expires?.slice(0, 10) ?? null;
      const standing = factStanding(expires, today);
      if (expires === null || standing.state === 'good') return [];
      return [{ document: _id, label: content?.label ?? '', expires, standing }];
    })
    .sort((one, other) => one.expires.localeCompare(other.expires));
}

async function newestFacts(payload: Payload): Promise<readonly Newest[]> {
  const editions = payload.db.collections[editionsOf('facts')];
  if (editions === undefined) return [];
  return editions.aggregate<Newest>([
    { $match: { language: SOURCE_LANGUAGE } },
    { $sort: { document: 1, number: 1 } },
    {
      $group: { _id: '$document', action: { $last: '$action' }, content: { $last: '$content' } },
    },
  ]);
}

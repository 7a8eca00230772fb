/** The facts that readers have and that somebody has to confirm again, or should have. */

import { londonDay } from '@charterpress/shared/domain/london-time.ts';
import { type FactStanding, factStanding } from '@charterpress/shared/domain/review-dates.ts';
import type { Payload } from 'payload';
import { newestTexts } from '../publishing/newest.ts';

export type FactToConfirm = {
  readonly document: string;
  readonly label: string;
  readonly expires: string;
  readonly standing: Exclude<FactStanding, { state: 'good' }>;
};

type FactText = { readonly label?: string; readonly expires?: string | null };

/** The longest expired first. */
export async function factsToConfirm(
  payload: Payload,
  now: Date,
): Promise<readonly FactToConfirm[]> {
  const today = londonDay(now.toISOString());
  const newest = await newestTexts<FactText>(payload, 'facts');
  return newest
    .flatMap(({ _id, content }): FactToConfirm[] => {
      const expires = content.expires?.slice(0, 10) ?? null;
      const standing = factStanding(expires, today);
      if (expires === null || standing.state === 'good') return [];
      return [{ document: _id, label: content.label ?? '', expires, standing }];
    })
    .sort((one, other) => one.expires.localeCompare(other.expires));
}

/** For which ages of the child a service is, in whole years. */

/** The bands by which parents look, past 18 too. `to` is `null` where there is no end. */
export const ageBands = [
  { name: 'under-5', from: 0, to: 4 },
  { name: '5-to-10', from: 5, to: 10 },
  { name: '11-to-15', from: 11, to: 15 },
  { name: '16-and-17', from: 16, to: 17 },
  { name: '18-and-over', from: 18, to: null },
] as const;

export type AgeBand = (typeof ageBands)[number];

type Ages = {
  readonly ages: 'every-age' | 'from-to' | null;
  readonly fromAge: number | null;
  readonly toAge: number | null;
};

/** What is known of the ages: where only one end is known, only that is said. */
export type KnownAges =
  | { readonly is: 'unknown' }
  | { readonly is: 'every-age' }
  | { readonly is: 'from'; readonly from: number }
  | { readonly is: 'to'; readonly to: number }
  | { readonly is: 'from-to'; readonly from: number; readonly to: number };

export function knownAges({ ages, fromAge: from, toAge: to }: Ages): KnownAges {
  if (ages === 'every-age') return { is: 'every-age' };
  if (ages === null) return { is: 'unknown' };
  if (from !== null && to !== null) return { is: 'from-to', from, to };
  if (from !== null) return { is: 'from', from };
  return to === null ? { is: 'unknown' } : { is: 'to', to };
}

/** The years that anybody writes down: above them no service ends. */
export const OLDEST = 30;

/** Whether a service that is known to be for these ages is for some child in a band. */
export function isForBand(ages: KnownAges, band: Pick<AgeBand, 'from' | 'to'>): boolean {
  if (ages.is === 'every-age') return true;
  if (ages.is !== 'from-to') return false;
  return ages.from <= (band.to ?? Number.POSITIVE_INFINITY) && ages.to >= band.from;
}

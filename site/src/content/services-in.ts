/**
 * The lists of services: each way to look for help, what its address is, and which services stand in it. Lists are in the
 * order of addresses and are cut into portions by it, so that a service which changes its text changes no list but the
 * portions that show it.
 */
import { type AgeBand, ageBands, OLDEST } from '@charterpress/shared/domain/services/ages.ts';
import { tiers } from '@charterpress/shared/domain/shapes/choices.ts';
import { carers, topics } from '@charterpress/shared/domain/shapes/services.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Trust } from '@charterpress/shared/trust.ts';
import type { Address, Content } from './content.ts';

export type Filter =
  | { readonly by: 'a-z' }
  | { readonly by: 'district'; readonly value: string }
  | { readonly by: 'worry'; readonly value: (typeof topics)[number] }
  | { readonly by: 'age'; readonly value: AgeBand['name'] }
  | { readonly by: 'carer'; readonly value: (typeof carers)[number] }
  | { readonly by: 'tier'; readonly value: (typeof tiers)[number] };

export function filtersOf({ districts }: Trust): readonly Filter[] {
  return [
    { by: 'a-z' },
    ...districts.map(({ slug: value }) => ({ by: 'district' as const, value })),
    ...topics.map((value) => ({ by: 'worry' as const, value })),
    ...ageBands.map(({ name: value }) => ({ by: 'age' as const, value })),
    ...carers.map((value) => ({ by: 'carer' as const, value })),
    ...tiers.map((value) => ({ by: 'tier' as const, value })),
  ];
}

/** Below `/services/`, without slashes around it: `canterbury`, `worry/money`, `a-z/2`. */
export function pathOfFilter(filter: Filter, portion = 1): string {
  const name = filter.by === 'district' ? filter.value : wayAndValue(filter);
  return portion === 1 ? name : `${name}/${portion}`;
}

/** The list at a path below `/services/`; `null` where none is. */
export function filterAt(
  content: Content,
  path: string,
): { readonly filter: Filter; readonly portion: number } | null {
  for (const filter of filtersOf(content.trust)) {
    const first = pathOfFilter(filter);
    if (path === first) return { filter, portion: 1 };
    const portion = Number(path.startsWith(`${first}/`) ? path.slice(first.length + 1) : 'none');
    const isThere = Number.isInteger(portion) && portion > 1;
    if (isThere && portion <= portionsOf(content, filter)) return { filter, portion };
  }
  return null;
}

function wayAndValue(filter: Filter): string {
  return 'value' in filter ? `${filter.by}/${filter.value}` : filter.by;
}

/** A list of more weighs too much for a telephone, and nobody reads to its end. */
export const SERVICES_OF_A_PORTION = 50;

export function portionsOf(content: Content, filter: Filter): number {
  return Math.max(1, Math.ceil(servicesIn(content, filter).length / SERVICES_OF_A_PORTION));
}

export function portionOf(content: Content, filter: Filter, portion: number): readonly Address[] {
  const begins = (portion - 1) * SERVICES_OF_A_PORTION;
  return servicesIn(content, filter).slice(begins, begins + SERVICES_OF_A_PORTION);
}

/** Those of one district come before those of the whole area. */
export function servicesIn(content: Content, filter: Filter): readonly Address[] {
  switch (filter.by) {
    case 'a-z':
      return inOrder(content.addresses('services', SOURCE_LANGUAGE));
    case 'district':
      return inDistrict(content, filter.value);
    case 'age':
      return inOrder(forAge(content, filter.value));
    default:
      return inOrder(content.having('services', fields[filter.by], filter.value));
  }
}

const fields = { worry: 'topics', carer: 'carers', tier: 'tiers' } as const;

export function everywhereIn(content: Content): readonly Address[] {
  return inOrder(content.having('services', 'everywhere', 'yes'));
}

export function placesIn(content: Content, district: string): readonly Address[] {
  return inOrder(content.having('places', 'districts', district));
}

/** By the rule of `districtsOfService`, asked from the other side. */
function inDistrict(content: Content, district: string): readonly Address[] {
  const everywhere = everywhereIn(content);
  const wide = new Set(everywhere.map(({ document }) => document));
  const there = [
    ...content.having('services', 'districts', district),
    ...placesIn(content, district).flatMap((place) =>
      content.having('services', 'places', place.document),
    ),
  ];
  return [...inOrder(there.filter(({ document }) => !wide.has(document))), ...everywhere];
}

/** By the rule of `isForBand`: it begins before the band ends, and ends after the band begins. */
function forAge(content: Content, name: AgeBand['name']): readonly Address[] {
  const { from, to } = ageBands.find((band) => band.name === name) as AgeBand;
  const begins = yearsIn(content, 'fromAge', 0, to ?? OLDEST);
  const ends = yearsIn(content, 'toAge', from, OLDEST);
  const written = content.having('services', 'ages', 'from-to');
  return [
    ...content.having('services', 'ages', 'every-age'),
    ...written.filter(({ document }) => begins.has(document) && ends.has(document)),
  ];
}

function yearsIn(
  content: Content,
  field: 'fromAge' | 'toAge',
  first: number,
  last: number,
): ReadonlySet<string> {
  const years = Array.from({ length: last - first + 1 }, (_, at) => String(first + at));
  const found = years.flatMap((year) => content.having('services', field, year));
  return new Set(found.map(({ document }) => document));
}

/** Each once. */
function inOrder(found: readonly Address[]): readonly Address[] {
  const once = new Map(found.map((one) => [one.document, one]));
  return [...once.values()].sort((one, other) => (one.slug < other.slug ? -1 : 1));
}

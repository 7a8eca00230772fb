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
  const [, first = path, number = '1'] = /^(.+)\/(\d+)$/.exec(path) ?? [];
  const byPath = filtersByPath(content.trust);
  const whole = byPath.get(path);
  if (whole !== undefined) return { filter: whole, portion: 1 };
  const [filter, portion] = [byPath.get(first), Number(number)];
  const isThere = filter !== undefined && portion > 1 && `${first}/${portion}` === path;
  return isThere && portion <= portionsOf(content, filter) ? { filter, portion } : null;
}

const known = new WeakMap<Trust, ReadonlyMap<string, Filter>>();

/** Asked for by every page of a list, and the same as long as the trust is. */
function filtersByPath(trust: Trust): ReadonlyMap<string, Filter> {
  const before = known.get(trust);
  if (before !== undefined) return before;
  const byPath = new Map(filtersOf(trust).map((filter) => [pathOfFilter(filter), filter]));
  known.set(trust, byPath);
  return byPath;
}

function wayAndValue(filter: Filter): string {
  return 'value' in filter ? `${filter.by}/${filter.value}` : filter.by;
}

/** A list of more weighs too much for a telephone, and nobody reads to its end. */
export const SERVICES_OF_A_PORTION = 50;

export function portionsOf(content: Content, filter: Filter): number {
  const documents = new Set(found(content, filter).map(({ document }) => document));
  return Math.max(1, Math.ceil(documents.size / SERVICES_OF_A_PORTION));
}

export function portionOf(content: Content, filter: Filter, portion: number): readonly Address[] {
  const begins = (portion - 1) * SERVICES_OF_A_PORTION;
  return servicesIn(content, filter).slice(begins, begins + SERVICES_OF_A_PORTION);
}

/** Those of one district come before those of the whole area. */
export function servicesIn(content: Content, filter: Filter): readonly Address[] {
  const all = found(content, filter);
  if (filter.by !== 'district') return inOrder(all);
  const everywhere = everywhereIn(content);
  const wide = new Set(everywhere.map(({ document }) => document));
  return [...inOrder(all.filter(({ document }) => !wide.has(document))), ...everywhere];
}

/** In no order, and some of them more than once: enough to count them, which every list of every language does. */
function found(content: Content, filter: Filter): readonly Address[] {
  switch (filter.by) {
    case 'a-z':
      return content.addresses('services', SOURCE_LANGUAGE);
    case 'district':
      return inDistrict(content, filter.value);
    case 'age':
      return forAge(content, filter.value);
    default:
      return content.having('services', fields[filter.by], filter.value);
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
  return [
    ...content.having('services', 'districts', district),
    ...placesIn(content, district).flatMap((place) =>
      content.having('services', 'places', place.document),
    ),
    ...content.having('services', 'everywhere', 'yes'),
  ];
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
  const there = years.flatMap((year) => content.having('services', field, year));
  return new Set(there.map(({ document }) => document));
}

/** Each once. */
function inOrder(some: readonly Address[]): readonly Address[] {
  const once = new Map(some.map((one) => [one.document, one]));
  return [...once.values()].sort((one, other) => (one.slug < other.slug ? -1 : 1));
}

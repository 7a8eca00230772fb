/** Rules of services and places that their shapes cannot say. Whatever is wrong is said at the field. */
import type { Problem } from '../problem.ts';
import type { Shape } from '../shape.ts';
import { OLDEST } from './ages.ts';
import { type OpeningProblem, openingProblems } from './opening.ts';
import { outcodeOf, serviceFolders } from './where.ts';

export type ServiceProblem =
  | OpeningProblem
  | { readonly field: string; readonly problem: 'no-district' }
  | { readonly field: string; readonly problem: 'more-than-one-district' }
  | { readonly field: string; readonly problem: 'ages-reversed'; readonly from: number }
  | { readonly field: string; readonly problem: 'ages-not-asked' }
  | { readonly field: string; readonly problem: 'not-an-age'; readonly oldest: number }
  | { readonly field: string; readonly problem: 'postcode-form'; readonly value: string }
  | { readonly field: string; readonly problem: 'free-with-price' }
  | { readonly field: string; readonly problem: 'checked-in-the-future' }
  | { readonly field: string; readonly problem: 'unknown-district'; readonly value: string }
  | { readonly field: string; readonly problem: 'folder-of-services'; readonly slug: string };

/** Composed as far as it goes: what is missing is `null`, or an empty list. */
type Values = Readonly<Record<string, unknown>>;

export function serviceProblems(kind: string, content: Values): readonly Problem[] {
  if (kind === 'places') return placeProblems(content);
  return kind === 'services' ? [...missingAges(content), ...ofService(content)] : [];
}

function ofService(content: Values): readonly ServiceProblem[] {
  return [
    ...openingProblems(content as never),
    ...whereProblems(content),
    ...ageProblems(content),
    ...(content.cost === 'free' && content.price !== null
      ? [{ field: 'price', problem: 'free-with-price' } as const]
      : []),
  ];
}

function whereProblems({ districts, everywhere, places }: Values): readonly ServiceProblem[] {
  const stands = everywhere === true || isFilled(districts) || isFilled(places);
  return stands ? [] : [{ field: 'districts', problem: 'no-district' }];
}

function ageProblems({ ages, fromAge, toAge }: Values): readonly ServiceProblem[] {
  const written = Object.entries({ fromAge, toAge }).filter(([, age]) => typeof age === 'number');
  if (ages !== 'from-to') {
    return written.map(([field]) => ({ field, problem: 'ages-not-asked' }));
  }
  const odd = written.filter(([, age]) => !isAge(age as number));
  if (odd.length > 0) {
    return odd.map(([field]) => ({ field, problem: 'not-an-age', oldest: OLDEST }));
  }
  if (typeof fromAge !== 'number' || typeof toAge !== 'number' || fromAge <= toAge) return [];
  return [{ field: 'toAge', problem: 'ages-reversed', from: fromAge }];
}

function isAge(age: number): boolean {
  return Number.isInteger(age) && age >= 0 && age <= OLDEST;
}

/** Whoever chooses "from one age to another" is asked for both ends. */
function missingAges({ ages, fromAge, toAge }: Values): readonly Problem[] {
  if (ages !== 'from-to') return [];
  return Object.entries({ fromAge, toAge }).flatMap(([field, age]): Problem[] =>
    age === null ? [{ field, problem: 'empty' }] : [],
  );
}

function placeProblems(content: Values): readonly ServiceProblem[] {
  const { districts, postcode } = content;
  const isOdd = typeof postcode === 'string' && outcodeOf(postcode) === null;
  return [
    ...openingProblems(content as never),
    ...(Array.isArray(districts) && districts.length > 1
      ? [{ field: 'districts', problem: 'more-than-one-district' } as const]
      : []),
    ...(isOdd ? [{ field: 'postcode', problem: 'postcode-form', value: postcode } as const] : []),
  ];
}

/** A day to come is a slip of the keyboard, and would keep an old service in the lists. */
export function checkedProblems({ checkedOn }: Values, today: string): readonly ServiceProblem[] {
  const isAhead = typeof checkedOn === 'string' && checkedOn > today;
  return isAhead ? [{ field: 'checkedOn', problem: 'checked-in-the-future' }] : [];
}

/** Whether a district is one of the trust's, only its configuration says. */
export function districtProblems(
  shape: Shape,
  content: Values,
  known: readonly string[],
): readonly ServiceProblem[] {
  const fields = Object.entries(shape).filter(([, { holds }]) => holds === 'districts');
  return fields.flatMap(([field]) => {
    const chosen = (content[field] ?? []) as readonly string[];
    return chosen
      .filter((value) => !known.includes(value))
      .map((value): ServiceProblem => ({ field, problem: 'unknown-district', value }));
  });
}

/** Below `/services/` stand districts and the ways in, before any service. */
export function slugOfServiceProblems(
  slug: string | null,
  districts: readonly string[],
): readonly ServiceProblem[] {
  const isTaken = slug !== null && [...serviceFolders, ...districts].includes(slug);
  return isTaken ? [{ field: 'slug', problem: 'folder-of-services', slug }] : [];
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}

/** Where services stand: in which districts, and in which districts a place with an outcode may be. */

/** Every address below `/services/` that is no service: a service cannot be called like one, nor can a district. */
export const serviceFolders = [
  'a-z',
  'age',
  'carer',
  'near',
  'organisations',
  'places',
  'tier',
  'worry',
] as const;

type Offered = { readonly everywhere: boolean; readonly districts: readonly string[] };

/**
 * The districts that a service stands in: all of them, or its own and those of its places, in the order of `all`. None
 * that the trust does not have.
 */
export function districtsOfService(
  { districts, everywhere }: Offered,
  placeDistricts: readonly string[],
  all: readonly string[],
): readonly string[] {
  if (everywhere) return all;
  const own = new Set([...districts, ...placeDistricts]);
  return all.filter((district) => own.has(district));
}

/** The first half of a postcode, as in `CT1`; `null` for what is none. */
export function outcodeOf(postcode: string): string | null {
  const [outcode = '', incode = '', ...more] = postcode.split(' ');
  const isWhole = isOutcode(outcode) && /^\d[A-Z]{2}$/.test(incode) && more.length === 0;
  return isWhole ? outcode : null;
}

export function isOutcode(text: string): boolean {
  return /^[A-Z]{1,2}\d[A-Z\d]?$/.test(text);
}

type WithOutcodes = {
  readonly districts: readonly { readonly slug: string }[];
  readonly outcodes: Readonly<Record<string, readonly string[]>>;
};

/** In the order of the trust's districts. */
export function districtsAt(outcode: string, { districts, outcodes }: WithOutcodes) {
  const there = outcodes[outcode] ?? [];
  return districts.map(({ slug }) => slug).filter((slug) => there.includes(slug));
}

/** `CT2` before `CT10`, letters first. */
export function byOutcode(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}

/** Pairing what should be there with what is there, where some of it may mean more than one thing. */

type Rules<V> = {
  readonly isSame: (one: V, other: V) => boolean;
  /** Whether the source says it in other words, so that it may stand in the target as well. */
  readonly mayBeMore: (value: V) => boolean;
};

/**
 * What is missing and what is too much. Said twice where the source says it once is no change, nor once where it says it
 * twice; but among as many values as the source has, each has to be the one it stands for.
 */
export function differences<V>(
  expected: readonly V[],
  found: readonly V[],
  { isSame, mayBeMore }: Rules<V>,
): { readonly missing: readonly V[]; readonly extra: readonly V[] } {
  const partners = paired(expected, found, isSame);
  const missing = expected.filter((_, at) => !partners.includes(at));
  const extra = found.filter((value, at) => partners[at] === null && !mayBeMore(value));
  const isLevel = missing.length === extra.length;
  if (isLevel) return { missing, extra };
  return {
    missing: missing.filter((value) => !found.some((other) => isSame(value, other))),
    extra: extra.filter((value) => !expected.some((other) => isSame(other, value))),
  };
}

/** For each found value the place of the expected one it stands for: as many pairs as can be. */
function paired<V>(
  expected: readonly V[],
  found: readonly V[],
  isSame: Rules<V>['isSame'],
): readonly (number | null)[] {
  const partners: (number | null)[] = found.map(() => null);
  const place = (at: number, seen: Set<number>): boolean =>
    found.some((value, other) => {
      if (seen.has(other) || !isSame(expected[at] as V, value)) return false;
      seen.add(other);
      const holder = partners[other] ?? null;
      if (holder !== null && !place(holder, seen)) return false;
      partners[other] = at;
      return true;
    });
  for (const at of expected.keys()) place(at, new Set());
  return partners;
}

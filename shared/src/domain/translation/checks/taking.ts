/** Reading a text piece by piece: what was understood is taken out, so that nothing is read twice. */

/** Stands for what was taken out: no letter, digit or space. */
const GAP = '\ufffc';

export type Taken<T> = { readonly values: readonly T[]; readonly rest: string };

/** Takes out whatever a pattern finds and `read` understands; what it answers `null` to stays. */
export function take<T>(
  text: string,
  pattern: RegExp,
  read: (match: RegExpExecArray) => T | null,
): Taken<T> {
  const values: T[] = [];
  const rest = text.replace(pattern, (...given) => {
    const value = read(asMatch(given));
    if (value === null) return given[0] as string;
    values.push(value);
    return GAP;
  });
  return { values, rest };
}

/** What `replace` gives its function is what `exec` gives, in another order. */
function asMatch(given: readonly unknown[]): RegExpExecArray {
  const groups = typeof given.at(-1) === 'object' ? given.at(-1) : undefined;
  const parts = given.slice(0, groups === undefined ? -2 : -3);
  return Object.assign([...parts], { groups, index: 0, input: '' }) as unknown as RegExpExecArray;
}

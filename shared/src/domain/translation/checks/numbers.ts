/** What a number may mean that is written one way or another: 1,000 and 1 000 and 8.30 and ٨٫٥. */

/** Plain digits as they are written together, before what they mean is known. */
export const written = /\d+(?:[.,:'](?=\d)\d+)*/;
/** The same where thousands stand apart by spaces, as in Polish or Bulgarian. */
export const writtenApart = /\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,:'](?=\d)\d+)*/;

/**
 * Everything that it may mean: `n:2.5` a number, `t:8:30` a time of day, `s:3.4.1` what is neither. A thousand never
 * means one, though one of the two signs means a decimal in many languages.
 */
export function meaningsOf(digits: string): readonly string[] {
  const signs = [...digits.matchAll(/\D/g)].map(([sign]) => sign);
  if (signs.length === 0) return [`n:${Number(digits)}`];
  const parts = digits.split(/\D/);
  const found = [...asTime(signs, parts), ...asThousands(signs, parts), ...asDecimal(signs, parts)];
  return found.length > 0 ? [...new Set(found)] : [`s:${digits}`];
}

function asTime(signs: readonly string[], parts: readonly string[]): readonly string[] {
  const [hour, minute] = parts.map(Number) as [number, number];
  const isTime = signs.length === 1 && /[.:]/.test(signs[0] ?? '') && parts[1]?.length === 2;
  if (!isTime || hour > 24 || minute > 59) return [];
  return minute === 0 ? [`t:${hour}:00`, `n:${hour}`] : [`t:${hour}:${parts[1]}`];
}

/** In threes, or as in South Asia in twos and a last three. */
function asThousands(signs: readonly string[], parts: readonly string[]): readonly string[] {
  const [first, ...rest] = parts;
  const isAlike = new Set(signs).size === 1 && signs[0] !== ':';
  const isGrouped =
    first !== undefined &&
    /^[1-9]\d{0,2}$/.test(first) &&
    rest.at(-1)?.length === 3 &&
    (rest.every(({ length }) => length === 3) || isInTwos(first, rest));
  return isAlike && isGrouped ? [`n:${Number(parts.join(''))}`] : [];
}

function isInTwos(first: string, rest: readonly string[]): boolean {
  return first.length < 3 && rest.slice(0, -1).every(({ length }) => length === 2);
}

function asDecimal(signs: readonly string[], parts: readonly string[]): readonly string[] {
  const last = signs.at(-1) ?? '';
  const before = signs.slice(0, -1);
  if (!/[.,]/.test(last) || before.includes(last) || before.includes(':')) return [];
  const whole = parts.slice(0, -1);
  const fraction = parts.at(-1) ?? '';
  const mayGroup = fraction.length === 3 && whole.length === 1 && whole[0] !== '0';
  if (mayGroup || (whole.length > 1 && asThousands(before, whole).length === 0)) return [];
  return [`n:${Number(`${whole.join('')}.${fraction}`)}`];
}

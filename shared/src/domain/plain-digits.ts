/** Texts of every script made alike, for whoever looks for numbers in them. */

/** The digits of every script as 0 to 9, hyphens of one kind, and no marks for the direction of writing. */
export function inPlainDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\p{Nd}/gu, (digit) => String(numberOf(digit)));
}

/** Unicode keeps the ten digits of a script together and in order, and no two sets beside each other. */
function numberOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}

/** Numbers, times of day, money and percentages: what each may mean, so that every way to write it is the same. */

import type { Amount } from './amount.ts';
import { currencyIn, money, pence, percentage, percentWords, plain, time } from './amount.ts';
import { take } from './taking.ts';

/** The amounts of an English text in plain digits. `writing` is how numbers are written: see numbers.ts. */
export function amountsInSource(source: string, writing: RegExp): readonly Amount[] {
  const number = `(?<number>${writing.source})`;
  return readAll(source, [
    [`(?<sign>\\p{Sc}) ?${number}`, money],
    [`${number} ?(?:pounds?)\\b`, (parts) => money({ ...parts, sign: '£' })],
    [`${number} ?(?:p|pence)\\b`, pence],
    [`${number} ?(?:%|per ?cent\\b)`, percentage],
    [`(?<hour>\\d{1,2})(?:[:.](?<minute>\\d{2}))? ?(?<half>[ap])\\.?m\\b\\.?`, time],
    [number, plain],
  ]);
}

/** The amounts of a target in plain digits. */
export function amountsInTarget(
  target: string,
  writing: RegExp,
  language: string,
): readonly Amount[] {
  const number = `(?<number>${writing.source})`;
  const sign = `(?<sign>${currencyIn})`;
  return readAll(target.replaceAll('\u066b', '.').replaceAll('\u066c', ','), [
    [`${sign} ?${number}`, money],
    [`${number} ?${sign}`, money],
    [`${number} ?p(?![\\p{L}\\p{M}])`, pence],
    [`[%٪] ?${number}`, percentage],
    [`${number} ?(?:${['[%٪]', ...percentWords(language)].join('|')})`, percentage],
    [number, plain],
  ]);
}

type Parts = { readonly words: string } & Readonly<Record<string, string | undefined>>;
type Reading = readonly [pattern: string, read: (parts: Parts) => Amount | null];

function readAll(text: string, readings: readonly Reading[]): readonly Amount[] {
  const found: Amount[] = [];
  let rest = text;
  for (const [pattern, read] of readings) {
    const taken = take(rest, new RegExp(pattern, 'gu'), ({ 0: words, groups }) =>
      read({ ...groups, words }),
    );
    found.push(...taken.values);
    rest = taken.rest;
  }
  return found;
}

import { filled } from './filled.ts';

const plural = new Intl.PluralRules('en-GB');

/** Takes the sentence for one or for several: `counted(words, 'count', 2)` from `count_one` and `count_other`. */
export function counted<K extends string>(
  words: Readonly<Record<`${K}_one` | `${K}_other`, string>>,
  key: K,
  count: number,
): string {
  const ending = plural.select(count) === 'one' ? 'one' : 'other';
  return filled(words[`${key}_${ending}`], { count: String(count) });
}

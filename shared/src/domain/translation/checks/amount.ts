/** One amount: the words it stands in, and everything that they may mean. */
import type { ErrorRule } from './finding.ts';
import { meaningsOf } from './numbers.ts';

/** Two amounts agree when they may mean the same. Beside the meanings of numbers.ts: `m:£:4` money, `p:20` per cent. */
export type Amount = {
  readonly rule: ErrorRule;
  readonly words: string;
  readonly means: readonly string[];
};

type Parts = { readonly words: string } & Readonly<Record<string, string | undefined>>;

export function plain({ number = '', words }: Parts): Amount {
  return { rule: 'number-changed', words, means: meaningsOf(number) };
}

/** Pounds may be named by a word that we don't know: then the number alone stands for them. */
export function money({ number = '', sign = '', words }: Parts): Amount {
  const known = sign.toUpperCase() === 'GBP' ? '£' : sign;
  const numbers = meaningsOf(number).filter((each) => each.startsWith('n:'));
  const means = numbers.map((each) => `m:${known}:${each.slice(2)}`);
  return { rule: 'money-changed', words, means };
}

export function pence({ number = '', words }: Parts): Amount {
  const means = [`m:p:${number}`, `m:£:${Number(number) / 100}`];
  return { rule: 'money-changed', words, means };
}

export function percentage({ number = '', words }: Parts): Amount {
  const numbers = meaningsOf(number).filter((each) => each.startsWith('n:'));
  return { rule: 'percentage-changed', words, means: numbers.map((each) => `p:${each.slice(2)}`) };
}

/** Most languages count 24 hours, and many say 8 in the evening. Nobody is awake at 25. */
export function time({ half, hour = '', minute = '00', words }: Parts): Amount | null {
  const twelve = Number(hour) % 12;
  if (Number(hour) > 12 || Number(minute) > 59) return null;
  const hours = [
    half === 'p' ? twelve + 12 : twelve,
    Number(hour),
    ...(half === 'a' && twelve === 0 ? [24] : []),
  ];
  const means = hours.flatMap((each) => [
    `t:${each}:${minute}`,
    ...(minute === '00' ? [`n:${each}`] : []),
  ]);
  return { rule: 'number-changed', words, means: [...new Set(means)] };
}

/** A source's amount, with the plain numbers that a target may write for it. */
export function withWords(amount: Amount): Amount {
  if (amount.rule !== 'money-changed') return amount;
  const numbers = amount.means.map((each) => `n:${each.slice(each.lastIndexOf(':') + 1)}`);
  return { ...amount, means: [...amount.means, ...numbers] };
}

const currencies = [
  'zł',
  'PLN',
  'EUR',
  'USD',
  'GBP',
  'RON',
  'lei',
  'BGN',
  'лв',
  'PKR',
  'INR',
  'NPR',
  'BDT',
  'SOS',
  'Rs',
];

/** A sign of money, or what stands for one in our languages. */
export const currencyIn = `\\p{Sc}|(?<![\\p{L}\\p{M}])(?:${currencies.join('|')})(?![\\p{L}\\p{M}])\\.?`;

/** What stands for "%" in words, by its beginning. */
export function percentWords(language: string): readonly string[] {
  return percentIn[language] ?? percentIn.en ?? [];
}

const percentIn: Readonly<Record<string, readonly string[]>> = {
  en: ['per ?cent'],
  ar: ['في المئة', 'في المائة', 'بالمئة', 'بالمائة'],
  bg: ['процент', 'на сто'],
  bn: ['শতাংশ', 'ভাগ', 'পার্সেন্ট'],
  gu: ['ટકા'],
  ne: ['प्रतिशत'],
  pa: ['ਪ੍ਰਤੀਸ਼ਤ', 'ਫ਼ੀਸਦੀ', 'ਫੀਸਦੀ'],
  pl: ['procent', 'proc'],
  ro: ['la sută', 'procent'],
  sk: ['percent', 'perc'],
  so: ['boqolkiiba', 'boqolley'],
  ur: ['فیصد', 'فی صد'],
};

/** What number words of an English text mean: a target may write them in digits. */
export function spelledOut(source: string): ReadonlySet<string> {
  const words = source.toLowerCase().match(/[a-z]+/g) ?? [];
  return new Set(words.flatMap((word) => numberWords[word]?.map((each) => `n:${each}`) ?? []));
}

const numberWords: Readonly<Record<string, readonly number[]>> = {
  ...Object.fromEntries(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
      .split(' ')
      .map((word, at) => [word, [at]]),
  ),
  ...Object.fromEntries(
    'twenty thirty forty fifty sixty seventy eighty ninety'
      .split(' ')
      .map((word, at) => [word, [(at + 2) * 10]]),
  ),
  ...Object.fromEntries(
    'first second third fourth fifth sixth seventh eighth ninth tenth'
      .split(' ')
      .map((word, at) => [word, [at + 1]]),
  ),
  ...{ once: [1], single: [1], twice: [2], both: [2], pair: [2], half: [0.5], dozen: [12] },
  ...{
    noon: [12],
    midday: [12],
    midnight: [12, 0, 24],
    fortnight: [2, 14],
    hundred: [100],
    thousand: [1000],
  },
};

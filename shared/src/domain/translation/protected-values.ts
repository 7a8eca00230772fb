/** What in a text a parent acts upon, and no minor change may touch: numbers, times, days, addresses to write to. */
import { plainOf } from './codes.ts';

/** In the order of the text. Numbers are whole, whatever stands between their digits. English only. */
export function protectedValues(text: string): readonly string[] {
  const words = plainOf(text).toLowerCase().normalize('NFKC');
  return (words.match(protectedInEnglish) ?? []).map(withoutSpaces);
}

/** How the digits of a telephone are grouped says nothing; two short numbers beside each other are two. */
function withoutSpaces(value: string): string {
  if (/^[\d\s-]{8,}$/.test(value)) return value.replace(/\D/g, '');
  return value
    .trim()
    .replace(/(?<=\p{N})\s+(?=\p{N})/gu, '_')
    .replace(/\s/g, '');
}

const days = 'mon|tues|wednes|thurs|fri|satur|sun';
const months = 'january|february|march|april|may|june|july|august|september|october|november';
const counts =
  'no|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half|once|twice|first|second|third';
const times = 'a\\.?m|p\\.?m|noon|midnight|midday|never|not|always';

/** A reference to a section, an address with "@", an address of the web, anything with a digit in it, and what is a value in words. */
const protectedInEnglish = new RegExp(
  [
    String.raw`\{section\/[^{}]*\}`,
    String.raw`[^\s<>()]+@[^\s<>()]*[\p{L}\p{N}]`,
    String.raw`(?:https?:\/\/|www\.)[^\s<>()]*[\p{L}\p{N}/]`,
    String.raw`[£€$]?\s?[\p{L}]*\p{N}[\p{L}\p{N}]*(?:[.,:/\s-]?\p{N}[\p{L}\p{N}]*)*\s?(?:%|[£€$])?`,
    String.raw`(?<!\p{L})(?:(?:${days})day|${months}|december|${counts}|${times})(?!\p{L})`,
  ].join('|'),
  'gu',
);

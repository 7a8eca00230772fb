/**
 * Words made alike that people take for the same: however they are accented, doubled, joined or typed. Whoever asks and
 * whoever is asked is folded by the same rules, so what they make need not be a word that anyone writes.
 */
import { inPlainDigits } from '../plain-digits.ts';

/** `language` is the tag of the language that the word is in. */
export function folded(word: string, language: string): string {
  const plain = inPlainDigits(word.toLowerCase())
    .normalize('NFD')
    .replace(accents, '')
    .replace(likeOthers, (letter) => others[letter] ?? letter)
    .replace(brahmic, brahmicLike)
    .replace(/[ङञणनम]्(?=[क-ह])/g, 'ं')
    .replace(/[^\p{L}\p{M}\p{N}]|\u0640/gu, '')
    .replace(/([\p{Script=Latin}\p{Script=Cyrillic}])\1+/gu, '$1');
  const [base = language] = language.split('-');
  return (own[base] ?? []).reduce((said, [from, to]) => said.replace(from, to), plain);
}

/** Of Latin, Cyrillic and Arabic letters alone: the vowel signs of Indian scripts are marks too, and no accents. */
const accents = /[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/g;

/**
 * Letters that no decomposition makes alike. Arabic and Urdu keyboards have different letters for the same yeh, kaf and
 * heh, and many texts mix them.
 */
const others: Readonly<Record<string, string>> = {
  ...{ ł: 'l', đ: 'd', ø: 'o', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' },
  ...{ ى: 'ي', ی: 'ي', ے: 'ي', ک: 'ك', ة: 'ه', ہ: 'ه', ھ: 'ه', ۃ: 'ه', ە: 'ه', ں: 'ن', ء: '' },
};
const likeOthers = new RegExp(`[${Object.keys(others).join('')}]`, 'g');

/** Devanagari, Bengali, Gurmukhi, Gujarati: Unicode has the same letter at the same place of each. */
const brahmic = /[\u0900-\u09ff\u0a00-\u0aff]/g;

/** Long and short i and u, which most writers mix up, as the short one; one sign for every nasal; no dots below. */
function brahmicLike(letter: string): string {
  const code = letter.charCodeAt(0);
  if (letter === '\u0a70') return '\u0a02';
  const place = code & 0x7f;
  if (place === 0x3c || letter === '\u0a71') return '';
  return String.fromCharCode(code - place + (alike[place] ?? place));
}

const alike: Readonly<Record<number, number>> = {
  1: 2,
  8: 7,
  10: 9,
  64: 63,
  66: 65,
};

/** The Arabic article is written with its word, and after "and", "with", "as" and "to" with those too. */
const own: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  ar: [[/^(?:[وفبك]?ال|لل)(?=.{3})/u, '']],
  en: [[/ph/g, 'f']],
};

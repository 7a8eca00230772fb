/**
 * Words of the interface that an edition says in the place of the shipped ones: which of them can be said, and what is
 * wrong with one that cannot. A word that cannot be said is never shown: the shipped one stays.
 */
import type { Problem } from './domain/problem.ts';
import { SOURCE_LANGUAGE } from './languages.ts';
import { interfaceLanguage, wordFiles } from './strings.ts';

export type OwnWord = { readonly key: string; readonly word: string };

const plural = /_(zero|one|two|few|many|other)$/;

/** By key, as they stand in the file of a language: `nav.home`, `guide.parts_few`. */
export function shippedWords(tag: string): ReadonlyMap<string, string> {
  const spoken = interfaceLanguage(tag);
  const known = shipped.get(spoken) ?? new Map(flat(wordFiles[spoken] ?? {}, ''));
  shipped.set(spoken, known);
  return known;
}

const shipped = new Map<string, ReadonlyMap<string, string>>();

function flat(words: object, path: string): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([name, word]) =>
    typeof word === 'string' ? [[path + name, word] as const] : flat(word, `${path}${name}.`),
  );
}

/** What is wrong with the words of an edition, each at its row. */
export function wordProblems(words: readonly OwnWord[]): readonly Problem[] {
  return words.flatMap(problemsOf);
}

/** The words that can be said in a language. */
export function sayable(tag: string, words: readonly OwnWord[]): readonly OwnWord[] {
  return words.filter((own) => problemsOf(own, 0).length === 0 && isCounted(tag, own.key));
}

function problemsOf({ key, word }: OwnWord, at: number): readonly Problem[] {
  const english = shippedWords(SOURCE_LANGUAGE);
  const source = english.get(key) ?? english.get(key.replace(plural, '_other'));
  if (source === undefined || !isAnyCount(key)) {
    return [{ field: `words.${at}.key`, problem: 'unknown-word', key }];
  }
  // "One", "two" and none may be words instead of a number.
  const mayLeaveOut = plural.test(key) ? ['{{count}}'] : [];
  const [wanted, found] = [valuesIn(source), valuesIn(word)];
  const isSame =
    found.every((value) => wanted.includes(value)) &&
    wanted.every((value) => found.includes(value) || mayLeaveOut.includes(value));
  if (isSame) return [];
  const values = wanted.length === 0 ? '–' : wanted.join(', ');
  return [{ field: `words.${at}.word`, problem: 'word-values', key, values }];
}

/** A form that only other languages count with is theirs to say. */
function isCounted(tag: string, key: string): boolean {
  return !plural.test(key) || shippedWords(tag).has(key);
}

/** Whether some language counts with this form of the word. */
function isAnyCount(key: string): boolean {
  return Object.keys(wordFiles).some((tag) => shippedWords(tag).has(key));
}

function valuesIn(word: string): readonly string[] {
  return [...new Set(word.match(/\{\{[^}]*\}\}/g) ?? [])];
}

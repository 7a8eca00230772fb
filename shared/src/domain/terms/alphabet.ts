/** Words under the letters of a language, as its dictionaries have them. */

export type Letter<T> = { readonly letter: string; readonly words: readonly T[] };

/** Stands for whatever begins with no letter. */
export const DIGITS = '0–9';

/** In the order of the language; Slovak has "Ch" after "H", and Polish has "Ł" after "L". */
export function byLetter<T>(
  words: readonly T[],
  wordOf: (one: T) => string,
  language: string,
): readonly Letter<T>[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const letters = alphabet(language);
  const groups = new Map<string, T[]>();
  for (const one of words.toSorted((a, b) => compare(wordOf(a), wordOf(b)))) {
    const letter = letters.letterOf(wordOf(one));
    const known = [...groups.keys()].find((other) => letters.isSame(other, letter)) ?? letter;
    groups.set(known, [...(groups.get(known) ?? []), one]);
  }
  return [...groups].map(([letter, grouped]) => ({ letter, words: grouped }));
}

/** Unicode has nothing that sorts behind it: two letters that do are one letter of their own, as "ch" in Slovak. */
const LAST = '\uffff';

function alphabet(language: string) {
  const { compare } = new Intl.Collator(language, { sensitivity: 'base' });
  const isSame = (one: string, other: string) => compare(one, other) === 0;
  return {
    isSame,
    letterOf: (word: string): string => {
      const [first = '', second = ''] = word.normalize('NFC').match(/\p{L}|\p{N}/gu) ?? [];
      if (!/\p{L}/u.test(first)) return DIGITS;
      if (compare(first + second, first + LAST) > 0) return capital(first) + second.toLowerCase();
      const [bare = first] = first.normalize('NFD');
      return capital(isSame(bare, first) ? bare : first);
    },
  };

  function capital(letter: string): string {
    return letter.toLocaleUpperCase(language);
  }
}

/** What somebody asks for: words, and where those are the wording of a term, its other wordings. */
import { AS_ASKED, nearness } from './spelling.ts';
import { wordsOf } from './words.ts';

/** Each phrase is to be found by itself or by any of its other wordings. */
export type Phrase = {
  readonly words: readonly string[];
  readonly others: readonly (readonly string[])[];
};

/** Whoever asks for more has written a sentence, and the rest of it says no more. */
const MOST_WORDS = 10;

/** `terms` are groups of wordings, folded. Of two that begin at one word the longer is meant. */
export function phrasesIn(
  asked: string,
  { language, terms }: { language: string; terms: readonly (readonly string[])[] },
): readonly Phrase[] {
  const words = [...new Set(wordsOf(asked, language))].slice(0, MOST_WORDS);
  const wordings = terms
    .flatMap((group) => group.map((wording) => ({ wording: wording.split(' '), group })))
    .toSorted((one, other) => other.wording.length - one.wording.length);
  const phrases: Phrase[] = [];
  for (let at = 0; at < words.length; ) {
    const found = wordings.find(({ wording }) => isAt(words, at, wording));
    const length = found?.wording.length ?? 1;
    const phrase = words.slice(at, at + length);
    const others = (found?.group ?? []).filter((wording) => wording !== phrase.join(' '));
    phrases.push({ words: phrase, others: others.map((wording) => wording.split(' ')) });
    at += length;
  }
  return phrases;
}

function isAt(words: readonly string[], at: number, wording: readonly string[]): boolean {
  return wording.every((word, behind) => {
    const asked = words[at + behind];
    return asked !== undefined && nearness(asked, word) >= AS_ASKED;
  });
}

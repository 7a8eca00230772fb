/** How near a word is to another, by what people do when they spell, inflect or break off. */

/** At this nearness a word is the one that was asked for, whole, begun or in another form; below it, misspelt. */
export const AS_ASKED = 0.5;

/** From 1, the same word, to 0, another one. */
export function nearness(asked: string, word: string): number {
  if (asked === word) return 1;
  if (word.startsWith(asked)) return AS_ASKED + (0.45 * asked.length) / word.length;
  const longest = Math.max(asked.length, word.length);
  const shared = sharedStart(asked, word);
  if (shared >= 4 && shared >= 0.6 * longest) return AS_ASKED;
  const most = mistakesIn(asked);
  const made = distance(asked, word, most);
  return made > most ? 0 : AS_ASKED - 0.12 * made;
}

/** Nobody asks for a word of three letters with one of them wrong: too many words would fit. */
function mistakesIn(asked: string): number {
  if (asked.length < 4) return 0;
  return asked.length < 7 ? 1 : 2;
}

/** The words of a list that are nearest to one that stands in no text, the nearest first. */
export function nearest(asked: string, words: readonly string[]): readonly string[] {
  if (asked.length < 4) return [];
  let fewest = 2;
  let found: string[] = [];
  for (const word of words) {
    const made = distance(asked, word, fewest);
    if (made > fewest) continue;
    if (made < fewest) found = [];
    fewest = made;
    found.push(word);
  }
  return found
    .toSorted((one, other) => sharedStart(asked, other) - sharedStart(asked, one))
    .slice(0, MOST_NEAREST);
}

const MOST_NEAREST = 4;

/** How many letters two words have alike at their beginning. */
export function sharedStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

/**
 * Letters that were left out, put in, mistaken or exchanged with their neighbour; `most + 1` when there are more. The
 * distance of Damerau and Levenshtein, in which no letter is touched twice.
 */
export function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at += 1) {
    const row = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const isSame = one[at - 1] === other[to - 1];
      const changed = (above[to - 1] as number) + (isSame ? 0 : 1);
      let least = Math.min(changed, (above[to] as number) + 1, (row[to - 1] as number) + 1);
      const isExchanged = one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1];
      if (isExchanged && at > 1 && to > 1) least = Math.min(least, (before[to - 2] as number) + 1);
      row.push(least);
    }
    if (Math.min(...row) > most) return most + 1;
    before = above;
    above = row;
  }
  return Math.min(above[other.length] as number, most + 1);
}

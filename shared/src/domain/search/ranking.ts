/** Which pages answer best, by where on them the words stand, how near those are to the ones asked, and how rare. */
import type { Phrase } from './asking.ts';

/** A word of the index that fits a word asked for: how near it is, and the pages that have it, by place, with its rank. */
export type Fitting = { readonly nearness: number; readonly pages: ReadonlyMap<number, number> };

/** In a text, a heading, a summary, a title. */
const weightOfRank = [1, 2, 3, 5];
/** Another wording is a little less than what was asked for. */
const OTHER_WORDING = 0.9;
/** Pages so much worse than the best are not what somebody looks for. */
const WORST = 0.1;

/** Places of pages, the best first; of equal ones in their order. */
export function ranked(
  phrases: readonly Phrase[],
  fitting: (word: string) => readonly Fitting[],
  pages: number,
): readonly number[] {
  const each = phrases.map(scoresOf);
  const scores = sum(each);
  // Who has all that was asked for is meant before who has much of one thing.
  for (const [place, score] of scores) {
    scores.set(place, (score * each.filter((one) => one.has(place)).length) / each.length);
  }
  const best = Math.max(0, ...scores.values());
  return [...scores]
    .filter(([, score]) => score >= best * WORST)
    .sort(([one, better], [other, score]) => score - better || one - other)
    .map(([place]) => place);

  function scoresOf({ others, words }: Phrase): ReadonlyMap<number, number> {
    const total = sum(words.map(scoresOfWord));
    for (const other of others) {
      const each = other.map(scoresOfWord);
      for (const [place, score] of sum(each)) {
        if (!each.every((one) => one.has(place))) continue;
        total.set(place, Math.max(total.get(place) ?? 0, score * OTHER_WORDING));
      }
    }
    return total;
  }

  /** A word that fits in several forms counts by the best of them, and is as common as all of them. */
  function scoresOfWord(word: string): ReadonlyMap<number, number> {
    const best = new Map<number, number>();
    for (const { nearness, pages: having } of fitting(word)) {
      for (const [place, rank] of having) {
        const score = nearness * (weightOfRank[rank] ?? 1);
        if (score > (best.get(place) ?? 0)) best.set(place, score);
      }
    }
    const rarity = Math.log(1 + (pages - best.size + 0.5) / (best.size + 0.5));
    return new Map([...best].map(([place, score]) => [place, score * rarity]));
  }
}

function sum(scores: readonly ReadonlyMap<number, number>[]): Map<number, number> {
  const total = new Map<number, number>();
  for (const one of scores) {
    for (const [place, score] of one) total.set(place, (total.get(place) ?? 0) + score);
  }
  return total;
}

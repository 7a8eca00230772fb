/** How much of one English text is in another, by words and codes: for finding what was translated before. */
import { diffArrays } from 'diff';
import type { Piece } from '../compare-words.ts';
import { tokensOf } from './codes.ts';

/**
 * 0 to 100. 100 is for the very same text alone: what differs in a capital or a comma has 99 at most. Words and codes
 * count whole, marks between them a quarter.
 */
export function similarity(one: string, other: string): number {
  if (one === other) return 100;
  return similarityOf(unitsOf(one), unitsOf(other));
}

/** The same, for whoever compares one text with many. */
export function similarityOf(ours: readonly Unit[], theirs: readonly Unit[]): number {
  const all = weightOf(ours) + weightOf(theirs);
  return all === 0 ? 0 : Math.min(99, Math.round((200 * inBoth(ours, theirs)) / all));
}

/** The most that both hold in the same order. `diff` finds the most units, which may be commas. */
function inBoth(ours: readonly Unit[], theirs: readonly Unit[]): number {
  let above = new Array<number>(theirs.length + 1).fill(0);
  for (const { is, weight } of ours) {
    const row = [0];
    for (const [at, unit] of theirs.entries()) {
      const together = unit.is === is ? (above[at] ?? 0) + weight : 0;
      row.push(Math.max(together, above[at + 1] ?? 0, row[at] ?? 0));
    }
    above = row;
  }
  return above.at(-1) ?? 0;
}

/** What in `before` went and what came, words and codes whole. */
export function difference(before: string, after: string): readonly Piece[] {
  return diffArrays(piecesOf(before), piecesOf(after)).map(
    ({ added, removed, value }): Piece => ({
      is: added ? 'added' : removed ? 'removed' : 'same',
      words: value.join(''),
    }),
  );
}

export type Unit = { readonly is: string; readonly weight: number };

/** Words without capitals, codes by their form, marks; spaces are none. */
export function unitsOf(text: string): readonly Unit[] {
  return piecesOf(text)
    .filter((piece) => piece.trim() !== '')
    .map((piece) => ({
      is: piece.replaceAll('’', "'").toLowerCase(),
      weight: /[\p{L}\p{N}]/u.test(piece) ? 1 : 0.25,
    }));
}

function weightOf(units: readonly Unit[]): number {
  return units.reduce((sum, { weight }) => sum + weight, 0);
}

const words = new Intl.Segmenter('en', { granularity: 'word' });

function piecesOf(text: string): string[] {
  return (tokensOf(text) ?? [{ text }]).flatMap((token) => {
    if ('text' in token) return [...words.segment(token.text)].map(({ segment }) => segment);
    if ('open' in token) return [`<${token.open}>`];
    return 'close' in token ? [`</${token.close}>`] : [`<${token.alone}/>`];
  });
}

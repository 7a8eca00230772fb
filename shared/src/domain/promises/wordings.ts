/** How a principle was said before, and what changed from one wording to the next, word by word. */
import { comparedWords, type Piece } from '../compare-words.ts';
import type { ContentOfKind } from '../kinds.ts';
import type { Reference } from '../shape.ts';

export type EarlierWording = {
  readonly id: string;
  readonly wording: string;
  readonly from: string | null;
  /** The day on which the next wording took its place. */
  readonly until: string;
  readonly reason: string;
  readonly consultation: Reference | null;
  /** From this wording to the next: what was taken out, what was put in, and what stayed, in the order of reading. */
  readonly change: readonly Piece[];
};

/** Newest first. `tag` is the language of the texts. */
export function wordingHistory(
  { earlier, statement }: Pick<ContentOfKind<'principles'>, 'earlier' | 'statement'>,
  tag: string,
): readonly EarlierWording[] {
  return earlier
    .map((row, at) => ({
      ...row,
      change: comparedWords(row.wording, earlier[at + 1]?.wording ?? statement, tag),
    }))
    .toReversed();
}

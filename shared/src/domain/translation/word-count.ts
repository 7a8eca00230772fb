/** How many English words there are to translate, and how many of them somebody translated before. */
import { plainOf } from './codes.ts';

const words = new Intl.Segmenter('en', { granularity: 'word' });

/** "Well-being" is one word, a number is one, a code is none. */
export function wordCount(text: string): number {
  const joined = plainOf(text).replace(
    /(?<=[\p{L}\p{N}])[-\u2010\u2011'’.,](?=[\p{L}\p{N}])/gu,
    '',
  );
  return [...words.segment(joined)].filter(({ isWordLike }) => isWordLike).length;
}

/** From what costs a translator least to what costs most. */
export const bands = ['context', 'exact', 'repeated', 'fuzzy', 'new'] as const;
export type Band = (typeof bands)[number];
export type BandCounts = Readonly<
  Record<Band, { readonly segments: number; readonly words: number }>
>;

/** The best that the memory knows of a segment. */
export type BestMatch = { readonly match: 'context' | 'exact' | 'fuzzy'; readonly score: number };

/** Below this a translator is quicker from the beginning. */
export const LEAST_FUZZY = 75;

/**
 * Counts segments in the order in which they are translated: what comes a second time is `repeated`, unless the memory
 * has it whole already.
 */
export function countByBand(
  segments: readonly {
    readonly hash: string;
    readonly text: string;
    readonly best: BestMatch | null;
  }[],
): BandCounts {
  const seen = new Set<string>();
  const counts = Object.fromEntries(bands.map((band) => [band, { segments: 0, words: 0 }]));
  for (const { best, hash, text } of segments) {
    const band = bandOf(best, seen.has(hash));
    const { segments, words } = counts[band] ?? { segments: 0, words: 0 };
    counts[band] = { segments: segments + 1, words: words + wordCount(text) };
    seen.add(hash);
  }
  return counts as BandCounts;
}

function bandOf(best: BestMatch | null, isRepeated: boolean): Band {
  if (best?.match === 'context' || best?.match === 'exact') return best.match;
  if (isRepeated) return 'repeated';
  return best !== null && best.score >= LEAST_FUZZY ? 'fuzzy' : 'new';
}

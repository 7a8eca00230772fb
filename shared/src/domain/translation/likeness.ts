/** Which of two runs of texts are the same piece in other words: by the words they share, and by where they stand. */
import { plainOf } from './codes.ts';
import type { SegmentStyle } from './segment.ts';

/** One of a run of texts. `at` is its place among all of them. */
export type Placed = {
  readonly at: number;
  readonly lastingPath: string;
  readonly style: SegmentStyle;
  readonly text: string;
};

/** Places of texts after, with the places they had before. */
export type Aligned = ReadonlyMap<number, number>;

/** Of the words of two texts, the part that has to be in both: wherever they stand, and beside a neighbour that stayed. */
const ALIKE = 0.5;
const ALIKE_IN_PLACE = 0.3;

/** Aligns what is alike among what is not aligned yet, the most alike first and nothing twice. */
export function alignAlike(
  after: readonly Placed[],
  before: readonly Placed[],
  aligned: Aligned,
): Aligned {
  const stayed = new Set(aligned.values());
  const open = standing(after, (at) => aligned.get(at)).filter(({ at }) => !aligned.has(at));
  const gone = standing(before, (at) => (stayed.has(at) ? at : undefined));
  const left = gone.filter(({ at }) => !stayed.has(at));
  const candidates = open.flatMap((text) => left.flatMap((old) => candidateFor(text, old)));
  const found = new Map<number, number>();
  const taken = new Set<number>();
  for (const { at, old } of candidates.sort(byLikeness)) {
    if (found.has(at) || taken.has(old)) continue;
    found.set(at, old);
    taken.add(old);
  }
  return found;
}

type Candidate = {
  readonly at: number;
  readonly old: number;
  readonly score: number;
  readonly distance: number;
};

function byLikeness(one: Candidate, other: Candidate): number {
  return other.score - one.score || one.distance - other.distance;
}

function candidateFor(text: Standing, old: Standing): readonly Candidate[] {
  const inField = text.lastingPath === old.lastingPath;
  const isAfterSame = inField && text.previous === old.previous;
  const isBeforeSame = inField && text.next === old.next;
  // A cell often holds one number or name: what stands where it stood is the same cell, whatever it says.
  const isSameCell = isAfterSame && isBeforeSame && text.style === 'cell' && old.style === 'cell';
  const score = Math.max(likeness(text.words, old.words), isSameCell ? ALIKE_IN_PLACE : 0);
  if (score < (isAfterSame || isBeforeSame ? ALIKE_IN_PLACE : ALIKE)) return [];
  return [{ at: text.at, old: old.at, score, distance: Math.abs(text.at - old.at) }];
}

/** A text with its words, and with the neighbours in its field that stayed, by the places they had before. */
type Standing = Placed & {
  readonly words: Words;
  readonly previous: number | null;
  readonly next: number | null;
};

function standing(
  texts: readonly Placed[],
  placeBefore: (at: number) => number | undefined,
): readonly Standing[] {
  const previous = neighbours(texts, placeBefore);
  const next = neighbours(texts.toReversed(), placeBefore);
  return texts.map((text) => ({
    ...text,
    words: wordsIn(text.text),
    previous: previous.get(text.at) ?? null,
    next: next.get(text.at) ?? null,
  }));
}

/** For each text, the last one that stayed of those that come before it in its field. */
function neighbours(
  texts: readonly Placed[],
  placeBefore: (at: number) => number | undefined,
): ReadonlyMap<number, number> {
  const last = new Map<string, number>();
  const found = new Map<number, number>();
  for (const { at, lastingPath } of texts) {
    const neighbour = last.get(lastingPath);
    if (neighbour !== undefined) found.set(at, neighbour);
    const place = placeBefore(at);
    if (place !== undefined) last.set(lastingPath, place);
  }
  return found;
}

/** How often each word is in a text. */
type Words = { readonly counts: ReadonlyMap<string, number>; readonly all: number };

function wordsIn(text: string): Words {
  const words =
    plainOf(text)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, all: words.length };
}

/** From 0 to 1: of the words of both, how many are in both. */
function likeness(ours: Words, theirs: Words): number {
  const all = ours.all + theirs.all;
  if (all === 0) return 0;
  let shared = 0;
  for (const [word, count] of ours.counts) {
    shared += Math.min(count, theirs.counts.get(word) ?? 0);
  }
  return (2 * shared) / all;
}

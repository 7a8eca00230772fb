/** What a translation memory offers: reviewed translations of the same English, or of English much like it. */
import { digestOf } from '../digest.ts';
import { similarityOf, type Unit, unitsOf } from './similarity.ts';

/** One reviewed translation as it is remembered. */
export type Remembered = {
  readonly source: string;
  readonly target: string;
  /** Who translated it, and when it was reviewed. */
  readonly by: string;
  readonly at: string;
  /** The segment it was made for; `null` when it came from a file. */
  readonly kind: string | null;
  readonly document: string | null;
  readonly key: string | null;
  /** The hashes of the segments before and after it; `null` at the ends of a document. */
  readonly previousHash: string | null;
  readonly nextHash: string | null;
  /** The file it came from; `null` for what was reviewed here. */
  readonly file: string | null;
};

export type Suggestion = {
  readonly match: 'context' | 'exact' | 'fuzzy';
  /** 0 to 100: see similarity.ts. */
  readonly score: number;
  readonly source: string;
  readonly target: string;
  readonly by: string;
  readonly at: string;
  readonly where: Pick<Remembered, 'kind' | 'document' | 'key' | 'file'>;
};

/** For which segment something is asked. */
export type Sought = {
  readonly text: string;
  readonly document: string;
  readonly key: string;
  readonly previousHash: string | null;
  readonly nextHash: string | null;
};

/** What is less alike than this costs more to mend than to write. */
export const LEAST_ALIKE = 60;
const MOST_SUGGESTIONS = 5;

/** The best first, each wording once. */
export function suggestionsFrom(
  sought: Sought,
  remembered: readonly Remembered[],
): readonly Suggestion[] {
  const units = unitsOf(sought.text);
  const all = remembered.flatMap((each) => suggestionFrom(sought, units, each));
  const best = all.toSorted((one, other) => rank(other) - rank(one) || later(one, other));
  const isFirst = (one: Suggestion, at: number) =>
    best.findIndex((other) => other.source === one.source && other.target === one.target) === at;
  return best.filter(isFirst).slice(0, MOST_SUGGESTIONS);
}

function suggestionFrom(
  sought: Sought,
  units: readonly Unit[],
  each: Remembered,
): readonly Suggestion[] {
  const { at, by, document, file, key, kind, source, target } = each;
  const isWhole = source === sought.text;
  const score = isWhole ? 100 : similarityOf(units, unitsOf(source));
  if (score < LEAST_ALIKE) return [];
  const match = !isWhole ? 'fuzzy' : isInContext(sought, each) ? 'context' : 'exact';
  return [{ match, score, source, target, by, at, where: { kind, document, key, file } }];
}

/** The very segment, or one between the same neighbours. */
function isInContext(sought: Sought, each: Remembered): boolean {
  if (each.document === sought.document && each.key === sought.key) return true;
  const hasNeighbours = sought.previousHash !== null || sought.nextHash !== null;
  return (
    hasNeighbours && each.previousHash === sought.previousHash && each.nextHash === sought.nextHash
  );
}

/** In context before exact, and what was reviewed here before what a file brought. */
function rank({ match, score, where }: Suggestion): number {
  return score * 4 + (match === 'context' ? 2 : 0) + (where.file === null ? 1 : 0);
}

function later(one: Suggestion, other: Suggestion): number {
  return one.at < other.at ? 1 : -1;
}

/** The same for the same text, whatever its links lead to. */
export function textHashOf(text: string): string {
  return digestOf(text);
}

/**
 * By what a text is found: its words and its pairs of neighbouring words, each once. Of two texts that are much alike
 * hardly any shares no pair, and pairs are rare where words are not.
 */
export function gramsOf(text: string): readonly string[] {
  const words = unitsOf(text).flatMap(({ is, weight }) =>
    weight === 1 && !is.startsWith('<') ? [is] : [],
  );
  const pairs = words.slice(1).map((word, at) => `${words[at]} ${word}`);
  return [...new Set([...words, ...pairs])];
}

/** The rarest, together in no more rows than are to be looked at; the very rarest in any case. */
export function rarest(
  grams: readonly string[],
  rowsWith: (gram: string) => number,
  most: number,
): readonly string[] {
  const counted = grams
    .map((gram) => ({ gram, rows: rowsWith(gram) }))
    .toSorted((one, other) => one.rows - other.rows);
  let sum = 0;
  return counted
    .filter(({ rows }, at) => {
      sum += rows;
      return at === 0 || sum <= most;
    })
    .map(({ gram }) => gram);
}

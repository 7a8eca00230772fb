/**
 * When a translation of an older English is still one of the present English: when every change between was minor, a
 * second person agreed, and the change touched no code and no value that a parent acts upon.
 */
import { digestOf } from '../digest.ts';
import { protectedValues } from './protected-values.ts';
import type { Segment } from './segment.ts';

/** Whether what was translated from one hash of a key may stand for a later one. */
export type IsSame = (reworded: {
  readonly key: string;
  readonly from: string;
  readonly to: string;
}) => boolean;

/** One English edition, as far as it matters here: small enough to be kept beside the keys of the edition. */
export type EnglishStep = {
  /** The hash of each segment, by key. */
  readonly hashes: ReadonlyMap<string, string>;
  /** The change was minor, and somebody other than its editor agreed that it is. */
  readonly isAgreedMinor: boolean;
  /** The keys that were reworded since the edition before, with everything that counts as it was: `reworded`. */
  readonly reworded: readonly string[];
};

/** The keys of segments that say it in other words than in the edition before, with codes and protected values alike. */
export function rewordedSince(
  before: readonly Segment[],
  after: readonly Segment[],
): readonly string[] {
  const old = new Map(before.map((segment) => [segment.key, segment]));
  return after
    .filter((segment) => {
      const was = old.get(segment.key);
      return was !== undefined && was.hash !== segment.hash && saysTheSame(was, segment);
    })
    .map(({ key }) => key);
}

/** Whether codes and protected values are the same. The rest is for people to judge. */
export function saysTheSame(before: Segment, after: Segment): boolean {
  return whatCounts(before) === whatCounts(after);
}

function whatCounts({ codes, text }: Segment): string {
  return digestOf({ codes, values: protectedValues(text) });
}

/**
 * Judges by the English editions, oldest first, up to the one to be translated: `from` has to have stood in one of them,
 * with nothing but agreed minor changes of that key from there to the last, which holds `to`. What was taken back by a
 * major change never comes in again by a minor one.
 */
export function samenessIn(english: readonly EnglishStep[]): IsSame {
  return ({ from, key, to }) => {
    if (from === to) return true;
    if (english.at(-1)?.hashes.get(key) !== to) return false;
    return stoodFor(english, key).includes(from);
  };
}

/** What this key held before, back to the last change that was more than minor. */
function stoodFor(english: readonly EnglishStep[], key: string): readonly string[] {
  const held: string[] = [];
  for (let at = english.length - 1; at > 0; at -= 1) {
    const after = english[at] as EnglishStep;
    const old = english[at - 1]?.hashes.get(key);
    const isUntouched = old === after.hashes.get(key);
    const isReworded = after.isAgreedMinor && after.reworded.includes(key);
    if (old === undefined || !(isUntouched || isReworded)) return held;
    held.push(old);
  }
  return held;
}

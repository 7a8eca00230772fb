/** Which paragraph is which, from one English edition to the next. */
import type { ContentOfKind, Kind } from '../kinds.ts';
import { codedFrom } from './inlines.ts';
import { type Place, withPieces } from './pieces.ts';
import { hashOf } from './segment.ts';

/** The keys of the segments of rich text in the order of reading, by the lasting path of the field: `parts.6f3a.body`. */
export type Keys = Readonly<Record<string, readonly string[]>>;

/** An English edition that was cut. */
export type Cut<K extends Kind = Kind> = {
  readonly content: ContentOfKind<K>;
  readonly keys: Keys;
};

/**
 * The keys of an English edition, from the editions before it, newest first: `[]` for the first. The same text keeps its
 * key wherever it moves, a text that is alike keeps it too, and one that comes back has the key that it had.
 */
export function alignKeys<K extends Kind>(
  kind: K,
  content: ContentOfKind<K>,
  _earlier: readonly Cut<K>[],
): Keys {
  const keys: Record<string, string[]> = {};
  const taken = new Set<string>();
  withPieces(kind, content, {
    words: (words) => words,
    inlines: (children, place) => {
      const key = ownKey(hashOf(codedFrom(children)), taken);
      taken.add(key);
      keys[place.lastingPath] = [...(keys[place.lastingPath] ?? []), key];
      return children;
    },
  });
  return keys;
}

function ownKey(hash: string, taken: ReadonlySet<string>): string {
  for (let times = 1; ; times += 1) {
    const key = times === 1 ? `p-${hash.slice(0, 12)}` : `p-${hash.slice(0, 12)}-${times}`;
    if (!taken.has(key)) return key;
  }
}

/** Hands out the keys of an edition to its pieces, in the order of reading. */
export function keysInOrder(keys: Keys): (place: Place) => string {
  const given: Record<string, number> = {};
  return ({ isInProse, lastingPath }) => {
    if (!isInProse) return lastingPath;
    const at = given[lastingPath] ?? 0;
    given[lastingPath] = at + 1;
    const key = keys[lastingPath]?.[at];
    if (key === undefined) {
      throw new Error(
        `${lastingPath} has more than ${at} pieces, and so many keys. Take the keys that were aligned for this edition.`,
      );
    }
    return key;
  };
}

/**
 * Which paragraph is which, from one English edition to the next. Rich text has no ids of its own; a key is given when an
 * edition is published, and kept beside it.
 */
import type { ContentOfKind, Kind } from '../kinds.ts';
import { codedFrom } from './inlines.ts';
import { alignAlike } from './likeness.ts';
import { type Place, withPieces } from './pieces.ts';
import { type CodedText, hashOf } from './segment.ts';

/** The keys of the segments of rich text in the order of reading, by the lasting path of the field: `parts.6f3a.body`. */
export type Keys = Readonly<Record<string, readonly string[]>>;

/** An English edition that was cut. */
export type Cut<K extends Kind = Kind> = {
  readonly content: ContentOfKind<K>;
  readonly keys: Keys;
};

/**
 * The keys of an English edition, from the editions before it, newest first: `[]` for the first. The same text keeps its
 * key wherever it moves; a text that comes back has the key that it had; a text that is alike keeps the key too. What is
 * like nothing before has a key of its own, made from its words, so that cutting an old edition is always done alike.
 */
export function alignKeys<K extends Kind>(
  kind: K,
  content: ContentOfKind<K>,
  earlier: readonly Cut<K>[],
): Keys {
  const pieces = piecesOf(kind, content);
  const given = new Map<number, string>();
  const [newest, ...older] = earlier.map((cut) => keyedPieces(kind, cut));
  if (newest !== undefined) {
    giveSame(pieces, newest, given);
    for (const cut of older) giveBack(pieces, cut, given);
    giveAlike(pieces, newest, given);
  }
  giveOwn(pieces, given);
  return Object.fromEntries(
    [...Map.groupBy(pieces, ({ lastingPath }) => lastingPath)].map(([path, inField]) => [
      path,
      inField.map(({ at }) => given.get(at) as string),
    ]),
  );
}

/** Hands out the keys of an edition to its pieces, in the order of reading. */
export function keysInOrder(keys: Keys): (place: Place) => string {
  const given: Record<string, number> = {};
  return ({ isInProse, lastingPath }) => {
    if (!isInProse) return lastingPath;
    const at = given[lastingPath] ?? 0;
    given[lastingPath] = at + 1;
    const key = keys[lastingPath]?.[at];
    if (key !== undefined) return key;
    throw new Error(
      `${lastingPath} has more pieces than keys, which are ${at}. Use the keys that were aligned for this very edition.`,
    );
  };
}

type Piece = CodedText & Place & { readonly at: number; readonly hash: string };
type Keyed = Piece & { readonly key: string };
type Given = Map<number, string>;

function piecesOf<K extends Kind>(kind: K, content: ContentOfKind<K>): readonly Piece[] {
  const pieces: Piece[] = [];
  withPieces(kind, content, {
    words: (words) => words,
    inlines: (children, place) => {
      const coded = codedFrom(children);
      pieces.push({ at: pieces.length, ...place, ...coded, hash: hashOf(coded) });
      return children;
    },
  });
  return pieces;
}

function keyedPieces<K extends Kind>(kind: K, { content, keys }: Cut<K>): readonly Keyed[] {
  const keyOf = keysInOrder(keys);
  return piecesOf(kind, content).map((piece) => ({ ...piece, key: keyOf(piece) }));
}

/** The same text in the same field first: what stands twice is not to change places with what moved. */
function giveSame(pieces: readonly Piece[], before: readonly Keyed[], given: Given): void {
  giveWhere(pieces, { before, given }, (old, piece) => old.lastingPath === piece.lastingPath);
  giveWhere(pieces, { before, given }, () => true);
}

/** What stood in an older edition and comes back. */
function giveBack(pieces: readonly Piece[], before: readonly Keyed[], given: Given): void {
  giveWhere(pieces, { before, given }, () => true);
}

function giveWhere(
  pieces: readonly Piece[],
  { before, given }: { readonly before: readonly Keyed[]; readonly given: Given },
  isTheirs: (old: Keyed, piece: Piece) => boolean,
): void {
  const taken = new Set(given.values());
  const byHash = Map.groupBy(before, ({ hash }) => hash);
  for (const piece of pieces) {
    if (given.has(piece.at)) continue;
    const same = byHash.get(piece.hash) ?? [];
    const old = same.find((other) => !taken.has(other.key) && isTheirs(other, piece));
    if (old === undefined) continue;
    given.set(piece.at, old.key);
    taken.add(old.key);
  }
}

function giveAlike(pieces: readonly Piece[], before: readonly Keyed[], given: Given): void {
  const places = new Map(before.map(({ at, key }) => [key, at]));
  const aligned = new Map<number, number>();
  for (const [at, key] of given) {
    const place = places.get(key);
    if (place !== undefined) aligned.set(at, place);
  }
  const open = pieces.filter(({ at }) => !given.has(at) || aligned.has(at));
  for (const [at, old] of alignAlike(open, before, aligned)) {
    given.set(at, (before[old] as Keyed).key);
  }
}

function giveOwn(pieces: readonly Piece[], given: Given): void {
  const taken = new Set(given.values());
  for (const { at, hash } of pieces) {
    if (given.has(at)) continue;
    const key = ownKey(hash, taken);
    given.set(at, key);
    taken.add(key);
  }
}

/** No field is called like it, and it fits wherever an XML id or a part of an address does. */
function ownKey(hash: string, taken: ReadonlySet<string>): string {
  const own = `p-${hash.slice(0, 12)}`;
  let key = own;
  for (let times = 2; taken.has(key); times += 1) key = `${own}-${times}`;
  return key;
}

/** Answers of a store that are kept under the key they were asked by, until what they tell of changes. */

import type { Key } from './keys.ts';

export type KeptAnswers<T> = {
  readonly get: (key: Key, make: () => T) => T;
  readonly forget: (key: Key) => void;
  readonly empty: () => void;
};

/** Keeps the answers last asked for, at least `limit` of them and at most twice as many. */
export function keptAnswers<T>(limit: number): KeptAnswers<T> {
  let young = new Map<Key, T>();
  let old = new Map<Key, T>();
  return {
    get: (key, make) => {
      const known = young.get(key);
      if (known !== undefined) return known;
      const value = old.get(key) ?? make();
      young.set(key, value);
      if (young.size >= limit) {
        old = young;
        young = new Map();
      }
      return value;
    },
    forget: (key) => {
      young.delete(key);
      old.delete(key);
    },
    empty: () => {
      young.clear();
      old.clear();
    },
  };
}

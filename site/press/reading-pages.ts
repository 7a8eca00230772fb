/** Which pages read what, as the press's ledger keeps it: asked by the preview, which only reads that file. */
import type { DatabaseSync } from 'node:sqlite';
import type { Key } from '../src/content/keys.ts';

export type ReadingPage = {
  readonly path: string;
  /** `document guides 12` for a page of a document. */
  readonly owner: string;
};

/** Pages for people: no lists for machines, and none of those that say that something is not there. */
export function pagesThatRead(
  database: DatabaseSync,
  changed: readonly Key[],
): readonly ReadingPage[] {
  if (!hasLedger(database)) return [];
  return database
    .prepare(
      `SELECT DISTINCT pages.path AS path, owner FROM json_each(?) AS changed JOIN keys ON keys.key = changed.value
       JOIN reads ON reads.key = keys.id JOIN pages ON pages.id = reads.page
       WHERE file LIKE '%.html' ORDER BY pages.path`,
    )
    .all(JSON.stringify(changed))
    .map(({ owner, path }) => ({ path: String(path), owner: String(owner) }))
    .filter(({ path }) => !/^(\/[\w-]+)?\/(404|410|500)\/?$/.test(path));
}

/** Before the first release there is no ledger, and nothing is used anywhere. */
export function hasLedger(database: DatabaseSync): boolean {
  const found = database
    .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'reads'")
    .get();
  return found !== undefined;
}

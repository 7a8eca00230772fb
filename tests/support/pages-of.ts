/** The pages of the release that is live, as files. */
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Path of the page (`/en/principles/7/`) and its bytes as text. */
export function pagesOf(dataDir: string): ReadonlyMap<string, string> {
  const current = realpathSync(join(dataDir, 'releases/current'));
  const files = readdirSync(current, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    files.map((file) => [
      `/${relative(current, file).replace(/index\.html$/, '')}`,
      readFileSync(file, 'utf8'),
    ]),
  );
}

/** The paths whose bytes differ, came or went. */
export function changedPages(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
}

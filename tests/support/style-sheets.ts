/** The styles of the site as they are written. */
import { readdirSync, readFileSync } from 'node:fs';

export const stylesFolder = new URL('../../site/src/styles/', import.meta.url);

/** Each line that says something, with where it stands; comments left out. */
export function styleLines(): readonly { readonly at: string; readonly says: string }[] {
  const files = readdirSync(stylesFolder).filter((name) => name.endsWith('.scss'));
  return files.flatMap((file) => {
    const lines = readFileSync(new URL(file, stylesFolder), 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
      .split('\n')
      .map((line) => line.replace(/\/\/ .*$/, ''));
    return lines.map((says, at) => ({ at: `${file}:${at + 1}`, says: says.trim() }));
  });
}

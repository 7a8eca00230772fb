/** What all pages load, into a release: text in the copies that servers send compressed. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { compressed, writeCopies } from './finish.ts';

export async function putAssets(from: string, to: string): Promise<void> {
  if (!existsSync(from)) return;
  for (const entry of readdirSync(from, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const source = path.join(entry.parentPath, entry.name);
    const target = path.join(to, path.relative(from, source));
    const bytes = await readFile(source);
    const isText = /\.(css|js|svg|txt|xml|json|webmanifest)$/.test(source);
    if (existsSync(target) && readFileSync(target).equals(bytes)) continue;
    writeCopies(target, isText ? compressed(bytes) : [bytes]);
  }
}

/** Looks for words in every byte that lies under a folder, packed copies unpacked. */
import { type Dirent, readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

/** Releases are links to the same bytes: what was found in a file is not looked for under its next name. */
type Known = Map<string, boolean>;

/** The files that hold the bytes, and whatever has them in its name. Files that vanish meanwhile are passed over. */
export function filesWith(words: string | Buffer, folder: string): readonly string[] {
  return filesBelow(folder, words, new Map());
}

function filesBelow(folder: string, words: string | Buffer, known: Known): readonly string[] {
  const entries = unlessGone(() => readdirSync(folder, { withFileTypes: true })) ?? [];
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    const inside = entry.isDirectory() ? filesBelow(path, words, known) : [];
    return entry.name.includes(String(words)) || isHolding(words, { path, entry, known })
      ? [path, ...inside]
      : inside;
  });
}

type File = { readonly path: string; readonly entry: Dirent; readonly known: Known };

function isHolding(words: string | Buffer, { path, entry, known }: File): boolean {
  const file = entry.isFile() ? unlessGone(() => statSync(path)) : null;
  if (file === null) return false;
  const found = known.get(keyOf(file)) ?? holds(words, path);
  known.set(keyOf(file), found);
  return found;
}

/** What is written while it is read has another key. */
function keyOf({ dev, ino, mtimeMs, size }: Stats): string {
  return `${dev} ${ino} ${mtimeMs} ${size}`;
}

function holds(words: string | Buffer, path: string): boolean {
  const bytes = unlessGone(() => readFileSync(path));
  if (bytes === null) return false;
  return bytes.includes(words) || unpacked(path, bytes).includes(words);
}

function unpacked(path: string, bytes: Buffer): Buffer {
  if (path.endsWith('.br')) return brotliDecompressSync(bytes);
  return path.endsWith('.gz') ? gunzipSync(bytes) : Buffer.alloc(0);
}

/** A running press makes folders and throws them away. */
function unlessGone<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

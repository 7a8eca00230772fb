/** Looks for words in every byte that lies under a folder, packed copies unpacked. */
import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

/** The files that hold the bytes, and whatever has them in its name. Files that vanish meanwhile are passed over. */
export function filesWith(words: string | Buffer, folder: string): readonly string[] {
  const entries = unlessGone(() => readdirSync(folder, { withFileTypes: true })) ?? [];
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    const inside = entry.isDirectory() ? filesWith(words, path) : [];
    return entry.name.includes(String(words)) || holds(words, path, entry)
      ? [path, ...inside]
      : inside;
  });
}

function holds(words: string | Buffer, path: string, entry: Dirent): boolean {
  const bytes = entry.isFile() ? unlessGone(() => readFileSync(path)) : null;
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

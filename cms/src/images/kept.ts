/** Where pictures are kept: what was uploaded, and every size under the hash of its bytes. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { env } from '../env.ts';
import type { Size } from './images.ts';

export const uploads = path.join(env.dataDir, 'uploads');
export const uploadedOriginals = path.join(uploads, 'originals');

/** Where the bytes with this hash are kept. */
export function renditionPath(sha256: string): string {
  return path.join(uploads, 'renditions', sha256);
}

/** Keeps a size under the hash of its bytes. The same bytes twice are one file. */
export async function keepSize({ bytes, rendition }: Size): Promise<void> {
  const target = renditionPath(rendition.sha256);
  const partial = `${target}.${process.pid}.partial`;
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(partial, bytes);
  await rename(partial, target);
}

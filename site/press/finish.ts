/** What happens to the bytes of a page after they are rendered: checked, compressed, written. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { isBookletPath } from '../src/content/routes-of-booklets.ts';
import type { Script } from '../src/csp.ts';
import { problemOfPage } from './budgets.ts';
import { checkAt } from './checks.ts';
import { digestOfPage } from './page-digest.ts';

export type Rendered = {
  readonly path: string;
  /** Below the release. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** The digest of the bytes that stand there; equal bytes are not written again. */
  readonly before: string | null;
};

export type Finished = {
  readonly path: string;
  readonly digest: string;
  readonly links: readonly string[];
  readonly scripts: readonly Script[];
  /** When there are any, nothing was written. */
  readonly problems: readonly string[];
  readonly isWritten: boolean;
  /** Compressed, of what was written. */
  readonly weight?: number;
};

/** The endings of a file's compressed copies. */
export const COPIES = ['', '.br', '.gz'];

/** Brotli's best takes 17 ms a page, its fifth level an eighth of one and a tenth more bytes. */
const BROTLI_LEVEL = 5;
/** The logarithm of how far back it looks: a page fits in the smaller, which is a fifth quicker to begin. */
const [WINDOW_OF_A_PAGE, WIDEST_WINDOW] = [16, 22];
const GZIP_LEVEL = 6;

/** Writes below `folder`, never into a file that is there: it may be one with the file of an older release. */
export function finish(page: Rendered, folder: string, site: string): Finished {
  // On its way to another thread it became a plain array of bytes.
  const bytes = Buffer.from(page.bytes.buffer, page.bytes.byteOffset, page.bytes.length);
  const digest = digestOfPage(bytes);
  const { problems, links, scripts } = checkAt(page.path, () => bytes.toString(), site);
  const done = { path: page.path, digest, links, scripts };
  if (problems.length > 0) return { ...done, problems, isWritten: false };
  if (digest === page.before) return { ...done, problems, isWritten: false };
  const copies = page.file.endsWith('.json') ? asData(bytes) : compressed(bytes);
  const weight = copies[1]?.length ?? 0;
  const isPage = page.file.endsWith('.html') && !isBookletPath(page.path);
  const why = isPage ? problemOfPage(weight) : null;
  if (why !== null) return { ...done, problems: [why], isWritten: false };
  writeCopies(path.join(folder, page.file), copies);
  return { ...done, problems, isWritten: true, weight };
}

/** The bytes as they are, with brotli, with gzip. */
export function compressed(bytes: Buffer): readonly Buffer[] {
  const brotli = brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_LEVEL,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      [constants.BROTLI_PARAM_LGWIN]:
        bytes.length < 2 ** WINDOW_OF_A_PAGE ? WINDOW_OF_A_PAGE : WIDEST_WINDOW,
    },
  });
  return [bytes, brotli, gzipSync(bytes, { level: GZIP_LEVEL })];
}

/** Data is read by programs, which all know gzip; there is as much of it as of pages, and brotli would cost as much again. */
function asData(bytes: Buffer): Copies {
  return [bytes, null, gzipSync(bytes, { level: GZIP_LEVEL })];
}

/** As many as `COPIES`; `null` where there is to be none. */
type Copies = readonly (Buffer | null)[];

/** The first copy under the name, the others under it with their ending. What is not to be is not left from before. */
export function writeCopies(file: string, copies: Copies): void {
  for (const [at, copy] of copies.entries()) {
    const place = `${file}${COPIES[at]}`;
    if (copy === null) rmSync(place, { force: true });
    else put(place, copy);
  }
}

/** Written first and made room for when that fails: in a whole site there is nearly always room. */
function put(place: string, bytes: Buffer): void {
  try {
    writeFileSync(place, bytes, { flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') mkdirSync(path.dirname(place), { recursive: true });
    else if (code === 'EEXIST') rmSync(place);
    else throw error;
    put(place, bytes);
  }
}

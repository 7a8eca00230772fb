/**
 * Takes files of translations out of a zip. Nothing a zip says of itself is believed: sizes are counted while it unfolds,
 * and names are looked at before anything of a file is read.
 */
import { LARGEST_FILE } from '@charterpress/shared/domain/translation/files/xml.ts';
import { Unzip, type UnzipFile, UnzipInflate, UnzipPassThrough } from 'fflate';

export type ZipRefusal =
  | { readonly why: 'zip-broken' | 'zip-empty' | 'zip-too-many' | 'zip-too-large' }
  /** Names a place outside the zip. */
  | { readonly why: 'zip-path'; readonly found: string }
  /** Is none of ours. */
  | { readonly why: 'zip-other-file'; readonly found: string }
  | { readonly why: 'zip-same-name'; readonly found: string };

export type Unzipped =
  | { readonly ok: true; readonly files: ReadonlyMap<string, Uint8Array> }
  | { readonly ok: false; readonly refusal: ZipRefusal };

/** As many documents as go to an agency at once, and what they may weigh together when they are unfolded. */
export const MOST_FILES = 500;
export const LARGEST_WHOLE = 4 * LARGEST_FILE;

/** Bytes handed to the decoder at once: what it makes of them is counted before it gets more. */
const PORTION = 16 * 1024;

export function isZip([first, second]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b;
}

export function unzipped(bytes: Uint8Array): Unzipped {
  const taken = new Taken();
  try {
    const unzip = new Unzip((file) => taken.take(file));
    unzip.register(UnzipInflate);
    unzip.register(UnzipPassThrough);
    for (let at = 0; at < bytes.length && taken.refusal === null; at += PORTION) {
      unzip.push(bytes.subarray(at, at + PORTION), at + PORTION >= bytes.length);
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { ok: false, refusal: taken.refusal ?? { why: 'zip-broken' } };
  }
  return taken.whole();
}

class Taken {
  refusal: ZipRefusal | null = null;
  readonly #chunks = new Map<string, Uint8Array[]>();
  #unfinished = 0;
  #size = 0;

  take(file: UnzipFile): void {
    this.refusal ??= refusalOf(file.name, this.#chunks);
    if (this.refusal !== null || isNothing(file.name)) return;
    const chunks: Uint8Array[] = [];
    this.#chunks.set(file.name, chunks);
    this.#unfinished += 1;
    file.ondata = (error, chunk, isLast) => {
      if (error !== null) throw error;
      this.#size += chunk.length;
      if (this.#size > LARGEST_WHOLE) this.refusal ??= { why: 'zip-too-large' };
      if (this.refusal === null) chunks.push(chunk);
      if (isLast) this.#unfinished -= 1;
    };
    file.start();
  }

  whole(): Unzipped {
    if (this.refusal !== null) return { ok: false, refusal: this.refusal };
    if (this.#unfinished > 0) return { ok: false, refusal: { why: 'zip-broken' } };
    if (this.#chunks.size === 0) return { ok: false, refusal: { why: 'zip-empty' } };
    const files = [...this.#chunks].map(([name, chunks]) => [name, Buffer.concat(chunks)] as const);
    return { ok: true, files: new Map(files) };
  }
}

function refusalOf(name: string, others: ReadonlyMap<string, unknown>): ZipRefusal | null {
  if (leadsOutside(name)) return { why: 'zip-path', found: name };
  if (isNothing(name)) return null;
  if (!/\.(xlf|xliff)$/i.test(name)) return { why: 'zip-other-file', found: name };
  if (others.has(name)) return { why: 'zip-same-name', found: name };
  return others.size < MOST_FILES ? null : { why: 'zip-too-many' };
}

function leadsOutside(name: string): boolean {
  return /^[/\\]|^[A-Za-z]:|\\|\0/.test(name) || name.split('/').includes('..');
}

/** Folders, and what computers put beside files by themselves. */
function isNothing(name: string): boolean {
  const last = name.split('/').at(-1) ?? '';
  return last === '' || last.startsWith('.') || name.startsWith('__MACOSX/');
}

/** What stands in a file that came back, or in each file of a zip, before it is held against anything that we keep. */
import { createHash } from 'node:crypto';
import {
  type Expected,
  type FileRefusal,
  readXliff,
} from '@charterpress/shared/domain/translation/files/read.ts';
import type { Incoming } from '@charterpress/shared/domain/translation/files/transfer.ts';
import { LARGEST_FILE } from '@charterpress/shared/domain/translation/files/xml.ts';
import { isZip, unzipped, type ZipRefusal } from './unzip.ts';

/** One document in one language, as it was handed in. */
export type HandedIn = {
  /** Of the file, for the report. */
  readonly name: string;
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly digest: string;
  readonly file: Incoming;
};

/** Why a file, or a zip of files, is refused by what stands in it. */
export type LookedRefusal =
  | FileRefusal
  | ZipRefusal
  | { readonly why: 'same-document'; readonly found: string };

export type LookedAt =
  | { readonly ok: true; readonly files: readonly HandedIn[] }
  | { readonly ok: false; readonly refusal: LookedRefusal; readonly name: string | null };

/** A file, or a zip of them. One that cannot be taken refuses all: a person mends it and hands all in again. */
export function lookAt(name: string, bytes: Uint8Array, expected: Expected): LookedAt {
  if (bytes.byteLength > LARGEST_FILE) {
    return { ok: false, refusal: { why: 'too-large' }, name: null };
  }
  if (!isZip(bytes)) return readAll([[name, bytes]], expected, false);
  const zip = unzipped(bytes);
  return zip.ok ? readAll([...zip.files], expected, true) : { ...zip, name: null };
}

function readAll(
  all: readonly (readonly [string, Uint8Array])[],
  expected: Expected,
  isOfMany: boolean,
): LookedAt {
  const files: HandedIn[] = [];
  const seen = new Set<string>();
  for (const [name, bytes] of all) {
    const about = isOfMany ? name : null;
    const read = readXliff(bytes, expected);
    if (!read.ok) return { ...read, name: about };
    const { document, kind, language } = read.file;
    const found = `${kind}/${document} ${language}`;
    if (seen.has(found)) return { ok: false, refusal: { why: 'same-document', found }, name: null };
    seen.add(found);
    files.push({ name, digest: sha256(bytes), file: read.file });
  }
  return { ok: true, files };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What is not a picture: kept as it came, once it is sure what it is. */
import { createHash } from 'node:crypto';
import { formOf, mediaTypes } from '@charterpress/shared/domain/media.ts';
import words from '@charterpress/shared/strings/uploads.json' with { type: 'json' };
import { fileTypeFromBuffer } from 'file-type';
import type { Size } from '../images/images.ts';
import { filled } from '../words/filled.ts';
import { faultsIn } from './structure.ts';
import { wrongLineOf } from './webvtt.ts';

const MEGABYTE = 1024 * 1024;
/** Of one file, in bytes. */
const largest = { document: 20, sound: 40, film: 64, captions: 1 } as const;
/** Of any file. */
export const LARGEST_UPLOADED = largest.film * MEGABYTE;

/** What other programs call the same types. */
const sameAs: Readonly<Record<string, string>> = {
  'audio/x-m4a': 'audio/mp4',
  'video/x-m4v': 'video/mp4',
  'audio/vnd.wave': 'audio/wav',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'audio/x-wav': 'audio/wav',
};

export type Taken = { readonly file: Size } | { readonly why: string };

/** As Payload asks for them: the types that are kept as they came, and what others call them. */
export const fileTypes: readonly string[] = [
  ...Object.keys(mediaTypes).filter((mime) => formOf([{ mime }]) !== 'image'),
  ...Object.keys(sameAs),
];

/** Reads a file that is not a picture. `null` for a type that is not taken at all. */
export async function fileFrom(bytes: Buffer): Promise<Taken | null> {
  const mime = await typeOf(bytes);
  const form = mime === null ? null : formOf([{ mime }]);
  if (mime === null || form === null || form === 'image') return null;
  if (bytes.length > largest[form] * MEGABYTE) {
    return { why: filled(words.tooLarge[form], { most: String(largest[form]) }) };
  }
  const why = form === 'captions' ? faultInCaptions(bytes) : faultsIn[mime]?.(bytes);
  return why == null ? { file: stored(bytes, mime) } : { why };
}

/** By what is in it, whatever it is called. */
export async function typeOf(bytes: Buffer): Promise<string | null> {
  if (/^(\uFEFF)?WEBVTT/.test(bytes.toString('utf8', 0, 16))) return 'text/vtt';
  const found = (await fileTypeFromBuffer(bytes))?.mime;
  if (found === undefined) return null;
  const mime = sameAs[found] ?? found;
  return mime in mediaTypes ? mime : null;
}

function faultInCaptions(bytes: Buffer): string | null {
  try {
    const line = wrongLineOf(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return line === null ? null : filled(words.wrongLine, { line: String(line) });
  } catch {
    return words.notUtf8;
  }
}

function stored(bytes: Buffer, mime: string): Size {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const rendition = { name: 'original', sha256, mime, width: 0, height: 0, bytes: bytes.length };
  return { bytes, rendition };
}

/** Looking at files that came back, before anything is written: what each unit is, and what would become of it. */

import { createHash } from 'node:crypto';
import {
  reportOn,
  type UnitReport,
} from '@charterpress/shared/domain/translation/files/import-report.ts';
import { type Expected, readXliff } from '@charterpress/shared/domain/translation/files/read.ts';
import type { Incoming } from '@charterpress/shared/domain/translation/files/transfer.ts';
import { LARGEST_FILE } from '@charterpress/shared/domain/translation/files/xml.ts';
import type { PayloadRequest } from 'payload';
import { englishToTranslate } from '../coming.ts';
import type { CutEnglish } from '../english.ts';
import { recordsOf } from '../records.ts';
import { samenessOf } from '../sameness.ts';
import { mayHere } from '../who.ts';
import { titleOf } from './outgoing.ts';
import type { HandedIn } from './records.ts';
import { type Refusal, refusedUnit } from './sentences.ts';
import { isZip, unzipped } from './unzip.ts';

/** A unit with what a person needs to find it. */
export type UnitShown = UnitReport & {
  /** Where in the document; `null` for what the English has not. */
  readonly path: string | null;
  readonly english: string | null;
  /** Why it is not taken, in a sentence. */
  readonly sentence: string | null;
};

/** What would come of one file. */
export type FileReport = {
  readonly name: string;
  readonly kind: string;
  readonly document: string;
  readonly language: string;
  readonly title: string;
  readonly counts: Readonly<Record<UnitReport['is'], number>>;
  readonly units: readonly UnitShown[];
};

export type LookedAt =
  | { readonly ok: true; readonly files: readonly HandedIn[] }
  | { readonly ok: false; readonly refusal: Refusal; readonly name: string | null };

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

export type Judged =
  | { readonly ok: true; readonly report: FileReport; readonly english: CutEnglish }
  | { readonly ok: false; readonly refusal: Refusal };

/** Against the English and the translations of this moment, for whoever asks. */
export async function judge(req: PayloadRequest, { file, name }: HandedIn): Promise<Judged> {
  const { document, kind, language } = file;
  if (!mayHere(req, 'translate', language)) {
    return { ok: false, refusal: { why: 'not-your-language', found: language } };
  }
  const english = await englishToTranslate(req, { kind, document });
  if (english === null) return { ok: false, refusal: { why: 'unknown-document' } };
  const units = await unitsOf(req, file, english);
  const title = titleOf(req, english);
  const report = { name, kind, document, language, title, counts: countsOf(units), units };
  return { ok: true, english, report };
}

async function unitsOf(
  req: PayloadRequest,
  file: Incoming,
  { edition, segments }: CutEnglish,
): Promise<readonly UnitShown[]> {
  const records = await recordsOf(req, file);
  const isSame = await samenessOf(req, file, edition.number);
  const byKey = new Map(segments.map((segment) => [segment.key, segment]));
  return reportOn(file, { segments, records, isSame }).map((unit) => ({
    ...unit,
    path: byKey.get(unit.key)?.path ?? null,
    english: byKey.get(unit.key)?.text ?? null,
    sentence: unit.is === 'refused' ? refusedUnit(unit.why) : null,
  }));
}

function countsOf(units: readonly UnitReport[]): FileReport['counts'] {
  const counts = { unchanged: 0, accepted: 0, behind: 0, refused: 0 };
  for (const { is } of units) counts[is] += 1;
  return counts;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

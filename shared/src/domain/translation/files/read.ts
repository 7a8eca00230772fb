/** Reads a file of translations, or says why nothing of it is taken. */

import { language, SOURCE_LANGUAGE } from '../../../languages.ts';
import type { Kind } from '../../kinds.ts';
import type { FoundFile } from './found.ts';
import { documentFrom, type Incoming, keyFrom } from './transfer.ts';
import { readXliff1, XLIFF_1 } from './xliff-1.ts';
import { readXliff2, XLIFF_2 } from './xliff-2.ts';
import { readXml, type XmlElement, type XmlRefusal } from './xml.ts';

/** What a file has to be about, as far as whoever hands it in says. */
export type Expected = {
  readonly language?: string;
  readonly document?: { readonly kind: Kind; readonly document: string };
};

/** Why a file is refused whole. */
export type FileRefusal =
  | { readonly why: XmlRefusal | 'not-xliff' | 'several-documents' | 'no-document' }
  | {
      readonly why: 'source-language' | 'unknown-language' | 'other-language';
      readonly found: string;
    }
  | { readonly why: 'other-document'; readonly found: string }
  | { readonly why: 'duplicate-unit'; readonly found: string };

export type FileRead =
  | { readonly ok: true; readonly file: Incoming }
  | { readonly ok: false; readonly refusal: FileRefusal };

export function readXliff(bytes: Uint8Array, expected: Expected = {}): FileRead {
  const xml = readXml(bytes);
  if (!xml.ok) return { ok: false, refusal: { why: xml.refused } };
  const found = foundIn(xml.root);
  if (found === null) return { ok: false, refusal: { why: 'not-xliff' } };
  const refusal = refusalOf(found, expected);
  const about = documentFrom(found.original);
  const tag = tagFrom(found.language);
  if (refusal !== null || about === null || tag === null) {
    return { ok: false, refusal: refusal ?? { why: 'no-document' } };
  }
  const units = found.units.map(({ id, ...unit }) => ({ key: keyFrom(id) ?? id, ...unit }));
  return { ok: true, file: { version: found.version, ...about, language: tag, units } };
}

function foundIn(root: XmlElement): FoundFile | null {
  if (root.name !== 'xliff') return null;
  const version = root.attributes.get('version') ?? '';
  if (root.space === XLIFF_2 && /^2\.\d$/.test(version)) return readXliff2(root);
  return root.space === XLIFF_1 && version === '1.2' ? readXliff1(root) : null;
}

function refusalOf(found: FoundFile, expected: Expected): FileRefusal | null {
  if (found.files > 1) return { why: 'several-documents' };
  if (tagFrom(found.source) !== SOURCE_LANGUAGE) {
    return { why: 'source-language', found: found.source };
  }
  return languageRefusal(found, expected) ?? documentRefusal(found, expected) ?? repeated(found);
}

function languageRefusal(found: FoundFile, expected: Expected): FileRefusal | null {
  const tag = tagFrom(found.language);
  if (tag === null || tag === SOURCE_LANGUAGE) {
    return { why: 'unknown-language', found: found.language };
  }
  const isOther = expected.language !== undefined && expected.language !== tag;
  return isOther ? { why: 'other-language', found: found.language } : null;
}

/** Tools add a region to a language: `pl-PL` for Polish. */
function tagFrom(written: string): string | null {
  const tag = written.toLowerCase();
  const [first = ''] = tag.split('-');
  const isRegion = /^[a-z]{2,3}-([a-z]{2}|\d{3})$/.test(tag);
  return (language(tag) ?? (isRegion ? language(first) : null))?.tag ?? null;
}

function documentRefusal(found: FoundFile, expected: Expected): FileRefusal | null {
  const about = documentFrom(found.original);
  if (about === null) return { why: 'no-document' };
  const { document } = expected;
  const isOther =
    document !== undefined &&
    (document.kind !== about.kind || document.document !== about.document);
  return isOther ? { why: 'other-document', found: found.original } : null;
}

function repeated({ units }: FoundFile): FileRefusal | null {
  const seen = new Set<string>();
  for (const { id } of units) {
    if (seen.has(id)) return { why: 'duplicate-unit', found: id };
    seen.add(id);
  }
  return null;
}

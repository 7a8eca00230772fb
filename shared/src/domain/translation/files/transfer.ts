/**
 * What a file of translations carries, whichever version of XLIFF it is written in: one document in one language. The
 * source texts in a file are for whoever translates it; what comes back is placed by key and fingerprint alone.
 */
import { digestOf } from '../../digest.ts';
import { isKind, type Kind } from '../../kinds.ts';
import { inOneForm } from '../codes.ts';
import type { Segment } from '../segment.ts';
import type { Note } from './write-xml.ts';

export const xliffVersions = ['2.1', '1.2'] as const;
export type XliffVersion = (typeof xliffVersions)[number];

/** How far the text of a unit had come when its file was written. */
export type UnitState = 'untranslated' | 'draft' | 'translated' | 'reviewed' | 'behind';

export type OutgoingUnit = {
  readonly segment: Segment;
  /** Of what is kept for the segment in this language; 0 when nothing is. */
  readonly revision: number;
  readonly target: string | null;
  readonly state: UnitState;
  /** Where in the document it stands, for whoever has nothing but the file. */
  readonly context: string;
  /** What staff said about it and nobody settled, for whoever translates it elsewhere. */
  readonly said: readonly string[];
};

export type Outgoing = {
  readonly kind: Kind;
  readonly document: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Number of the English edition that was cut into these units. */
  readonly edition: number;
  readonly title: string;
  readonly styleNote: string | null;
  readonly units: readonly OutgoingUnit[];
};

/** What stands in a unit that came back. */
export type IncomingText =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'nothing' }
  /** Cut in pieces, or with codes that we did not write and cannot place. */
  | { readonly is: 'unreadable'; readonly why: 'split' | 'foreign-code' | 'broken-code' };

export type IncomingUnit = {
  readonly key: string;
  /** Fingerprint of the English it was made from; `null` when the file lost it. */
  readonly hash: string | null;
  readonly revision: number;
  /** Fingerprint of the translation that the file was made with; `null` when it was made with none. */
  readonly wrote: string | null;
  readonly target: IncomingText;
  /** Whether the file says that somebody is done with it. */
  readonly isDone: boolean;
  /** What whoever translated it wrote beside it. */
  readonly notes: readonly string[];
};

export type Incoming = {
  readonly version: XliffVersion;
  readonly kind: Kind;
  readonly document: string;
  readonly language: string;
  readonly units: readonly IncomingUnit[];
};

/** What a file says beside its texts for whoever translates them. */
export function notesOnFile({ styleNote, title }: Outgoing): readonly Note[] {
  return [
    { category: 'title', text: title },
    { category: 'style', text: styleNote ?? '' },
  ];
}

export function notesOnUnit({ context, said, segment }: OutgoingUnit): readonly Note[] {
  return [
    { category: 'path', text: segment.path },
    { category: 'context', text: context },
    ...said.map((text) => ({ category: 'comment', text })),
  ];
}

/** The namespace of our own attributes in files. */
export const OURS = 'urn:charterpress:exchange:1';

/** By which a translation is known again when it comes back as it left. */
export function fingerprintOf(target: string): string {
  return digestOf(inOneForm(target)).slice(0, 16);
}

/** How a document is named in a file: `guides/66f0`. */
export function originalOf({ kind, document }: Pick<Outgoing, 'kind' | 'document'>): string {
  return `${kind}/${document}`;
}

export function documentFrom(original: string): { kind: Kind; document: string } | null {
  const [kind = '', document = '', ...rest] = original.split('/');
  return isKind(kind) && /^[\w-]+$/.test(document) && rest.length === 0 ? { kind, document } : null;
}

/** A key as the id of a unit, which XML allows letters, digits and few signs: others stand as `_2f_`. */
export function unitId(key: string): string {
  return key.replace(/[^A-Za-z0-9.-]/gu, (sign) => `_${sign.codePointAt(0)?.toString(16)}_`);
}

/** `null` where no key of ours reads so. */
export function keyFrom(id: string): string | null {
  const key = id.replace(/_([\da-f]{1,6})_/g, (_sign, code) => characterOf(code));
  return unitId(key) === id ? key : null;
}

function characterOf(code: string): string {
  const point = Number.parseInt(code, 16);
  return point <= 0x10ffff ? String.fromCodePoint(point) : '';
}

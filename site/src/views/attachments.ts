/** What goes with a text: documents to open, recordings to hear, films to watch, each with a way for who cannot. */
import { formOf, mediaTypes } from '@charterpress/shared/domain/media.ts';
import type { Reference, Rendition } from '@charterpress/shared/domain/shape.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { factFor, type ShownFact } from './facts.ts';
import { type Link, linkTo } from './links.ts';
import { filePath } from './picture.ts';
import { type ShownBlock, showProse } from './prose.ts';
import {
  type Reader,
  reader as readerIn,
  type Said,
  said,
  sizeIn,
  type Tongue,
  tongue,
} from './reader.ts';
import { readable } from './reading.ts';

export type Attachment = {
  readonly form: 'document' | 'sound' | 'film';
  readonly href: string;
  readonly mime: string;
  readonly title: Said;
  /** "PDF, 240 kB". */
  readonly size: string;
  /** What it is called once it is kept. */
  readonly download: string;
  readonly asPage: Link | null;
  readonly contact: ShownFact | null;
  readonly captions: string | null;
  readonly transcript: {
    readonly in: Tongue | undefined;
    readonly blocks: readonly ShownBlock[];
  } | null;
};

export type Attachments = {
  readonly title: string;
  readonly labels: Labels;
  readonly all: readonly Attachment[];
};
type Labels = { readonly [N in 'asPage' | 'ask' | 'transcript' | 'captions']: string };

/** `null` where there are none that a reader may have. */
export function attachmentsFor(
  reader: Reader,
  references: readonly Reference[],
): Attachments | null {
  const all = references.flatMap((reference) => attachmentFor(reader, reference) ?? []);
  if (all.length === 0) return null;
  const { words } = reader;
  return {
    title: words('files.title'),
    labels: {
      asPage: words('files.asPage'),
      ask: words('files.ask'),
      transcript: words('files.transcript'),
      captions: words('files.captions'),
    },
    all,
  };
}

/** `null` for what no reader may have, and for images and captions, which stand in other places. */
export function attachmentFor(reader: Reader, { document }: Reference): Attachment | null {
  const asked = { kind: 'media', document } as const;
  const english = readable(reader.content, { ...asked, language: SOURCE_LANGUAGE });
  if (english === null || english.action === 'withdrawn') return null;
  const form = formOf(english.content.file);
  const [file] = english.content.file;
  if (file === undefined || form === null || form === 'image' || form === 'captions') return null;
  const own = readable(reader.content, { ...asked, language: reader.language }) ?? english;
  const { transcript } = own.content;
  const { accessibleEquivalent, captions, contact } = english.content;
  return {
    form,
    href: filePath(file),
    mime: file.mime,
    title: said(reader, own.content.title ?? english.slug, own.language),
    size: `${endingOf(file).toUpperCase()}, ${sizeIn(reader.language, file.bytes)}`,
    download: `${english.slug}.${endingOf(file)}`,
    asPage: accessibleEquivalent === null ? null : linkTo(reader, accessibleEquivalent),
    contact: contact === null ? null : factFor(reader, contact),
    captions: captions === null ? null : captionsOf(reader, captions),
    transcript: transcript && {
      in: own.language === reader.language ? undefined : tongue(own.language),
      blocks: showProse(readerIn(reader.content, own.language), transcript, {
        level: 3,
        heading: reader.words('files.transcript'),
      }),
    },
  };
}

function captionsOf(reader: Reader, { document }: Reference): string | null {
  const found = readable(reader.content, { kind: 'media', document, language: SOURCE_LANGUAGE });
  const [file] = found === null || found.action === 'withdrawn' ? [] : found.content.file;
  return file === undefined || formOf([file]) !== 'captions' ? null : filePath(file);
}

function endingOf({ mime }: Rendition): string {
  return mediaTypes[mime]?.ending ?? '';
}

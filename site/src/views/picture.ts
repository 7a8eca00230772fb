/** An image with its sizes, addressed by the hash of its bytes. */
import { formOf, mediaTypes } from '@charterpress/shared/domain/media.ts';
import type { Reference, Rendition } from '@charterpress/shared/domain/shape.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { type Reader, type Said, said } from './reader.ts';
import { readable } from './reading.ts';

export type Picture = {
  readonly src: string;
  readonly srcset: string;
  readonly width: number;
  readonly height: number;
  /** Empty for a decorative image. */
  readonly alternative: Said;
  readonly caption: Said | null;
};

const nothing: Said = { text: '', in: undefined };

type Stored = Pick<Rendition, 'sha256' | 'mime'>;

/** Where the bytes of a rendition stand on the site; `null` for a type that it does not show. */
export function fileOf({ sha256, mime }: Stored): string | null {
  const type = mediaTypes[mime];
  return type === undefined ? null : `/files/${sha256}.${type.ending}`;
}

/** As `fileOf`. Throws for a type that the site does not show. */
export function filePath(rendition: Stored): string {
  const file = fileOf(rendition);
  if (file === null) {
    throw new Error(
      `The site shows no files of type ${rendition.mime} (${rendition.sha256}). Upload it as a type that stands in shared/src/domain/media.ts.`,
    );
  }
  return file;
}

/** Returns `null` when the image was never published, may not be shown any more, or is no image. */
export function pictureFor(reader: Reader, reference: Reference | null): Picture | null {
  if (reference === null) return null;
  const asked = { kind: 'media', document: reference.document } as const;
  const english = readable(reader.content, { ...asked, language: SOURCE_LANGUAGE });
  if (english === null || english.action === 'withdrawn') return null;
  if (formOf(english.content.file) !== 'image') return null;
  const own = readable(reader.content, { ...asked, language: reader.language }) ?? english;
  const { decorative, alternativeText } = own.content;
  const words = (text: string | null): Said => said(reader, text ?? '', own.language);
  return {
    ...sizesOf(english.content.file),
    alternative: decorative ? nothing : words(alternativeText),
    caption: own.content.caption === null ? null : words(own.content.caption),
  };
}

/** Pages are at most this wide; the largest size up to twice that is shown where `srcset` is not known. */
const widest = 1280;

function sizesOf(file: readonly Rendition[]) {
  const sizes = file.toSorted((one, other) => one.width - other.width);
  const shown = sizes.findLast((size) => size.width <= widest) ?? sizes[0];
  if (shown === undefined)
    throw new Error('An image was published without a file. Publish it again.');
  return {
    src: filePath(shown),
    srcset: sizes.map((size) => `${filePath(size)} ${size.width}w`).join(', '),
    width: shown.width,
    height: shown.height,
  };
}

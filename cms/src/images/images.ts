/**
 * Uploaded pictures, from bytes that nobody vouches for to a few clean sizes. Every size is re-encoded, so nothing but
 * pixels comes through: no place where it was taken, no camera, no hidden payload.
 */
import { createHash } from 'node:crypto';
import type { Rendition } from '@charterpress/shared/domain/shape.ts';
import sharp, { type Sharp } from 'sharp';

export const imageTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/avif'] as const;
const formats = ['png', 'jpeg', 'webp', 'heif'] as const;

/** Of one file, in bytes. */
export const LARGEST_FILE = 15 * 1024 * 1024;
/** Of one picture: a small file can hold a picture that fills the memory. */
const MOST_PIXELS = 50_000_000;
/** Of WebP, for everybody. */
const QUALITY = 75;
/**
 * Phones show two pixels where others show one, so that nobody sees what goes; and on the slowest line that we promise
 * something for, the eighth of a picture that it spares is a round trip, which is 0.2 s.
 */
const QUALITY_FOR_PHONES = 62;
/**
 * In pixels; a size larger than the picture is left out. Browsers take the next above what they show: phones of 360 and 375
 * at twice as many pixels show 656 and 686, and the telephone of Lighthouse 665.
 */
const smallerSizes = [
  { name: 'small', width: 480, quality: QUALITY_FOR_PHONES },
  { name: 'phone', width: 688, quality: QUALITY_FOR_PHONES },
  { name: 'medium', width: 960, quality: QUALITY },
  { name: 'large', width: 1600, quality: QUALITY },
] as const;

export type Size = { readonly rendition: Rendition; readonly bytes: Buffer };
export type Picture = { readonly original: Size; readonly sizes: readonly Size[] };

/** Reads a picture. `null` when the bytes are not a raster image of a kind we take, or it has too many pixels. */
export async function pictureFrom(bytes: Buffer): Promise<Picture | null> {
  if (!(await isTaken(bytes))) return null;
  const original = await encode('original', upright(bytes));
  const smaller = smallerSizes.filter(({ width }) => width < original.rendition.width);
  const largest = smaller.at(-1);
  const sizes: Size[] = [];
  for (const size of smaller) {
    const quality = size === largest ? QUALITY : size.quality;
    sizes.push(await encode(size.name, upright(bytes).resize({ width: size.width }), quality));
  }
  return { original, sizes: sizes.length > 0 ? sizes : [await encode('small', upright(bytes))] };
}

async function isTaken(bytes: Buffer): Promise<boolean> {
  try {
    const { format, width, height, pages } = await sharp(bytes, limits).metadata();
    const isKnown = (formats as readonly string[]).includes(format) && (pages ?? 1) === 1;
    return isKnown && width * height <= MOST_PIXELS && (await decodes(bytes));
  } catch {
    // Whatever sharp cannot read is not a picture to us; it has no error type to tell that from other failures.
    return false;
  }
}

/** A header can promise a picture that the rest of the file does not hold. */
async function decodes(bytes: Buffer): Promise<boolean> {
  await sharp(bytes, limits).resize({ width: 16 }).raw().toBuffer();
  return true;
}

const limits = { failOn: 'error', limitInputPixels: MOST_PIXELS } as const;

/** Turned as the camera held it: the note about that is dropped with the rest of the metadata. */
function upright(bytes: Buffer): Sharp {
  return sharp(bytes, limits).rotate();
}

async function encode(name: string, image: Sharp, quality = QUALITY): Promise<Size> {
  const { data, info } = await image
    .webp({ quality, effort: 6 })
    .toBuffer({ resolveWithObject: true });
  const rendition = {
    name,
    sha256: createHash('sha256').update(data).digest('hex'),
    mime: 'image/webp',
    width: info.width,
    height: info.height,
    bytes: data.length,
  };
  return { rendition, bytes: data };
}

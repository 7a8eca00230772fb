/** Draws the pictures of a trust, once: a picture that is there is not drawn again. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  type Branded,
  type BrandPicture,
  brandPictures,
  type DrawnWords,
  iconPaths,
  SOCIAL_MARGIN,
} from '../src/views/brand-pictures.ts';
import { writeCopies } from './finish.ts';
import { canWrite } from './letters.ts';

export type Drawn = {
  /** The names of pictures that have no words, since this machine has no letters for them. */
  readonly wordless: readonly string[];
  /** What to tell whoever runs it. */
  readonly sentences: readonly string[];
};

/** Beside a picture without words: it is drawn again as soon as the letters are there. */
const MARK = '.wordless';

/** Below `folder`, under the paths that pages name. */
export async function drawPictures(of: Branded, folder: string): Promise<Drawn> {
  const missing = await Promise.all(
    brandPictures(of).map((picture) => drawOnce(picture, path.join(folder, picture.path))),
  );
  const wordless = missing.filter((what) => what !== null);
  return { wordless, sentences: sentencesOf(wordless) };
}

/** Returns the name of a picture that it left the words out of. */
async function drawOnce(picture: BrandPicture, file: string): Promise<string | null> {
  if (existsSync(file) && !existsSync(file + MARK)) return null;
  const hasWords = await canWrite(picture.words.map(({ text }) => text).join(' '));
  await draw(hasWords ? picture : { ...picture, words: [] }, file);
  if (hasWords) rmSync(file + MARK, { force: true });
  else writeFileSync(file + MARK, '');
  return hasWords ? null : path.basename(picture.path);
}

/** Into a release that is being made. */
export function putPictures(of: Branded, from: string, to: string): void {
  for (const picture of brandPictures(of)) {
    writeCopies(path.join(to, picture.path), [readFileSync(path.join(from, picture.path))]);
  }
  const tab = brandPictures(of).find(({ path: each }) => each === iconPaths(of).tab);
  if (tab === undefined) return;
  const icon = asIco(readFileSync(path.join(from, tab.path)), tab.width);
  writeCopies(path.join(to, OLD_ICON), [icon]);
}

/** Old telephones ask for it without having read any page, at this one address. */
const OLD_ICON = 'favicon.ico';

/** A picture as PNG within the file that Windows keeps icons in: one entry, and the bytes behind it. */
function asIco(png: Buffer, size: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2); // An icon,
  head.writeUInt16LE(1, 4); // one picture:
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12); // bits a pixel
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

function sentencesOf(wordless: readonly string[]): readonly string[] {
  if (wordless.length === 0) return [];
  return [
    `This machine has no letters for the words of ${wordless.join(', ')}: these pictures have none. ` +
      'Install fonts (on Debian: apt-get install fonts-noto-core) and start again.',
  ];
}

/** Whoever reads meanwhile finds the old file or the new one, never half of one. */
async function draw(picture: BrandPicture, file: string): Promise<void> {
  const { default: sharp } = await import('sharp');
  const lines = await Promise.all(picture.words.map((words) => lineOf(words, picture)));
  const bytes = await sharp(Buffer.from(picture.ground))
    .composite(lines)
    .png({ palette: true, effort: 7 })
    .toBuffer();
  mkdirSync(path.dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, bytes);
  renameSync(beside, file);
}

/** Where it lies on the picture: from the side where its language begins. */
async function lineOf(words: DrawnWords, { width, direction }: BrandPicture) {
  const { default: sharp } = await import('sharp');
  const { colour, language, height, text, top } = words;
  const weight = words.bold ? ' weight="bold"' : '';
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}" lang="${language}"${weight}>${escaped(text)}</span>`,
      ...{ font: 'sans', rgba: true, width: width - 2 * SOCIAL_MARGIN, height },
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  const left = direction === 'rtl' ? width - SOCIAL_MARGIN - info.width : SOCIAL_MARGIN;
  return { input: data, top, left };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

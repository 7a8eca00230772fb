/** Whether the fonts of this machine have the letters of a text. Where one is missing, a box is drawn in its place. */

/** No font has them: Unicode has nothing there. A box is wider for a letter whose number is longer. */
const [NOBODYS, NOBODYS_FAR] = ['\u0378', '\u{50000}'];
const DOTS_PER_INCH = 600;

export async function canWrite(text: string): Promise<boolean> {
  const [box, wideBox] = [await edgeOf(NOBODYS), await edgeOf(NOBODYS_FAR)];
  for (const letter of new Set(text.match(/[^\s\p{M}]/gu))) {
    const edge = await edgeOf(letter);
    if (edge === null || edge === (letter.length > 1 ? wideBox : box)) return false;
  }
  return true;
}

/**
 * The size of a letter as it is drawn, and the points around it: the box in place of a letter has always the same. `null`
 * where nothing is drawn at all, as on a machine that has no fonts.
 */
async function edgeOf(letter: string): Promise<string | null> {
  const { default: sharp } = await import('sharp');
  const drawn = await sharp({ text: { text: letter, font: 'sans', dpi: DOTS_PER_INCH } })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(() => null);
  if (drawn === null) return null;
  const { data, info } = drawn;
  const { width, height } = info;
  const rows = [data.subarray(0, width), data.subarray(width * (height - 1))];
  const sides = Array.from({ length: height }, (_, row) => [
    data[row * width],
    data[(row + 1) * width - 1],
  ]);
  return JSON.stringify([width, height, rows.map((row) => row.toString('hex')), sides]);
}

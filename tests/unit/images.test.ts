import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { pictureFrom } from '../../cms/src/images/images.ts';

/** Hills of every size, so that there is something to leave out. */
async function photograph(width: number): Promise<Buffer> {
  const height = Math.round(width / 2);
  const raw = Buffer.alloc(width * height * 3);
  for (const at of raw.keys()) {
    const [x, y] = [(Math.floor(at / 3) % width) / width, Math.floor(at / 3 / width) / height];
    raw[at] =
      128 + 60 * Math.sin(40 * x * y + (at % 3)) + 60 * Math.sin(300 * x) * Math.cos(200 * y);
  }
  return sharp(raw, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}

async function weightOf(name: string, width: number): Promise<number> {
  const picture = await pictureFrom(await photograph(width));
  return picture?.sizes.find(({ rendition }) => rendition.name === name)?.bytes.length ?? 0;
}

describe('the sizes of a picture', () => {
  test('for phones are lighter than the same size is where it is the largest, and for everybody', async () => {
    const [forPhones, forEverybody] = [
      await weightOf('phone', 1_400),
      await weightOf('phone', 700),
    ];
    expect(forPhones).toBeGreaterThan(0);
    expect(forPhones).toBeLessThan(0.9 * forEverybody);
  });
});

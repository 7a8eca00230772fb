import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Drawn, drawPictures, putPictures } from '../../../site/press/draw-pictures.ts';
import { canWrite } from '../../../site/press/letters.ts';
import { brandPictures, iconPaths, socialPath } from '../../../site/src/views/brand-pictures.ts';
import { sampleTrust } from '../../support/sample-editions.ts';

const folder = mkdtempSync(join(tmpdir(), 'charterpress-pictures-'));
const logo = readFileSync(new URL('../../../shared/trusts/kent/logo.svg', import.meta.url), 'utf8');
const kent = { trust: { ...sampleTrust('kent'), languages: ['en', 'ur', 'en-x-easyread'] }, logo };
/** A letter that no font has: Unicode leaves its number to whoever wants it. */
const unknown = { ...kent, trust: { ...kent.trust, name: 'Kent \u{10fffd}', languages: ['en'] } };

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the pictures of a trust', () => {
  beforeAll(() => drawPictures(kent, folder));

  it('are as large as tabs, start screens and networks want them', async () => {
    const { startScreen, tab } = iconPaths(kent);
    const sizes = [tab, startScreen, socialPath(kent, 'ur')].map(async (path) => {
      const { format, height, width } = await sharp(join(folder, path)).metadata();
      return [format, width, height];
    });
    expect(await Promise.all(sizes)).toEqual([
      ['png', 32, 32],
      ['png', 180, 180],
      ['png', 1200, 630],
    ]);
  });

  it('are light enough to be shown beside a message', () => {
    const heavy = brandPictures(kent).filter(
      ({ path }) => statSync(join(folder, path)).size > 60_000,
    );
    expect(heavy).toEqual([]);
  });

  it('speak each language, and Easy Read as English does', () => {
    expect(socialPath(kent, 'ur')).not.toBe(socialPath(kent, 'en'));
    expect(socialPath(kent, 'en-x-easyread')).toBe(socialPath(kent, 'en'));
  });

  it('have another address as soon as they are of another name, colour or logo', () => {
    const { trust } = kent;
    const others = [
      { trust: { ...trust, name: 'Swale Children’s Trust' }, logo },
      { trust: { ...trust, colours: { ...trust.colours, brand: '#6a1f4d' } }, logo },
      { trust, logo: logo.replace('#f2a93b', '#ffffff') },
    ];
    const paths = [kent, ...others].map((of) => socialPath(of, 'en'));
    expect(new Set(paths).size).toBe(4);
  });

  it('are drawn once', async () => {
    const [icon] = brandPictures(kent).map(({ path }) => join(folder, path));
    const before = statSync(String(icon)).mtimeMs;
    expect(await drawPictures(kent, folder)).toEqual({ wordless: [], sentences: [] });
    expect(statSync(String(icon)).mtimeMs).toBe(before);
  });

  it('stand in a release by the addresses that pages name', () => {
    const release = join(folder, 'release');
    putPictures(kent, folder, release);
    const icon = readFileSync(join(release, 'favicon.ico'));
    expect(icon.subarray(0, 6).toString('hex')).toBe('000001000100');
    const [at, size] = [icon.readUInt32LE(18), icon.readUInt32LE(14)];
    expect(icon.subarray(at, at + size)).toEqual(readFileSync(join(folder, iconPaths(kent).tab)));
    expect(
      readdirSync(join(release, 'assets'))
        .map((name) => `/assets/${name}`)
        .sort(),
    ).toEqual(
      brandPictures(kent)
        .map(({ path }) => path)
        .sort(),
    );
  });
});

describe('a machine without the letters of a language', () => {
  let drawn: Drawn;
  beforeAll(async () => {
    drawn = await drawPictures(unknown, folder);
  });

  it('knows that it has none', async () => {
    expect(await canWrite('Kent \u{10fffd}')).toBe(false);
    expect(await canWrite('Kent \ue123')).toBe(false);
  });

  it('draws the picture without words, and says what to install', () => {
    expect(existsSync(join(folder, socialPath(unknown, 'en')))).toBe(true);
    expect(drawn.sentences.join()).toMatch(/no letters for .*social-en-.*fonts-noto-core/);
  });

  it('tries again each time it is started', async () => {
    expect(await drawPictures(unknown, folder)).toEqual(drawn);
  });
});

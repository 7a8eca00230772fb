/**
 * Pictures made from a trust's logo and name: what stands in a tab and on the start screen of a telephone, and what is shown
 * where a page is shared. Their addresses follow from what they are made of, so that pages can name them and
 * `press/draw-pictures.ts` draws each of them once.
 */
import { digestOf } from '@charterpress/shared/domain/digest.ts';
import { interfaceLanguage, words } from '@charterpress/shared/strings.ts';
import type { Content } from '../content/content.ts';
import { tongue } from './reader.ts';

export type Branded = Pick<Content, 'trust' | 'logo'>;

/** A line of words in a picture: as large as fits, where lines of its language begin. */
export type DrawnWords = {
  readonly text: string;
  readonly language: string;
  readonly colour: string;
  readonly bold: boolean;
  readonly top: number;
  readonly height: number;
};

export type BrandPicture = {
  /** `/assets/icon-32-0a1b2c3d4e5f.png` */
  readonly path: string;
  readonly width: number;
  readonly height: number;
  /** All of it but the words. */
  readonly ground: string;
  readonly words: readonly DrawnWords[];
  /** The side where its lines begin. */
  readonly direction: 'ltr' | 'rtl';
};

/** What networks show beside a link: they cut other shapes to this one. */
export const [SOCIAL_WIDTH, SOCIAL_HEIGHT] = [1200, 630];
/** Room on either side of the words. */
export const SOCIAL_MARGIN = 80;
/** For tabs of browsers that take no SVG; the same stands as `/favicon.ico` for those that do not read which icon is named. */
const IN_A_TAB = 32;
const ON_A_START_SCREEN = 180;

export function iconPaths(of: Branded): { readonly tab: string; readonly startScreen: string } {
  const [tab, startScreen] = brandPictures(of);
  return { tab: String(tab?.path), startScreen: String(startScreen?.path) };
}

export function socialPath(of: Branded, language: string): string {
  const stem = `/assets/social-${interfaceLanguage(language)}-`;
  return String(brandPictures(of).find(({ path }) => path.startsWith(stem))?.path);
}

/** Every page asks, and one process shows one trust. */
let last: { readonly of: Branded; readonly pictures: readonly BrandPicture[] } | null = null;

export function brandPictures({ trust, logo }: Branded): readonly BrandPicture[] {
  if (last?.of.trust === trust && last.of.logo === logo) return last.pictures;
  const of = { trust, logo };
  const spoken = new Set(trust.languages.map(interfaceLanguage));
  const pictures = [
    icon(of, IN_A_TAB, 0),
    icon(of, ON_A_START_SCREEN, 18),
    ...[...spoken].map((language) => social(of, language)),
  ];
  last = { of, pictures };
  return pictures;
}

/** Start screens round its corners and put it on grounds of any colour: it brings its own, and room. */
function icon({ logo }: Branded, size: number, room: number): BrandPicture {
  const paper = room === 0 ? '' : `<rect width="${size}" height="${size}" fill="${PAPER}"/>`;
  const ground = svg(size, size, paper + image(logo, { at: room, size: size - 2 * room }));
  return named(`icon-${size}`, {
    ...{ width: size, height: size, ground, words: [], direction: 'ltr' },
  });
}

function social({ trust, logo }: Branded, language: string): BrandPicture {
  const { direction } = tongue(language);
  const mirrored =
    direction === 'rtl' ? ` transform="translate(${SOCIAL_WIDTH} 0) scale(-1 1)"` : '';
  const at = direction === 'rtl' ? SOCIAL_WIDTH - SOCIAL_MARGIN - LOGO : SOCIAL_MARGIN;
  const ground = svg(
    SOCIAL_WIDTH,
    SOCIAL_HEIGHT,
    `<g${mirrored}>${land(trust.colours)}</g>${image(logo, { at, top: 64, size: LOGO })}`,
  );
  const { brand } = trust.colours;
  return named(`social-${language}`, {
    ...{ width: SOCIAL_WIDTH, height: SOCIAL_HEIGHT, ground, direction },
    words: [
      { text: trust.name, language: 'en', colour: INK, bold: true, top: 216, height: 72 },
      {
        ...{ text: words(language)('look.line'), language, colour: brand, bold: false },
        ...{ top: 320, height: 56 },
      },
    ],
  });
}

const LOGO = 120;
const [PAPER, INK] = ['#fffdf9', '#1f1b16'];

/** Hills, the houses of a street and a low sun, in the colours of the trust. */
function land({ brand, accent }: Branded['trust']['colours']): string {
  return [
    `<rect width="${SOCIAL_WIDTH}" height="${SOCIAL_HEIGHT}" fill="${PAPER}"/>`,
    `<circle cx="1040" cy="452" r="92" fill="${accent}"/>`,
    `<path d="M0 540C300 430 620 560 1200 440V630H0z" fill="${brand}" opacity=".2"/>`,
    `<path d="M700 560v-84l52-44 52 44v84zM826 552v-60l40-36 40 36v60z" fill="${brand}" opacity=".75"/>`,
    `<path d="M742 560v-44h20v44zM856 552v-34h20v34z" fill="${accent}"/>`,
    `<path d="M0 590C360 500 760 600 1200 520V630H0z" fill="${brand}"/>`,
  ].join('');
}

type Placed = { readonly at: number; readonly top?: number; readonly size: number };

function image(logo: string, { at, top = at, size }: Placed): string {
  const bytes = Buffer.from(logo).toString('base64');
  return `<image x="${at}" y="${top}" width="${size}" height="${size}" href="data:image/svg+xml;base64,${bytes}"/>`;
}

function svg(width: number, height: number, inside: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${inside}</svg>`;
}

function named(stem: string, drawn: Omit<BrandPicture, 'path'>): BrandPicture {
  return { ...drawn, path: `/assets/${stem}-${digestOf(drawn).slice(0, 12)}.png` };
}

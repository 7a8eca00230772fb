/** The colours of `_tokens.scss` as a browser would have them, with the brand of a trust, and how they contrast. */
import { readFileSync } from 'node:fs';
import { stylesFolder } from './style-sheets.ts';

export type Scheme = 'light' | 'dark';

/** What drawings may be coloured with. */
export function drawnColours(): readonly string[] {
  const [, list = ''] = /\$drawings: \(([^)]*)\)/.exec(tokensText()) ?? [];
  return list.match(/#[0-9a-f]{6}/g) ?? [];
}

/** `#rrggbb` by name, without the two hyphens. */
export function tokens(scheme: Scheme, brand: string): Readonly<Record<string, string>> {
  const [light = '', dark = ''] = tokensText().split(
    '@media screen and (prefers-color-scheme: dark)',
  );
  const declared = [
    ...`${light}${scheme === 'dark' ? dark : ''}`.matchAll(/--([\w-]+): ([^;]+);/g),
  ];
  return Object.fromEntries(
    declared.map(([, name = '', value = '']) => [name, colour(value, brand)]),
  );
}

/** By the definition in WCAG 2.2. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function colour(value: string, brand: string): string {
  if (value === 'var(--brand)') return brand;
  const [, share] = /^color-mix\(in srgb, var\(--brand\) (\d+)%, white\)$/.exec(value) ?? [];
  return share === undefined ? value : withWhite(brand, Number(share) / 100);
}

function withWhite(brand: string, share: number): string {
  const mixed = parts(brand).map((part) => Math.round(part * share + 255 * (1 - share)));
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function luminance(of: string): number {
  const [red = 0, green = 0, blue = 0] = parts(of)
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function parts(of: string): readonly number[] {
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(of);
  if (found === null) throw new Error(`"${of}" in _tokens.scss is no colour like #1f1b16.`);
  return found.slice(1).map((part) => Number.parseInt(part, 16));
}

function tokensText(): string {
  return readFileSync(new URL('_tokens.scss', stylesFolder), 'utf8');
}

import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sampleTrust } from '../../support/sample-editions.ts';
import { contrast, type Scheme, tokens } from '../../support/tokens.ts';

const folders = readdirSync(new URL('../../../shared/trusts/', import.meta.url));
/** The palest colour that a trust may have, and the darkest: see `shared/src/trust.ts`. */
const [palest, darkest] = ['#505050', '#000000'];
const brands = [...folders.map((name) => sampleTrust(name).colours.brand), palest, darkest];
const schemes: readonly Scheme[] = ['light', 'dark'];
const every = schemes.flatMap((scheme) => brands.map((brand) => [scheme, brand] as const));

const grounds = ['paper', 'soft', 'raised', 'warning-soft', 'done-soft', 'waiting-soft'];
const text = [
  ...['ink', 'quiet', 'link', 'warning'].flatMap((words) => grounds.map((on) => [words, on])),
  ...['done', 'waiting'].flatMap((words) =>
    ['paper', 'soft', 'raised', `${words}-soft`].map((on) => [words, on]),
  ),
  ['on-focus', 'focus'],
];
/** Numbers as tall as three lines. */
const large = ['tier-1', 'tier-2', 'tier-3', 'tier-4'].map((tier) => ['on-brand', tier]);
const edges = ['paper', 'soft', 'raised'].flatMap((on) => [
  ['edge', on],
  ['mark', on],
]);

describe.each(every)('in the %s, with %s for a brand', (scheme, brand) => {
  const colours = tokens(scheme, brand);
  const between = ([one = '', other = '']: readonly string[]) =>
    contrast(String(colours[one]), String(colours[other]));
  const below = (least: number, pairs: readonly (readonly string[])[]) =>
    pairs.filter((pair) => between(pair) < least).map((pair) => `${pair}: ${between(pair)}`);

  it('all text stands out 7 to 1 from every ground that it meets', () => {
    expect(below(7, text)).toEqual([]);
  });

  it('words on the colour of the trust stand out 7 to 1', () => {
    expect(contrast(String(colours['on-brand']), brand)).toBeGreaterThanOrEqual(7);
  });

  it('large numbers stand out 4.5 to 1', () => {
    expect(below(4.5, large)).toEqual([]);
  });

  it('what can be used, and what marks, has an edge of 3 to 1', () => {
    expect(below(3, edges)).toEqual([]);
  });

  it('one tone of the ring around what has the keyboard stands out 3 to 1 from any ground', () => {
    const onGround = (ground: string) =>
      Math.max(...['focus', 'on-focus'].map((tone) => contrast(String(colours[tone]), ground)));
    const hidden = [...grounds.map((on) => String(colours[on])), brand].filter(
      (ground) => onGround(ground) < 3,
    );
    expect(hidden).toEqual([]);
  });
});

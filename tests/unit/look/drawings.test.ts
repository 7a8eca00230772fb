import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { drawings } from '@charterpress/shared/domain/shapes/choices.ts';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { largeDrawing, smallDrawing } from '../../../site/src/views/drawings.ts';
import { drawnColours } from '../../support/tokens.ts';

const folder = new URL('../../../site/src/drawings/', import.meta.url);
const names = readdirSync(folder).map((file) => file.replace(/\.svg$/, ''));

describe.each(names)('the drawing "%s"', (name) => {
  const text = readFileSync(new URL(`${name}.svg`, folder), 'utf8');

  it('weighs less than 4 kB on the way', () => {
    expect(brotliCompressSync(text).length).toBeLessThan(4_000);
  });

  it('is coloured with nothing but what the tokens give to drawings', () => {
    const used = text.match(/#[0-9a-f]{3,8}\b/gi) ?? [];
    expect(used.filter((colour) => !drawnColours().includes(colour))).toEqual([]);
  });

  it('has nothing but shapes: no words, styles, scripts or addresses', () => {
    const elements = new Set<string>();
    const attributes = new Set<string>();
    new Parser({
      onopentag(element, of) {
        elements.add(element);
        for (const each of Object.keys(of)) attributes.add(each);
      },
    }).end(text);
    expect([...elements].filter((one) => !/^(svg|g|path|circle|ellipse|rect)$/.test(one))).toEqual(
      [],
    );
    expect([...attributes].filter((one) => /^on|href|style|class|src/.test(one))).toEqual([]);
  });

  it('says its own size, so that the page does not move when it comes', () => {
    expect(text).toMatch(/<svg [^>]*width="\d+" height="\d+"/);
  });
});

describe('drawings', () => {
  it('are there for everything that editors choose from, and nothing else', () => {
    const steps = ['ask', 'talk', 'choose', 'help'];
    expect(names.toSorted()).toEqual([...drawings, ...steps, 'home'].toSorted());
  });

  it('are square beside words', () => {
    expect(smallDrawing('listen')).toEqual({ name: 'listen', width: 56, height: 56 });
    expect(largeDrawing('ask')).toMatchObject({ width: 96, height: 96 });
  });
});

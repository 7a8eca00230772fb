import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { styleLines } from '../../support/style-sheets.ts';

const layouts = new URL('../../../site/src/layouts/', import.meta.url);

describe('the styles', () => {
  it('name sides by where text starts and ends, never left and right', () => {
    expect(saying(/\b(left|right)\b/)).toEqual([]);
  });

  it('take every colour from the one file of tokens, but black for paper', () => {
    const own = saying(/#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch)a?\(/i);
    expect(own.filter((line) => !/^_tokens|#000;$/.test(line))).toEqual([]);
  });

  it('that are for a part of a page never take a whole page by its name', () => {
    const pages = readdirSync(layouts).flatMap((file) =>
      [
        ...readFileSync(new URL(file, layouts), 'utf8').matchAll(/<Layout [^>]*page="([\w-]+)"/g),
      ].map(([, name]) => name),
    );
    expect(pages).toContain('term');
    expect(saying(new RegExp(`(^|[, ])\\.(${pages.join('|')})( \\{|,)$`))).toEqual([]);
  });

  it('move nothing, so that there is nothing for anybody to switch off', () => {
    // What takes no time does not move: it only waits.
    const moving = /\b(transition|animation|scroll-behavior)\b(?!: [\w-]+ 0s )/;
    expect(saying(moving)).toEqual([]);
  });

  it('take the outline away from nothing that a person can use', () => {
    const gone = saying(/outline: (0|none)|outline-width: 0/);
    expect(gone).toHaveLength(1);
    expect(gone[0]).toMatch(/^_frame\.scss/);
  });
});

function saying(what: RegExp): readonly string[] {
  return styleLines()
    .filter(({ says }) => what.test(says))
    .map(({ at, says }) => `${at} ${says}`);
}

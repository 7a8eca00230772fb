import { readShortPath, shortCode, shortPath } from '@charterpress/shared/domain/short-address.ts';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { qrCode } from '../../site/src/views/qr-code.ts';

describe('a short address', () => {
  it('hangs on the document alone, and is the same for ever', () => {
    expect(shortCode('guides', '6565f0c2a1b2c3d4e5f60718')).toBe('fdyz54pn');
    expect(shortCode('pages', '6565f0c2a1b2c3d4e5f60718')).not.toBe('fdyz54pn');
  });

  it('has no letters that look like figures', () => {
    const codes = Array.from({ length: 200 }, (_, at) => shortCode('guides', String(at)));
    expect(codes.join('')).not.toMatch(/[ilou]/);
    expect(new Set(codes).size).toBe(200);
  });

  it('says its language, and none is English', () => {
    expect(readShortPath(shortPath('0dgtk1c2', 'ur'))).toEqual({
      code: '0dgtk1c2',
      language: 'ur',
    });
    expect(readShortPath(shortPath('0dgtk1c2', 'en'))).toEqual({
      code: '0dgtk1c2',
      language: 'en',
    });
    expect(readShortPath('/en/')).toBeNull();
  });
});

describe('the square that a camera reads', () => {
  it.each([
    'https://charter.example.org/s/0dgtk1c2/',
    'https://charter.example.org/s/zzyxw987/ur/',
    'http://127.0.0.1:4321/s/abcdefgh/pl/',
    'https://a-much-longer-name.childrens-trust.example.org/s/k7m2qxp4/en-x-easyread/',
  ])('of %s is the one that the address makes by itself', (address) => {
    const { data, size } = encode(address, {
      ecc: 'M',
      border: 0,
      boostEcc: false,
      maskPattern: 0,
    });
    expect(squaresOf(qrCode(address))).toEqual(data.flat());
    expect(qrCode(address).size).toBe(size);
  });
});

/** Draws the path, run by run. */
function squaresOf({ path, size }: ReturnType<typeof qrCode>): boolean[] {
  const squares = new Array<boolean>(size * size).fill(false);
  for (const [, row, steps = ''] of path.matchAll(/M0 (\d+)\.5([hm0-9 ]*)/g)) {
    let at = Number(row) * size;
    for (const [, step, length] of steps.matchAll(/([hm])(\d+)(?: 0)?/g)) {
      squares.fill(step === 'h', at, at + Number(length));
      at += Number(length);
    }
  }
  return squares;
}

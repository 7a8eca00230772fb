/** The square that a telephone's camera reads an address from, as the path of an SVG. */
import { encode } from 'uqr';

/** The path is to be drawn one square wide. */
export type QrCode = { readonly size: number; readonly path: string };

/** How many signs at the end of an address differ from page to page. */
const VARIES = 16;

export function qrCode(address: string): QrCode {
  const { dark, size } = squaresOf(address);
  let path = '';
  for (let row = 0; row < size; row += 1) {
    path += `M0 ${row}.5`;
    for (let at = 0; at < size; ) {
      const begin = at;
      const is = dark[row * size + at];
      while (at < size && dark[row * size + at] === is) at += 1;
      path += is === 1 ? `h${at - begin}` : `m${at - begin} 0`;
    }
  }
  return { size, path };
}

type Squares = { readonly dark: Uint8Array; readonly size: number };

/**
 * With one mask for all, the squares of an address are a sum: those of another of the same length, and for each sign that
 * differs what it alone changes. Adding them up takes a hundredth of the time of making them.
 */
function squaresOf(address: string): Squares {
  const same = address.slice(0, -VARIES);
  const zero = same + '0'.repeat(address.length - same.length);
  const { dark: base, size } = zeroSquares(zero);
  const dark = base.slice();
  for (let at = same.length; at < zero.length; at += 1) {
    if (address[at] !== '0') add(dark, differenceAt(zero, at, address[at] as string));
  }
  return { dark, size };
}

const zeros = new Map<string, Squares>();
const differences = new Map<string, Uint8Array>();

function zeroSquares(zero: string): Squares {
  const squares = zeros.get(zero) ?? encoded(zero);
  zeros.set(zero, squares);
  return squares;
}

function differenceAt(zero: string, at: number, sign: string): Uint8Array {
  const key = `${at} ${sign} ${zero}`;
  const known = differences.get(key);
  if (known !== undefined) return known;
  const { dark } = encoded(zero.slice(0, at) + sign + zero.slice(at + 1));
  add(dark, zeroSquares(zero).dark);
  differences.set(key, dark);
  return dark;
}

function encoded(address: string): Squares {
  const { data, size } = encode(address, { ecc: 'M', border: 0, boostEcc: false, maskPattern: 0 });
  return { size, dark: Uint8Array.from(data.flat(), Number) };
}

function add(to: Uint8Array, other: Uint8Array): void {
  for (let at = 0; at < to.length; at += 1) to[at] = (to[at] as number) ^ (other[at] as number);
}

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
    for (let at = row * size, end = at + size; at < end; ) {
      const begin = at;
      const is = dark[begin];
      do at += 1;
      while (at < end && dark[at] === is);
      path += (is === 1 ? drawn : passed)[at - begin];
    }
  }
  return { size, path };
}

/** The largest of all has as many squares in a row. */
const MOST = 177;
const lengths = Array.from({ length: MOST + 1 }, (_, length) => length);
const drawn = lengths.map((length) => `h${length}`);
const passed = lengths.map((length) => `m${length} 0`);

/** One byte a square, read as words of four where all are added at once. */
type Squares = { readonly dark: Uint8Array; readonly words: Uint32Array; readonly size: number };

/**
 * With one mask for all, the squares of an address are a sum: those of another of the same length, and for each sign that
 * differs what it alone changes. Adding them up takes a hundredth of the time of making them.
 */
function squaresOf(address: string): Squares {
  const same = address.slice(0, -VARIES);
  const zero = zeroOf(same, address.length);
  const sum = squares(zero.dark, zero.size);
  for (let at = same.length; at < address.length; at += 1) {
    if (address[at] !== '0') add(sum, differenceAt(zero, at, address[at] as string));
  }
  return sum;
}

/** Squares of an address that ends in noughts, and what each sign in place of one of them changes. */
type Zero = Squares & {
  readonly address: string;
  readonly differences: Map<string, Squares>[];
};

const zeros = new Map<string, Zero>();

function zeroOf(same: string, length: number): Zero {
  const address = same + '0'.repeat(length - same.length);
  const known = zeros.get(address);
  if (known !== undefined) return known;
  const differences = Array.from(address, () => new Map<string, Squares>());
  const zero = { ...encoded(address), address, differences };
  zeros.set(address, zero);
  return zero;
}

function differenceAt(zero: Zero, at: number, sign: string): Squares {
  const signs = zero.differences[at] as Map<string, Squares>;
  const known = signs.get(sign);
  if (known !== undefined) return known;
  const difference = encoded(zero.address.slice(0, at) + sign + zero.address.slice(at + 1));
  add(difference, zero);
  signs.set(sign, difference);
  return difference;
}

function encoded(address: string): Squares {
  const { data, size } = encode(address, { ecc: 'M', border: 0, boostEcc: false, maskPattern: 0 });
  return squares(Uint8Array.from(data.flat(), Number), size);
}

function squares(from: Uint8Array, size: number): Squares {
  const words = new Uint32Array(Math.ceil((size * size) / Uint32Array.BYTES_PER_ELEMENT));
  const dark = new Uint8Array(words.buffer);
  dark.set(from);
  return { dark, words, size };
}

function add({ words: to }: Squares, { words: other }: Squares): void {
  for (let at = 0; at < to.length; at += 1) to[at] = (to[at] as number) ^ (other[at] as number);
}

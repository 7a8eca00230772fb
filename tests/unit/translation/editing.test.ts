import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  type Edited,
  mended,
  missingCodes,
  replaced,
  tokensOfUnits,
  type Unit,
  unitsOf,
  withCode,
} from '../../../cms/src/admin/translation/editor/editing.ts';

/** `Ask <1>us</1> on <2/>.` */
const source = unitsOf([
  { text: 'Ask ' },
  { open: 1 },
  { text: 'us' },
  { close: 1 },
  { text: ' on ' },
  { alone: 2 },
  { text: '.' },
]);

describe('typing and deleting', () => {
  it('puts letters where the caret stands, and the caret behind them', () => {
    const edited = replaced(source, { from: 4, to: 4 }, 'all of ');
    expect(written(edited)).toBe('Ask all of [1]us[/1] on [2].');
    expect(edited.at).toEqual({ from: 11, to: 11 });
  });

  it('takes out a code as a whole', () => {
    expect(written(replaced(source, { from: 12, to: 13 }, ''))).toBe('Ask [1]us[/1] on .');
  });

  it('takes out both halves of a pair with one, and leaves the words between', () => {
    const edited = replaced(source, { from: 7, to: 8 }, '');
    expect(written(edited)).toBe('Ask us on [2].');
    expect(edited.at).toEqual({ from: 6, to: 6 });
  });

  it('takes out everything when everything was chosen', () => {
    expect(written(replaced(source, { from: 0, to: source.length }, 'X'))).toBe('X');
  });

  it('takes what is pasted as plain text on one line', () => {
    const edited = replaced([], { from: 0, to: 0 }, 'one\r\n  two <1>\n');
    expect(written(edited)).toBe('one two <1> ');
  });
});

describe('putting in a code', () => {
  it('puts a pair around the words that are chosen', () => {
    const edited = withCode(unitsOf([{ text: 'Zapytaj nas' }]), { from: 8, to: 11 }, pair(1));
    expect(edited && written(edited)).toBe('Zapytaj [1]nas[/1]');
    expect(edited?.at).toEqual({ from: 9, to: 12 });
  });

  it('moves a code that stands elsewhere', () => {
    const edited = withCode(source, { from: 0, to: 3 }, pair(1));
    expect(edited && written(edited)).toBe('[1]Ask[/1] us on [2].');
    const moved = withCode(source, { from: 0, to: 0 }, { number: 2, isPaired: false });
    expect(moved && written(moved)).toBe('[2]Ask [1]us[/1] on .');
  });

  it('refuses to tear another pair apart', () => {
    expect(withCode(source, { from: 2, to: 6 }, pair(3))).toBe(null);
  });

  it('knows which of the source are missing', () => {
    const codes = [pair(1), { number: 2, isPaired: false }];
    expect(missingCodes(replaced(source, { from: 12, to: 13 }, '').units, codes)).toEqual([
      codes[1],
    ]);
  });
});

describe('what a browser left behind', () => {
  it.each([
    ['a half without its other', [{ open: 1 }, { text: 'a' }], 'a'],
    ['a code twice', [{ alone: 2 }, { text: 'a' }, { alone: 2 }], '[2]a'],
    [
      'pairs that cross',
      [{ open: 1 }, { open: 2 }, { text: 'a' }, { close: 1 }, { close: 2 }],
      '[1]a[/1]',
    ],
  ] as const)('is put in order: %s', (_what, units, kept) => {
    expect(written(mended(units, { from: 0, to: 0 }))).toBe(kept);
  });
});

test('after any run of changes every code is whole and there at most once', () => {
  const place = fc.nat(20);
  const change = fc.oneof(
    fc.record({ from: place, to: place, by: fc.constantFrom('', 'a', 'słowo ') }),
    fc.record({ from: place, to: place, code: fc.constantFrom(1, 2, 3) }),
  );
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      let units: readonly Unit[] = source;
      for (const each of changes) {
        const ends = [each.from, each.to].map((at) => Math.min(at, units.length));
        const at = { from: Math.min(...ends), to: Math.max(...ends) };
        const next =
          'by' in each
            ? replaced(units, at, each.by)
            : withCode(units, at, { number: each.code, isPaired: each.code !== 2 });
        units = next?.units ?? units;
      }
      expect(mended(units, { from: 0, to: 0 }).units).toEqual(units);
    }),
  );
});

function pair(number: number) {
  return { number, isPaired: true };
}

function written({ units }: Pick<Edited, 'units'>): string {
  return tokensOfUnits(units)
    .map((token) => {
      if ('text' in token) return token.text;
      if ('open' in token) return `[${token.open}]`;
      return 'close' in token ? `[/${token.close}]` : `[${token.alone}]`;
    })
    .join('');
}

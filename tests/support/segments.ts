/** Segments for tests, and any segments for property tests. */
import { type Token, textFrom } from '@charterpress/shared/domain/translation/codes.ts';
import {
  type Code,
  hashOf,
  type Segment,
} from '@charterpress/shared/domain/translation/segment.ts';
import fc from 'fast-check';

export function segment(key: string, text: string, codes: readonly Code[] = []): Segment {
  return { key, path: key, style: 'paragraph', text, codes, hash: hashOf({ text, codes }) };
}

/** Signs that XML, tools and scripts stumble over, among all others. */
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom('&', '<', '>', '"', "'", ']]>', '<!--', '&amp;', '&#60;', '<1>', '<2/>'),
      fc.constantFrom(' ', '  ', '\t', '\n', '\r', '\r\n', '\u00a0', '\u2028', '\u0085'),
      fc.constantFrom('\u200e', '\u200f', '\u2066', '\u2069', '\u200d', '\u061c'),
      fc.constantFrom('راہنما', 'ਪੰਜਾਬੀ', 'e\u0301', '👩‍👧', '٣', '৯'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((pieces) => pieces.join(''))
  .filter(
    (text) => text.isWellFormed() && !/(?![\t\n\r\u007f-\u009f])[\p{Cc}\ufffe\uffff]/u.test(text),
  );

type Tree = readonly (string | { readonly alone: true } | { readonly around: Tree })[];

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.array(
    fc.oneof(
      { weight: 4, arbitrary: words },
      { weight: 1, arbitrary: fc.constant({ alone: true as const }) },
      { weight: 2, arbitrary: fc.record({ around: tie('tree') }) },
    ),
    { maxLength: 4 },
  ),
}));

/** A text with codes one within another, and every code it holds. */
export const anyText: fc.Arbitrary<Pick<Segment, 'text' | 'codes'>> = tree.map((grown) => {
  const codes: Code[] = [];
  const tokens = tokensOfTree(grown, codes);
  return { text: textFrom(tokens), codes };
});

/** Of one document: every key once. */
export const anySegments: fc.Arbitrary<readonly Segment[]> = fc
  .uniqueArray(
    fc.record({
      key: fc.stringMatching(/^[a-z][A-Za-z0-9_.#/:ł-]{0,20}$/),
      said: anyText,
    }),
    { minLength: 1, maxLength: 6, selector: ({ key }) => key },
  )
  .map((all) => all.map(({ key, said }) => segment(key, said.text, said.codes)));

function tokensOfTree(tree: Tree, codes: Code[]): readonly Token[] {
  return tree.flatMap((piece): readonly Token[] => {
    if (typeof piece === 'string') return [{ text: piece }];
    const number = codes.length + 1;
    if ('alone' in piece) {
      codes.push({ number, is: number % 2 === 0 ? 'break' : 'fact', fact } as Code);
      return [{ alone: number }];
    }
    codes.push(
      number % 2 === 0
        ? { number, is: 'link', to: { url: 'https://example.org/?a=1&b=2' } }
        : { number, is: 'marks', marks: ['bold'] },
    );
    return [{ open: number }, ...tokensOfTree(piece.around, codes), { close: number }];
  });
}

const fact = { kind: 'facts', document: 'f1' };

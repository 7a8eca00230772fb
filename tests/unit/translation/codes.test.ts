import {
  type CodeProblem,
  codeProblems,
  inOneForm,
  plainOf,
  textOfWords,
  tokensOf,
} from '@charterpress/shared/domain/translation/codes.ts';
import { inlinesFrom } from '@charterpress/shared/domain/translation/inlines.ts';
import type { CodedText } from '@charterpress/shared/domain/translation/segment.ts';
import { describe, expect, test } from 'vitest';

/** Ring the *helpline* [today, it is {fact}], on two lines. */
const english: CodedText = {
  text: 'Ring the <1>helpline</1> <2>today, it is <3/></2>.<4/>It is free.',
  codes: [
    { number: 1, is: 'marks', marks: ['bold'] },
    { number: 2, is: 'link', to: { url: 'https://example.org/' } },
    { number: 3, is: 'fact', fact: { kind: 'facts', document: 'f1' } },
    { number: 4, is: 'break' },
  ],
};
const twoLinks: CodedText = {
  text: '<1>One</1> and <2>two</2>',
  codes: [
    { number: 1, is: 'link', to: { url: 'https://example.org/1' } },
    { number: 2, is: 'link', to: { url: 'https://example.org/2' } },
  ],
};

describe('a target is in order', () => {
  test.each([
    ['with its codes in another order', '<2>Dziś: <3/></2> <1>infolinia</1>.<4/>Bezpłatnie.'],
    ['with one code within another', '<2>Dziś <1>infolinia</1>: <3/></2>.<4/>Bezpłatnie.'],
    ['with a link in bold', '<1>Dziś <2>infolinia</2></1>: <3/>.<4/>Bezpłatnie.'],
    ['with a "<" that is a word', '5 << 6 <1>i</1> <2>b <3/></2><4/>'],
  ])('%s', (_name, target) => {
    expect(codeProblems(english, target)).toEqual([]);
  });
});

describe('a target is broken', () => {
  test.each<[string, string, readonly CodeProblem[]]>([
    ['without a code', 'Zadzwoń <1>tu</1> <2>dziś</2>.<4/>', [{ code: 'missing', number: 3 }]],
    ['with half a code', 'Zadzwoń <1>tu <2>dziś <3/></2>.<4/>', [{ code: 'missing', number: 1 }]],
    [
      'with a code twice',
      '<1>Tu</1> <1>tam</1> <2>dziś <3/></2>.<4/>',
      [{ code: 'repeated', number: 1 }],
    ],
    [
      'with a code that the English does not have',
      '<1>Tu</1> <2>dziś <3/></2>.<4/> <5/>',
      [{ code: 'unknown', number: 5 }],
    ],
    [
      'with a code in the form of another',
      '<1>Tu</1> <2>dziś <3>a</3></2>.<4/>',
      [
        { code: 'missing', number: 3 },
        { code: 'unknown', number: 3 },
      ],
    ],
    ['with codes that cross', '<1>Tu <2>dziś</1> <3/></2>.<4/>', [{ code: 'crossed', number: 1 }]],
    [
      'closed before it is opened',
      '</1>Tu<1> <2>dziś <3/></2>.<4/>',
      [{ code: 'crossed', number: 1 }],
    ],
    ['with nothing marked', '<1> </1>tu <2>dziś <3/></2>.<4/>', [{ code: 'empty', number: 1 }]],
    ['with a "<" that is no code', '5 < 6', [{ code: 'unreadable' }]],
  ])('%s', (_name, target, problems) => {
    expect(codeProblems(english, target)).toEqual(problems);
  });

  test('with a link within a link', () => {
    expect(codeProblems(twoLinks, '<1>Raz <2>dwa</2></1>')).toEqual([
      { code: 'link-within-link', number: 2 },
    ]);
  });
});

describe('composing a target', () => {
  test('takes where a link leads, which fact it is and how it looks from the English', () => {
    expect(inlinesFrom(english.codes, '<2>Dziś <1>tu</1>: <3/></2><4/>')).toEqual([
      {
        type: 'link',
        to: { url: 'https://example.org/' },
        children: [
          { type: 'text', text: 'Dziś ', marks: [] },
          { type: 'text', text: 'tu', marks: ['bold'] },
          { type: 'text', text: ': ', marks: [] },
          { type: 'fact', fact: { kind: 'facts', document: 'f1' } },
        ],
      },
      { type: 'break' },
    ]);
  });

  test('makes words bold that stand in a link within bold', () => {
    expect(inlinesFrom(english.codes, '<1><2>Tu</2></1>')).toMatchObject([
      { type: 'link', children: [{ text: 'Tu', marks: ['bold'] }] },
    ]);
  });
});

describe('words', () => {
  test('that look like a code are none', () => {
    expect(tokensOf(textOfWords('Press <1>'))).toEqual([{ text: 'Press <1>' }]);
  });

  test('are kept in one Unicode form, and no accent swallows the code before it', () => {
    expect(inOneForm('Cafe\u0301 <1>\u0338</1>')).toBe('Caf\u00e9 <1>\u0338</1>');
  });

  test('are read without codes, with a space for a break or a fact', () => {
    expect(plainOf('One<1/>two <2>three</2> << four')).toBe('One two three < four');
  });
});

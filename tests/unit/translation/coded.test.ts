import { expect, test } from 'vitest';
import { codeName, comparedSources, unitName } from '../../../cms/src/admin/translation/coded.ts';

const codes = [
  { number: 1, is: 'link', to: { document: { kind: 'guides', document: 'g1' } } },
  { number: 2, is: 'fact', fact: { kind: 'facts', document: 'f1' } },
  { number: 3, is: 'marks', marks: ['italic', 'bold'] },
] as const;
const titles = { 'guides/g1': 'Children’s centres', 'facts/f1': 'Family line' };

test('a code has a name that says what it does', () => {
  expect(codes.map((code) => codeName(code, titles))).toEqual([
    'code 1, link to ‘Children’s centres’',
    'code 2, ‘Family line’',
    'code 3, bold and italic',
  ]);
  expect(unitName({ open: 1 }, codes, titles)).toBe('code 1 begins, link to ‘Children’s centres’');
  expect(unitName({ close: 1 }, codes, titles)).toBe('code 1 ends');
});

test('two English texts are compared word by word, and no code is taken apart', () => {
  expect(comparedSources('Ask <1>us</1> before 9 <2/>.', 'Ask <1>us</1> before 10 <2/>.')).toEqual([
    {
      is: 'same',
      tokens: [{ text: 'Ask ' }, { open: 1 }, { text: 'us' }, { close: 1 }, { text: ' before ' }],
    },
    { is: 'removed', tokens: [{ text: '9' }] },
    { is: 'added', tokens: [{ text: '10' }] },
    { is: 'same', tokens: [{ text: ' ' }, { alone: 2 }, { text: '.' }] },
  ]);
});

test('a code that came is a change of its own', () => {
  expect(comparedSources('Ask us.', 'Ask <1>us</1>.')).toContainEqual({
    is: 'added',
    tokens: [{ open: 1 }],
  });
});

import {
  type EnglishStep,
  rewordedSince,
  samenessIn,
  saysTheSame,
} from '@charterpress/shared/domain/translation/minor.ts';
import { protectedValues } from '@charterpress/shared/domain/translation/protected-values.ts';
import { describe, expect, test } from 'vitest';
import { segment } from '../../support/two-translators.ts';

describe('a minor change keeps translations true', () => {
  test.each([
    ['where words are mended', 'We will definately ring you.', 'We will definitely ring you.'],
    ['where a number is written otherwise', 'Ring 01632 960 123.', 'Ring 01632 960123!'],
    ['where a sentence is turned round', 'On Monday, come in.', 'Come in on Monday.'],
  ])('%s', (_name, before, after) => {
    expect(saysTheSame(segment(before), segment(after))).toBe(true);
  });
});

describe('no minor change keeps translations true', () => {
  test.each([
    ['a telephone number', 'Ring 01632 960123.', 'Ring 01632 960124.'],
    ['an e-mail address', 'Write to help@kent.example.org', 'Write to office@kent.example.org'],
    ['an address of the web', 'See www.kent.example.org/a', 'See www.kent.example.org/b'],
    ['a day', 'By 3 May.', 'By 4 May.'],
    ['a month', 'By 3 May.', 'By 3 June.'],
    ['a day of the week', 'Come on Monday.', 'Come on Tuesday.'],
    ['a time', 'Open from 9am to 5.30pm.', 'Open from 9am to 5.45pm.'],
    ['half of the day', 'Open at 9 am.', 'Open at 9 pm.'],
    ['a sum of money', 'It costs £2.50.', 'It costs £3.50.'],
    ['a currency', 'It costs £2.', 'It costs €2.'],
    ['a percentage', '5% of families', '5 of families'],
    ['a postcode', 'Ashford TN24 8XX', 'Ashford TN24 8XY'],
    ['a number in words', 'within six weeks', 'within eight weeks'],
    ['a not', 'You do not have to come.', 'You do have to come.'],
    ['a span of numbers', 'Ages 2-3', 'Ages 23'],
    ['which number is which', 'Tier 2 before tier 3', 'Tier 3 before tier 2'],
  ])('where %s is another', (_name, before, after) => {
    expect(saysTheSame(segment(before), segment(after))).toBe(false);
  });

  test('where a link leads somewhere else', () => {
    const linked = (url: string) =>
      segment('<1>Here</1>', 'p-1', [{ number: 1, is: 'link', to: { url } }]);
    const [before, after] = [linked('https://example.org/a'), linked('https://example.org/b')];
    expect(saysTheSame(before, after)).toBe(false);
  });
});

test('no two ways to write the same values differ', () => {
  expect(protectedValues('Ring 01632\u00a0960-123 on 3\u00a0May at 9\u202fam.')).toEqual(
    protectedValues('Ring 01632 960 123 on 3 May at 9 am.'),
  );
});

test('reworded is what changed, and kept its values', () => {
  const before = [segment('One', 'a'), segment('It is free', 'b'), segment('£2', 'c')];
  const after = [
    segment('One', 'a'),
    segment('This is free', 'b'),
    segment('£3', 'c'),
    segment('New', 'd'),
  ];
  expect(rewordedSince(before, after)).toEqual(['b']);
});

describe('a translation of an older English may stand for the newest', () => {
  test.each<[string, boolean, readonly EnglishStep[]]>([
    ['after agreed minor changes', true, [first(), minor('h2'), minor('h3')]],
    ['after an edition that left it alone', true, [first(), major('h1'), minor('h3')]],
    ['not after a minor change that nobody agreed to', false, [first(), alone('h2'), minor('h3')]],
    ['not after a major change', false, [first(), major('h2'), minor('h3')]],
    ['not after a minor change of its values', false, [first(), otherValues('h2'), minor('h3')]],
    ['not where it was gone in between', false, [first(), gone(), minor('h3')]],
    ['not of an English that nobody knows', false, [minor('h2'), minor('h3')]],
  ])('%s', (_name, is, english) => {
    expect(samenessIn(english)({ key: 'p-1', from: 'h1', to: 'h3' })).toBe(is);
  });

  test('and what a major change took back does not come in again by a minor one', () => {
    const isSame = samenessIn([first(), minor('h2'), major('h3'), minor('h1')]);
    expect(isSame({ key: 'p-1', from: 'h2', to: 'h1' })).toBe(false);
    expect(isSame({ key: 'p-1', from: 'h3', to: 'h1' })).toBe(true);
  });

  test('and it is the same text that is the same, whatever happened', () => {
    expect(samenessIn([])({ key: 'p-1', from: 'h1', to: 'h1' })).toBe(true);
  });
});

function first(): EnglishStep {
  return step('h1', { isAgreedMinor: false, reworded: [] });
}

function minor(hash: string): EnglishStep {
  return step(hash, { isAgreedMinor: true, reworded: ['p-1'] });
}

function alone(hash: string): EnglishStep {
  return step(hash, { isAgreedMinor: false, reworded: ['p-1'] });
}

function otherValues(hash: string): EnglishStep {
  return step(hash, { isAgreedMinor: true, reworded: [] });
}

function major(hash: string): EnglishStep {
  return step(hash, { isAgreedMinor: false, reworded: ['p-1'] });
}

function gone(): EnglishStep {
  return { hashes: new Map(), isAgreedMinor: true, reworded: [] };
}

function step(hash: string, of: Omit<EnglishStep, 'hashes'>): EnglishStep {
  return { hashes: new Map([['p-1', hash]]), ...of };
}

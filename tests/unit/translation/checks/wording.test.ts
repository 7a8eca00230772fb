/** Codes, agreed words, punctuation, scripts: what stands in the way of a review, and what a reason can waive. */
import { inTheWay } from '@charterpress/shared/domain/translation/checks/finding.ts';
import { describe, expect, test } from 'vitest';
import { errorsIn, judged, warningsIn } from '../../../support/judged.ts';

describe('codes', () => {
  test.each([
    ['stand in another order', 'Ask <1>us</1>: <2/>', '<2/>: <1>ہم سے</1> پوچھیں', []],
    ['are missing', 'Ask <1>us</1>: <2/>', 'پوچھیں: <2/>', ['code-missing']],
    ['stand alone no more', 'Ring <1/>', 'فون <1>کریں</1>', ['code-missing', 'code-extra']],
    ['stand there twice', 'Ring <1/>', 'فون <1/> <1/>', ['code-extra']],
    ['are not in the English', 'Ring us', 'فون <1/>', ['code-extra']],
    ['are not closed in order', '<1>a <2>b</2></1>', '<1>ا <2>ب</1></2>', ['code-broken']],
    ['hold no words', '<1>Ask</1> us', '<1></1> پوچھیں', ['code-broken']],
    ['are a lone sign', 'Ask us', 'پوچھیں < ہم سے', ['code-broken']],
    ['fill a word of the interface', '{{count}} pages', '{{count}} صفحات', []],
    [
      'fill it by another name',
      '{{count}} pages',
      '{{number}} صفحات',
      ['code-missing', 'code-extra'],
    ],
  ])('that %s', (_what, source, target, expected) => {
    expect(errorsIn(source, target, 'ur')).toEqual(expected);
  });
});

describe('a target without words', () => {
  test.each(['', '  ', '<1/>', '...'])(
    'as in "%s" is empty, and nothing else is said',
    (target) => {
      expect(judged('Ring us: <1/>', target, 'pl')).toEqual([{ rule: 'empty', level: 'error' }]);
    },
  );
});

const adviser = {
  term: 'parent support adviser',
  approved: ['doradca do spraw rodziców', 'doradca rodzinny'],
  forbidden: ['asystent rodziny', 'PSA'],
  staysLatin: false,
};
const carer = {
  term: 'parent or carer',
  approved: ['rodzic lub opiekun'],
  forbidden: ['opiekun'],
  staysLatin: false,
};
const homeStart = { term: 'Home-Start', approved: [], forbidden: [], staysLatin: true };
const glossary = [adviser, carer, homeStart];

describe('the common language', () => {
  test.each([
    ['an approved wording', 'Ask a parent support adviser.', 'Zapytaj doradcę rodzinnego.', []],
    ['the term in the plural', 'Parent support advisers help.', 'Pomagają doradcy rodzinni.', []],
    [
      'no approved wording',
      'Ask a parent support adviser.',
      'Zapytaj pracownika szkoły.',
      ['term-missing'],
    ],
    ['a text without the term', 'Ask us.', 'Zapytaj nas.', []],
    [
      'another approved wording, inflected',
      'Ask your parent support adviser.',
      'Porozmawiaj z doradcą do spraw rodziców.',
      [],
    ],
  ])('%s', (_what, source, target, expected) => {
    expect(warningsIn(source, target, 'pl', { glossary })).toEqual(expected);
  });

  test.each([
    ['a forbidden wording', 'Ask us.', 'Zapytaj: asystent rodziny pomoże.', ['forbidden-term']],
    ['one with an ending', 'Ask us.', 'Zapytaj asystenta rodziny.', ['forbidden-term']],
    ['one in capitals', 'Ask us.', 'OPIEKUN.', ['forbidden-term']],
    ['a word that only begins like it', 'Care is free.', 'Opieka jest bezpłatna.', []],
    [
      'one within an approved wording',
      'Any parent or carer can come.',
      'Każdy rodzic lub opiekun może przyjść.',
      [],
    ],
    [
      'one beside an approved wording',
      'Any parent or carer can come.',
      'Rodzic lub opiekun i opiekun.',
      ['forbidden-term'],
    ],
    ['a name in its letters', 'Home-Start helps.', 'Home-Start pomaga.', []],
    ['a name that was translated', 'Home-Start helps.', 'Start Domu pomaga.', ['name-not-latin']],
  ])('%s', (_what, source, target, expected) => {
    expect(errorsIn(source, target, 'pl', { glossary })).toEqual(expected);
  });

  test.each([
    ['ur', 'والدین کا مشیر', 'والدین کے مشیر سے پوچھیں۔', []],
    ['ne', 'अभिभावक सहयोग सल्लाहकार', 'अभिभावक सहयोग सल्लाहकारलाई सोध्नुहोस्।', []],
    ['bg', 'консултант за родители', 'Попитайте консултанта за родители.', []],
    ['sk', 'poradca pre rodičov', 'Spýtajte sa poradcu pre rodičov.', []],
    ['ro', 'consilier pentru părinți', 'Întrebați un consilier pentru părinți.', []],
    ['so', 'lataliyaha waalidka', 'Weydii lataliyayaasha waalidka.', []],
    ['ar', 'مستشار الوالدين', 'اسأل مستشاري الوالدين.', []],
    ['ur', 'والدین کا مشیر', 'سکول سے پوچھیں۔', ['term-missing']],
    ['ne', 'अभिभावक सहयोग सल्लाहकार', 'विद्यालयमा सोध्नुहोस्।', ['term-missing']],
  ])('in %s "%s" has its endings', (language, wording, target, expected) => {
    const terms = [{ ...adviser, approved: [wording], forbidden: [] }];
    const source = 'Ask a parent support adviser.';
    expect(warningsIn(source, target, language, { glossary: terms })).toEqual(expected);
  });

  test('a name that keeps its letters keeps them in every script', () => {
    const about = { glossary };
    expect(errorsIn('Home-Start helps.', 'Home-Start मद्दत गर्छ।', 'ne', about)).toEqual([]);
    expect(errorsIn('Home-Start helps.', 'होम-स्टार्ट मद्दत गर्छ।', 'ne', about)).toEqual([
      'name-not-latin',
    ]);
  });
});

test.each([
  ['the stop of the script', 'Ask us.', 'ہم سے پوچھیں۔', 'ur', []],
  ['the stop of another script', 'Ask us.', 'ہم سے پوچھیں.', 'ur', ['end-punctuation']],
  ['the danda', 'Ask us.', 'हामीलाई सोध्नुहोस्।', 'ne', []],
  ['a stop for a danda', 'Ask us.', 'हामीलाई सोध्नुहोस्.', 'ne', ['end-punctuation']],
  ['a danda in Bengali', 'Ask us.', 'আমাদের জিজ্ঞাসা করুন।', 'bn', []],
  ['a stop in Panjabi', 'Ask us.', 'ਸਾਨੂੰ ਪੁੱਛੋ.', 'pa', ['end-punctuation']],
  ['a stop in Gujarati', 'Ask us.', 'અમને પૂછો.', 'gu', []],
  ['the question mark of Arabic', 'Who helps?', 'من يساعد؟', 'ar', []],
  ['a Latin question mark in Arabic', 'Who helps?', 'من يساعد?', 'ar', ['end-punctuation']],
  ['a lost question mark', 'Who helps?', 'Kto pomaga.', 'pl', ['end-punctuation']],
  ['a stop within the quotation', 'Ask, “Who?”', 'Zapytaj: „Kto?”.', 'pl', []],
  [
    'a stop after a heading',
    'What happens next',
    'Co się dzieje dalej.',
    'pl',
    ['end-punctuation'],
  ],
  ['a fact at the end', 'Ring us: <1/>', 'Zadzwoń pod <1/>', 'pl', []],
  ['two spaces', 'Ask us', 'Zapytaj  nas', 'pl', ['double-space']],
  ['a doubled word', 'Ask us', 'Zapytaj nas nas', 'pl', ['repeated-word']],
  ['a word doubled on purpose', 'Slowly', 'बिस्तारै बिस्तारै', 'ne', []],
  ['a particle that nobody doubles', 'In school', 'विद्यालय मा मा', 'ne', ['repeated-word']],
  ['English left as it is', 'Ask for help', 'Ask for help', 'pl', ['same-as-source']],
  ['a name that is the same everywhere', 'BSL', 'BSL', 'pl', []],
  [
    'far too short',
    'Someone listens to you and asks about your child.',
    'Ktoś słucha.',
    'pl',
    ['length'],
  ],
  [
    'far too long',
    'Ask about the cost first.',
    'Zapytaj najpierw, ile to kosztuje, zanim zaczniesz z tego korzystać, bo każda z usług sama ustala swoje ceny.',
    'pl',
    ['length'],
  ],
  ['a Latin letter in a Cyrillic word', 'Help', 'Пoмощ', 'bg', ['mixed-scripts']],
  ['a word of a third script', 'Help', 'मदद مدد', 'ne', ['mixed-scripts']],
  ['an English word that the source has', 'A tier is a level', 'درجے کو tier کہتے ہیں', 'ur', []],
  [
    'an English word of nobody’s',
    'A tier is a level',
    'درجے کو level3 threshold کہتے ہیں',
    'ur',
    ['mixed-scripts'],
  ],
  ['an ending on a name', 'Ask the NHS', 'NHSलाई सोध्नुहोस्', 'ne', []],
  ['a mark of direction in Polish', 'Ask us', 'Zapytaj\u200f nas', 'pl', ['direction-mark']],
  ['an isolate in Urdu', 'Tier 2 or A1', 'درجہ 2 یا \u2066A1\u2069', 'ur', []],
  ['an isolate that stays open', 'Tier 2 or A1', 'درجہ 2 یا \u2066A1', 'ur', ['direction-mark']],
  ['a forcing mark in Arabic', 'Ask us', 'اسألنا\u202e', 'ar', ['direction-mark']],
])('%s', (_what, source, target, language, expected) => {
  expect(warningsIn(source, target, language)).toEqual(expected);
});

test('a name that keeps its letters is no English left as it is', () => {
  expect(warningsIn('Home-Start', 'Home-Start', 'pl', { glossary })).toEqual([]);
});

test('the same source has another translation elsewhere', () => {
  const about = { sameSourceElsewhere: ['Spytaj nas', 'Pytaj nas'] };
  expect(judged('Ask us', 'Zapytaj nas', 'pl', about)).toEqual([
    { rule: 'inconsistent', level: 'warning', expected: 'Spytaj nas' },
  ]);
  expect(warningsIn('Ask us', 'Pytaj nas', 'pl', about)).toEqual([]);
});

test('a waived warning stands in nobody’s way, an error always does', () => {
  const found = judged('Ask 2 of us', 'Ask 3 of us', 'pl');
  const waived = found.map(({ rule }) => ({ rule }));
  expect(inTheWay(judged('Ask us', 'Ask us', 'pl'), [{ rule: 'same-as-source' }])).toEqual([]);
  expect(inTheWay(found, waived).map(({ rule }) => rule)).toEqual(['number-changed']);
});

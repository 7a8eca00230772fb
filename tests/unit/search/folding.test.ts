import { folded } from '@charterpress/shared/domain/search/folding.ts';
import { wordsOf } from '@charterpress/shared/domain/search/words.ts';
import { describe, expect, it } from 'vitest';

/** What a reader types, and what stands in a text. */
describe.each([
  ['en', 'capitals', 'SCHOOL', 'school'],
  ['en', 'an apostrophe left out', 'childrens', 'children’s'],
  ['en', 'one letter for two', 'adress', 'address'],
  ['en', 'ph as it sounds', 'fone', 'phone'],
  ['pl', 'letters without their marks', 'lacznik', 'łącznik'],
  ['ro', 'comma and cedilla', 'şcoală', 'școală'],
  ['sk', 'long vowels as short ones', 'skola', 'škola'],
  ['bg', 'short i as i', 'йога', 'иога'],
  ['so', 'long vowels as short ones', 'carurta', 'carruurta'],
  ['so', 'the catch in the voice left out', 'goan', 'go’aan'],
  ['ar', 'a word without its article', 'مدرسة', 'المدرسة'],
  ['ar', 'article after "and"', 'مدرسة', 'والمدرسة'],
  ['ar', 'vowels that nobody writes', 'مدرسة', 'مَدْرَسَة'],
  ['ar', 'alif without its hamza', 'اطفال', 'أطفال'],
  ['ur', 'letters of an Arabic keyboard', 'اسكول', 'اسکول'],
  ['ur', 'the yeh of an Arabic keyboard', 'زندگي', 'زندگی'],
  ['ne', 'a long vowel for a short one', 'शीक्षा', 'शिक्षा'],
  ['ne', 'a nasal as a dot', 'संपर्क', 'सम्पर्क'],
  ['bn', 'a dot below left out', 'বাড়ি', 'বাডি'],
  ['gu', 'a short vowel for a long one', 'શિખવુ', 'શીખવું'.replace('ં', '')],
  ['pa', 'a tippi for a bindi', 'ਪੰਜਾਬੀ', 'ਪਂਜਾਬੀ'],
  ['ur', 'digits of its own', '۱۲', '12'],
])('in %s, %s', (language, _what, typed, written) => {
  it(`finds "${written}" by "${typed}"`, () => {
    expect(folded(typed, language)).toBe(folded(written, language));
  });
});

describe('folding', () => {
  it('keeps words apart whose vowel signs differ', () => {
    expect(folded('कलम', 'ne')).not.toBe(folded('कालम', 'ne'));
    expect(folded('মা', 'bn')).not.toBe(folded('মে', 'bn'));
  });

  it('leaves the first letters of an Urdu word that looks like an Arabic article', () => {
    expect(folded('الماری', 'ur')).toMatch(/^ال/);
  });
});

describe('the words of a text', () => {
  it('are cut where the language cuts them, without marks and single letters', () => {
    expect(wordsOf('A drop-in, at Key Stage 2: “ring us”!', 'en')).toEqual([
      'drop',
      'in',
      'at',
      'key',
      'stage',
      '2',
      'ring',
      'us',
    ]);
  });
});

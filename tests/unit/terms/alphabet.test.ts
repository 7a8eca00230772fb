import { byLetter, DIGITS } from '@charterpress/shared/domain/terms/alphabet.ts';
import { describe, expect, it } from 'vitest';

function letters(words: readonly string[], language: string) {
  return byLetter(words, (word) => word, language).map(
    ({ letter, words }) => `${letter}: ${words.join(', ')}`,
  );
}

describe('the A to Z of a language', () => {
  it('puts words under their letters, capitals and small letters together', () => {
    expect(letters(['tier of need', 'core offer', 'Charter', 'carer'], 'en')).toEqual([
      'C: carer, Charter, core offer',
      'T: tier of need',
    ]);
  });

  it('has Ch after H in Slovak, where it is a letter', () => {
    expect(letters(['chata', 'hora', 'cena', 'čas'], 'sk')).toEqual([
      'C: cena',
      'Č: čas',
      'H: hora',
      'Ch: chata',
    ]);
  });

  it('has Ł after L in Polish, and Á with A in Slovak', () => {
    expect(letters(['łącznik', 'lekarz'], 'pl')).toEqual(['L: lekarz', 'Ł: łącznik']);
    expect(letters(['áno', 'auto'], 'sk')).toEqual(['A: áno, auto']);
  });

  it('has the order of Urdu, and a consonant without the signs around it in Nepali', () => {
    expect(letters(['ٹیم', 'پیر', 'ترجمان'], 'ur')).toEqual(['پ: پیر', 'ت: ترجمان', 'ٹ: ٹیم']);
    expect(letters(['विद्यालय', 'वचन', 'दोभासे'], 'ne')).toEqual(['द: दोभासे', 'व: वचन, विद्यालय']);
  });

  it('keeps what begins with a figure apart', () => {
    expect(letters(['16 to 19', 'age'], 'en')).toEqual([`${DIGITS}: 16 to 19`, 'A: age']);
  });
});

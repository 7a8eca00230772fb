import { languages } from '@charterpress/shared/languages.ts';
import { wordFiles, words } from '@charterpress/shared/strings.ts';
import { describe, expect, it } from 'vitest';

const written = languages.filter((one) => one.form === 'text').map((one) => one.tag);

describe('the words of the interface', () => {
  it.each(written)('say everything in %s, with each plural form the language has', (tag) => {
    expect(Object.keys(flat(wordFiles[tag])).sort()).toEqual(expectedKeys(tag));
  });

  it.each(written)('leave no word of %s empty', (tag) => {
    expect(Object.values(flat(wordFiles[tag])).filter((word) => word.trim() === '')).toEqual([]);
  });

  it.each(written)('keep in %s every value that the English fills in', (tag) => {
    expect(valuesIn(wordFiles[tag])).toEqual(expectedValues(tag));
  });

  it.each(written)('have in %s the apostrophes that texts are printed with', (tag) => {
    expect(Object.values(flat(wordFiles[tag])).filter((word) => word.includes("'"))).toEqual([]);
  });

  it('count in the way of the language', () => {
    expect(words('en')('guide.parts', { count: 1 })).toBe('1 part');
    expect(words('en')('guide.parts', { count: 4 })).toBe('4 parts');
  });

  it('stand in plain English around Easy Read and BSL', () => {
    expect(words('en-x-easyread')('nav.home')).toBe(words('en')('nav.home'));
    expect(words('bfi')('nav.home')).toBe(words('en')('nav.home'));
  });

  it('refuse a language that Charterpress does not know', () => {
    expect(() => words('tlh')).toThrow('shared/src/languages.ts');
  });
});

const plural = /_(zero|one|two|few|many|other)$/;

/** English keys, each plural one in all the forms that the language counts with. */
function expectedKeys(tag: string): string[] {
  const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
  const keys = Object.keys(flat(wordFiles.en)).flatMap((key) =>
    plural.test(key) ? forms.map((form) => key.replace(plural, `_${form}`)) : [key],
  );
  return [...new Set(keys)].sort();
}

function expectedValues(tag: string): Record<string, string[]> {
  const english = valuesIn(wordFiles.en);
  return Object.fromEntries(
    expectedKeys(tag).map((key) => [
      key,
      english[key] ?? english[key.replace(plural, '_other')] ?? [],
    ]),
  );
}

/** What stands in double braces, by key. "One", "two" and none may be words instead of a number. */
function valuesIn(file: object | undefined): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(flat(file)).map(([key, word]) => [
      key,
      (plural.test(key) ? [...new Set([...braces(word), '{{count}}'])] : braces(word)).sort(),
    ]),
  );
}

function braces(word: string): string[] {
  return word.match(/\{\{\w+\}\}/g) ?? [];
}

function flat(words: object | undefined, path = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(words ?? {}).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[path + key, value]]
        : Object.entries(flat(value, `${path}${key}.`)),
    ),
  );
}

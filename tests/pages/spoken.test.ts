import { language } from '@charterpress/shared/languages.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { isPage } from '../a11y/templates.ts';
import { sampleEditions, sampleTrust } from '../support/sample-editions.ts';
import { contentOf, renderSite } from '../support/site.ts';
import { type Spoken, spokenOn } from '../support/spoken.ts';
import { type Tongues, tonguesOf } from '../support/tongues.ts';

/** What reads from left to right inside every line: telephone numbers, postcodes, addresses of mail and pages. */
const leftToRight =
  /\b0\d{2,4} ?\d{3} ?\d{3,4}\b|\b[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}\b|\S+@\S+\.\S+|\bhttps?:|\bwww\./;

const pages = new Map<string, readonly Spoken[]>();
let tongues: Tongues;

beforeAll(async () => {
  const editions = await sampleEditions('kent');
  tongues = tonguesOf(editions, sampleTrust('kent'));
  const made = await renderSite(contentOf(editions));
  for (const { path } of made.routes.filter(isPage)) {
    pages.set(path, spokenOn(made.pages.get(path) ?? ''));
  }
});

describe('every text of every page of the sample site', () => {
  it('is in the language that it is marked with', () => {
    expect(wrong(({ lang, text }) => !tongues.speaks(lang, text))).toEqual([]);
  });

  it('runs in the direction of its language, or in its own where that is isolated', () => {
    const isAgainst = ({ dir, isIsolated, lang }: Spoken) =>
      dir !== language(lang)?.direction && !isIsolated;
    expect(wrong(isAgainst)).toEqual([]);
  });

  it('keeps numbers to ring, postcodes and addresses apart from lines that run from right to left', () => {
    const isLoose = ({ dir, text }: Spoken) => dir === 'rtl' && leftToRight.test(text);
    expect(wrong(isLoose)).toEqual([]);
  });
});

describe('the judge of languages', () => {
  it('hears a district, a role and a row of languages that nobody marked', () => {
    expect(tongues.speaks('ur', 'Ashford میں تقریبات')).toBe(false);
    expect(
      tongues.speaks('pl', 'Sprawdzono 19 października 2026. Sprawdził(a): Money advice manager.'),
    ).toBe(false);
    expect(tongues.speaks('pl', 'English, Polski i Română')).toBe(false);
    expect(tongues.speaks('en', 'English, Polski and Română')).toBe(false);
    expect(tongues.speaks('pl', 'We withdrew this page')).toBe(false);
  });

  it('takes dates, numbers and sentences with both for the language that they are written in', () => {
    expect(tongues.speaks('pl', 'Sprawdzono 19 października 2026.')).toBe(true);
    expect(tongues.speaks('ur', '01632 960101')).toBe(true);
    expect(tongues.speaks('pl', '19 October 2026')).toBe(false);
  });
});

function wrong(is: (spoken: Spoken) => boolean): readonly string[] {
  const found = new Map<string, string>();
  for (const [path, texts] of pages) {
    for (const one of texts) {
      if (is(one)) found.set(`${one.lang}: ${one.text}`, path);
    }
  }
  return [...found].map(([text, path]) => `${path} ${text}`);
}

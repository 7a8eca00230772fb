import { linkingOf, type WrittenTerm } from '@charterpress/shared/domain/terms/linking.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const english: readonly WrittenTerm[] = [
  { document: 'pledge', wordings: ['pledge'] },
  { document: 'tier', wordings: ['tier of need', 'tiers of need'] },
  { document: 'need', wordings: ['need'] },
  { document: 'charter', wordings: ['Parent’s Charter'] },
  { document: 'parent', wordings: ['parent'] },
];

/** The text with each linked use in brackets. */
function linked(text: string, terms = english, language = 'en', known: readonly string[] = []) {
  return linkingOf(terms, language)(text, new Set(known))
    .map((piece) => (piece.term === null ? piece.text : `[${piece.text}]`))
    .join('');
}

describe('the first use of a term', () => {
  it('is linked, and a second one is not', () => {
    expect(linked('A pledge is a pledge.')).toBe('A [pledge] is a pledge.');
    expect(linked('A pledge.', english, 'en', ['pledge'])).toBe('A pledge.');
  });

  it('is linked in any capitals, and keeps its own', () => {
    expect(linked('PLEDGE or pledge')).toBe('[PLEDGE] or pledge');
    expect(linked('Кой? РОДИТЕЛ', [{ document: 'p', wordings: ['родител'] }], 'bg')).toBe(
      'Кой? [РОДИТЕЛ]',
    );
  });

  it('is linked as a whole word, and never as part of one', () => {
    expect(linked('We pledged, and grandparents came.')).toBe('We pledged, and grandparents came.');
    expect(linked('A parent’s view')).toBe('A parent’s view');
    expect(linked('A parent.')).toBe('A [parent].');
  });

  it('is linked in the forms that its wordings list, and in no others', () => {
    expect(linked('Four tiers of need')).toBe('Four [tiers of need]');
    expect(linked('Two pledges')).toBe('Two pledges');
  });

  it('is the longest of those that begin at one place, and has no other within it', () => {
    expect(linked('Each tier of need; each tier of need; a need')).toBe(
      'Each [tier of need]; each tier of need; a [need]',
    );
  });

  it('is found whichever apostrophe and however many spaces it is written with', () => {
    expect(linked("The Parent's  Charter")).toBe("The [Parent's  Charter]");
  });

  it('is found in scripts that have no capitals, and whose letters carry signs', () => {
    const urdu = [{ document: 'p', wordings: ['وعدہ'] }];
    expect(linked('یہ وعدہ ہے۔', urdu, 'ur')).toBe('یہ [وعدہ] ہے۔');
    expect(linked('وعدہشکن', urdu, 'ur')).toBe('وعدہشکن');
    const nepali = [{ document: 'p', wordings: ['वचन'] }];
    expect(linked('यो वचन हो।', nepali, 'ne')).toBe('यो [वचन] हो।');
    expect(linked('वचनले', nepali, 'ne')).toBe('वचनले');
  });

  it('is of the first term that has a wording, where two have the same', () => {
    const twice = [
      { document: 'one', wordings: ['forum'] },
      { document: 'two', wordings: ['forum'] },
    ];
    expect(linkingOf(twice, 'en')('forum', new Set())).toEqual([{ text: 'forum', term: 'one' }]);
  });

  it('takes signs in a wording as they are', () => {
    expect(linked('16+ (or more)', [{ document: 'p', wordings: ['16+', '(or'] }])).toBe(
      '[16+] (or more)',
    );
  });
});

describe('whatever stands in a text', () => {
  const words = fc.constantFrom(
    ...'pledge Pledge tier of need parent’s – « » वचन وعدہ 👪 \u0301 \ud83d'.split(' '),
  );
  const text = fc.array(fc.oneof(words, fc.string({ unit: 'binary' })), { maxLength: 30 });
  const terms = fc.array(
    fc.record({
      document: fc.constantFrom('one', 'two', 'three'),
      wordings: fc.array(fc.oneof(words, fc.string({ maxLength: 6 })), { maxLength: 3 }),
    }),
    { maxLength: 6 },
  );
  const language = fc.constantFrom('en', 'pl', 'ur', 'ne', 'ar', 'sk');

  it('it stays as it was, and each term is linked once', () => {
    fc.assert(
      fc.property(text, terms, language, (pieces, some, tag) => {
        const said = pieces.join(' ');
        const found = linkingOf(some, tag)(said, new Set(['three']));
        expect(found.map((piece) => piece.text).join('')).toBe(said);
        const links = found.flatMap((piece) => piece.term ?? []);
        expect(new Set(links).size).toBe(links.length);
        expect(links).not.toContain('three');
      }),
      { numRuns: 200, seed: 2007 },
    );
  });

  it('a link has the words of a wording and nothing else', () => {
    fc.assert(
      fc.property(text, terms, language, (pieces, some, tag) => {
        const plain = (one: string) =>
          one.trim().replace(/\s+/g, ' ').replaceAll("'", '’').toLocaleLowerCase(tag);
        const wordings = new Set(some.flatMap((term) => term.wordings.map(plain)));
        const found = linkingOf(some, tag)(pieces.join(' '), new Set());
        const links = found.filter((piece) => piece.term !== null);
        expect(links.filter((piece) => !wordings.has(plain(piece.text)))).toEqual([]);
      }),
      { numRuns: 200, seed: 2008 },
    );
  });
});

import { codeProblems } from '@charterpress/shared/domain/translation/codes.ts';
import { judgeTable, rowOf } from '@charterpress/shared/domain/translation/terms-table.ts';
import { readTmx, type TmxPair, tmxOf } from '@charterpress/shared/domain/translation/tmx.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coded } from '../../support/judged.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const bytes = (text: string) => new TextEncoder().encode(text);
const madeAt = '2026-03-02T09:00:00.000Z';

function pair(source: string, target: string): TmxPair {
  return { source, target, by: 'translator@example.org', at: madeAt };
}

function file(pairs: readonly TmxPair[], language = 'ur'): Uint8Array {
  return bytes([...tmxOf({ language, madeAt, pairs })].join(''));
}

function unit(variants: string): Uint8Array {
  return bytes(`<tmx version="1.4"><header srclang="en"/><body><tu>${variants}</tu></body></tmx>`);
}

const said = (tag: string, seg: string) => `<tuv xml:lang="${tag}"><seg>${seg}</seg></tuv>`;

describe('a memory as TMX', () => {
  test(`comes back as it went out: spaces, direction marks, codes, & and << (seed ${seed})`, () => {
    const piece = fc.oneof(
      fc
        .string({ unit: 'grapheme', maxLength: 12 })
        .map((text) => text.normalize('NFC').replaceAll('<', '<<')),
      fc.constantFrom(
        '<1>a</1>',
        '<2/>',
        ' & ',
        '<<',
        '\u200f',
        '  ',
        '\n',
        ']]>',
        '"',
        '<3><4>x</4></3>',
      ),
    );
    const text = fc
      .array(piece, { minLength: 1, maxLength: 5 })
      .map((pieces) => pieces.join(''))
      .filter(
        (made) =>
          made.trim() !== '' &&
          !/[\p{Cc}\p{Cs}\ufffe\uffff\u202a-\u202e]/u.test(made.replaceAll('\n', '')),
      );
    fc.assert(
      fc.property(text, text, (source, target) => {
        const read = readTmx(file([pair(source, target)]), 'ur');
        expect(read).toEqual({ ok: true, pairs: [pair(source, target)], refused: [] });
      }),
      { seed, numRuns: 400 },
    );
  });

  test('of another program is read by its language and its codes', () => {
    const english = said('EN-GB', 'Ask <bpt i="1">{b}</bpt>us<ept i="1">{/b}</ept>: <ph>{f}</ph>');
    const read = readTmx(
      unit(english + said('pl-PL', 'Zapytaj <bpt i="1"/>nas<ept i="1"/>: <ph/>')),
      'pl',
    );
    expect(read).toMatchObject({
      ok: true,
      pairs: [{ source: 'Ask <1>us</1>: <2/>', target: 'Zapytaj <1>nas</1>: <2/>' }],
    });
    expect(codeProblems(coded('Ask <1>us</1>: <2/>'), 'Zapytaj <1>nas</1>: <2/>')).toEqual([]);
  });

  test.each([
    ['a document type', bytes('<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"/>'), 'doctype'],
    ['an entity', unit(said('en', '&secret;')), 'entity'],
    ['more than 10 MB', new Uint8Array(10 * 1024 * 1024 + 1), 'too-large'],
    ['no XML', bytes('source;target'), 'not-xml'],
    ['another kind of file', bytes('<xliff version="1.2"/>'), 'not-tmx'],
    ['another language', unit(said('en', 'Ask') + said('de', 'Frag')), 'other-language'],
  ])('with %s is refused whole', (_what, given, refused) => {
    expect(readTmx(given, 'pl')).toEqual({ ok: false, refused });
  });

  test.each([
    ['no English', said('pl', 'Zapytaj'), 'no-english'],
    ['an empty text', said('en', 'Ask') + said('pl', ' '), 'empty'],
    [
      'half a pair of codes',
      said('en', 'Ask <bpt i="1"/>us') + said('pl', 'Zapytaj'),
      'broken-codes',
    ],
    ['a forcing mark', said('en', 'Ask') + said('pl', 'Zapytaj\u202e'), 'hidden-character'],
  ])('a pair with %s is left out, and said why', (_what, variants, why) => {
    expect(readTmx(unit(variants), 'pl')).toEqual({
      ok: true,
      pairs: [],
      refused: [{ at: 1, why }],
    });
  });
});

describe('the table of terms', () => {
  const copy = {
    ...{
      document: 'a',
      revision: 3,
      term: 'pledge',
      plainMeaning: 'A promise.',
      staysLatin: false,
    },
    wordings: [
      { language: 'pl', use: 'approved', wording: 'obietnica' },
      { language: 'ur', use: 'approved', wording: 'وعدہ' },
    ],
  } as const;

  test('that comes back unchanged changes nothing', () => {
    const row = rowOf(copy, 'pl');
    expect(row).toMatchObject({ document: 'a', approved: 'obietnica', forbidden: '' });
    expect(judgeTable([row], [copy], 'pl')).toEqual({ changes: [], unchanged: 1, refused: [] });
  });

  test('says what becomes of what', () => {
    const row = { document: 'a', approved: 'obietnica | przyrzeczenie', forbidden: ' ślubowanie ' };
    expect(judgeTable([row], [copy], 'pl').changes).toEqual([
      {
        ...{ document: 'a', revision: 3, term: 'pledge' },
        was: { approved: ['obietnica'], forbidden: [] },
        becomes: { approved: ['obietnica', 'przyrzeczenie'], forbidden: ['ślubowanie'] },
      },
    ]);
  });

  test.each([
    ['unknown-term', [{ document: 'b', approved: '', forbidden: '' }]],
    ['approved-and-forbidden', [{ document: 'a', approved: 'x', forbidden: 'x' }]],
    ['hidden-character', [{ document: 'a', approved: 'x\u202e', forbidden: '' }]],
    ['too-long', [{ document: 'a', approved: 'x'.repeat(501), forbidden: '' }]],
  ])('%s: the row is refused', (why, rows) => {
    expect(judgeTable(rows, [copy], 'pl')).toEqual({
      changes: [],
      unchanged: 0,
      refused: [{ row: 1, why }],
    });
  });

  test('a term that stands in it twice is refused the second time', () => {
    const row = { document: 'a', approved: 'x', forbidden: '' };
    expect(judgeTable([row, row], [copy], 'pl').refused).toEqual([{ row: 2, why: 'repeated-row' }]);
  });
});

import { numberings, strategyParts } from '@charterpress/shared/domain/shapes/strategy.ts';
import { type InSections, numbered } from '@charterpress/shared/domain/strategy/numbering.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { section, strategy } from '../../support/a-strategy.ts';

const written = strategy([
  section('vision', 'Vision', ['One.', ['early', 'Two.']]),
  section('drivers', 'Drivers', ['Three.']),
  section('sources', 'Sources', ['Four.', 'Five.'], 'appendix'),
  section('next', 'Next steps', ['Six.']),
  section('people', 'People', ['Seven.'], 'appendix'),
]);

describe('the sections and paragraphs of a strategy', () => {
  it.each([
    ['section-and-paragraph', '1:1.1,1.2 2:2.1 A:A.1,A.2 3:3.1 B:B.1'],
    ['section-and-letter', '1:1(a),1(b) 2:2(a) A:A(a),A(b) 3:3(a) B:B(a)'],
    ['paragraphs-throughout', '-:1,2 -:3 A:4,5 -:6 B:7'],
    ['none', '-:-,- -:- -:-,- -:- -:-'],
  ] as const)('are numbered as %s, appendices by themselves', (numbering, expected) => {
    expect(numbersOf({ ...written, numbering })).toBe(expected);
  });

  it('go on behind Z with AA, and behind z with aa', () => {
    const many = Array.from({ length: 28 }, (_, at) =>
      section(`s${at}`, 'Annex', Array(28).fill('A sentence.'), 'appendix'),
    );
    const all = numbered(strategy(many, { numbering: 'section-and-letter' }));
    expect(all[25]?.number).toBe('Z');
    expect(all[27]?.number).toBe('AB');
    expect(all[27]?.paragraphs[27]?.number).toBe('AB(ab)');
  });

  it('stand where their names say, and a paragraph without one where its row says', () => {
    const [vision] = numbered(written);
    expect(vision?.anchor).toBe('section/vision');
    expect(vision?.paragraphs.map(({ anchor, formerAnchor }) => [anchor, formerAnchor])).toEqual([
      ['section/vision/vision-1', null],
      ['section/vision/early', 'section/vision/vision-2'],
    ]);
  });

  it('are none where nothing is written', () => {
    expect(numbered(strategy([]))).toEqual([]);
    expect(numbersOf(strategy([section('empty', 'Nothing yet', [])]))).toBe('1:');
  });

  it('are numbered at once, however many there are', () => {
    const paragraphs = Array.from({ length: 500 }, (_, at) => `Sentence ${at}.`);
    const many = Array.from({ length: 200 }, (_, at) => section(`s${at}`, 'Many', paragraphs));
    const all = numbered(strategy(many));
    expect(all.at(-1)?.paragraphs.at(-1)?.number).toBe('200.500');
  });
});

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

const anySections = fc
  .uniqueArray(
    fc.record({
      slug: fc.stringMatching(/^[a-z][a-z0-9]{0,7}$/),
      part: fc.constantFrom(...strategyParts),
      paragraphs: fc.array(fc.constant('Words.'), { maxLength: 40 }),
    }),
    { maxLength: 40, selector: ({ slug }) => slug },
  )
  .map((all) => all.map(({ paragraphs, part, slug }) => section(slug, slug, paragraphs, part)));

describe(`whatever a strategy holds (seed ${seed})`, () => {
  it('no number and no address stands twice', () => {
    fc.assert(
      fc.property(anySections, fc.constantFrom(...numberings), (sections, numbering) => {
        const all = numbered(strategy(sections, { numbering }));
        const numbers = all.flatMap((each) => [
          ...[each.number].map((number) => number && `section ${number}`),
          ...each.paragraphs.map(({ number }) => number),
        ]);
        const anchors = all.flatMap((each) => [each, ...each.paragraphs].map((one) => one.anchor));
        const known = numbers.filter((number) => number !== null);
        expect(known).toEqual([...new Set(known)]);
        expect(anchors).toEqual([...new Set(anchors)]);
      }),
      { seed },
    );
  });

  it('numbers follow the order of the sections, and addresses do not', () => {
    fc.assert(
      fc.property(anySections, fc.constantFrom(...numberings), (sections, numbering) => {
        const there = numbered(strategy(sections, { numbering }));
        const turned = numbered(strategy(sections.toReversed(), { numbering }));
        expect(turned.map(({ number }) => number).filter(isPlain)).toEqual(
          there.map(({ number }) => number).filter(isPlain),
        );
        const anchors = (all: typeof there) =>
          new Map(
            all.map(({ anchor, paragraphs, section }) => [
              section.slug,
              [anchor, paragraphs.map((one) => one.anchor)],
            ]),
          );
        expect(anchors(turned)).toEqual(anchors(there));
      }),
      { seed },
    );
  });
});

const isPlain = (number: string | null) => number !== null && /^\d/.test(number);

function numbersOf(of: InSections): string {
  return numbered(of)
    .map(({ number, paragraphs }) => {
      const within = paragraphs.map((each) => each.number ?? '-').join(',');
      return `${number ?? '-'}:${within}`;
    })
    .join(' ');
}

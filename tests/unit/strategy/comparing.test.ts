import { compareStrategies } from '@charterpress/shared/domain/strategy/comparing.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Strategy, section, strategy } from '../../support/a-strategy.ts';

const draft = strategy([
  section('vision', 'Vision', ['Parents get help early.', 'Help is free.']),
  section('drivers', 'Drivers', ['Families asked for this.']),
  section('costs', 'Costs', ['It costs nothing.']),
]);

describe('a draft and the final strategy', () => {
  it('are compared section by section, by the names of the sections', () => {
    const final = strategy([
      section('drivers', 'Drivers', ['Families asked for this.']),
      section('vision', 'Our vision', ['Parents get help very early.', 'Help is free.']),
      section('next', 'Next steps', ['We report in May.']),
    ]);
    expect(compared(draft, final).map(({ is, isMoved, number }) => [is, isMoved, number])).toEqual([
      ['same', false, '1'],
      ['removed', false, '3'],
      ['changed', true, '2'],
      ['added', false, '3'],
    ]);
  });

  it('are compared word by word', () => {
    const final = strategy([section('drivers', 'Drivers', ['Parents asked for this.'])]);
    const [, line] =
      compared(draft, final).find(({ anchor }) => anchor.endsWith('drivers'))?.lines ?? [];
    expect(line?.pieces).toEqual([
      { is: 'removed', words: 'Families' },
      { is: 'added', words: 'Parents' },
      { is: 'same', words: ' asked for this.' },
    ]);
  });

  it('say references as readers read them', () => {
    const refers = (slug: string) => section('last', 'Last', [`See {section/${slug}}.`]);
    const before = strategy([...draft.sections, refers('costs')]);
    const after = strategy([...draft.sections.slice(1), refers('costs')]);
    const [, line] = compared(before, after).at(-1)?.lines ?? [];
    expect(line?.pieces.map(({ words }) => words)).toEqual(['See section ', '3', '2', '.']);
  });
});

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const anyStrategy = fc
  .uniqueArray(
    fc.tuple(
      fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      fc.array(fc.lorem({ maxCount: 6 }), { maxLength: 4 }),
    ),
    { maxLength: 5, selector: ([slug]) => slug },
  )
  .map((all) => strategy(all.map(([slug, words]) => section(slug, slug, words))));

describe(`whatever two strategies hold (seed ${seed})`, () => {
  it('what stayed and came is the final, and what stayed and went is the draft', () => {
    fc.assert(
      fc.property(anyStrategy, anyStrategy, (before, after) => {
        const changes = compared(before, after);
        const wordsWithout = (left: 'added' | 'removed') =>
          changes
            .flatMap(({ lines }) => lines)
            .flatMap(({ pieces }) => pieces)
            .filter(({ is }) => is !== left)
            .map(({ words }) => words)
            .join('')
            .split('')
            .sort()
            .join('');
        expect(wordsWithout('removed')).toBe(lettersOf(after));
        expect(wordsWithout('added')).toBe(lettersOf(before));
      }),
      { seed },
    );
  });

  it('a strategy is the same as itself', () => {
    fc.assert(
      fc.property(anyStrategy, (one) => {
        expect(compared(one, one).filter(({ is, isMoved }) => is !== 'same' || isMoved)).toEqual(
          [],
        );
      }),
      { seed },
    );
  });
});

function lettersOf({ sections }: Strategy): string {
  return sections
    .flatMap(({ paragraphs, title }) => [title, ...paragraphs.map(({ body }) => bodyOf(body))])
    .join('')
    .split('')
    .sort()
    .join('');
}

function bodyOf(body: Strategy['sections'][number]['paragraphs'][number]['body']): string {
  const [block] = body;
  const [first] = block?.type === 'paragraph' ? block.children : [];
  return first?.type === 'text' ? first.text : '';
}

function compared(before: Strategy, after: Strategy) {
  return compareStrategies({
    ...{ before, after, language: 'en' },
    said: { cited: ({ is, words }) => `${is} ${words}`, fact: () => 'a fact' },
  });
}

import type { ContentOfKind } from '@charterpress/shared/domain/kinds.ts';
import type { Block, Prose } from '@charterpress/shared/domain/prose.ts';
import { withPieces } from '@charterpress/shared/domain/translation/pieces.ts';
import {
  type Pair,
  pairProse,
  sideBySide,
} from '@charterpress/shared/domain/translation/side-by-side.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyContent, anyProse } from '../../support/any-content.ts';
import { guide, paragraph, prose, text } from '../../support/parent-site.ts';

const SEED = 20_261_122;
/** Stands in no text that is made. */
const MARK = '¶';

const heading = (words: string): Block => ({ type: 'heading', level: 2, children: [text(words)] });
const list = (...items: string[]): Block => ({
  type: 'list',
  style: 'bullet',
  items: items.map((item) => ({ children: [text(item)], lists: [] })),
});

function wordsOf(pairs: readonly Pair[]): readonly (readonly [number, number])[] {
  return pairs.map(({ english, own }) => [own.length, english.length]);
}

describe('a translation beside its English', () => {
  it('has each paragraph beside the one it was made from', () => {
    const own = [heading('Co to jest'), ...prose('Miejsce do zabawy.'), list('a', 'b')];
    const english = [heading('What it is'), ...prose('A place to play.'), list('one', 'two')];
    expect(pairProse(own, english)).toEqual(
      own.map((block, at) => ({ own: [block], english: [english[at]] })),
    );
  });

  it('has a whole section beside a section that is built otherwise, and goes on paragraph by paragraph', () => {
    const own = [...prose('Wstęp.'), heading('A'), ...prose('1'), ...prose('2'), heading('B')];
    const english = [...prose('Before.'), heading('A'), ...prose('Both.'), heading('B')];
    expect(wordsOf(pairProse(own, english))).toEqual([
      [1, 1],
      [3, 2],
      [1, 1],
    ]);
  });

  it('has all of a text beside all of one with another outline', () => {
    const own = [heading('A'), ...prose('1')];
    const english = [...prose('One.'), heading('A'), heading('B')];
    expect(pairProse(own, english)).toEqual([{ own, english }]);
  });

  it('pairs the parts of a guide by their rows, however they are ordered', () => {
    const own = guide('Ośrodki', [
      ['cost', 'Koszt', prose('Zadzwoń.')],
      ['what', 'Co', prose('Zabawa.')],
    ]);
    const english = guide('Centres', [
      ['what', 'What', prose('Play.')],
      ['cost', 'Cost', prose('Ring.')],
    ]);
    const [cost] = sideBySide('guides', own, english).filter(({ row }) => row === 'row-cost');
    expect(cost?.pairs).toEqual([
      { own: [paragraph(text('Koszt'))], english: [paragraph(text('Cost'))] },
      { own: prose('Zadzwoń.'), english: prose('Ring.') },
    ]);
  });

  it('loses no block and changes no order, whatever is put beside what', () => {
    fc.assert(
      fc.property(anyProse, anyProse, (own, english) => {
        const pairs = pairProse(own, english);
        expect(pairs.flatMap((pair) => pair.own)).toEqual(own);
        expect(pairs.flatMap((pair) => pair.english)).toEqual(english);
      }),
      { seed: SEED },
    );
  });

  it('stands block by block beside any English that it was composed from', () => {
    fc.assert(
      fc.property(anyContent('guides'), (english) => {
        const pairs = sideBySide('guides', translated(english), english).flatMap((of) => of.pairs);
        expect(pairs.map(({ own }) => unmarked(own))).toEqual(pairs.map((pair) => pair.english));
        expect(pairs.filter((pair) => pair.own.length !== 1)).toEqual([]);
      }),
      { seed: SEED },
    );
  });
});

type Guide = ContentOfKind<'guides'>;

/** As composing makes a translation: every piece of words has another in its place. */
function translated(english: Guide): Guide {
  return withPieces('guides', english, {
    words: (words) => words.replace(/\S/, `${MARK}$&`),
    inlines: (children) => [text(MARK), ...children],
  });
}

function unmarked(blocks: Prose): unknown {
  const marks = JSON.stringify(text(MARK));
  return JSON.parse(JSON.stringify(blocks).replaceAll(`${marks},`, '').replaceAll(MARK, ''));
}

import type { ContentOfKind } from '@charterpress/shared/domain/kinds.ts';
import type { Block, Inline } from '@charterpress/shared/domain/prose.ts';
import { alignKeys, type Cut } from '@charterpress/shared/domain/translation/keys.ts';
import { segmentsOf } from '@charterpress/shared/domain/translation/segments.ts';
import { describe, expect, test } from 'vitest';

const pilot = 'Family liaison officers work in forty schools of the pilot.';
const free = 'The service is free for every family in the district.';
const shy = 'Nobody will think less of you if you ask for help.';
const half = 'Ring us on any school day. We ring back if you have no credit left.';

const said = (text: string): Inline => ({ type: 'text', text, marks: [] });
const paragraph = (text: string): Block => ({ type: 'paragraph', children: [said(text)] });
const table = (...cells: string[]): Block => ({
  ...{ type: 'table', headerRow: false, headerColumn: false },
  rows: [{ cells: cells.map((text) => ({ children: [said(text)] })) }],
});

/** A guide with one part for each list of blocks. */
function guide(...parts: readonly (readonly Block[])[]): ContentOfKind<'guides'> {
  return {
    ...{ title: 'Officers', summary: 'Who they are', audience: 'parents', sensitive: false },
    ...{ image: null, principles: [] },
    parts: parts.map((body, at) => ({
      ...{ id: `part-${at}`, slug: `part-${at}`, title: `Part ${at}`, attachments: [], body },
    })),
  };
}

/** The editions one after the other, each with the key of every text in rich text. */
function keysOver(...contents: readonly ContentOfKind<'guides'>[]) {
  return contents.reduce<{ cuts: readonly Cut<'guides'>[]; keys: readonly ByText[] }>(
    ({ cuts, keys }, content) => {
      const cut = { content, keys: alignKeys('guides', content, cuts) };
      return { cuts: [cut, ...cuts], keys: [...keys, byText(cut)] };
    },
    { cuts: [], keys: [] },
  ).keys;
}

type ByText = Readonly<Record<string, string>>;

function byText({ content, keys }: Cut<'guides'>): ByText {
  const inProse = segmentsOf('guides', content, keys).filter(({ path }) => path.endsWith('body'));
  return Object.fromEntries(inProse.map(({ key, text }) => [text, key]));
}

describe('a paragraph keeps its key', () => {
  test('when another is put in front of it', () => {
    const [before, after] = keysOver(
      guide([paragraph(pilot)]),
      guide([paragraph(free), paragraph(pilot)]),
    );
    expect(after?.[pilot]).toBe(before?.[pilot]);
    expect(after?.[free]).not.toBe(before?.[pilot]);
  });

  test('when it moves to another part', () => {
    const first = guide([paragraph(pilot), paragraph(free)], [paragraph(shy)]);
    const [before, after] = keysOver(
      first,
      guide([paragraph(free)], [paragraph(shy), paragraph(pilot)]),
    );
    expect(after).toEqual(before);
  });

  test('when a word in it changes and it moves', () => {
    const now = pilot.replace('forty', 'sixty');
    const first = guide([paragraph(pilot), paragraph(free)], [paragraph(shy)]);
    const [before, after] = keysOver(
      first,
      guide([paragraph(free)], [paragraph(shy), paragraph(now)]),
    );
    expect(after?.[now]).toBe(before?.[pilot]);
  });

  test('when it becomes an item of a list, bold and all', () => {
    const bold: Block = {
      ...{ type: 'list', style: 'bullet' },
      items: [{ children: [{ type: 'text', text: pilot, marks: ['bold'] }], lists: [] }],
    };
    const [before, after] = keysOver(guide([paragraph(pilot)]), guide([bold]));
    expect(after?.[`<1>${pilot}</1>`]).toBe(before?.[pilot]);
  });

  test('when it comes back after an edition without it', () => {
    const whole = guide([paragraph(pilot), paragraph(free)]);
    const reworded = guide([paragraph(pilot), paragraph(free.replace('every', 'any'))]);
    const [, before, , after] = keysOver(whole, reworded, guide([paragraph(pilot)]), reworded);
    expect(after).toEqual(before);
  });

  test('when it moves and holds no words that could be compared', () => {
    const [, before, after] = keysOver(
      guide([table('Lunch', '—')]),
      guide([table('Lunch', '*')]),
      guide([table('*', 'Lunch')]),
    );
    expect(after).toEqual(before);
  });

  test('in a cell of a table, whatever its number becomes', () => {
    const [before, after] = keysOver(
      guide([table('Breakfast', '£1', 'Lunch', '£2')]),
      guide([table('Breakfast', '£3', 'Lunch', '£2')]),
    );
    expect(after?.['£3']).toBe(before?.['£1']);
  });
});

describe('a paragraph has a key of its own', () => {
  test('when it takes the place of another that it is not like', () => {
    const [before, after] = keysOver(guide([paragraph(pilot)]), guide([paragraph(shy)]));
    expect(after?.[shy]).not.toBe(before?.[pilot]);
  });

  test('when one of two halves keeps that of the whole', () => {
    const [first = '', second = ''] = half.split(/(?<=\.) /);
    const [before, after] = keysOver(
      guide([paragraph(half)]),
      guide([paragraph(first), paragraph(second)]),
    );
    expect([after?.[first], after?.[second]].filter((key) => key === before?.[half])).toHaveLength(
      1,
    );
  });

  test('when it stands twice', () => {
    const content = guide([paragraph(pilot), paragraph(pilot)]);
    const keys = alignKeys('guides', content, []);
    expect(new Set(keys['parts.part-0.body']).size).toBe(2);
  });
});

test('an edition from before keys were kept is always cut alike', () => {
  const content = guide([paragraph(pilot), paragraph(free)], [paragraph(pilot)]);
  expect(alignKeys('guides', content, [])).toEqual(
    alignKeys('guides', structuredClone(content), []),
  );
});

test('an edition is not cut with the keys of another', () => {
  const keys = alignKeys('guides', guide([paragraph(pilot)]), []);
  expect(() => segmentsOf('guides', guide([paragraph(pilot), paragraph(free)]), keys)).toThrow(
    'Use the keys that were aligned for this very edition',
  );
});

import { lexicalFromMarkdown } from '@charterpress/cms/src/seeding/markdown.ts';
import { proseFromLexical } from '@charterpress/shared/domain/lexical.ts';
import { referencesIn } from '@charterpress/shared/domain/prose.ts';
import { describe, expect, test } from 'vitest';
import { cell, table, text, tree } from '../support/texts.ts';

const read = (...nodes: unknown[]) => proseFromLexical(tree(nodes), 'body');
const header = (words: string) => cell([text(words)], { headerState: 1 });
const data = (words: string) => cell([text(words)]);
const words = (said: string) => ({ children: [{ type: 'text', text: said, marks: [] }] });

describe('a table', () => {
  test('is known by its rows and by what heads it', () => {
    const drawn = table([header('Tier'), header('Help')], [header('1'), data('Schools')]);
    expect(read(drawn)).toEqual({
      problems: [],
      prose: [
        {
          ...{ type: 'table', headerRow: true, headerColumn: true },
          rows: [
            { cells: [words('Tier'), words('Help')] },
            { cells: [words('1'), words('Schools')] },
          ],
        },
      ],
    });
  });

  test.each([
    [
      'a first row',
      [
        [header('A'), header('B')],
        [data('1'), data('2')],
      ],
      true,
      false,
    ],
    ['a first row of one', [[header('A')], [data('1')]], true, false],
    [
      'a first column',
      [
        [header('A'), data('1')],
        [header('B'), data('2')],
      ],
      false,
      true,
    ],
    [
      'a first row beside an empty corner',
      [
        [data(''), header('B')],
        [data('1'), data('2')],
      ],
      true,
      false,
    ],
    [
      'nothing',
      [
        [data('A'), data('B')],
        [data('1'), data('2')],
      ],
      false,
      false,
    ],
  ])('can be headed by %s', (_name, rows, headerRow, headerColumn) => {
    expect(read(table(...rows)).prose).toMatchObject([{ headerRow, headerColumn }]);
  });

  test('keeps the paragraphs of a cell as lines of it, and an empty cell as empty', () => {
    const two = { type: 'tablecell', children: [paragraph('one'), paragraph('two')] };
    expect(read(table([two, data('')])).prose).toMatchObject([
      {
        rows: [
          {
            cells: [
              { children: [{ text: 'one' }, { type: 'break' }, { text: 'two' }] },
              { children: [] },
            ],
          },
        ],
      },
    ]);
  });

  test('tells whom its cells refer to', () => {
    const fact = { type: 'inlineBlock', fields: { blockType: 'fact', fact: '17' } };
    expect(referencesIn(read(table([header('Ring'), cell([fact])])).prose)).toEqual([
      { kind: 'facts', document: '17' },
    ]);
  });
});

describe('a table that cannot be read out', () => {
  test.each([
    ['table-joined-cells', [[cell([text('A')], { colSpan: 2 })], [data('1'), data('2')]]],
    ['table-uneven-rows', [[header('A'), header('B')], [data('1')]]],
    [
      'table-header-inside',
      [
        [data('A'), data('B')],
        [data('1'), header('2')],
      ],
    ],
    [
      'table-header-inside',
      [
        [data('A'), header('B'), data('C')],
        [data('1'), data('2'), data('3')],
      ],
    ],
  ])('is named for its form: %s', (form, rows) => {
    expect(read(table(...rows))).toEqual({
      prose: [],
      problems: [{ field: 'body', problem: form }],
    });
  });

  test.each(['list', 'table', 'block', 'heading'])('holds no %s', (type) => {
    const cells = [header('A'), { type: 'tablecell', children: [{ type, children: [] }] }];
    expect(read(table(cells)).problems).toEqual([
      { field: 'body', problem: 'unknown-node', node: `${type} in a table` },
    ]);
  });
});

describe('a table in Markdown', () => {
  const where = { where: 'guides/tiers', resolve: (_kind: string, slug: string) => slug };

  test('is kept as the editor keeps one, with links, marks and facts in its cells', () => {
    const markdown = [
      '| Tier | Who helps |',
      '| --- | --- |',
      '| **1** | [Centres](guides/centres), {facts/line} |',
    ].join('\n');
    const state = lexicalFromMarkdown(`Before.\n\n${markdown}\n\nAfter.`, where);
    expect(proseFromLexical(state, 'body')).toMatchObject({
      problems: [],
      prose: [
        { type: 'paragraph' },
        {
          ...{ type: 'table', headerRow: true, headerColumn: true },
          rows: [
            { cells: [{ children: [{ text: 'Tier' }] }, { children: [{ text: 'Who helps' }] }] },
            {
              cells: [
                { children: [{ text: '1' }] },
                { children: [{ type: 'link' }, { text: ', ' }, { type: 'fact' }] },
              ],
            },
          ],
        },
        { type: 'paragraph' },
      ],
    });
  });

  test('has a first column of data where nothing in it is bold', () => {
    const state = lexicalFromMarkdown('| A | B |\n| - | - |\n| 1 | 2 |', where);
    expect(proseFromLexical(state, 'body').prose).toMatchObject([
      { headerRow: true, headerColumn: false },
    ]);
  });
});

function paragraph(said: string) {
  return { type: 'paragraph', children: [text(said)] };
}

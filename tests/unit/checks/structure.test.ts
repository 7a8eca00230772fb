import { describe, expect, test } from 'vitest';
import { heading, inText, linked, paragraphOf, said, tableOf } from '../../support/checked.ts';

const skips = (...levels: (2 | 3 | 4)[]) =>
  inText(levels.map((level) => heading(level, `Level ${level}`))).map((found) =>
    'level' in found && 'deepest' in found ? [found.level, found.deepest] : found,
  );
const problemsOf = (...blocks: Parameters<typeof inText>[0]) =>
  inText(blocks).map(({ problem }) => problem);

describe('headings', () => {
  test.each([[[2, 3, 4]], [[2, 2, 3, 2]], [[2, 3, 4, 2, 3]], [[]]])(
    'in order are as they should be: %j',
    (levels) => {
      expect(skips(...(levels as []))).toEqual([]);
    },
  );

  test.each([
    [[3], [[3, 2]]],
    [[2, 4], [[4, 3]]],
    [
      [4, 2, 4],
      [
        [4, 2],
        [4, 3],
      ],
    ],
  ])('that leave out a level are named: %j', (levels, skipped) => {
    expect(skips(...(levels as [3]))).toEqual(skipped);
  });

  test('are named by their words, at their field', () => {
    expect(inText([heading(2, 'Cost'), heading(4, 'Free places')])).toEqual([
      {
        ...{ field: 'body', problem: 'heading-skipped' },
        ...{ words: 'Free places', level: 4, deepest: 3 },
      },
    ]);
  });

  test('count within a callout as well', () => {
    const callout = {
      type: 'callout' as const,
      tone: 'warning' as const,
      children: [heading(3, 'Danger')],
    };
    expect(problemsOf(callout)).toEqual(['heading-skipped']);
    expect(problemsOf(heading(2, 'Safety'), callout)).toEqual([]);
  });
});

describe('a table', () => {
  test.each([
    [{ headerRow: true }, ['Tier', 'Help'], []],
    [{ headerColumn: true }, ['Tier', 'Help'], []],
    [{ headerRow: true, headerColumn: true }, ['', 'Help'], []],
    [{}, ['Tier', 'Help'], ['table-without-headers']],
    [{ headerRow: true }, ['Tier', ''], ['table-header-empty']],
  ])('headed by %j, beginning with %j: %j', (headers, first, expected) => {
    expect(problemsOf(tableOf(headers, first, ['1', 'Schools']))).toEqual(expected);
  });

  test('may have empty cells where they head nothing', () => {
    expect(problemsOf(tableOf({ headerRow: true }, ['Tier', 'Help'], ['1', '']))).toEqual([]);
  });
});

describe('the words of a link', () => {
  const linkProblems = (text: string, language = 'en') =>
    inText([paragraphOf(said('Look: '), linked(text))], { language }).map(({ problem }) => problem);

  test.each([
    ...[
      'click here',
      'Click here',
      'here',
      'Here.',
      'more',
      'Read more ...',
      'this page',
      'Find out more',
    ],
    ...[
      'Click here to apply',
      'please click on this',
      'https://example.org/form',
      'www.example.org',
    ],
    ...['example.org/apply', 'Download', 'More information'],
  ])('say nothing: %s', (text) => {
    expect(linkProblems(text)).toEqual(['link-words']);
  });

  test.each([
    ...[
      'Apply for a free school meal',
      'here and now: a group for parents',
      'more about childcare',
    ],
    ...['Download the form (PDF)', 'help@example.org', 'The Hereford centre', 'Click and collect'],
    ...['information for new parents', 'Moreton children’s centre'],
  ])('say where it leads: %s', (text) => {
    expect(linkProblems(text)).toEqual([]);
  });

  test('are known to be empty in English alone, but for an address, which says nothing in any language', () => {
    expect(linkProblems('more', 'pl')).toEqual([]);
    expect(linkProblems('more', 'en-x-easyread')).toEqual(['link-words']);
    expect(linkProblems('https://example.org/form', 'ur')).toEqual(['link-words']);
  });

  test('count in a cell and in a list within a list', () => {
    const table = {
      ...tableOf({ headerRow: true }, ['Form']),
      rows: [{ cells: [{ children: [linked('here')] }] }],
    };
    const inner = {
      type: 'list' as const,
      style: 'bullet' as const,
      items: [{ children: [linked('more')], lists: [] }],
    };
    const list = { ...inner, items: [{ children: [said('Forms')], lists: [inner] }] };
    expect(problemsOf(table, list)).toEqual(['link-words', 'link-words']);
  });
});

/** An edition that is edited again is the edition that it was. */
import { compose } from '@charterpress/shared/domain/compose.ts';
import { proseFromLexical } from '@charterpress/shared/domain/lexical.ts';
import { lexicalFromProse } from '@charterpress/shared/domain/lexical-from-prose.ts';
import type { Block, Inline, List, Prose, Table } from '@charterpress/shared/domain/prose.ts';
import { workingCopyOf } from '@charterpress/shared/domain/working-copy.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

let ids = 0;
function newId(): string {
  ids += 1;
  return String(ids).padStart(24, '0');
}

const words = fc
  .string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'aé ż”ੳب.') })
  .map((text) => text.normalize('NFC'))
  .filter((text) => text.trim() !== '');
const marked = fc.record({
  type: fc.constant('text' as const),
  text: words,
  marks: fc.subarray(['bold', 'italic'] as const),
});
const pointed = fc.integer({ min: 1, max: 99 }).map((id) => String(id).padStart(24, 'a'));
const fact = fc.record({
  type: fc.constant('fact' as const),
  fact: fc.record({ kind: fc.constant('facts'), document: pointed }),
});
const target = fc.oneof(
  fc.record({
    url: fc.constantFrom('https://example.org/a?b=c', 'tel:999', 'mailto:a@example.org'),
  }),
  fc.record({
    document: fc.record({ kind: fc.constantFrom('guides', 'pledges'), document: pointed }),
  }),
);
const link = fc.record({
  type: fc.constant('link' as const),
  to: target,
  children: fc
    .tuple(marked, fc.array(fc.oneof(marked, fact), { maxLength: 2 }))
    .map(([first, more]) => [first, ...more]),
});
const lineEnd = fc.constant({ type: 'break' } as const);
/** Words stand in it: what is blank falls away in an edition. */
const line: fc.Arbitrary<readonly Inline[]> = fc
  .tuple(fc.array(fc.oneof(marked, fact, lineEnd), { maxLength: 2 }), fc.oneof(marked, link))
  .map(([before, last]) => [...before, last]);

/** With lists within its lists, so many deep. */
function lists(deep: number): fc.Arbitrary<List> {
  const inside = deep === 1 ? fc.constant([]) : fc.array(lists(deep - 1), { maxLength: 2 });
  return fc.record({
    type: fc.constant('list' as const),
    style: fc.constantFrom('bullet', 'number'),
    items: fc.array(fc.record({ children: line, lists: inside }), { minLength: 1, maxLength: 3 }),
  });
}

const table: fc.Arbitrary<Table> = fc
  .record({
    across: fc.integer({ min: 1, max: 3 }),
    down: fc.integer({ min: 1, max: 3 }),
    row: fc.boolean(),
    column: fc.boolean(),
  })
  .chain(({ across, column, down, row }) =>
    fc.record({
      type: fc.constant('table' as const),
      headerRow: fc.constant(row),
      // The only cell of a table heads both or nothing.
      headerColumn: fc.constant(across === 1 && down === 1 ? row : column),
      rows: fc.array(
        fc.record({
          cells: fc.array(fc.record({ children: fc.oneof(line, fc.constant([])) }), {
            minLength: across,
            maxLength: across,
          }),
        }),
        { minLength: down, maxLength: down },
      ),
    }),
  );

const plain: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant('paragraph' as const), children: line }),
  lists(3),
);
const prose: fc.Arbitrary<Prose> = fc.array(
  fc.oneof(
    plain,
    table,
    fc.record({
      type: fc.constant('heading' as const),
      level: fc.constantFrom(2, 3, 4),
      children: line,
    }),
    fc.record({
      type: fc.constant('callout' as const),
      tone: fc.constantFrom('information', 'important', 'warning'),
      children: fc.array(plain, { minLength: 1, maxLength: 2 }),
    }),
  ),
  { minLength: 1, maxLength: 4 },
);

describe('rich text of an edition', () => {
  test('is itself again after it was the editor’s, whatever is in it', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const read = proseFromLexical(lexicalFromProse(text, newId), 'body');
        expect(read).toEqual({ prose: text, problems: [] });
      }),
      { numRuns: 300, seed: 1911 },
    );
  });

  test('has an id of its own for each link, callout and fact', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const found = [
          ...JSON.stringify(lexicalFromProse(text, newId)).matchAll(/"id":"(\d{24})"/g),
        ];
        expect(new Set(found.map(([, id]) => id)).size).toBe(found.length);
      }),
      { numRuns: 100, seed: 1911 },
    );
  });
});

describe('the content of an edition', () => {
  test('is itself again after it was a working copy, rows and references by their ids', () => {
    const paragraph = [
      { type: 'paragraph', children: [{ type: 'text', text: 'Come in.', marks: [] }] },
    ] as const;
    const media = { kind: 'media', document: 'a'.repeat(24) };
    const content = {
      title: 'Children’s centres',
      summary: 'Where to go.',
      audience: 'parents',
      sensitive: true,
      image: media,
      parts: [
        {
          id: 'b'.repeat(24),
          slug: 'first',
          title: 'First',
          body: paragraph,
          attachments: [media],
        },
      ],
      principles: [{ kind: 'principles', document: 'c'.repeat(24) }],
    } as const;
    const slug = 'children-centres';
    const copy = workingCopyOf('guides', { content, slug }, newId);
    expect(copy).toMatchObject({ slug, parts: [{ id: 'b'.repeat(24) }] });
    expect(compose('guides', copy)).toEqual({ ok: true, value: content });
  });

  test('keeps its days and moments, and what was left empty', () => {
    const fact = {
      ...{
        type: 'price' as const,
        label: 'A place',
        telephone: null,
        email: null,
        web: null,
        value: '£3',
      },
      ...{ confirmedBy: null, confirmedOn: '2027-02-28', expires: null },
    } as const;
    const copy = workingCopyOf('facts', { content: fact, slug: 'a-place' }, newId);
    expect(compose('facts', copy)).toEqual({ ok: true, value: fact });
  });
});

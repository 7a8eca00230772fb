/** Content of editions as composing may make it, of every kind and form, for property tests. */
import { type ContentOfKind, type Kind, kinds } from '@charterpress/shared/domain/kinds.ts';
import type { Block, Inline, List, Prose } from '@charterpress/shared/domain/prose.ts';
import type { Field, Shape } from '@charterpress/shared/domain/shape.ts';
import fc from 'fast-check';

/** What breaks careless code: codes that are words, accents that stick to what is before, space and direction marks. */
const awkward = fc.constantFrom(
  '<1>',
  '</1>',
  '<2/>',
  '<',
  '<<',
  '5 < 6 & 7 > 6',
  '\u0338',
  '\u0301e',
  ' ',
  '  two spaces  ',
  '\u00a0',
  '\u200f(01632 960 123)\u200e',
  '\u2068isolated\u2069',
  'خاندان کی مدد',
  'ਪਰਿਵਾਰ',
  '👩‍👧',
  '{{name}}',
  'a\tb',
);
const words = fc
  .oneof(fc.lorem({ maxCount: 8 }), fc.string({ unit: 'grapheme', maxLength: 20 }), awkward)
  .map((text) => text.normalize('NFC'));

const reference = (kind: string) =>
  fc.record({ kind: fc.constant(kind), document: fc.constantFrom('1', '2', '3') });
const text = fc.record({
  type: fc.constant('text' as const),
  text: words,
  marks: fc.constantFrom([], [], [], ['bold'], ['italic'], ['bold', 'italic'], ['italic', 'bold']),
}) as fc.Arbitrary<Inline>;
const alone = fc.oneof(
  fc.constant({ type: 'break' as const }),
  fc.record({ type: fc.constant('fact' as const), fact: reference('facts') }),
) as fc.Arbitrary<Inline>;
const link = fc.record({
  type: fc.constant('link' as const),
  to: fc.oneof(
    fc.record({ document: reference('guides') }),
    fc.record({ url: fc.constantFrom('https://example.org/?a=1&b=<2>', 'tel:01632960123') }),
  ),
  children: fc.array(fc.oneof({ weight: 3, arbitrary: text }, alone), { maxLength: 3 }),
}) as fc.Arbitrary<Inline>;

export const anyLine: fc.Arbitrary<readonly Inline[]> = fc.array(
  fc.oneof({ weight: 4, arbitrary: text }, link, alone),
  { maxLength: 5 },
);

const flat = fc.constant([]) as fc.Arbitrary<readonly List[]>;
const list = (lists: fc.Arbitrary<readonly List[]>): fc.Arbitrary<List> =>
  fc.record({
    type: fc.constant('list' as const),
    style: fc.constantFrom('bullet' as const, 'number' as const),
    items: fc.array(fc.record({ children: anyLine, lists }), { minLength: 1, maxLength: 3 }),
  });
const nested = list(fc.array(list(fc.array(list(flat), { maxLength: 1 })), { maxLength: 2 }));

const row = (cells: number) =>
  fc.record({
    cells: fc.array(fc.record({ children: anyLine }), { minLength: cells, maxLength: cells }),
  });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant('paragraph' as const), children: anyLine }),
  fc.record({
    type: fc.constant('heading' as const),
    level: fc.constantFrom(2 as const, 3 as const, 4 as const),
    children: anyLine,
  }),
  nested,
  fc.record({
    type: fc.constant('table' as const),
    headerRow: fc.boolean(),
    headerColumn: fc.boolean(),
    rows: fc.nat({ max: 3 }).chain((cells) => fc.array(row(cells), { maxLength: 3 })),
  }),
);
const callout = (children: fc.Arbitrary<Block>): fc.Arbitrary<Block> =>
  fc.record({
    type: fc.constant('callout' as const),
    tone: fc.constantFrom('information' as const, 'important' as const, 'warning' as const),
    children: fc.array(children, { maxLength: 3 }),
  });

export const anyProse: fc.Arbitrary<Prose> = fc.array(
  fc.oneof({ weight: 5, arbitrary: block }, callout(fc.oneof(block, callout(block)))),
  { maxLength: 6 },
);

export function anyContent<K extends Kind>(kind: K): fc.Arbitrary<ContentOfKind<K>> {
  return anyOf(kinds[kind]) as fc.Arbitrary<ContentOfKind<K>>;
}

function anyOf(shape: Shape): fc.Arbitrary<object> {
  return fc.record(
    Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, anyValue(field)])),
  );
}

function anyValue(field: Field): fc.Arbitrary<unknown> {
  switch (field.holds) {
    case 'text':
      return fc.option(
        fc.oneof(
          words,
          fc.tuple(words, words).map((lines) => lines.join('\n')),
        ),
      );
    case 'prose':
      return fc.option(anyProse);
    case 'rows':
      return fc.uniqueArray(
        fc.tuple(fc.uuid(), anyOf(field.fields)).map(([id, row]) => ({ id, ...row })),
        { maxLength: 3, selector: ({ id }) => id },
      );
    case 'choice':
      return fc.constantFrom(...field.of);
    case 'several':
      return fc.subarray([...field.of]);
    case 'districts':
      return fc.subarray(['ashford', 'swale']);
    case 'yes':
      return fc.boolean();
    case 'number':
      return fc.option(fc.nat());
    case 'many':
      return fc.array(reference(field.kinds[0] as string), { maxLength: 2 });
    case 'one':
      return fc.option(reference(field.kinds[0] as string));
    default:
      return fc.constant(null);
  }
}

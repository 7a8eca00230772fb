/** Whatever an editor or a paste puts into a document, the checks answer, and name fields that are there. */
import { check, saidAt } from '@charterpress/shared/domain/checks/check.ts';
import { moments } from '@charterpress/shared/domain/checks/moments.ts';
import { composeSoFar } from '@charterpress/shared/domain/compose.ts';
import { type Kind, kindNames, kinds } from '@charterpress/shared/domain/kinds.ts';
import type { Field, Shape } from '@charterpress/shared/domain/shape.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problemWords } from '../../../cms/src/words/problem.ts';
import { around } from '../../support/checked.ts';
import { tree } from '../../support/texts.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const runs = { seed, numRuns: 300 };
const terms = [{ say: 'parent or carer', insteadOf: ['mums (and) dads'] }];

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.lorem({ mode: 'sentences', maxCount: 6 }),
  fc.constantFrom(
    'click here',
    '01632 960123',
    '०१६३२ ९६०१२३',
    'Mums (and) dads',
    '\u202e',
    '  ',
    'tbc',
  ),
);
const url = fc.oneof(
  fc.webUrl(),
  fc.string(),
  fc.constant('https://charter.example.org/%E0%A4%A/x'),
);
const { node } = fc.letrec<{ node: object; nodes: object[] }>((tie) => {
  const children = tie('nodes');
  const text = fc.record({ type: fc.constant('text'), text: words, format: fc.nat({ max: 16 }) });
  const link = fc.record({
    type: fc.constant('link'),
    fields: fc.oneof(
      fc.record({ linkType: fc.constant('custom'), url }),
      fc.record({
        linkType: fc.constant('internal'),
        doc: fc.record({ relationTo: fc.constantFrom(...kindNames), value: fc.nat({ max: 5 }) }),
      }),
    ),
    children,
  });
  const fact = fc.constant({ type: 'inlineBlock', fields: { blockType: 'fact', fact: '1' } });
  const block = fc.record({
    type: fc.constantFrom('paragraph', 'heading', 'listitem', 'tablerow', 'table', 'odd'),
    tag: fc.constantFrom('h1', 'h2', 'h3', 'h4'),
    children,
  });
  const list = fc.record({
    type: fc.constant('list'),
    listType: fc.constantFrom('bullet', 'number'),
    children,
  });
  const cell = fc.record({
    type: fc.constant('tablecell'),
    headerState: fc.nat({ max: 3 }),
    children,
  });
  const callout = fc.record({
    type: fc.constant('block'),
    fields: fc.record({
      blockType: fc.constant('callout'),
      tone: fc.constantFrom('warning', 'loud'),
      text: children.map(tree),
    }),
  });
  return {
    nodes: fc.array(tie('node'), { maxLength: 4 }),
    node: fc.oneof({ depthSize: 'small' }, text, fact, link, block, list, cell, callout),
  };
});
const prose = fc.array(node, { maxLength: 8 }).map(tree);

describe(`whatever a document holds (seed ${seed})`, () => {
  test.each(kindNames)(
    'checking %s throws nothing, and names fields that the document has',
    (kind) => {
      fc.assert(
        fc.property(
          versionOf(kinds[kind]),
          fc.constantFrom('en', 'ur', 'pl'),
          (version, language) => {
            const { content, problems } = composeSoFar(kind, version as never);
            const found = [...problems, ...check(kind, content, around({ language, terms }))];
            const lost = found.filter(({ field }) => !isIn(kind, version, field));
            expect(lost).toEqual([]);
            expect(
              found.filter((each) => problemWords(each, 'Field').includes('{{field}}')),
            ).toEqual([]);
          },
        ),
        runs,
      );
    },
  );

  test('saving is never stood in the way of', () => {
    fc.assert(
      fc.property(versionOf(kinds.guides), (version) => {
        const { content, problems } = composeSoFar('guides', version as never);
        const said = saidAt('save', [...problems, ...check('guides', content, around())]);
        expect(said.filter(({ level }) => level === 'blocks')).toEqual([]);
      }),
      runs,
    );
  });

  test.each([
    ['heading-empty', ['advises', 'blocks', 'blocks']],
    ['refers-to-removed', ['advises', 'advises', 'blocks']],
    ['empty', [undefined, 'blocks', 'blocks']],
  ] as const)('%s means at saving, review and publishing: %j', (problem, levels) => {
    const found = [{ field: 'body', problem }];
    expect(moments.map((moment) => saidAt(moment, found)[0]?.level)).toEqual(levels);
  });
});

function versionOf(shape: Shape): fc.Arbitrary<object> {
  const fields = Object.entries(shape).map(([name, field]) => [name, anyValueOf(field)] as const);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [] });
}

function anyValueOf(field: Field): fc.Arbitrary<unknown> {
  const relation = fc.record({
    relationTo: fc.constantFrom(...kindNames),
    value: fc.nat({ max: 5 }),
  });
  switch (field.holds) {
    case 'prose':
      return fc.option(prose);
    case 'text':
      return fc.option(words);
    case 'number':
      return fc.option(fc.double());
    case 'day':
      return fc.option(fc.oneof(fc.constantFrom('2026-10-01', '2026-13-01'), fc.string()));
    case 'moment':
      return fc.option(fc.oneof(fc.constantFrom('2026-10-01T09:00:00.000Z'), fc.string()));
    case 'choice':
      return fc.option(fc.constantFrom(...field.of, 'odd'));
    case 'several':
      return fc.option(fc.array(fc.constantFrom(...field.of, 'odd'), { maxLength: 4 }));
    case 'districts':
      return fc.option(fc.array(fc.constantFrom('ashford', 'Odd one'), { maxLength: 3 }));
    case 'yes':
      return fc.boolean();
    case 'one':
      return fc.option(relation);
    case 'many':
      return fc.option(fc.array(relation, { maxLength: 4 }));
    case 'rows':
      return fc.option(fc.array(versionOf(field.fields), { maxLength: 3 }));
    case 'file':
      return fc.option(fc.constantFrom([], [{ mime: 'application/pdf' }], [{ mime: 'odd' }]));
  }
}

/** `parts.0.body` is in a guide with a first part; `principles.0` in one with a first principle. */
function isIn(kind: Kind, version: object, path: string): boolean {
  const [name = '', row, ...rest] = path.split('.');
  const field = (kinds[kind] as Shape)[name];
  if (field === undefined) return false;
  if (row === undefined) return true;
  const rows = (version as Record<string, unknown[] | null>)[name] ?? [];
  if (Number(row) >= rows.length) return false;
  return field.holds === 'rows' ? (rest[0] ?? '') in field.fields : rest.length === 0;
}

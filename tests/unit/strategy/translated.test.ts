/** Sections hold paragraphs: rows within rows go through translation as any others do. */
import type { ContentOfKind } from '@charterpress/shared/domain/kinds.ts';
import { readXliff } from '@charterpress/shared/domain/translation/files/read.ts';
import { writeXliff1 } from '@charterpress/shared/domain/translation/files/xliff-1.ts';
import { writeXliff2 } from '@charterpress/shared/domain/translation/files/xliff-2.ts';
import { alignKeys } from '@charterpress/shared/domain/translation/keys.ts';
import type { Segment } from '@charterpress/shared/domain/translation/segment.ts';
import { composeSegments, segmentsOf } from '@charterpress/shared/domain/translation/segments.ts';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { section, strategy } from '../../support/a-strategy.ts';
import { anyContent } from '../../support/any-content.ts';

type Strategy = ContentOfKind<'strategies'>;

// Hundreds of documents, on a machine that does other things besides.
vi.setConfig({ testTimeout: 60_000 });
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

describe(`whatever a strategy holds (seed ${seed})`, () => {
  it('each paragraph keeps its translation when sections and paragraphs change places', () => {
    fc.assert(
      fc.property(anyContent('strategies'), (before) => {
        const after = turned(before);
        const keys = alignKeys('strategies', before, []);
        const moved = alignKeys('strategies', after, [{ content: before, keys }]);
        const targets = textsOf(segmentsOf('strategies', before, keys));
        expect(composeSegments('strategies', after, moved, targets)).toEqual({
          ok: true,
          value: after,
        });
      }),
      { seed, numRuns: 150 },
    );
  });

  it.each([
    ['1.2', writeXliff1],
    ['2.1', writeXliff2],
  ])('XLIFF %s carries it out and back', (_version, write) => {
    fc.assert(
      fc.property(anyContent('strategies'), (content) => {
        const keys = alignKeys('strategies', content, []);
        const segments = segmentsOf('strategies', content, keys);
        fc.pre(segments.length > 0);
        const read = readXliff(new TextEncoder().encode(write(fileOf(segments))));
        const units = read.ok ? read.file.units : [];
        const back = units.flatMap(({ key, target }) =>
          target.is === 'text' ? [[key, target.text] as const] : [],
        );
        // What XML cannot hold stays behind, and is as it was.
        const targets = new Map([...textsOf(segments), ...back]);
        expect(units.map(({ key }) => key)).toEqual(segments.map(({ key }) => key));
        expect(composeSegments('strategies', content, keys, targets)).toEqual({
          ok: true,
          value: content,
        });
      }),
      { seed, numRuns: 100 },
    );
  });
});

it('a paragraph that comes new is the only one without a translation', () => {
  const before = strategy([section('vision', 'Vision', ['Help comes early.', 'Help is near.'])]);
  const [vision] = before.sections as [Strategy['sections'][number]];
  const [added] = section('new', 'New', ['And it is free of charge for you.']).paragraphs;
  const paragraphs = [...vision.paragraphs, added as (typeof vision.paragraphs)[number]];
  const after = strategy([{ ...vision, paragraphs }]);
  const keys = alignKeys('strategies', before, []);
  const moved = alignKeys('strategies', after, [{ content: before, keys }]);
  const targets = textsOf(segmentsOf('strategies', before, keys));
  const composed = composeSegments('strategies', after, moved, targets);
  expect(composed.ok ? [] : composed.problems).toMatchObject([
    { field: 'sections.0.paragraphs.2.body', problem: 'untranslated' },
  ]);
});

function turned(content: Strategy): Strategy {
  const sections = content.sections.map((each) => ({
    ...each,
    paragraphs: each.paragraphs.toReversed(),
  }));
  return { ...content, sections: sections.toReversed() };
}

function textsOf(segments: readonly Segment[]): ReadonlyMap<string, string> {
  return new Map(segments.map(({ key, text }) => [key, text]));
}

function fileOf(segments: readonly Segment[]) {
  return {
    ...{ kind: 'strategies' as const, document: 's1', language: 'ur', edition: 1 },
    ...{ direction: 'rtl' as const, title: 'Strategy', styleNote: null },
    units: segments.map((segment) => ({
      ...{ segment, revision: 1, target: segment.text, state: 'translated' as const },
      ...{ context: 'Section', said: [] },
    })),
  };
}

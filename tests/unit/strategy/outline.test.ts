/** What a strategy's edition says of its numbers to whoever reads it as data. */
import { outlineOf } from '@charterpress/shared/domain/strategy/outline.ts';
import { referenceIn } from '@charterpress/shared/domain/strategy/references.ts';
import { describe, expect, it } from 'vitest';
import { section, strategy } from '../../support/a-strategy.ts';

const parents = strategy([
  section('vision', 'Vision', [['early-help', 'Early help.'], 'More.']),
  section('sources', 'Sources', ['Books.'], 'appendix'),
]);

describe('the outline of a strategy', () => {
  it('has every section and paragraph under the words that refer to it, with its number', () => {
    expect(outlineOf(parents).map(({ number, reference }) => [reference, number])).toEqual([
      ['{section/vision}', '1'],
      ['{section/vision/early-help}', '1.1'],
      ['{section/vision/vision-2}', '1.2'],
      ['{section/sources}', 'A'],
      ['{section/sources/sources-1}', 'A.1'],
    ]);
  });

  it('names what is referred to, and where it stands on the page', () => {
    const [, paragraph] = outlineOf(parents);
    expect(paragraph).toMatchObject({ section: 'vision', paragraph: 'early-help', is: 'section' });
    expect(paragraph).toMatchObject({ heading: 'Vision', anchor: 'section/vision/early-help' });
    expect(outlineOf(parents)[3]).toMatchObject({ paragraph: null, is: 'appendix' });
  });

  it('has a heading for what has no number', () => {
    const [vision] = outlineOf({ ...parents, numbering: 'none' });
    expect(vision).toMatchObject({ is: 'heading', number: null, heading: 'Vision' });
  });

  it('is written as references are', () => {
    const read = outlineOf(parents).map(({ reference }) => referenceIn(reference)?.section);
    expect(read).not.toContain(undefined);
  });
});

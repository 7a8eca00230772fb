import { numberOfRow, rowName } from '@charterpress/cms/src/admin/row-name.ts';
import { expect, test } from 'vitest';

const body = (text: string) => ({
  root: { children: [{ type: 'paragraph', children: [{ type: 'text', text }] }] },
});

test('a row is called by its title, by what it is about, or by its first words', () => {
  expect(rowName({ title: 'Vision', body: body('Words.') })).toBe('Vision');
  expect(rowName({ what: 'Two forums more' })).toBe('Two forums more');
  expect(rowName({ title: ' ', body: body('Parents get help early.') })).toBe(
    'Parents get help early.',
  );
  expect(rowName({ anchor: 'early' })).toBeNull();
});

test('long first words are cut between two words', () => {
  const name = rowName({ body: body('Parents '.repeat(20)) }) ?? '';
  expect(name).toMatch(/^(Parents )+…$/);
  expect(name.length).toBeLessThan(64);
});

const fields = (numbering: string | null) => ({
  numbering: { value: numbering },
  sections: { rows: [{}, {}, {}] },
  'sections.0.part': { value: 'vision' },
  'sections.0.paragraphs': { rows: [{}] },
  'sections.1.part': { value: 'appendix' },
  'sections.1.paragraphs': { rows: [{}, {}] },
  'sections.2.part': { value: 'drivers' },
});

test.each([
  ['sections.0', '1'],
  ['sections.1', 'A'],
  ['sections.1.paragraphs.1', 'A.2'],
  ['sections.2', '2'],
  ['milestones.0', null],
  ['parts.0', null],
])('the row at %s has the number that readers see: %s', (path, number) => {
  expect(numberOfRow(path, fields('section-and-paragraph'))).toBe(number);
});

test('a row has no number of its own while nobody said how to count', () => {
  expect(numberOfRow('sections.0', fields(null))).toBeNull();
});

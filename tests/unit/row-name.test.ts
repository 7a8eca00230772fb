import { numberOfRow, rowName } from '@charterpress/cms/src/admin/row-name.ts';
import { rowWhen } from '@charterpress/cms/src/admin/row-when.ts';
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

test.each([
  [
    { days: ['friday', 'monday'], opens: '09:00', closes: '17:00' },
    'Monday, Friday, 09:00 to 17:00',
  ],
  [{ days: ['monday'], opens: '', closes: null }, 'Monday'],
  [{ from: '2026-12-24T12:00:00.000Z', to: '2027-01-03' }, '24 December 2026 to 3 January 2027'],
  [{ from: '2026-12-24', to: null }, '24 December 2026'],
  [{ on: '2026-03-01' }, '1 March 2026'],
  [{ days: [], opens: '09:00' }, null],
])('a row of %j is called by its days: %s', (row, name) => {
  expect(rowWhen(row)).toBe(name);
});

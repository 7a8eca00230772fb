import { compose } from '@charterpress/shared/domain/compose.ts';
import {
  byUrgency,
  noticeProblemsAt,
  phaseAt,
  type Severity,
} from '@charterpress/shared/domain/urgent-notice.ts';
import { describe, expect, test } from 'vitest';

const at = (moment: string) => new Date(moment);
const begins = '2026-11-22T09:00:00.000Z';
const ends = '2026-11-22T17:00:00.000Z';
const line = { relationTo: 'facts', value: 'family-line' };
const closed = { slug: 'closed', sentence: 'closed', severity: 'important', about: line, ends };

function problemsOf(notice: object) {
  const composed = compose('notices', { ...notice });
  return composed.ok ? [] : composed.problems;
}

describe('the phase of a notice', () => {
  test.each([
    ['2026-11-22T08:59:59.999Z', 'waiting'],
    [begins, 'in-force'],
    ['2026-11-22T16:59:59.999Z', 'in-force'],
    [ends, 'over'],
  ])('at %s is %s', (now, phase) => {
    expect(phaseAt(at(now), { begins, ends })).toBe(phase);
  });

  test('without a beginning is in force until its end', () => {
    expect(phaseAt(at('2000-01-01T00:00:00Z'), { begins: null, ends })).toBe('in-force');
  });
});

describe('a notice cannot be composed', () => {
  test.each([
    ['without an end', { ends: null }, { field: 'ends', problem: 'empty' }],
    ['without what it is about', { about: null }, { field: 'about', problem: 'empty' }],
    [
      'with a place that its sentence does not have',
      { sentence: 'danger', instead: line },
      { field: 'about', problem: 'no-place-in-notice' },
    ],
    [
      'of news without words',
      { sentence: 'news', about: null },
      { field: 'text', problem: 'empty' },
    ],
    [
      'that ends before it begins',
      { begins: '2026-11-22T18:00:00Z' },
      { field: 'ends', problem: 'ends-before-begins' },
    ],
    [
      'that ends at no time at all',
      { ends: 'tea time' },
      { field: 'ends', problem: 'not-a-moment', value: 'tea time' },
    ],
    [
      'with a sentence that nobody reviewed',
      { sentence: 'hello' },
      { field: 'sentence', problem: 'not-a-choice', value: 'hello' },
    ],
    [
      'with a character that nobody sees',
      { text: 'Closed\u202e' },
      { field: 'text', problem: 'hidden-character', character: 'U+202E' },
    ],
  ])('%s', (_, changed, problem) => {
    expect(problemsOf({ ...closed, ...changed })).toContainEqual(problem);
  });
});

test('a notice with what its sentence asks for is composed, its end in UTC', () => {
  expect(compose('notices', { ...closed, ends: '2026-11-22T17:00:00+00:00' })).toMatchObject({
    value: { ends, about: { kind: 'facts', document: 'family-line' }, pages: [] },
  });
});

describe('a notice cannot go live', () => {
  test('when its end has passed', () => {
    expect(noticeProblemsAt(at(ends), { begins, ends })).toEqual([
      { field: 'ends', problem: 'ends-in-the-past' },
    ]);
  });

  test('for longer than 14 days from when it begins', () => {
    const early = at('2026-11-01T09:00:00Z');
    expect(noticeProblemsAt(early, { begins: null, ends })).toEqual([
      { field: 'ends', problem: 'ends-too-late', days: 14 },
    ]);
    expect(noticeProblemsAt(early, { begins, ends })).toEqual([]);
  });
});

test('the gravest notice stands first, then the newest', () => {
  const notice = (document: string, severity: Severity, publishedAt: string) => ({
    ...{ document, severity, publishedAt },
  });
  const notices = [
    notice('a', 'information', '2026-11-22T09:00:00Z'),
    notice('b', 'important', '2026-11-22T08:00:00Z'),
    notice('c', 'important', '2026-11-22T09:00:00Z'),
    notice('d', 'danger', '2026-11-20T09:00:00Z'),
  ];
  expect(notices.sort(byUrgency).map(({ document }) => document)).toEqual(['d', 'c', 'b', 'a']);
});

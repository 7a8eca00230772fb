import { sentenceFor } from '@charterpress/cms/src/publishing/sentences.ts';
import { composeSoFar } from '@charterpress/shared/domain/compose.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { describe, expect, test } from 'vitest';

/** What is said of the order of days: what is merely missing is said too, and is not what these tests are about. */
const problemsOf = (kind: Kind, version: object) =>
  composeSoFar(kind, version as never).problems.filter((each) => 'day' in each);

const parents = { id: '1', name: 'Parents', asks: 'parents', opens: '2026-03-02' };

describe('a consultation', () => {
  const phases = [{ ...parents, closes: '2026-03-20' }];

  test('whose phase closes before it opens is told at that phase', () => {
    const [problem] = problemsOf('consultations', {
      phases: [...phases, { ...parents, id: '2', opens: '2026-06-10', closes: '2026-06-09' }],
    });
    expect(problem).toEqual({
      field: 'phases.1.closes',
      problem: 'closes-before-opens',
      day: '2026-06-10',
    });
    expect(problem && sentenceFor(problem)).toBe(
      "Enter a closing day in 'phase 2, closes' that is not before the day it opens, 10 June 2026.",
    );
  });

  test('may close on the day it opens', () => {
    const oneDay = [{ ...parents, closes: parents.opens }];
    expect(problemsOf('consultations', { phases: oneDay })).toEqual([]);
  });

  test('asks nobody twice at once', () => {
    const again = { ...parents, id: '2', opens: '2026-03-20', closes: '2026-04-01' };
    expect(problemsOf('consultations', { phases: [...phases, again] })).toEqual([
      { field: 'phases.1.opens', problem: 'phase-overlaps', day: '2026-03-20' },
    ]);
    const others = { ...again, asks: 'young-people' };
    const later = { ...again, opens: '2026-03-21' };
    expect(problemsOf('consultations', { phases: [...phases, others] })).toEqual([]);
    expect(problemsOf('consultations', { phases: [...phases, later] })).toEqual([]);
  });

  test.each([
    ['reportsBy', 'reports-before-closing'],
    ['reportedOn', 'reported-before-closing'],
  ])('cannot have %s before its last phase closes', (field, problem) => {
    expect(problemsOf('consultations', { phases, [field]: '2026-03-19' })).toEqual([
      { field, problem, day: '2026-03-20' },
    ]);
    expect(problemsOf('consultations', { phases, [field]: '2026-03-20' })).toEqual([]);
  });

  test('of which nothing is entered yet has no days out of order', () => {
    expect(problemsOf('consultations', { phases: [{ id: '1' }] })).toEqual([]);
  });
});

describe('an event', () => {
  const begins = '2026-06-10T18:00:00.000Z';

  test.each(['2026-06-10T17:00:00.000Z', begins])('cannot end at %s', (ends) => {
    expect(problemsOf('events', { begins, ends })).toEqual([
      { field: 'ends', problem: 'event-ends-before-begins', day: '2026-06-10' },
    ]);
  });

  test('can be booked until its day, and not after', () => {
    expect(problemsOf('events', { begins, bookBy: '2026-06-10' })).toEqual([]);
    expect(problemsOf('events', { begins, bookBy: '2026-06-11' })).toEqual([
      { field: 'bookBy', problem: 'books-after-beginning', day: '2026-06-10' },
    ]);
  });
});

test('a forum has no answer from before the question', () => {
  const raised = [{ id: '1', on: '2026-05-02', said: 'The bus', answeredOn: '2026-05-01' }];
  expect(problemsOf('forums', { raised })).toEqual([
    { field: 'raised.0.answeredOn', problem: 'answered-before-raised', day: '2026-05-02' },
  ]);
});

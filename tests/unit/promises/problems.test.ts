import { composeSoFar } from '@charterpress/shared/domain/compose.ts';
import { describe, expect, test } from 'vitest';
import { inContent } from '../../support/checked.ts';

const problemsIn = (kind: 'actions' | 'outcomes' | 'principles', version: object) =>
  composeSoFar(kind, version as never).problems.filter(({ problem }) => problem !== 'empty');

describe('an action', () => {
  test('that is due before it was promised is told so at its due day', () => {
    expect(problemsIn('actions', { promisedOn: '2026-05-02', due: '2026-05-01' })).toEqual([
      { field: 'due', problem: 'due-before-promised', day: '2026-05-02' },
    ]);
  });

  test('may be promised and due on one day', () => {
    expect(problemsIn('actions', { promisedOn: '2026-05-01', due: '2026-05-01' })).toEqual([]);
  });

  test('cannot have a report of a day that is still to come', () => {
    const reports = [
      { id: 'a', on: '2026-11-02' },
      { id: 'b', on: '2026-11-03' },
    ];
    expect(inContent('actions', { reports })).toEqual([
      { field: 'reports.1.on', problem: 'day-to-come', day: '2026-11-03' },
    ]);
  });
});

describe('an outcome', () => {
  const pledge = { relationTo: 'pledges', value: '3' };
  const whole = { pledges: [pledge], answer: 'did', changedOn: '2026-05-01' };

  test('that says what it is about and since when is whole', () => {
    expect(problemsIn('outcomes', whole)).toEqual([]);
  });

  test('about nothing would stand nowhere', () => {
    expect(problemsIn('outcomes', { ...whole, pledges: [] })).toEqual([
      { field: 'pledges', problem: 'outcome-about-nothing' },
    ]);
  });

  test('that something was done says since when', () => {
    expect(problemsIn('outcomes', { ...whole, changedOn: null })).toEqual([
      { field: 'changedOn', problem: 'done-without-day' },
    ]);
  });

  test('that it was not done needs no day', () => {
    expect(problemsIn('outcomes', { ...whole, answer: 'did-not', changedOn: null })).toEqual([]);
  });

  test('has both wordings or none, and not the same twice', () => {
    expect(problemsIn('outcomes', { ...whole, before: 'Help' })).toEqual([
      { field: 'after', problem: 'one-wording' },
    ]);
    expect(problemsIn('outcomes', { ...whole, after: 'Help' })).toEqual([
      { field: 'before', problem: 'one-wording' },
    ]);
    expect(problemsIn('outcomes', { ...whole, before: 'Help', after: 'Help' })).toEqual([
      { field: 'after', problem: 'same-wording' },
    ]);
  });

  test('cannot say that something changed on a day that is still to come', () => {
    expect(inContent('outcomes', { changedOn: '2026-12-01' })).toEqual([
      { field: 'changedOn', problem: 'day-to-come', day: '2026-12-01' },
    ]);
  });
});

describe('a consultation', () => {
  const reported = { reportedOn: '2026-10-01' };

  test('is not reported before outcomes say what came of it', () => {
    expect(inContent('consultations', reported)).toEqual([
      { field: 'reportedOn', problem: 'reported-without-outcomes' },
    ]);
    expect(inContent('consultations', reported, { outcomes: 1 })).toEqual([]);
  });

  test('that is not reported yet needs none', () => {
    expect(inContent('consultations', { reportedOn: null })).toEqual([]);
  });
});

describe('the earlier wordings of a principle', () => {
  const wording = (from: string | null, until: string) => ({ id: until, from, until });

  test('end after they begin', () => {
    const earlier = [wording('2026-05-02', '2026-05-01')];
    expect(problemsIn('principles', { earlier })).toEqual([
      { field: 'earlier.0.until', problem: 'until-before-from', day: '2026-05-02' },
    ]);
  });

  test('stand in the order in which they were in force', () => {
    const earlier = [wording(null, '2026-05-01'), wording(null, '2026-03-01')];
    expect(problemsIn('principles', { earlier })).toEqual([
      { field: 'earlier.1.until', problem: 'wordings-out-of-order', day: '2026-05-01' },
    ]);
  });
});

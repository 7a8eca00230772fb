import {
  countOf,
  dayReached,
  isOverdueOn,
  newestFirst,
  type Standing,
  standingOfPledge,
  standingOn,
  standings,
  turningDays,
} from '@charterpress/shared/domain/promises/standing.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const reported = (on: string, status: Standing) => ({ on, status });
const training = (...reports: ReturnType<typeof reported>[]) => ({ due: '2026-03-31', reports });

describe('an action', () => {
  test('that nobody has reported on has not started', () => {
    expect(standingOn('2026-01-10', training())).toBe('not-started');
  });

  test('stands as its newest report says, whatever the order of the rows', () => {
    const action = training(reported('2026-02-01', 'late'), reported('2026-01-05', 'on-track'));
    expect(standingOn('2026-02-01', action)).toBe('late');
    expect(standingOn('2026-01-31', action)).toBe('on-track');
  });

  test('with two reports of one day stands as the one that was added later says', () => {
    const action = training(reported('2026-02-01', 'late'), reported('2026-02-01', 'done'));
    expect(standingOn('2026-02-01', action)).toBe('done');
  });

  test('is in time throughout its due day, and late from the next on', () => {
    const action = training(reported('2026-01-05', 'on-track'));
    expect(standingOn('2026-03-31', action)).toBe('on-track');
    expect(standingOn('2026-04-01', action)).toBe('late');
    expect(isOverdueOn('2026-03-31', action)).toBe(false);
    expect(isOverdueOn('2026-04-01', action)).toBe(true);
  });

  test('that nobody began is late after its due day too', () => {
    expect(standingOn('2026-04-01', training())).toBe('late');
  });

  test('that is reported as on track after its due day is late all the same', () => {
    expect(standingOn('2026-05-01', training(reported('2026-04-20', 'on-track')))).toBe('late');
  });

  test('that was done is never overdue, and was late until it was done', () => {
    const action = training(reported('2026-04-20', 'done'));
    expect(standingOn('2026-04-19', action)).toBe('late');
    expect(standingOn('2026-04-20', action)).toBe('done');
    expect(isOverdueOn('2027-01-01', action)).toBe(false);
  });

  test('that its owner calls late before its day is late, and not overdue', () => {
    const action = training(reported('2026-02-01', 'late'));
    expect(standingOn('2026-02-02', action)).toBe('late');
    expect(isOverdueOn('2026-02-02', action)).toBe(false);
  });

  test('shows its newest report first', () => {
    const days = [reported('2026-02-01', 'late'), reported('2026-03-01', 'done')];
    expect(newestFirst(days).map(({ on }) => on)).toEqual(['2026-03-01', '2026-02-01']);
  });
});

describe('a pledge', () => {
  test.each([
    [[], null],
    [['not-started', 'not-started'], 'not-started'],
    [['done', 'done'], 'done'],
    [['done', 'not-started'], 'on-track'],
    [['done', 'late', 'on-track'], 'late'],
  ] as const)('whose actions are %j stands as %j', (actions, standing) => {
    expect(standingOfPledge(actions)).toBe(standing);
  });
});

/** Three years of days, as their numbers and as they are written. */
const day = fc.nat({ max: 1_095 }).map((days) => {
  return new Date(Date.UTC(2025, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
});
const action = fc.record({
  due: day,
  reports: fc.array(fc.record({ on: day, status: fc.constantFrom(...standings) }), {
    maxLength: 6,
  }),
});
// A failure prints its seed and path, to be given to fc.assert.
const runs = { numRuns: 500 };

describe('whatever is reported', () => {
  test('the standing of an action changes on its turning days and on no other', () => {
    fc.assert(
      fc.property(action, day, (one, today) => {
        const reached = dayReached(one, (turning) => turning <= today);
        expect(standingOn(reached, one)).toBe(standingOn(today, one));
      }),
      runs,
    );
  });

  test('an action that is not done is late on every day after its due day', () => {
    fc.assert(
      fc.property(action, day, (one, today) => {
        fc.pre(today > one.due);
        expect(['late', 'done']).toContain(standingOn(today, one));
      }),
      runs,
    );
  });

  test('the day after the due day is among the turning days, and they are in order', () => {
    fc.assert(
      fc.property(action, (one) => {
        const days = turningDays(one);
        expect(days).toEqual([...days].sort());
        expect(days.filter((turning) => turning > one.due).length).toBeGreaterThan(0);
      }),
      runs,
    );
  });

  test('a pledge stands the same in whatever order its actions are counted, and every action once', () => {
    const all = fc.array(fc.constantFrom(...standings), { maxLength: 8 });
    fc.assert(
      fc.property(all, (actions) => {
        expect(standingOfPledge(actions.toReversed())).toBe(standingOfPledge(actions));
        const counts = Object.values(countOf(actions));
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(actions.length);
      }),
      runs,
    );
  });
});

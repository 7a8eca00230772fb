import { daysAfter } from '@charterpress/shared/domain/london-time.ts';
import {
  factStanding,
  type Reminder,
  reminderDue,
  reviewed,
  reviewProblems,
  reviewStanding,
} from '@charterpress/shared/domain/review-dates.ts';
import { describe, expect, test } from 'vitest';

const dates = { lastReviewed: '2025-12-01', nextReview: '2026-12-01' };

describe('a mail about a review', () => {
  test.each<[string, Reminder | null]>([
    ['2026-10-31', null],
    ['2026-11-01', 'month-before'],
    ['2026-11-30', 'month-before'],
    ['2026-12-01', 'on-the-day'],
    ['2026-12-14', 'on-the-day'],
    ['2026-12-15', 'fortnight-after'],
    ['2027-06-01', 'fortnight-after'],
  ])('on %s is %s when none was sent', (today, due) => {
    expect(reminderDue(dates, today, [])).toBe(due);
  });

  test('is sent three times in all, whoever looks every day', () => {
    expect(sentInAYear('2026-09-01')).toEqual(['month-before', 'on-the-day', 'fortnight-after']);
  });

  test('is not sent late once the next has its turn', () => {
    expect(reminderDue(dates, '2026-12-03', ['on-the-day'])).toBeNull();
  });

  test('is not sent for a day that was over when the review was planned', () => {
    const short = { lastReviewed: '2026-11-20', nextReview: '2026-12-01' };
    expect(reminderDue(short, '2026-11-21', [])).toBeNull();
  });

  test('is not sent where no review is planned', () => {
    expect(reminderDue({ ...dates, nextReview: null }, '2026-12-01', [])).toBeNull();
  });
});

describe('a document', () => {
  test.each([
    ['2026-10-31', { state: 'later', days: 31 }],
    ['2026-11-01', { state: 'soon', days: 30 }],
    ['2026-12-01', { state: 'soon', days: 0 }],
    ['2026-12-02', { state: 'overdue', days: 1 }],
  ])('on %s stands so before its review of 1 December', (today, standing) => {
    expect(reviewStanding('2026-12-01', today)).toEqual(standing);
  });

  test('that was read with nothing to change is read again in a year', () => {
    expect(reviewed('2026-11-22', null)).toEqual({
      lastReviewed: '2026-11-22',
      nextReview: '2027-11-22',
    });
  });

  test('that was read is read again on the day that was chosen', () => {
    expect(reviewed('2026-11-22', '2027-02-01').nextReview).toBe('2027-02-01');
  });
});

describe('an owner and a day', () => {
  test('may be a mailbox of a role, and a day to come', () => {
    const said = { owner: 'parenting.team@example.org', nextReview: '2027-01-01' };
    expect(reviewProblems(said, '2026-11-22')).toEqual([]);
  });

  test.each(['nobody', 'a@b', 'one@example.org, two@example.org', 'A <a@example.org>'])(
    'is not "%s"',
    (owner) => {
      expect(reviewProblems({ owner }, '2026-11-22')).toEqual([
        { field: 'owner', problem: 'not-an-address' },
      ]);
    },
  );

  test('is not today and no day that is over', () => {
    expect(reviewProblems({ nextReview: '2026-11-22' }, '2026-11-22')).toEqual([
      { field: 'nextReview', problem: 'day-over' },
    ]);
  });

  test('is a day of the calendar', () => {
    expect(reviewProblems({ nextReview: '2027-02-30' }, '2026-11-22')).toEqual([
      { field: 'nextReview', problem: 'not-in-calendar' },
    ]);
  });
});

describe('a fact', () => {
  test.each([
    ['2026-10-31', { state: 'good' }],
    ['2026-11-01', { state: 'expiring', days: 30 }],
    ['2026-12-01', { state: 'expiring', days: 0 }],
    ['2026-12-02', { state: 'expired', days: 1 }],
  ])('to be checked again by 1 December stands so on %s', (today, standing) => {
    expect(factStanding('2026-12-01', today)).toEqual(standing);
  });

  test('without a day is never out of date', () => {
    expect(factStanding(null, '2026-12-01')).toEqual({ state: 'good' });
  });
});

function sentInAYear(from: string): readonly Reminder[] {
  const sent: Reminder[] = [];
  for (let day = 0; day < 365; day += 1) {
    const due = reminderDue(dates, daysAfter(from, day), sent);
    if (due !== null) sent.push(due);
  }
  return sent;
}

import {
  daysAfter,
  isDay,
  londonDay,
  momentOf,
  monthsAfter,
  wallTimeAt,
} from '@charterpress/shared/domain/london-time.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('a time in London', () => {
  test('is an hour ahead of UTC in summer', () => {
    expect(momentOf({ wall: '2026-07-01T09:00' })).toEqual({
      ok: true,
      moment: '2026-07-01T08:00:00.000Z',
    });
  });

  test('is UTC in winter', () => {
    expect(momentOf({ wall: '2026-12-01T09:00' })).toEqual({
      ok: true,
      moment: '2026-12-01T09:00:00.000Z',
    });
  });

  test.each(['2027-03-28T01:00', '2027-03-28T01:30', '2027-03-28T01:59:59'])(
    'that the clocks go over in spring never comes, and the next one is offered: %s',
    (wall) => {
      expect(momentOf({ wall })).toEqual({
        ok: false,
        problem: 'never-comes',
        next: '2027-03-28T02:00',
      });
    },
  );

  test('right after the clocks went forward comes once', () => {
    expect(momentOf({ wall: '2027-03-28T02:00' })).toEqual({
      ok: true,
      moment: '2027-03-28T01:00:00.000Z',
    });
  });

  test('that comes twice in autumn asks which', () => {
    expect(momentOf({ wall: '2027-10-31T01:30' })).toEqual({
      ok: false,
      problem: 'comes-twice',
      moments: ['2027-10-31T00:30:00.000Z', '2027-10-31T01:30:00.000Z'],
    });
  });

  test('that comes twice is the first when the first is said', () => {
    expect(momentOf({ wall: '2027-10-31T01:30', which: 'first' })).toMatchObject({
      moment: '2027-10-31T00:30:00.000Z',
    });
  });

  test('that comes twice is the second when the second is said', () => {
    expect(momentOf({ wall: '2027-10-31T01:30', which: 'second' })).toMatchObject({
      moment: '2027-10-31T01:30:00.000Z',
    });
  });

  test.each([
    '2026-06-31T09:00',
    '2026-02-29T09:00',
    '2026-07-01T24:00',
    '2026-07-01',
    '2026-07-01T09:00Z',
    '2026-07-01T09:00+05:00',
    'tomorrow',
    '',
  ])('is not "%s"', (wall) => {
    expect(momentOf({ wall })).toEqual({ ok: false, problem: 'not-a-time' });
  });
});

describe('a moment', () => {
  test('says which, in the hour that comes twice', () => {
    expect(wallTimeAt('2027-10-31T01:30:00.000Z')).toEqual({
      wall: '2027-10-31T01:30',
      which: 'second',
    });
  });

  test('says nothing more than the time in every other hour', () => {
    expect(wallTimeAt('2027-07-01T08:00:00.000Z')).toEqual({ wall: '2027-07-01T09:00' });
  });

  test('comes back from the time it is shown as, at any minute of three years', () => {
    const minutes = fc.integer({ min: 0, max: 3 * 366 * 24 * 60 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const moment = new Date(Date.UTC(2026, 0, 1) + minute * 60_000).toISOString();
        expect(momentOf(wallTimeAt(moment))).toEqual({ ok: true, moment });
      }),
      { numRuns: 2000, seed: 20261122 },
    );
  });

  test('late in a summer evening is the next day in London', () => {
    expect(londonDay('2026-07-01T23:30:00.000Z')).toBe('2026-07-02');
  });
});

describe('a day', () => {
  test('is counted over the end of a month', () => {
    expect(daysAfter('2026-01-31', 30)).toBe('2026-03-02');
  });

  test('is counted back over the end of a year', () => {
    expect(daysAfter('2027-01-10', -30)).toBe('2026-12-11');
  });

  test('a year after a leap day is the last of February', () => {
    expect(monthsAfter('2028-02-29', 12)).toBe('2029-02-28');
  });

  test('has to be in the calendar', () => {
    expect(['2026-11-22', '2026-02-30', '22/11/2026'].map(isDay)).toEqual([true, false, false]);
  });
});

import {
  exceptionOver,
  type HoursRow,
  openingProblems,
  openPeriods,
} from '@charterpress/shared/domain/services/opening.ts';
import { weekdays, weeks } from '@charterpress/shared/domain/shapes/choices.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const anyRow: fc.Arbitrary<HoursRow> = fc
  .tuple(fc.subarray([...weekdays], { minLength: 1 }), fc.constantFrom(...weeks), minutes, minutes)
  .filter(([, , one, other]) => one !== other)
  .map(([days, when, one, other]) => ({
    days,
    weeks: when,
    opens: clock(Math.min(one, other)),
    closes: clock(Math.max(one, other)),
  }));

/** Every minute that a row is open, in term time and in the holidays, the slow and plain way. */
function momentsOf({ closes, days, opens, weeks: when }: HoursRow): ReadonlySet<string> {
  const seasons = when === 'every-week' ? ['term-time', 'school-holidays'] : [when];
  const open = Array.from({ length: 24 * 60 }, (_, minute) => clock(minute)).filter(
    (minute) => minute >= opens && minute < closes,
  );
  return new Set(
    seasons.flatMap((season) =>
      days.flatMap((day) => open.map((minute) => `${season} ${day} ${minute}`)),
    ),
  );
}

const weekly = (opens: string, closes: string, more: Partial<HoursRow> = {}): HoursRow => ({
  ...{ days: ['monday'], weeks: 'every-week', opens, closes },
  ...more,
});
const problems = (hours: readonly object[], exceptions: readonly object[] = []) =>
  openingProblems({ hours, exceptions });

describe('opening times', () => {
  test('overlap just when a moment of the year is in both rows', () => {
    fc.assert(
      fc.property(anyRow, anyRow, (one, other) => {
        const first = momentsOf(one);
        const isInBoth = [...momentsOf(other)].some((moment) => first.has(moment));
        expect(problems([one, other]).length > 0).toBe(isInBoth);
      }),
      { numRuns: 150, verbose: 1 },
    );
  });

  test('that overlap are said at the later row, with what it gets in the way of', () => {
    expect(problems([weekly('09:00', '12:00'), weekly('11:30', '17:00')])).toEqual([
      { field: 'hours.1.opens', problem: 'hours-overlap', with: '09:00–12:00' },
    ]);
  });

  test('may follow each other without a gap, and differ in term time and holidays', () => {
    const term = weekly('09:00', '15:00', { weeks: 'term-time' });
    const holidays = weekly('10:00', '16:00', { weeks: 'school-holidays' });
    expect(problems([weekly('09:00', '12:00'), weekly('12:00', '17:00')])).toEqual([]);
    expect(problems([term, holidays])).toEqual([]);
  });

  test.each([
    ['9:00', '17:00', { field: 'hours.0.opens', problem: 'not-a-clock-time', value: '9:00' }],
    ['09:00', '24:00', { field: 'hours.0.closes', problem: 'not-a-clock-time', value: '24:00' }],
    ['09:00', '5pm', { field: 'hours.0.closes', problem: 'not-a-clock-time', value: '5pm' }],
    ['17:00', '09:00', { field: 'hours.0.closes', problem: 'hours-end-first', opens: '17:00' }],
    ['09:00', '09:00', { field: 'hours.0.closes', problem: 'hours-end-first', opens: '09:00' }],
  ])('from %s to %s are refused at the field', (opens, closes, problem) => {
    expect(problems([weekly(opens, closes)])).toEqual([problem]);
  });

  test('that are half written are nobody else’s problem', () => {
    const half = { days: [], opens: null, closes: null, weeks: null };
    expect(problems([weekly('09:00', '12:00'), half])).toEqual([]);
  });
});

describe('an exception', () => {
  const closed = { from: '2026-12-24', to: '2027-01-02', closed: true, opens: null, closes: null };
  const open = { ...closed, closed: false, opens: '10:00', closes: '12:00' };

  test.each([
    ['closed, with hours', { ...open, closed: true }, ['closed', 'closed-and-open']],
    ['open at no time', { ...open, opens: null }, ['opens', 'exception-without-hours']],
    ['open without an end', { ...open, closes: null }, ['closes', 'exception-without-hours']],
    ['that ends first', { ...closed, to: '2026-12-23' }, ['to', 'exception-ends-first']],
    ['closing first', { ...open, closes: '09:00' }, ['closes', 'hours-end-first']],
  ])('%s is refused at the field', (_, exception, [field, problem]) => {
    expect(problems([], [exception])).toMatchObject([{ field: `exceptions.0.${field}`, problem }]);
  });

  test('cannot say something else of the same day as another', () => {
    const within = { ...open, from: '2026-12-31', to: null };
    expect(problems([], [closed, within])).toEqual([
      { field: 'exceptions.1.from', problem: 'exceptions-overlap', day: '2026-12-24' },
    ]);
    expect(problems([], [closed, { ...within, from: '2027-01-03' }])).toEqual([]);
  });

  test('is over on the day after its last', () => {
    expect(exceptionOver({ from: '2026-12-25', to: null })).toBe('2026-12-26');
    expect(exceptionOver({ from: '2026-12-24', to: '2026-12-31' })).toBe('2027-01-01');
  });
});

describe('the hours as they are said', () => {
  test('name every day with its times, and none that nobody wrote', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 5 }), (hours) => {
        const written = hours.flatMap((row) =>
          row.days.map((day) => `${row.weeks} ${day} ${row.opens} ${row.closes}`),
        );
        const inSentences = openPeriods(hours).flatMap((period) =>
          period.same.flatMap(({ runs, times }) =>
            runs.flatMap(({ first, last }) =>
              weekdays
                .slice(weekdays.indexOf(first), weekdays.indexOf(last) + 1)
                .flatMap((day) =>
                  times.map(({ closes, opens }) => `${period.weeks} ${day} ${opens} ${closes}`),
                ),
            ),
          ),
        );
        const inTable = openPeriods(hours).flatMap((period) =>
          period.days.flatMap(({ day, times }) =>
            times.map(({ closes, opens }) => `${period.weeks} ${day} ${opens} ${closes}`),
          ),
        );
        const expected = [...new Set(written)].sort();
        expect(inSentences.sort()).toEqual(expected);
        expect(inTable.sort()).toEqual(expected);
      }),
      { numRuns: 300, verbose: 1 },
    );
  });

  test('put days that follow each other into one run, and keep a day off out of it', () => {
    const days = ['monday', 'tuesday', 'thursday', 'friday', 'saturday'] as const;
    expect(openPeriods([weekly('09:00', '17:00', { days })])[0]?.same[0]?.runs).toEqual([
      { first: 'monday', last: 'tuesday' },
      { first: 'thursday', last: 'saturday' },
    ]);
  });
});

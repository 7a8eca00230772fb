import {
  eventStage,
  mayBook,
  overFrom,
} from '@charterpress/shared/domain/taking-part/event-stage.ts';
import { forumsByDistrict } from '@charterpress/shared/domain/taking-part/forums-by-district.ts';
import { reachedBy } from '@charterpress/shared/domain/taking-part/turns.ts';
import { describe, expect, test } from 'vitest';
import { clockIn } from '../../../site/src/views/reader.ts';
import { timesIn } from '../../../site/src/views/taking-part/when.ts';

const evening = { begins: '2026-06-10T18:00:00.000Z', ends: '2026-06-10T20:00:00.000Z' };
const at = (moment: string) => reachedBy(new Date(moment));

describe('an event', () => {
  test.each([
    ['2026-06-10T17:59:59.999Z', 'coming'],
    ['2026-06-10T18:00:00.000Z', 'on'],
    ['2026-06-10T19:59:59.999Z', 'on'],
    ['2026-06-10T20:00:00.000Z', 'over'],
  ])('at %s is %s', (moment, stage) => {
    expect(eventStage(evening, at(moment))).toBe(stage);
  });

  test('that nobody gave an end is over with its day in London', () => {
    const open = { ...evening, ends: null };
    expect(overFrom(open)).toBe('2026-06-11');
    expect(eventStage(open, at('2026-06-10T22:59:59.999Z'))).toBe('on');
    expect(eventStage(open, at('2026-06-10T23:00:00.000Z'))).toBe('over');
  });

  test('can be booked until its last day for booking is over', () => {
    expect(mayBook('2026-06-08', at('2026-06-08T22:59:59Z'))).toBe(true);
    expect(mayBook('2026-06-08', at('2026-06-08T23:00:00Z'))).toBe(false);
    expect(mayBook(null, at('2026-06-08T12:00:00Z'))).toBeNull();
  });
});

describe('the times of an event', () => {
  const morning = ['2027-01-21T10:00:00.000Z', '2027-01-21T14:00:00.000Z'] as const;

  test('are written by the clock in London', () => {
    expect(timesIn('en', ...morning)).toBe('Thursday, 21 January 2027, 10:00–14:00');
  });

  test('stay in their order among words from right to left', () => {
    expect(timesIn('ur', ...morning)).toMatch(/ \u206610:00\sAM\s–\s2:00\sPM\u2069$/);
    const evening = ['2026-12-02T18:30:00.000Z', '2026-12-02T20:00:00.000Z'] as const;
    expect(timesIn('ur', ...evening)).toMatch(/ \u20666:30–8:00\sPM\u2069$/);
    expect(timesIn('ar', ...morning)).not.toContain('\u2066');
    expect(clockIn('ur', '09:30')).toMatch(/^\u20669:30\sAM\u2069$/);
  });
});

describe('the forums of the districts', () => {
  const swanley = { standing: 'meets', districts: ['sevenoaks', 'dartford'] } as const;
  const starting = { standing: 'is-starting', districts: ['dartford'] } as const;
  const none = { standing: 'none-yet', districts: ['swale'] } as const;
  const found = forumsByDistrict(['dartford', 'swale', 'thanet'], [none, starting, swanley]);

  test('stand in the order of the districts, those that meet first', () => {
    expect(found.map(({ district }) => district)).toEqual(['dartford', 'swale', 'thanet']);
    expect(found[0]?.forums).toEqual([swanley, starting]);
  });

  test('leave out no district where nobody meets, and lead to how to start one', () => {
    expect(found[1]).toEqual({ district: 'swale', forums: [], howToStart: none });
    expect(found[2]).toEqual({ district: 'thanet', forums: [], howToStart: null });
  });
});

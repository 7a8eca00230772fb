import { compose } from '@charterpress/shared/domain/compose.ts';
import { kinds } from '@charterpress/shared/domain/kinds.ts';
import { ageBands, isForBand, knownAges } from '@charterpress/shared/domain/services/ages.ts';
import {
  checkedState,
  checkMoments,
  isDueForCheck,
} from '@charterpress/shared/domain/services/checked.ts';
import {
  checkedProblems,
  districtProblems,
  slugOfServiceProblems,
} from '@charterpress/shared/domain/services/problems.ts';
import {
  byOutcode,
  districtsAt,
  districtsOfService,
  outcodeOf,
} from '@charterpress/shared/domain/services/where.ts';
import { describe, expect, test } from 'vitest';

describe('what was checked', () => {
  const on = (today: string) => (day: string) => day <= today;

  test.each([
    ['2026-05-22', 'fresh'],
    ['2026-11-22', 'fresh'],
    ['2026-11-23', 'old'],
    ['2027-05-22', 'old'],
    ['2027-05-23', 'too-old'],
  ])('on 22 May 2026 is on %s %s', (today, state) => {
    expect(checkedState('2026-05-22', on(today))).toBe(state);
  });

  test('never is not taken for fresh', () => {
    expect(checkedState(null, on('2026-05-22'))).toBe('never');
  });

  test('on the last of a long month counts to the last of a short one', () => {
    expect(checkMoments('2026-08-31')).toEqual({ warns: '2027-03-01', leaves: '2027-09-01' });
  });

  test('asks the clock for no moment beyond the next', () => {
    const asked: string[] = [];
    checkedState('2026-05-22', (day) => {
      asked.push(day);
      return false;
    });
    expect(asked).toEqual(['2026-11-23']);
  });

  test('is on the list of staff a month before readers are warned', () => {
    expect(isDueForCheck('2026-05-22', '2026-10-21')).toBe(false);
    expect(isDueForCheck('2026-05-22', '2026-10-22')).toBe(true);
    expect(isDueForCheck(null, '2026-10-22')).toBe(true);
  });
});

describe('where a service stands', () => {
  const all = ['ashford', 'dover', 'swale'];

  test('is everywhere when it is for the whole area', () => {
    expect(districtsOfService({ everywhere: true, districts: [] }, [], all)).toEqual(all);
  });

  test('is its own districts and those of its places, each once, in the order of the trust', () => {
    const service = { everywhere: false, districts: ['swale'] };
    expect(districtsOfService(service, ['dover', 'swale'], all)).toEqual(['dover', 'swale']);
  });

  test('is in no district that the trust does not have', () => {
    expect(districtsOfService({ everywhere: false, districts: ['medway'] }, [], all)).toEqual([]);
  });

  test('is told by the first half of a postcode', () => {
    const districts = all.map((slug) => ({ slug }));
    const trust = { districts, outcodes: { CT15: ['dover', 'ashford'] } };
    expect(outcodeOf('CT15 4AA')).toBe('CT15');
    expect(districtsAt('CT15', trust)).toEqual(['ashford', 'dover']);
    expect(districtsAt('ME1', trust)).toEqual([]);
    expect(['CT10', 'CT2', 'BR8'].toSorted(byOutcode)).toEqual(['BR8', 'CT2', 'CT10']);
  });
});

describe('the ages of a service', () => {
  const ages = (fromAge: number | null, toAge: number | null) =>
    knownAges({ ages: 'from-to', fromAge, toAge });
  const bands = (known: ReturnType<typeof knownAges>) =>
    ageBands.filter((band) => isForBand(known, band)).map(({ name }) => name);

  test('that nobody wrote are unknown, and in no band', () => {
    const known = knownAges({ ages: null, fromAge: null, toAge: null });
    expect(known).toEqual({ is: 'unknown' });
    expect(bands(known)).toEqual([]);
  });

  test('are in every band that they touch, past 18 too', () => {
    expect(bands(ages(4, 5))).toEqual(['under-5', '5-to-10']);
    expect(bands(ages(16, 25))).toEqual(['16-and-17', '18-and-over']);
    expect(bands(ages(0, 0))).toEqual(['under-5']);
  });

  test('of which one end is known say that end and no more', () => {
    expect(ages(11, null)).toEqual({ is: 'from', from: 11 });
    expect(ages(null, 5)).toEqual({ is: 'to', to: 5 });
    expect(bands(ages(11, null))).toEqual([]);
  });
});

describe('an editor is told at the field', () => {
  const service = {
    ...{ slug: 'toddler-group', name: 'Toddler group', summary: 'Play and company.' },
    ...{ organisation: { relationTo: 'organisations', value: '1' }, everywhere: true },
  };
  const place = { slug: 'hall', name: 'Hall', type: 'hall', districts: ['swale'] };
  const hours = (opens: string, closes: string) => ({
    ...{ id: opens, days: ['monday'], weeks: 'every-week', opens, closes },
  });
  const fact = { relationTo: 'facts', value: '1' };
  const problemsOf = (kind: 'services' | 'places', version: object) => {
    const composed = compose(kind, version as never);
    return composed.ok ? [] : composed.problems;
  };

  test.each([
    ['a service in no district', { everywhere: false }, 'districts', 'no-district'],
    [
      'ages the wrong way round',
      { ages: 'from-to', fromAge: 11, toAge: 5 },
      'toAge',
      'ages-reversed',
    ],
    ['an age nobody asked for', { ages: 'every-age', fromAge: 3 }, 'fromAge', 'ages-not-asked'],
    ['half an age', { ages: 'from-to', fromAge: 3 }, 'toAge', 'empty'],
    ['half a year', { ages: 'from-to', fromAge: 0.5, toAge: 2 }, 'fromAge', 'not-an-age'],
    ['a price of what is free', { cost: 'free', price: fact }, 'price', 'free-with-price'],
    [
      'overlapping hours',
      { hours: [hours('09:00', '12:00'), hours('11:00', '15:00')] },
      'hours.1.opens',
      'hours-overlap',
    ],
  ])('of %s', (_, said, field, problem) => {
    expect(problemsOf('services', { ...service, ...said })).toMatchObject([{ field, problem }]);
  });

  test.each([
    ['two districts', { districts: ['dover', 'swale'] }, 'districts', 'more-than-one-district'],
    ['a postcode in small letters', { postcode: 'me10 4aa' }, 'postcode', 'postcode-form'],
    ['half a postcode', { postcode: 'ME10' }, 'postcode', 'postcode-form'],
    [
      'hours that end first',
      { hours: [hours('12:00', '09:00')] },
      'hours.0.closes',
      'hours-end-first',
    ],
  ])('of a place with %s', (_, said, field, problem) => {
    expect(problemsOf('places', { ...place, ...said })).toMatchObject([{ field, problem }]);
  });

  test('nothing of a service or place when there is nothing to say', () => {
    expect(problemsOf('services', { ...service, everywhere: false, districts: ['swale'] })).toEqual(
      [],
    );
    expect(problemsOf('places', { ...place, postcode: 'ZZ99 1AA' })).toEqual([]);
  });

  test('of a district that the trust does not have, in any kind', () => {
    const content = { districts: ['atlantis', 'swale'] };
    expect(districtProblems(kinds.forums, content, ['swale'])).toEqual([
      { field: 'districts', problem: 'unknown-district', value: 'atlantis' },
    ]);
    expect(districtProblems(kinds.guides, {}, ['swale'])).toEqual([]);
  });

  test('of a check in the future, and of an address where a list stands', () => {
    expect(checkedProblems({ checkedOn: '2026-11-23' }, '2026-11-22')).toHaveLength(1);
    expect(checkedProblems({ checkedOn: '2026-11-22' }, '2026-11-22')).toEqual([]);
    expect(slugOfServiceProblems('near', ['swale'])).toMatchObject([{ field: 'slug' }]);
    expect(slugOfServiceProblems('swale', ['swale'])).toMatchObject([{ field: 'slug' }]);
    expect(slugOfServiceProblems('toddler-group', ['swale'])).toEqual([]);
  });
});

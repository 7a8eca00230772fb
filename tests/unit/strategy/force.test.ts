import { forceOf, milestonesInOrder } from '@charterpress/shared/domain/strategy/force.ts';
import { describe, expect, it } from 'vitest';

const on = (today: string) => (day: string) => day <= today;
const days = { inForceFrom: '2026-04-01', inForceTo: '2029-03-31' };

describe('an adopted strategy', () => {
  it.each([
    ['2026-03-31', 'not-yet'],
    ['2026-04-01', 'in-force'],
    ['2029-03-31', 'in-force'],
    ['2029-04-01', 'over'],
  ])('on %s is %s', (today, force) => {
    expect(forceOf({ ...days, status: 'adopted' }, on(today))).toBe(force);
  });

  it('that does not say from when it holds is agreed, and no more is said', () => {
    expect(
      forceOf({ inForceFrom: null, inForceTo: null, status: 'adopted' }, on('2026-05-01')),
    ).toBe('adopted');
  });
});

it.each(['draft', 'in-consultation', 'replaced'] as const)(
  'a strategy that is %s is not in force, whatever its days',
  (status) => {
    expect(forceOf({ ...days, status }, on('2027-01-01'))).toBe(status);
  },
);

it('milestones come by their days, those without one last and as they were written', () => {
  const milestone = (what: string, due: string | null) => ({ id: what, what, due, who: null });
  const all = [
    milestone('c', null),
    milestone('b', '2027-01-01'),
    milestone('d', null),
    milestone('a', '2026-01-01'),
  ];
  expect(milestonesInOrder(all).map(({ what }) => what)).toEqual(['a', 'b', 'c', 'd']);
});

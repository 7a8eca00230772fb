/** Services and places of which anything may be known or not. */
import type { ContentOfKind } from '@charterpress/shared/domain/kinds.ts';
import {
  tiers,
  weekdays,
  weeks,
  writtenLanguages,
} from '@charterpress/shared/domain/shapes/choices.ts';
import { costs, referrals, stepFree, topics } from '@charterpress/shared/domain/shapes/services.ts';
import fc from 'fast-check';

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const words = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() !== '');
const day = fc.constantFrom('2026-01-31', '2026-12-25');

const row = fc.record({
  ...{ id: fc.uuid(), days: fc.subarray([...weekdays], { minLength: 1 }) },
  ...{ opens: fc.constant('09:00'), closes: fc.constantFrom('12:30', '17:00') },
  weeks: fc.constantFrom(...weeks),
});
const days = { id: fc.uuid(), from: day, to: maybe(day), why: maybe(words) };
const nothing = fc.constant(null);
const exception = fc.oneof(
  fc.record({ ...days, closed: fc.constant(true), opens: nothing, closes: nothing }),
  fc.record({
    ...{ ...days, closed: fc.constant(false) },
    ...{ opens: fc.constant('10:00'), closes: fc.constant('11:00') },
  }),
);
const opening = {
  hours: fc.array(row, { maxLength: 3 }),
  exceptions: fc.array(exception, { maxLength: 2 }),
};

export const anyService: fc.Arbitrary<Partial<ContentOfKind<'services'>>> = fc.record({
  ...opening,
  ...{ name: words, summary: words, forWhom: maybe(words), wait: maybe(words) },
  ...{ ages: maybe(fc.constantFrom('every-age', 'from-to')), fromAge: maybe(fc.nat(30)) },
  ...{ toAge: maybe(fc.nat(30)), cost: maybe(fc.constantFrom(...costs)), costNote: maybe(words) },
  ...{ referral: maybe(fc.constantFrom(...referrals)), referralNote: maybe(words) },
  ...{ everywhere: fc.boolean(), districts: fc.subarray(['swale', 'thanet']) },
  ...{ topics: fc.subarray([...topics]), tiers: fc.subarray([...tiers]) },
  ...{ languages: fc.subarray([...writtenLanguages]), checkedOn: maybe(day) },
  ...{ web: maybe(fc.webUrl()), atHome: fc.boolean() },
});

export const anyPlace: fc.Arbitrary<Partial<ContentOfKind<'places'>>> = fc.record({
  ...opening,
  ...{ street: maybe(words), town: maybe(words), postcode: maybe(words), access: maybe(words) },
  ...{ summary: maybe(words), transport: maybe(words) },
  stepFree: maybe(fc.constantFrom(...stepFree)),
});

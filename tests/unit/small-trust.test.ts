import { expect, test } from 'vitest';
import { smallSamples } from '../support/small-trust.ts';

test('the trust of the tests stays small, however much sample content there is', () => {
  expect(smallSamples().length).toBeLessThan(100);
});

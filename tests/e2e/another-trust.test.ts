import { afterAll, beforeAll } from 'vitest';
import { describeSite } from '../support/site-of-trust.ts';
import { type System, startSystem } from '../support/system.ts';

let system: System;

beforeAll(async () => {
  system = await startSystem({ TRUST: 'leicestershire' });
});
afterAll(() => system?.end());

// Kent's is asked of the newcomer's system.
const leicestershire = {
  ...{ name: 'leicestershire', principles: 0, districts: 7 },
  other: /\bKent\b/,
};
describeSite(leicestershire, () => system);

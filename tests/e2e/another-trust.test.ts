import { rmSync } from 'node:fs';
import { afterAll, beforeAll } from 'vitest';
import { putBundleIn } from '../support/press-at-work.ts';
import { scratch } from '../support/scratch.ts';
import { describeSite } from '../support/site-of-trust.ts';
import { type System, startSystem } from '../support/system.ts';

let system: System;

beforeAll(async () => {
  const beginning = scratch('beginning');
  putBundleIn(beginning);
  system = await startSystem({ TRUST: 'leicestershire' }, beginning);
  rmSync(beginning, { recursive: true, force: true });
});
afterAll(() => system?.end());

// Kent's is asked of the newcomer's system.
const leicestershire = {
  ...{ name: 'leicestershire', principles: 0, districts: 7 },
  other: /\bKent\b/,
};
describeSite(leicestershire, () => system);

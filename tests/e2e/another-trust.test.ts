import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { bundleFolder } from '../support/press-at-work.ts';
import { scratch } from '../support/scratch.ts';
import { describeSite } from '../support/site-of-trust.ts';
import { type System, startSystem } from '../support/system.ts';

let system: System;

// The pages are the same code for every trust, and made already.
beforeAll(async () => {
  const beginning = scratch('beginning');
  cpSync(bundleFolder, join(beginning, 'site-bundle'), { recursive: true });
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

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTrust } from '@charterpress/shared/trust.ts';
import { expect, test } from 'vitest';
import { startCms } from '../support/cms.ts';
test('seeds', { timeout: 600_000 }, async () => {
  const name = process.env.SEED_TRUST ?? 'kent';
  const cms = await startCms({ TRUST: name });
  const { seed } = await import('../../cms/src/seeding/seed.ts');
  const trusts = join(import.meta.dirname, '../../shared/trusts');
  const trust = readTrust(name, readFileSync(join(trusts, name, 'trust.yaml'), 'utf8'));
  const began = Date.now();
  const done = await seed(cms.payload, trust, trusts);
  console.log('SEEDED', done, (Date.now() - began) / 1000, 's');
  expect(done).not.toBeNull();
});

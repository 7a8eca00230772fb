import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { astroBuild } from '../support/astro-build.ts';
import { site } from '../support/site.ts';

// That it makes, byte for byte, what the press makes is asked of the whole system: `site-of-trust.ts`.
it('astro build makes nothing, and says what to do, when the CMS does not answer', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'charterpress-static-'));
  const nobody = { CMS_URL: 'http://127.0.0.1:9', SITE_URL: site, DATA_DIR: dataDir };
  const { said, code } = await astroBuild(nobody);
  rmSync(dataDir, { recursive: true, force: true });
  expect(code).not.toBe(0);
  expect(said).toContain('Start the CMS, or set CMS_URL');
});

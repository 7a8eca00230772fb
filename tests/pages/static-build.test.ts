import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { site } from '../support/site.ts';

const siteFolder = fileURLToPath(new URL('../../site', import.meta.url));
const astro = fileURLToPath(new URL('../../node_modules/astro/bin/astro.mjs', import.meta.url));

// That it makes, byte for byte, what the press makes is asked of the whole system: `site-of-trust.ts`.
it('astro build makes nothing, and says what to do, when the CMS does not answer', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'charterpress-static-'));
  const child = spawn(process.execPath, [astro, 'build'], {
    cwd: siteFolder,
    env: {
      ...process.env,
      ...{ CMS_URL: 'http://127.0.0.1:9', SITE_URL: site, DATA_DIR: dataDir },
      ...{ ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    },
  });
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const [said, wrong, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  rmSync(dataDir, { recursive: true, force: true });
  expect(code).not.toBe(0);
  expect(said + wrong).toContain('Start the CMS, or set CMS_URL');
});

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkAt } from '../../site/press/checks.ts';
import { notToBeKept } from '../../site/press/sensitive-file.ts';
import { fileOfPath } from '../../site/src/content/routes.ts';
import { startGraphqlServer } from '../support/graphql-server.ts';
import { filesIn } from '../support/press-at-work.ts';
import { sampleEditions, sampleTrust } from '../support/sample-editions.ts';
import { contentOf, renderSite, site } from '../support/site.ts';
import { makeSmallTrust, smallTrustIn } from '../support/small-trust.ts';

const siteFolder = fileURLToPath(new URL('../../site', import.meta.url));
const astro = fileURLToPath(new URL('../../node_modules/astro/bin/astro.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'charterpress-static-'));
const trusts = join(folder, 'trusts');
let editions: readonly Edition[];

beforeAll(async () => {
  makeSmallTrust(trusts);
  editions = await sampleEditions('small', trusts);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('astro build', () => {
  it('makes from GraphQL alone, byte for byte, every page that the press makes', async () => {
    const { said, code } = await build();
    expect(code, said).toBe(0);
    const pressed = await renderSite(contentOf(editions, sampleTrust('small', trusts)));
    const differing = pressed.routes.filter(
      ({ path }) => built(fileOfPath(path)) !== pressed.pages.get(path),
    );
    expect(pressed.routes.length).toBeGreaterThan(100);
    expect(differing).toEqual([]);
    expect(JSON.parse(built('_moves.json')).redirects).toHaveProperty([
      '/en/guides/family-liaison-officers/what-they-do/',
    ]);
    const loaded = (folder: string) => filesIn(join(folder, '_astro'));
    expect(loaded(join(folder, 'site'))).toEqual(loaded(pressed.assetsFolder));
    const sensitive = pressed.routes
      .map(({ path }) => ({ path, ...checkAt(path, () => pressed.pages.get(path) ?? '', site) }))
      .filter(({ scripts }) => scripts.includes('leave'));
    expect(JSON.parse(built('_sensitive.json'))).toEqual(notToBeKept(sensitive));
    expect(sensitive.map(({ path }) => path)).toContain('/ur/guides/at-home/');
    // It makes some three thousand pages twice.
  }, 240_000);

  it('makes nothing, and says what to do, when the CMS does not answer', async () => {
    const { said, code } = await astroBuild('http://127.0.0.1:9', join(folder, 'nothing'));
    expect(code).not.toBe(0);
    expect(said).toContain('Start the CMS, or set CMS_URL');
  });
});

async function build() {
  const cms = await startGraphqlServer(editions);
  const done = await astroBuild(cms.url, folder);
  await cms.close();
  return done;
}

function astroBuild(cmsUrl: string, dataDir: string) {
  const child = spawn(process.execPath, [astro, 'build'], {
    cwd: siteFolder,
    env: {
      ...process.env,
      ...{ ...smallTrustIn(trusts), CMS_URL: cmsUrl, SITE_URL: site, DATA_DIR: dataDir },
      ...{ ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes: Buffer) => {
      said += bytes.toString();
    });
  }
  return new Promise<{ said: string; code: number | null }>((done) =>
    child.on('close', (code) => done({ said, code })),
  );
}

function built(file: string): string {
  return readFileSync(join(folder, 'site', file), 'utf8');
}

/** Beside the press: a plain `astro build` of the same content, all pages to files, nothing compressed or checked. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { discard, folder, report, seconds, startFeed } from './measure.ts';
import { withTrust } from './trust-of-twelve.ts';

const documents = Number(process.argv[2]);
const dataDir = folder();
const siteFolder = path.join(import.meta.dirname, '../../site');
const feed = await startFeed(documents);
const astro = path.join(import.meta.dirname, '../../node_modules/astro/bin/astro.mjs');

const took = await seconds(() => withTrust(build));

const pages = readdirSync(path.join(dataDir, 'site'), { recursive: true }).filter((file) =>
  String(file).endsWith('.html'),
).length;
report(
  documents,
  'plain astro build, read to written',
  `${pages} pages, ${took.toFixed(1)} s, ${Math.round(pages / took)} pages/s`,
);
feed.end();
discard(dataDir);

async function build(trust: string): Promise<void> {
  const astroBuild = spawn(
    '/usr/bin/env',
    [process.execPath, '--max-old-space-size=12000', astro, 'build'],
    {
      cwd: siteFolder,
      env: { ...process.env, DATA_DIR: dataDir, CMS_URL: feed.url, TRUST: trust },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const [code] = await once(astroBuild, 'exit');
  if (code !== 0) throw new Error(`astro build ended with ${code}.`);
}

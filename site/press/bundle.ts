/**
 * Makes the bundle of the pages in DATA_DIR/site-bundle, unless one of the same code is there. Run it with
 * `node site/press/bundle.ts`.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Content } from '../src/content/content.ts';
import type { Route } from '../src/content/routes.ts';
import { siteFolder } from './env.ts';
import { PressError } from './press-error.ts';

export type Bundle = {
  readonly render: (request: Request, locals: object) => Promise<Response>;
  readonly dataAt: (content: Content, route: Route) => string;
  /** Styles and what else the pages load, to stand in every release. */
  readonly assetsFolder: string;
  /** Pictures of the trusts that were shown with it. */
  readonly picturesFolder: string;
  /** Changes with the code of the pages. */
  readonly fingerprint: string;
};

const inputs = [
  'src',
  'astro.config.ts',
  'press/astro.config.ts',
  'press/adapter.ts',
  'press/bundle-entry.ts',
];
const outside = ['../shared/src', '../package-lock.json'];
const ASSETS = 'client';
const PICTURES = 'pictures';
const MARK = 'made-from.txt';

/** Returns whether it had to build. The same for every trust and address: pages get both with the content. */
export async function makeBundle(folder: string): Promise<boolean> {
  const madeFrom = inputsDigest();
  if (fingerprintOf(folder) === madeFrom) return false;
  const building = `${folder}.building`;
  rmSync(building, { recursive: true, force: true });
  mkdirSync(path.dirname(folder), { recursive: true });
  const { build } = await import('astro');
  await build({
    root: siteFolder,
    configFile: 'press/astro.config.ts',
    outDir: building,
    cacheDir: `${building}/.cache`,
    logLevel: 'error',
  });
  rmSync(path.join(building, '.cache'), { recursive: true, force: true });
  writeFileSync(path.join(building, MARK), madeFrom);
  rmSync(folder, { recursive: true, force: true });
  renameSync(building, folder);
  return true;
}

/** Throws a PressError when there is no bundle. */
export async function loadBundle(folder: string): Promise<Bundle> {
  const fingerprint = fingerprintOf(folder);
  const entry = path.join(folder, 'server/entry.mjs');
  if (fingerprint === null || !existsSync(entry)) {
    throw new PressError(
      `There is no bundle of the pages in ${folder}. Make it: node site/press/bundle.ts`,
    );
  }
  const module: Pick<Bundle, 'dataAt' | 'render'> = await import(
    `${pathToFileURL(entry).href}?made=${fingerprint}`
  );
  const { dataAt, render } = module;
  return {
    dataAt,
    render,
    assetsFolder: path.join(folder, ASSETS),
    picturesFolder: path.join(folder, PICTURES),
    fingerprint,
  };
}

function fingerprintOf(folder: string): string | null {
  const mark = path.join(folder, MARK);
  return existsSync(mark) ? readFileSync(mark, 'utf8') : null;
}

function inputsDigest(): string {
  const hash = createHash('sha256');
  for (const input of [...inputs, ...outside]) {
    for (const file of filesBelow(path.join(siteFolder, input))) {
      hash.update(path.relative(siteFolder, file)).update('\0').update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

function filesBelow(place: string): readonly string[] {
  if (!existsSync(place)) return [];
  const entries = readdirSync(path.dirname(place), { withFileTypes: true });
  const self = entries.find((entry) => entry.name === path.basename(place));
  if (self?.isFile()) return [place];
  return readdirSync(place, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

if (import.meta.main) {
  const { env } = await import('./env.ts');
  const folder = path.join(env.dataDir, 'site-bundle');
  const built = await makeBundle(folder);
  console.log(
    built ? `The pages are bundled in ${folder}.` : 'The bundle of the pages is up to date.',
  );
}

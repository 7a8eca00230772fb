/** What may depend on what, and what may stand where: the rules that keep the parts apart, read from the files themselves. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const files = committedFiles().filter((file) => existsSync(join(root, file)));
const code = files.filter((file) => /\.(ts|tsx|mjs|astro)$/.test(file));

test('shared is used by cms and site, and uses neither', () => {
  expect(importsFrom('shared/').filter(({ into }) => into !== 'shared' && into !== null)).toEqual(
    [],
  );
});

test('the site never uses the CMS', () => {
  expect(importsFrom('site/').filter(({ into }) => into === 'cms' || into === 'tests')).toEqual([]);
});

test('the CMS never uses the site', () => {
  expect(importsFrom('cms/').filter(({ into }) => into === 'site' || into === 'tests')).toEqual([]);
});

test('shared knows no framework, no file system and no environment', () => {
  const foreign = /^(payload|@payloadcms\/|astro|react|next|node:|mongodb)/;
  const used = importsFrom('shared/').filter(({ what }) => foreign.test(what));
  expect(used.concat(mentions('shared/src/', /process\.env/))).toEqual([]);
});

test('only the generator of the press’s query reads the schema that crosses from CMS to site', () => {
  const readers = code.filter(
    (file) => file.startsWith('site/') && /schema\.graphql/.test(read(file)),
  );
  expect(readers.filter((file) => !file.startsWith('site/press/'))).toEqual([]);
});

test('imports name files: there is no index.ts and no drawer for odds and ends', () => {
  const drawer = /(^|\/)(utils|helpers|common|lib)\//;
  expect(code.filter((file) => /^index\.tsx?$/.test(basename(file)) || drawer.test(file))).toEqual(
    [],
  );
});

test('the environment is read in env.ts, and by the scripts that set it', () => {
  const allowed =
    /^(cms\/src\/env\.ts|site\/press\/env\.ts|cms\/scripts\/|cms\/database\/|cms\/next\.config\.ts|tests\/)/;
  expect(mentions('', /process\.env\b/).filter(({ file }) => !allowed.test(file))).toEqual([]);
});

test('the root holds what npm and TypeScript look for there, and nothing else', () => {
  const atRoot = files.filter((file) => !file.includes('/') && !file.startsWith('.'));
  expect(atRoot.filter((file) => !rootFiles.includes(file))).toEqual([]);
});

test('the lock file takes every package from whatever registry the machine has', () => {
  expect(read('package-lock.json')).not.toMatch(/"resolved": "https?:/);
});

test('no file names a registry', () => {
  const configured = files.filter(
    (file) => !file.endsWith('package-lock.json') && !isPicture(file),
  );
  const registry =
    /(?<![\w-])(_authToken|registry|index-url)\s*=\s*\S|https?:\/\/(registry\.|[\w.-]*\/(npm|pypi)\/)/;
  expect(configured.filter((file) => file !== here && registry.test(read(file)))).toEqual([]);
});

const here = 'tests/unit/dependency-rule.test.ts';
const rootFiles = ['package.json', 'package-lock.json', 'tsconfig.json', 'README.md'];

type Import = { readonly file: string; readonly what: string; readonly into: string | null };

/** Every import of the files under a folder. `into` is the workspace it leads to, or `null` for a package. */
function importsFrom(folder: string): Import[] {
  const importing = /(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g;
  return code
    .filter((file) => file.startsWith(folder))
    .flatMap((file) =>
      [...read(file).matchAll(importing)].map(([, what = '']) => ({
        file,
        what,
        into: workspace(file, what),
      })),
    );
}

function workspace(file: string, what: string): string | null {
  const [, named] = /^@charterpress\/(\w+)/.exec(what) ?? [];
  if (named !== undefined) return named;
  if (!what.startsWith('.')) return null;
  return join(dirname(file), what).split('/')[0] ?? null;
}

function mentions(folder: string, what: RegExp): Import[] {
  return code
    .filter((file) => file.startsWith(folder) && what.test(read(file)))
    .map((file) => ({ file, what: String(what), into: null }));
}

/** Also those that are not committed yet, so that the rule speaks before the commit. */
function committedFiles(): string[] {
  const list = ['ls-files', '--cached', '--others', '--exclude-standard'];
  return execFileSync('git', list, { cwd: root, encoding: 'utf8' }).trimEnd().split('\n');
}

function isPicture(file: string): boolean {
  return /\.(png|jpe?g|webp|avif|gif|ico|woff2?)$/.test(file);
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

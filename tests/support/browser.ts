/** A real browser for tests: CHROME_PATH, one that is installed, Playwright's own, or the one that npm can bring. */
import { existsSync } from 'node:fs';
import { installedChromium, quietArguments } from '@charterpress/site/press/chromium.ts';
import { type Browser, chromium } from 'playwright-core';
import { isRoomy, MEMORY } from './scratch.ts';

/**
 * What the pages of a test never pay back: each is open for a second, and its programs are not run often enough for V8 to
 * make them quick. Measured over keyboards, screens and axe: a sixth of the processor's time.
 */
const SHORT_LIVED =
  '--js-flags=--no-maglev --no-turbofan --single-threaded-gc --min-semi-space-size=16 --max-semi-space-size=32';

/** Programs draw into what they share as files, on a disk if they are told to expect little memory. */
const ON_A_DISK = '--disable-dev-shm-usage';

/** A browser, to be closed by whoever asked. */
export async function browser(): Promise<Browser> {
  const { path, args } = await findBrowser();
  const inMemory = isRoomy();
  const ignored = inMemory ? [ON_A_DISK] : [];
  return chromium.launch({
    executablePath: path,
    args: [...args.filter((each) => !ignored.includes(each)), SHORT_LIVED],
    ignoreDefaultArgs: ignored,
    env: inMemory ? { ...process.env, TMPDIR: MEMORY } : process.env,
    headless: true,
  });
}

export type FoundBrowser = { readonly path: string; readonly args: readonly string[] };

/** Throws an error that says what to type when there is none. */
export async function findBrowser(): Promise<FoundBrowser> {
  const given = process.env.CHROME_PATH;
  if (given !== undefined && given !== '') {
    if (existsSync(given)) return { path: given, args: quietArguments };
    throw new Error(`CHROME_PATH is ${given}, and there is no such file. Mend it or unset it.`);
  }
  const path = await installedChromium(process.env.PATH ?? '');
  return path === null ? fromNpm() : { path, args: quietArguments };
}

async function fromNpm(): Promise<FoundBrowser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(noBrowser());
  // Its own arguments draw with a graphics card that it plays itself: half of all the time that a page takes.
  const { default: packed } = await import('@sparticuz/chromium');
  return { path: await packed.executablePath(), args: quietArguments };
}

function noBrowser(): string {
  return [
    'The tests need Chrome or Chromium, and there is none on this machine.',
    'Install Google Chrome, or type: npx playwright-core install chromium',
    'or say where one is: CHROME_PATH=/path/to/chrome npm test',
  ].join('\n');
}

/** A real browser for tests: CHROME_PATH, one that is installed, Playwright's own, or the one that npm can bring. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** A browser, to be closed by whoever asked. */
export async function browser(): Promise<Browser> {
  const { path, args } = await findBrowser();
  return chromium.launch({ executablePath: path, args: [...args], headless: true });
}

export type FoundBrowser = { readonly path: string; readonly args: readonly string[] };

/** Throws an error that says what to type when there is none. */
export async function findBrowser(): Promise<FoundBrowser> {
  const given = process.env.CHROME_PATH;
  if (given !== undefined && given !== '') {
    if (existsSync(given)) return { path: given, args: quiet };
    throw new Error(`CHROME_PATH is ${given}, and there is no such file. Mend it or unset it.`);
  }
  const path = [...installed(), chromium.executablePath()].find((each) => existsSync(each));
  return path === undefined ? fromNpm() : { path, args: quiet };
}

/** What Chromium needs to run as root, in a container, and to speak to nobody but the tests. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function installed(): string[] {
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
}

async function fromNpm(): Promise<FoundBrowser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(noBrowser());
  // Its own arguments draw with a graphics card that it plays itself: half of all the time that a page takes.
  const { default: packed } = await import('@sparticuz/chromium');
  return { path: await packed.executablePath(), args: quiet };
}

function noBrowser(): string {
  return [
    'The tests need Chrome or Chromium, and there is none on this machine.',
    'Install Google Chrome, or type: npx playwright-core install chromium',
    'or say where one is: CHROME_PATH=/path/to/chrome npm test',
  ].join('\n');
}

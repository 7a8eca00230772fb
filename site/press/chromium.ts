/** The browser that makes PDFs: one that is named, one that is installed, or Playwright's own. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { PressError } from './press-error.ts';

/** What Chromium needs to run as root, in a container, and to speak to nobody. */
export const quietArguments: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

type Wanted = { readonly chromePath: string | null; readonly programs: string };

/** `null` where none is wanted, or there is none. Throws a PressError for one that is named and not there. */
export async function findChromium({ chromePath, programs }: Wanted): Promise<string | null> {
  if (chromePath === 'none') return null;
  if (chromePath === null) return installedChromium(programs);
  if (existsSync(chromePath)) return chromePath;
  throw new PressError(
    `CHROME_PATH is ${chromePath}, and there is no such file. Mend it, unset it, or set it to none: ` +
      'then no PDFs of booklets are made.',
  );
}

/** `folders` is the PATH. */
export async function installedChromium(folders: string): Promise<string | null> {
  const installed = candidates(folders).find((each) => existsSync(each));
  if (installed !== undefined) return installed;
  // It takes a moment to load, and most who make PDFs have a browser installed.
  const { chromium } = await import('playwright-core');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}

function candidates(folders: string): string[] {
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];
  return [
    ...folders.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
}

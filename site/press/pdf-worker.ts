/**
 * Makes PDFs of booklets in a process of its own, which yields to everything else: the press starts it when there are some
 * to make, and tells it file by file. Nothing is loaded and no script runs.
 */
import { rename, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { quietArguments } from './chromium.ts';

/** Which file to make of which, and with which browser. */
export type Asked = { readonly html: string; readonly pdf: string; readonly browser: string };
export type Answered =
  | { readonly pdf: string; readonly ok: true; readonly bytes: number }
  | { readonly pdf: string; readonly ok: false; readonly why: string };

const TIMEOUT_MS = 60_000;
let opened: Promise<Browser> | null = null;

process.on('message', async (asked: Asked) => {
  const answer = await print(asked).then(
    (bytes): Answered => ({ pdf: asked.pdf, ok: true, bytes }),
    (error: Error): Answered => ({ pdf: asked.pdf, ok: false, why: firstLine(error.message) }),
  );
  process.send?.(answer);
});
process.on('disconnect', async () => {
  await (await opened)?.close();
  process.exit(0);
});

/** A browser that does not start says on the further ones all that it was started with. */
function firstLine(why: string): string {
  return why.split('\n')[0] ?? '';
}

/** Returns how many bytes it has. */
async function print({ browser, html, pdf }: Asked): Promise<number> {
  opened ??= chromium.launch({ executablePath: browser, args: [...quietArguments] });
  const context = await (await opened).newContext({ javaScriptEnabled: false, offline: true });
  try {
    const page = await context.newPage();
    await page.goto(pathToFileURL(html).href, { timeout: TIMEOUT_MS });
    const bytes = await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true });
    await writeFile(`${pdf}.new`, bytes, { flush: true });
    await rename(`${pdf}.new`, pdf);
    return bytes.length;
  } finally {
    await context.close();
  }
}

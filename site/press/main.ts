/**
 * The press: `node site/press/main.ts watch | once | rollback <release> | resume`. Turns the feed of the CMS into
 * releases of the site in DATA_DIR/releases.
 */
import path from 'node:path';
import { loadBundle, makeBundle } from './bundle.ts';
import { findChromium } from './chromium.ts';
import { env } from './env.ts';
import { resume, rollBack } from './hold.ts';
import { confirmLive } from './live.ts';
import { takeLock } from './lock.ts';
import { type PdfMaker, startPdfMaker } from './pdfs.ts';
import { openPress, type Press } from './press.ts';
import { PressError } from './press-error.ts';
import { sentence, watch } from './watch.ts';

const usage = 'Type one of: node site/press/main.ts watch | once | rollback <release> | resume';
const say = (line: string) => console.log(line);
const options = { ...env, now: () => new Date(), say };

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!isForPeople(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function run([command, release]: readonly string[]): Promise<void> {
  if (command === 'watch') return runWatch();
  if (command === 'once') return runOnce();
  if (command === 'rollback' && /^\d+$/.test(release ?? '')) {
    await rollBack(env.dataDir, Number(release), options.now());
    say(
      `Release ${release} is served. The press serves no other until: node site/press/main.ts resume`,
    );
  } else if (command === 'resume') {
    say(`Release ${await resume(env.dataDir, options.now())} is served.`);
  } else throw new PressError(usage);
}

async function runOnce(): Promise<void> {
  const unlock = takeLock(env.dataDir, 'once');
  const press = await open();
  try {
    let isMore = true;
    while (isMore) {
      const made = await press.publish();
      say(sentence(made));
      for (const problem of await confirmLive(press, options)) say(problem);
      isMore = made.hasMore || made.hasBooklets;
    }
    await press.tidy();
    if (await makePdfs(press)) say(sentence(await press.publish()));
  } finally {
    await press.close();
    unlock();
  }
}

async function runWatch(): Promise<void> {
  const unlock = takeLock(env.dataDir, 'watch');
  const press = await open();
  const pdfs = await pdfMaker(press);
  const { stop } = await watch(press, { ...options, pdfs });
  const { host, port } = env.pressAddress;
  say(`The press watches ${env.cmsUrl} and listens on http://${host}:${port}.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      await stop();
      await pdfs.stop();
      await press.close();
      unlock();
      process.exit(0);
    });
  }
}

/** All that are missing or old. Returns whether there were any. */
async function makePdfs(press: Press): Promise<boolean> {
  const pdfs = await pdfMaker(press);
  let isAny = false;
  let isMore = true;
  while (isMore) {
    pdfs.begin(() => {});
    await pdfs.done();
    isMore = await pdfs.keep();
    isAny ||= isMore;
  }
  for (const problem of pdfs.trouble()) say(problem);
  return isAny;
}

async function pdfMaker({ folders, ledger }: Press): Promise<PdfMaker> {
  const browser = await findChromium(env);
  if (browser === null && env.chromePath !== 'none') {
    say(
      'No PDFs of booklets are made: there is no Chrome or Chromium. Install one, or set CHROME_PATH to one, or to none.',
    );
  }
  const newest = () => {
    const release = ledger.newestRelease();
    return release === null ? null : folders.at(release.number);
  };
  return startPdfMaker({ dataDir: env.dataDir, ledger, newest, browser, now: options.now });
}

async function open(): Promise<Press> {
  const folder = path.join(env.dataDir, 'site-bundle');
  await makeBundle(folder);
  const press = await openPress({ ...env, now: options.now, bundle: await loadBundle(folder) });
  for (const warning of press.warnings) say(warning);
  return press;
}

function isForPeople(error: unknown): error is Error {
  return error instanceof PressError || (error as NodeJS.ErrnoException)?.code === 'EADDRINUSE';
}

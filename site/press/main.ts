/**
 * The press: `node site/press/main.ts watch | once | rollback <release> | resume`. Turns the feed of the CMS into
 * releases of the site in DATA_DIR/releases.
 */
import path from 'node:path';
import { loadBundle, makeBundle } from './bundle.ts';
import { env } from './env.ts';
import { resume, rollBack } from './hold.ts';
import { confirmLive } from './live.ts';
import { takeLock } from './lock.ts';
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
    let hasMore = true;
    while (hasMore) {
      const made = await press.publish();
      say(sentence(made));
      for (const problem of await confirmLive(press, options)) say(problem);
      hasMore = made.hasMore;
    }
    await press.tidy();
  } finally {
    press.close();
    unlock();
  }
}

async function runWatch(): Promise<void> {
  const unlock = takeLock(env.dataDir, 'watch');
  const press = await open();
  const { stop } = await watch(press, options);
  const { host, port } = env.pressAddress;
  say(`The press watches ${env.cmsUrl} and listens on http://${host}:${port}.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      await stop();
      press.close();
      unlock();
      process.exit(0);
    });
  }
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

/**
 * `node cms/scripts/worker.ts`: publishes what was scheduled when its moment comes, and does the desk's chores. Several may
 * run, on one machine or on many; each thing is done once. SIGTERM ends it when what it began is done.
 *
 * With `--prepare` it prepares the database first and tells whoever started it, who says when to begin: to load the CMS
 * takes seconds of a processor, and `npm start` has both to do.
 */
import { once } from 'node:events';
import { getPayload, type Payload } from 'payload';
import { work } from '../src/jobs/work.ts';
import config from '../src/payload.config.ts';
import { prepareDatabase } from './prepare-database.ts';
import { PREPARED } from './preparing.ts';

const isToPrepare = process.argv.includes('--prepare');
if (isToPrepare) {
  // Whoever started it was killed: the next start prepares again, and two at once would put in the samples twice.
  process.once('disconnect', leave);
  if (process.connected === false) leave();
}
const payload = await getPayload({ config, disableOnInit: true });
if (isToPrepare) await prepareFirst(payload);

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => stop.abort());
}
console.log('The worker is at work.');
await work(payload, stop.signal);
await payload.destroy();
console.log('The worker has stopped.');
process.exit(0);

async function prepareFirst(cms: Payload): Promise<void> {
  await prepareDatabase(cms, tell);
  const isToBegin = process.connected ? once(process, 'message') : null;
  tell(PREPARED);
  await isToBegin;
  process.off('disconnect', leave);
  if (process.connected) process.disconnect();
}

function tell(line: string): void {
  console.log(line);
  process.send?.(line);
}

function leave(): never {
  process.exit(1);
}

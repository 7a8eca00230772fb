/**
 * `node cms/scripts/worker.ts`: publishes what was scheduled when its moment comes, and does the desk's chores. Several may
 * run, on one machine or on many; each thing is done once. SIGTERM ends it when what it began is done.
 */
import { getPayload } from 'payload';
import { work } from '../src/jobs/work.ts';
import config from '../src/payload.config.ts';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => stop.abort());
}
const payload = await getPayload({ config, disableOnInit: true });
console.log('The worker is at work.');
await work(payload, stop.signal);
await payload.destroy();
console.log('The worker has stopped.');
process.exit(0);

/**
 * What Charterpress reaches, as a table: `npm run bench`. The press is measured over a real HTTP server of generated
 * editions, publishing over the whole system as `npm start` runs it. Sizes: `node tests/bench/bench.ts 1000 10000`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpus, loadavg, totalmem } from 'node:os';
import path from 'node:path';
import { bundle } from '../support/press-at-work.ts';
import { report } from './measure.ts';

/** It holds every edition and every page in memory at once. */
const MOST_FOR_ASTRO = 1_000;
const sizes = process.argv.slice(2).map(Number);
const [cpu] = cpus();

console.log(
  `${cpus().length} x ${cpu?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`,
);
console.log(`Load before it: ${loadavg()[0]?.toFixed(1)}. Documents x languages | what | figure`);
// Made here, so that the memory of bundling is not counted as the press's.
await bundle();
for (const documents of sizes.length > 0 ? sizes : [1_000, 10_000]) {
  await inOwnProcess('measure-press.ts', documents);
  await inOwnProcess('measure-live.ts', documents);
  if (documents <= MOST_FOR_ASTRO) await inOwnProcess('measure-astro.ts', documents);
  else report(documents, 'plain astro build', `not run above ${MOST_FOR_ASTRO} documents`);
}

/** Memory is of one measure alone. */
async function inOwnProcess(file: string, documents: number): Promise<void> {
  const measure = spawn(
    process.execPath,
    [path.join(import.meta.dirname, file), String(documents)],
    { stdio: 'inherit' },
  );
  const [code] = await once(measure, 'exit');
  if (code !== 0) process.exitCode = 1;
}

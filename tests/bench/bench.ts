/**
 * What the press reaches, as a table: `npm run bench`. The feed comes from a real HTTP server over generated editions;
 * the figures are of the press, not of the CMS. Sizes: `node tests/bench/bench.ts 1000 10000`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';

const sizes = process.argv.slice(2).map(Number);
const [cpu] = cpus();

console.log(
  `${cpus().length} x ${cpu?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`,
);
console.log('The feed: a real HTTP server over generated editions, in a process of its own.');
for (const documents of sizes.length > 0 ? sizes : [1_000, 10_000]) {
  await inOwnProcess('measure-press.ts', documents);
  await inOwnProcess('measure-astro.ts', documents);
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

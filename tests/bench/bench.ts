/**
 * What Charterpress reaches, as a table: `npm run bench`. The press is measured over a real HTTP server of generated
 * editions, publishing over the whole system as `npm start` runs it. Sizes: `node tests/bench/bench.ts 1000 10000`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import path from 'node:path';
import { pressMemory } from '../../cms/scripts/press-memory.ts';
import { bundle } from '../support/press-at-work.ts';
import { folder, progress, report } from './measure.ts';

/** It holds every edition and every page in memory at once. */
const MOST_FOR_ASTRO = 1_000;
/** Of more, putting editions into the database, and a young press making its folders, takes longer than all else here. */
const MOST_FOR_LIVE = 1_000;
/** Reviewed translations of one language in the memory: what translators are promised quick look-ups over. */
const PAIRS = 200_000;
/** Of a large county: what the release of one of them is promised over. */
const SERVICES = 500;
const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [1_000, 10_000];
const [cpu] = cpus();
const place = folder();

console.log(
  `${cpus().length} x ${cpu?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`,
);
console.log(`Load before it: ${loadavg()[0]?.toFixed(1)}. Documents x languages | what | figure`);
// Made here, so that the memory of bundling is not counted as the press's.
await bundle();
for (const documents of sizes) await inOwnProcess('measure-press.ts', documents);
for (const documents of sizes) {
  if (documents <= MOST_FOR_LIVE) await inOwnProcess('measure-live.ts', documents);
  else
    report(documents, 'the CMS’s 200 -> new bytes served', 'not measured: filling takes longest');
}
await inOwnProcess('measure-services.ts', SERVICES);
await inOwnProcess('measure-lighthouse.ts', 0);
await inOwnProcess('measure-desk.ts', Math.min(...sizes, MOST_FOR_LIVE));
await inOwnProcess('measure-memory.ts', PAIRS);
await inOwnProcess('measure-translation.ts', Math.max(...sizes));
for (const documents of sizes) {
  if (documents <= MOST_FOR_ASTRO) await inOwnProcess('measure-astro.ts', documents);
  else report(documents, 'plain astro build', 'not measured: it holds every page in memory');
}
progress('taking away what was written');
rmSync(place, { recursive: true, force: true });

/** Memory is of one measure alone. */
async function inOwnProcess(file: string, documents: number): Promise<void> {
  progress(`${file} ${documents}`);
  const measure = spawn(
    process.execPath,
    [...memoryFor(file), path.join(import.meta.dirname, file), String(documents)],
    { stdio: 'inherit', env: { ...process.env, TMPDIR: place, BENCH_KEEPS: 'yes' } },
  );
  const [code] = await once(measure, 'exit');
  if (code !== 0) process.exitCode = 1;
}

/** The press is measured with the memory that it is started with. */
function memoryFor(file: string): readonly string[] {
  return file === 'measure-press.ts' ? pressMemory : [];
}

/** What the measures share: a feed in a process of its own, times, and the lines of the table. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type Feed = { readonly url: string; readonly end: () => void };

export async function startFeed(documents: number): Promise<Feed> {
  const file = path.join(import.meta.dirname, 'feed-process.ts');
  const child = spawn(process.execPath, [file, String(documents)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data');
  return { url: String(line).trim(), end: () => child.kill() };
}

/** A folder to measure in, on the disk of TMPDIR. */
export function folder(): string {
  return mkdtempSync(path.join(tmpdir(), 'charterpress-bench-'));
}

/**
 * Whoever runs many measures deletes what they leave once all are done, and says so by BENCH_KEEPS: for minutes after
 * files were deleted, ext4 looks at each of them before it makes another, and making one takes ten times as long.
 */
export const isKept = process.env.BENCH_KEEPS === 'yes';

export function discard(place: string): void {
  if (!isKept) rmSync(place, { recursive: true, force: true });
}

/** A line for whoever waits, beside the table. */
export function progress(what: string): void {
  console.error(`${new Date().toTimeString().slice(0, 8)} ${what}`);
}

export async function seconds(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

export function ninetyFifth(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0;
}

/** One line of the table. */
export function report(documents: number, what: string, result: string): void {
  console.log(`${String(documents).padStart(6)} x 12 | ${what.padEnd(44)} | ${result}`);
}

/** The most memory this process ever held, as the system counts it. */
export function peakMemory(): string {
  return `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`;
}

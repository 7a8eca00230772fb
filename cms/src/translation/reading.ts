/**
 * Reads files of other people's making. One of 10 MB takes seconds, so that it is read on a thread of its own, and whoever
 * saves a segment meanwhile notices nothing.
 */
import { Worker } from 'node:worker_threads';
import { isZip } from './exchange/unzip.ts';
import { type Readable, type Reading, readNow } from './read-now.ts';

/** Bytes. Starting a thread takes longer than reading a file of that size. */
const SMALL = 64 * 1024;

export function read<R extends Readable>(asked: R): Promise<Reading<R>> {
  const isQuick = asked.bytes.byteLength <= SMALL && !isZip(asked.bytes);
  return isQuick ? Promise.resolve(readNow(asked)) : inTurn(() => onThread(asked));
}

let last: Promise<unknown> = Promise.resolve();

/** One file at a time: ten of 10 MB at once would need ten times the memory, and be read no sooner. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work, work);
  last = turn.catch(() => {});
  return turn;
}

function onThread<R extends Readable>(asked: R): Promise<Reading<R>> {
  // In one expression: so Turbopack finds the program and builds it too.
  const thread = new Worker(new URL('./reading-thread.ts', import.meta.url), {
    workerData: asked,
  });
  return new Promise<Reading<R>>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`Reading a file ended with ${code}.`)));
  }).finally(() => thread.terminate());
}

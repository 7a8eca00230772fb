/** The thread of `reading.ts`: reads one file, answers, and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { readNow } from './read-now.ts';

parentPort?.postMessage(readNow(workerData));

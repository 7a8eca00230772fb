/** Finishes pages on a thread of its own, so that rendering goes on meanwhile. */
import { parentPort, workerData } from 'node:worker_threads';
import { finish, type Rendered } from './finish.ts';

const { folder, site } = workerData as { folder: string; site: string };

parentPort?.on('message', (pages: readonly Rendered[]) => {
  try {
    parentPort?.postMessage({ finished: pages.map((page) => finish(page, folder, site)) });
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    parentPort?.postMessage({ message, code });
  }
});

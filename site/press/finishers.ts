/** Finishes the first pages at once, and when there are many the rest on threads beside the rendering. */
import { Worker } from 'node:worker_threads';
import { type Finished, finish, type Rendered } from './finish.ts';

/** Starting threads takes longer than finishing this many pages. */
const FEW_PAGES = 150;
const THREADS = 2;
const BATCH = 16;
/** Batches under way on a thread before rendering waits. */
const AHEAD = 4;

export type Finishers = {
  readonly add: (page: Rendered) => Promise<void>;
  /** Resolves when every page that was added is finished. */
  readonly end: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

type Options = {
  readonly folder: string;
  readonly site: string;
  readonly onFinished: (finished: Finished) => void;
};

export function startFinishers(options: Options): Finishers {
  const { folder, site, onFinished } = options;
  let count = 0;
  let threads: Finishers | null = null;
  return {
    add: async (page) => {
      count += 1;
      if (count <= FEW_PAGES) return onFinished(finish(page, folder, site));
      threads ??= onThreads(options);
      await threads.add(page);
    },
    end: async () => threads?.end(),
    stop: async () => threads?.stop(),
  };
}

function onThreads({ folder, site, onFinished }: Options): Finishers {
  const threads = Array.from({ length: THREADS }, () => {
    const worker = new Worker(new URL('./finish-worker.ts', import.meta.url), {
      workerData: { folder, site },
    });
    return { worker, underWay: 0 };
  });
  let batch: Rendered[] = [];
  let failure: Error | null = null;
  let wake = () => {};

  for (const thread of threads) {
    thread.worker.on('message', (answer: Answer) => {
      thread.underWay -= 1;
      if ('finished' in answer) for (const each of answer.finished) onFinished(each);
      else failure = Object.assign(new Error(answer.message), { code: answer.code });
      wake();
    });
    thread.worker.on('error', (error) => {
      failure = error as Error;
      wake();
    });
  }

  return {
    add: async (page) => {
      batch.push(page);
      if (batch.length >= BATCH) await send();
    },
    end: async () => {
      if (batch.length > 0) await send();
      await until(() => threads.every(({ underWay }) => underWay === 0));
    },
    stop: async () => {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };

  async function send(): Promise<void> {
    await until(() => threads.some(({ underWay }) => underWay < AHEAD));
    const [least] = threads.toSorted((a, b) => a.underWay - b.underWay);
    if (least === undefined) return;
    least.underWay += 1;
    least.worker.postMessage(
      batch,
      batch.map(({ bytes }) => bytes.buffer as ArrayBuffer),
    );
    batch = [];
  }

  async function until(isSo: () => boolean): Promise<void> {
    while (failure === null && !isSo()) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    if (failure !== null) throw failure;
  }
}

type Answer =
  | { readonly finished: readonly Finished[] }
  | { readonly message: string; readonly code: string | undefined };

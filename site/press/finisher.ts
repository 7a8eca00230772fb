/** Finishes the first pages at once, and when there are many the rest on a thread beside the rendering, or on either. */
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { type Finished, finish, type Rendered } from './finish.ts';

/** A thread takes as long to start as this many pages to finish: with one, a publication of 180 pages takes twice as long. */
const FEW_PAGES = 400;
const BATCH = 16;
/** Batches under way before rendering lends a hand. */
const AHEAD = 4;

export type Finisher = {
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

export function startFinisher(options: Options): Finisher {
  const { folder, site, onFinished } = options;
  let count = 0;
  let thread: Finisher | null = null;
  return {
    add: async (page) => {
      count += 1;
      if (count <= FEW_PAGES) return onFinished(finish(page, folder, site));
      thread ??= onThread(options);
      await thread.add(page);
    },
    end: async () => thread?.end(),
    stop: async () => thread?.stop(),
  };
}

/**
 * Finishing a page takes longer than rendering one, and every thread has a memory of its own: one is enough when
 * whoever renders finishes some itself instead of waiting.
 */
function onThread({ folder, site, onFinished }: Options): Finisher {
  // What the process was started with would go before the limits of its threads. Itself has taken what it was given.
  setFlagsFromString('--max-semi-space-size=0');
  const worker = new Worker(new URL('./finish-worker.ts', import.meta.url), {
    workerData: { folder, site },
    // Pages are rubbish as soon as they are written: without a limit it keeps ten times as many.
    resourceLimits: { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 256 },
  });
  let underWay = 0;
  let batch: Rendered[] = [];
  let failure: Error | null = null;
  let wake = () => {};

  worker.on('message', (answer: Answer) => {
    underWay -= 1;
    if ('finished' in answer) for (const each of answer.finished) onFinished(each);
    else failure = Object.assign(new Error(answer.message), { code: answer.code });
    wake();
  });
  worker.on('error', (error) => {
    failure = error as Error;
    wake();
  });

  return {
    add: async (page) => {
      batch.push(page);
      if (batch.length >= BATCH) await send();
    },
    end: async () => {
      if (batch.length > 0) await send();
      await until(() => underWay === 0);
    },
    stop: async () => void (await worker.terminate()),
  };

  async function send(): Promise<void> {
    const pages = batch;
    batch = [];
    // The answers of the thread come in only when nothing else is to be done.
    if (underWay >= AHEAD) await setImmediate();
    if (failure !== null) throw failure;
    if (underWay >= AHEAD) {
      for (const page of pages) onFinished(finish(page, folder, site));
      return;
    }
    underWay += 1;
    const memory = pages.map(({ bytes }) => bytes.buffer as ArrayBuffer);
    worker.postMessage(pages, memory);
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

/**
 * The PDFs of booklets. They are made when everything is live, by a process of the lowest priority, and put into the next
 * release: shared/decisions/booklets.md says why so. What cannot be made leaves the one that is there, with its date.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pdfOfBooklet } from '../src/content/routes-of-booklets.ts';
import type { Ledger } from './ledger.ts';
import type { Answered, Asked } from './pdf-worker.ts';
import { keptPdf, pdfsInTheMaking } from './pdfs-kept.ts';

/** Between two releases: each release with new ones says so on the page that lists them. */
const AT_A_TIME = 12;
const LOWEST_PRIORITY = 19;

type Job = {
  /** `/pl/booklets/ashford.html` */
  readonly booklet: string;
  /** SHA-256 of the booklet. */
  readonly of: string;
  readonly bytes: number;
};

export type PdfFailed = { readonly booklet: string; readonly why: string };

export type PdfMaker = {
  /**
   * Begins to make some that are missing or older than their booklet; nothing while it is at it. Calls `onDone` when they
   * can be kept.
   */
  readonly begin: (onDone: () => void) => void;
  /** Resolves when those that were begun are made. */
  readonly done: () => Promise<void>;
  /** Takes what was made into the ledger, and so into the next release. Returns whether there was any. */
  readonly keep: () => Promise<boolean>;
  /** What could not be made. */
  readonly failed: () => readonly PdfFailed[];
  /** The same in sentences. */
  readonly trouble: () => readonly string[];
  readonly stop: () => Promise<void>;
};

type Options = {
  readonly dataDir: string;
  readonly ledger: Ledger;
  /** The folder of the newest release; `null` while there is none. */
  readonly newest: () => string | null;
  /** The browser; `null` when there is none. */
  readonly browser: string | null;
  readonly now: () => Date;
};

export function startPdfMaker(options: Options): PdfMaker {
  const { dataDir, ledger, browser } = options;
  const making = pdfsInTheMaking(dataDir);
  rmSync(making, { recursive: true, force: true });
  const failed = new Map<string, { readonly of: string; readonly why: string }>();
  let made: Job[] = [];
  let running: Promise<void> | null = null;
  let child: ChildProcess | null = null;
  return {
    begin,
    keep,
    done: async () => running ?? undefined,
    failed: allFailed,
    trouble: () => allFailed().map(sentence),
    stop: async () => {
      child?.kill();
      await running;
    },
  };

  function allFailed(): readonly PdfFailed[] {
    return [...failed].map(([booklet, { why }]) => ({ booklet, why }));
  }

  function begin(onDone: () => void): void {
    const newest = options.newest();
    if (running !== null || browser === null || newest === null || made.length > 0) return;
    const jobs = stale();
    if (jobs.length === 0) return;
    for (const { booklet } of jobs) {
      const copy = path.join(making, booklet);
      mkdirSync(path.dirname(copy), { recursive: true });
      cpSync(path.join(newest, booklet), copy);
    }
    running = work(jobs, browser).finally(() => {
      running = null;
      onDone();
    });
  }

  /** Without those that failed and are as they were then. */
  function stale(): readonly Omit<Job, 'bytes'>[] {
    return ledger
      .staleBooklets()
      .filter(({ of, path: booklet }) => failed.get(booklet)?.of !== of)
      .slice(0, AT_A_TIME)
      .map(({ of, path: booklet }) => ({ booklet, of }));
  }

  async function work(jobs: readonly Omit<Job, 'bytes'>[], by: string): Promise<void> {
    const worker = startWorker();
    child = worker;
    for (const job of jobs) {
      const html = path.join(making, job.booklet);
      const answer = await ask(worker, { html, pdf: pdfOfBooklet(html), browser: by });
      if (answer.ok) made.push({ ...job, bytes: answer.bytes });
      else failed.set(job.booklet, { of: job.of, why: answer.why });
    }
    if (worker.connected) worker.disconnect();
    child = null;
  }

  /** A booklet that has changed meanwhile is made again; its PDF is not kept, for what it shows may have been erased. */
  async function keep(): Promise<boolean> {
    if (running !== null || made.length === 0) return false;
    const jobs = made;
    made = [];
    await ledger.inTransaction(() => {
      for (const { booklet, bytes, of } of jobs) {
        const file = pdfOfBooklet(path.join(making, booklet));
        if (ledger.page(booklet)?.digest !== of || !existsSync(file)) continue;
        const kept = keptPdf(dataDir, pdfOfBooklet(booklet));
        mkdirSync(path.dirname(kept), { recursive: true });
        renameSync(file, kept);
        ledger.keepPdf(booklet, { bytes, of, madeOn: dayInLondon(options.now()) });
        failed.delete(booklet);
      }
    });
    rmSync(making, { recursive: true, force: true });
    return true;
  }
}

/** Its browser has the same priority. */
function startWorker(): ChildProcess {
  const worker = fork(new URL('./pdf-worker.ts', import.meta.url), { stdio: 'ignore' });
  if (worker.pid !== undefined) os.setPriority(worker.pid, LOWEST_PRIORITY);
  return worker;
}

async function ask(worker: ChildProcess, asked: Asked): Promise<Answered> {
  if (!worker.connected) return { pdf: asked.pdf, ok: false, why: 'its program ended' };
  return new Promise((resolve) => {
    const ended = () => resolve({ pdf: asked.pdf, ok: false, why: 'its program ended' });
    worker.once('exit', ended);
    worker.once('message', (answer: Answered) => {
      worker.off('exit', ended);
      resolve(answer);
    });
    worker.send(asked);
  });
}

function dayInLondon(now: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(now);
}

function sentence({ booklet, why }: PdfFailed): string {
  return `The PDF of ${booklet} could not be made (${why}). The one before stays, with its date, if there was one.`;
}

/**
 * Copies of releases for those to come, made and unmade beside the publishing: shared/decisions/releases-ahead.md says
 * why. A copy is `.stock-<release>-<n>`; what is to be deleted is renamed first, and is no release any more.
 */
import { readdirSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FolderWork } from './folders-worker.ts';
import { PressError } from './press-error.ts';
import { syncAll } from './sync.ts';

/** A complete copy of a release. */
export type Copy = { readonly release: number; readonly place: string };

export function foldersAhead(releases: string) {
  const making = path.join(releases, '.making');
  let underWay: { worker: Worker; of: number | null; done: Promise<void> } | null = null;
  let failure: Error | null = null;

  return {
    stock,
    /** The release that is being copied just now. */
    copying: (): number | null => underWay?.of ?? null,

    /** Takes folders away from where they are found; they are deleted by the next `work`. */
    async setAside(places: readonly string[]): Promise<void> {
      for (const place of places) {
        await rename(place, path.join(releases, `.gone-${freeNumber()}`));
      }
    },

    /**
     * Begins to make one copy of a release, or where none is wanted to delete what was set aside, and does not wait for it.
     * Does nothing while earlier work goes on. Throws what that failed by.
     */
    work({ copyOf }: { readonly copyOf: number | null }): void {
      if (underWay !== null) return;
      const problem = failure;
      failure = null;
      if (problem !== null) throw notMade(problem, releases);
      if (copyOf !== null) {
        const place = path.join(releases, `.stock-${copyOf}-${freeNumber()}`);
        begin({ from: path.join(releases, String(copyOf)), to: making }, copyOf, () => keep(place));
        return;
      }
      const deletes = names('.gone-').map((name) => path.join(releases, name));
      if (deletes.length > 0) begin({ deletes }, null);
    },

    /** Resolves when nothing is under way, whether or not it went well. */
    done: async (): Promise<void> => underWay?.done,

    /** What is half made is worth nothing, and goes with the next `work`. */
    async stop(): Promise<void> {
      await underWay?.worker.terminate();
      await underWay?.done;
    },
  };

  function stock(): readonly Copy[] {
    return names('.stock-').map((name) => ({
      release: Number(name.split('-')[1]),
      place: path.join(releases, name),
    }));
  }

  /** A copy has its name when the disk has all of it. */
  async function keep(place: string): Promise<void> {
    await syncAll(making);
    await rename(making, place);
  }

  function begin(workerData: FolderWork, of: number | null, then?: () => Promise<void>): void {
    const worker = new Worker(new URL('./folders-worker.ts', import.meta.url), { workerData });
    const ended = new Promise<number>((resolve) => worker.once('exit', resolve));
    worker.once('error', (error) => {
      failure = error as Error;
    });
    const done = ended
      .then((code) => (code === 0 ? then?.() : undefined))
      .catch((error) => {
        failure = error;
      })
      .then(() => {
        underWay = null;
      });
    underWay = { worker, of, done };
  }

  function names(begin: string): readonly string[] {
    return readdirSync(releases).filter((name) => name.startsWith(begin));
  }

  /** Above every one that a copy or a folder set aside has. */
  function freeNumber(): number {
    const taken = [...names('.stock-'), ...names('.gone-')].map((name) =>
      Number(name.split('-').at(-1)),
    );
    return Math.max(0, ...taken) + 1;
  }
}

function notMade(cause: Error, releases: string): PressError {
  return new PressError(
    `No folder for later releases could be made or deleted ahead (${cause.message}). Publishing goes on, and is slower. ` +
      `Look at ${releases}: the press tries again by itself.`,
    { cause },
  );
}

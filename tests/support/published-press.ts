/**
 * A press that has made its first release: of the documents of `pressAtWork`, and as that would make it. The first who asks
 * for so many documents, by the same clock, makes it; everybody else in the run begins with a copy.
 */
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PressOptions } from '@charterpress/site/press/press.ts';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { type AtWork, pressAtWork } from './press-at-work.ts';
import { scratch } from './scratch.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    firstReleases: string;
  }
}

/** Where the copies are taken from, for as long as the run. */
export default function firstReleases(project: TestProject): () => void {
  const folder = scratch('first-releases');
  project.provide('firstReleases', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}

type ByClock = Pick<PressOptions, 'now'>;

export async function publishedPress(documents = 30, by: ByClock = {}): Promise<AtWork> {
  const name = `${documents}${by.now?.().toISOString() ?? ''}`;
  const made = join(inject('firstReleases'), name);
  if (!existsSync(made)) await make(made, documents, by);
  const dataDir = scratch('press');
  cpSync(made, dataDir, { recursive: true, verbatimSymlinks: true });
  return pressAtWork(documents, { dataDir, ...by });
}

async function make(made: string, documents: number, by: ByClock): Promise<void> {
  const work = await pressAtWork(documents, by);
  await work.press.publish();
  // What it had begun for the next release ends with it.
  await work.reopen();
  const copy = mkdtempSync(`${made}-`);
  cpSync(work.dataDir, copy, { recursive: true, verbatimSymlinks: true });
  await work.end();
  try {
    renameSync(copy, made);
  } catch (error) {
    // Two files may make the same at once. Theirs does as well.
    if (!existsSync(made)) throw error;
  }
}

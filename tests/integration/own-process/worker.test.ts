import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { keepRunning, type Program } from '../../../cms/scripts/child.ts';
import { letBegin, prepare } from '../../../cms/scripts/preparing.ts';
import { type Approved, type Desk, desk, sound } from '../../support/approved.ts';
import { type Cms, startCms } from '../../support/cms.ts';
import {
  type Neighbour,
  neighbour,
  startWorker,
  type Worker,
  workerWith,
} from '../../support/workers.ts';

let cms: Cms;
let staff: Desk;
let preview: Neighbour;
let press: Neighbour;
let stored: typeof import('../../../cms/src/publishing/stored.ts');
let records: typeof import('../../../cms/src/bundles/records.ts');
let workers: Worker[] = [];

beforeAll(async () => {
  [preview, press] = await Promise.all([neighbour(), neighbour()]);
  cms = await startCms({ PREVIEW_ADDRESS: preview.address, PRESS_ADDRESS: press.address });
  staff = await desk(cms);
  stored = await import('../../../cms/src/publishing/stored.ts');
  records = await import('../../../cms/src/bundles/records.ts');
});
afterAll(async () => {
  await noWorker();
  preview.close();
  press.close();
});

/** The one at work, which the last test may have left: to start one takes two seconds of a processor. */
async function aWorker(): Promise<Worker> {
  const [worker = await another()] = workers;
  return worker;
}

async function another(...options: readonly string[]): Promise<Worker> {
  const worker = await startWorker(...options);
  workers.push(worker);
  void worker.ended.then(() => {
    workers = workers.filter((each) => each !== worker);
  });
  return worker;
}

/** Kills them all. */
async function noWorker(): Promise<void> {
  const all = [...workers];
  for (const worker of all) worker.kill('SIGKILL');
  await Promise.all(all.map(({ ended }) => ended));
}

/** Two approved documents whose moment comes in so many milliseconds: sooner than the clock on the screen can say. */
async function dueIn(
  milliseconds: number,
): Promise<{ id: string; documents: Approved[]; due: number }> {
  const documents = [await staff.approved('One of two'), await staff.approved('Two of two')];
  const body = {
    title: 'Due',
    goesLive: { wall: '2030-01-01T09:00' },
    items: documents.map(({ document, kind, revision }) => ({ kind, document, revision })),
  };
  const made = await sound(await cms.ask(staff.publisher, 'POST', '/api/bundles', body));
  const { id } = made as { id: string };
  const due = Date.now() + milliseconds;
  await cms.payload.db.connection
    .collection('scheduled-bundles')
    .updateMany(
      { title: 'Due', state: 'waiting' },
      { $set: { goesLiveAt: new Date(due).toISOString() } },
    );
  return { id, documents, due };
}

function isLive(id: string, timeout = 15_000) {
  const state = async () => (await records.bundleOf({ payload: cms.payload }, id))?.state;
  return vi.waitFor(async () => expect(await state()).toBe('live'), { timeout, interval: 25 });
}

async function editions(documents: readonly Approved[]) {
  const newest = await Promise.all(
    documents.map(({ document, kind }) =>
      stored.newestEdition(cms, { kind, document, language: 'en' }),
    ),
  );
  return newest.map((edition) => edition?.number ?? null);
}

async function liveEvents(documents: readonly Approved[]): Promise<number> {
  const ids = documents.map(({ document }) => document);
  const { totalDocs } = await cms.payload.count({
    collection: 'audit-events' as never,
    where: { document: { in: ids }, did: { equals: 'went live on schedule' } },
    overrideAccess: true,
  });
  return totalDocs;
}

describe('a worker', () => {
  test('publishes a bundle within a second of its moment', async () => {
    await aWorker();
    const { documents, due, id } = await dueIn(1500);
    await isLive(id);
    const bundle = await records.bundleOf({ payload: cms.payload }, id);
    const late = Date.parse(bundle?.liveAt ?? '') - due;
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(1000);
    expect(await editions(documents)).toEqual([1, 1]);
  });

  test('beside another publishes each bundle once', async () => {
    await aWorker();
    const beside = await another();
    const { documents, id } = await dueIn(500);
    await isLive(id);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    beside.kill('SIGKILL');
    await beside.ended;
    expect(await editions(documents)).toEqual([1, 1]);
    expect(await liveEvents(documents)).toBe(2);
  });

  test('killed while its pages are being made leaves nothing half done, and another ends it', async () => {
    const first = await aWorker();
    preview.onNext(() => first.kill('SIGKILL'));
    const { documents, id } = await dueIn(300);
    expect(await first.ended).toBe('SIGKILL');
    expect(await editions(documents)).toEqual([null, null]);
    await aWorker();
    await isLive(id);
    expect(await editions(documents)).toEqual([1, 1]);
    expect(await liveEvents(documents)).toBe(2);
  });

  test('killed right after the commit has done it, and nobody does it again', async () => {
    // The one at work may have yet to tell the press what it published last.
    await noWorker();
    const first = await aWorker();
    press.onNext(() => first.kill('SIGKILL'));
    const { documents, id } = await dueIn(300);
    expect(await first.ended).toBe('SIGKILL');
    await isLive(id, 1000);
    await aWorker();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await editions(documents)).toEqual([1, 1]);
    expect(await liveEvents(documents)).toBe(2);
  });

  test('that starts a little late publishes what is due', async () => {
    await noWorker();
    const { documents, id } = await dueIn(-60_000);
    await aWorker();
    await isLive(id);
    expect(await editions(documents)).toEqual([1, 1]);
  });

  test('that starts far too late publishes nothing, and says so', async () => {
    await noWorker();
    const { documents, id } = await dueIn(-3_600_000);
    await aWorker();
    const failure = await vi.waitFor(
      async () => {
        const bundle = await records.bundleOf({ payload: cms.payload }, id);
        expect(bundle?.state).toBe('failed');
        return bundle?.failure;
      },
      { timeout: 10_000 },
    );
    expect(failure?.why).toMatch(/nothing was running to publish it/);
    expect(await editions(documents)).toEqual([null, null]);
    expect((await cms.ask(null, 'GET', '/api/health')).status).toBe(503);
  });

  test('told to stop ends what it began, and exits well', async () => {
    const worker = await aWorker();
    preview.onNext(() => worker.kill('SIGTERM'));
    const { documents, id } = await dueIn(300);
    expect(await worker.ended).toBe(0);
    await isLive(id, 100);
    expect(await editions(documents)).toEqual([1, 1]);
    expect(worker.said()).toContain('The worker has stopped.');
  });
});

describe('the worker that prepares the database', () => {
  const prepared: ChildProcess[] = [];
  beforeAll(noWorker);
  afterEach(() => {
    for (const worker of prepared.splice(0)) worker.kill('SIGKILL');
  });

  test('waits until it may begin, and goes on as the same process', async () => {
    const worker = await preparing(programIn('goes-on'));
    expect(await hasAdministrator()).toBe(true);
    const { documents, id } = await dueIn(-1000);
    const child = keepRunning(programIn('goes-on'), worker);
    expect(child.pid()).toBe(worker.pid);
    expect(logOf('goes-on')).not.toContain('is at work');
    letBegin(worker);
    await isLive(id);
    expect(await editions(documents)).toEqual([1, 1]);
    await child.stop();
    expect(worker.exitCode).toBe(0);
    expect(logOf('goes-on')).toContain('The worker has stopped.');
  });

  test('does not work when whoever it waits for is gone', async () => {
    const worker = await preparing(programIn('left-alone'));
    worker.disconnect();
    const [code] = await once(worker, 'exit');
    expect(code).toBe(1);
    expect(logOf('left-alone')).not.toContain('is at work');
  });

  test('works on when whoever let it begin is gone', async () => {
    const worker = await preparing(programIn('began'));
    letBegin(worker);
    await once(worker, 'disconnect');
    const { id } = await dueIn(-1000);
    await isLive(id);
    expect(worker.exitCode).toBeNull();
  });

  test('does both by itself when it is typed', async () => {
    await another('--prepare');
    const { id } = await dueIn(-1000);
    await isLive(id);
  });

  test('says why when it cannot', async () => {
    const { environment, ...rest } = programIn('cannot');
    const without = { ...environment, DATABASE_URL: 'mysql://127.0.0.1:1/charter' };
    const preparing = prepare({ ...rest, environment: without });
    await expect(preparing).rejects.toThrow(
      /Preparing the database ended with 1\. It said:.*The CMS cannot start\..*DATABASE_URL/s,
    );
  });

  async function preparing(program: Program): Promise<ChildProcess> {
    const worker = await prepare(program);
    prepared.push(worker);
    return worker;
  }

  function programIn(folder: string): Program {
    return workerWith(join(cms.dataDir, folder));
  }

  function logOf(folder: string): string {
    const log = join(cms.dataDir, folder, 'worker.log');
    return existsSync(log) ? readFileSync(log, 'utf8') : '';
  }

  async function hasAdministrator(): Promise<boolean> {
    const { totalDocs } = await cms.payload.count({
      collection: 'users',
      where: { roles: { contains: 'administrator' } },
      overrideAccess: true,
    });
    return totalDocs > 0;
  }
});

import type { Payload } from 'payload';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { type Cms, startCms } from '../support/cms.ts';

let cms: Cms;
let other: Payload;
let lease: typeof import('../../cms/src/jobs/lease.ts');
let jobs: typeof import('../../cms/src/jobs/chores.ts');

beforeAll(async () => {
  cms = await startCms();
  other = await cms.another('another worker');
  lease = await import('../../cms/src/jobs/lease.ts');
  jobs = await import('../../cms/src/jobs/chores.ts');
});

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

describe('a lease', () => {
  test('is held by one at a time', async () => {
    const work = vi.fn(() => pause(200));
    const both = [cms.payload, other].map((each) => lease.withLease(each, 'alone', 5000, work));
    expect((await Promise.all(both)).filter((did) => did === null)).toHaveLength(1);
    expect(work).toHaveBeenCalledTimes(1);
  });

  test('is free again when the work has ended, well or not', async () => {
    const fails = lease.withLease(cms.payload, 'freed', 60_000, () =>
      Promise.reject(new Error('It failed')),
    );
    await expect(fails).rejects.toThrow('It failed');
    expect(await lease.withLease(other, 'freed', 60_000, async () => 'done')).toEqual({
      did: 'done',
    });
  });

  test('is kept for as long as the work goes on', async () => {
    const long = lease.withLease(cms.payload, 'long', 300, () => pause(1000));
    await pause(700);
    expect(await lease.withLease(other, 'long', 300, async () => 'stolen')).toBeNull();
    expect(await long).not.toBeNull();
  });

  test('of a holder that is gone runs out', async () => {
    await cms.payload.db.connection.collection<{ _id: string }>('leases').insertOne({
      _id: 'left',
      holder: 'a killed one',
      until: new Date(Date.now() + 400),
    } as never);
    expect(await lease.withLease(other, 'left', 1000, async () => 'done')).toBeNull();
    await pause(500);
    expect(await lease.withLease(other, 'left', 1000, async () => 'done')).toEqual({ did: 'done' });
  });

  test('tells its holder when another has it', async () => {
    const isMine = await lease.withLease(cms.payload, 'taken away', 300, async (held) => {
      await cms.payload.db.connection
        .collection<{ _id: string }>('leases')
        .updateOne({ _id: 'taken away' }, { $set: { holder: 'another' } });
      await pause(300);
      return held.isMine();
    });
    expect(isMine).toEqual({ did: false });
  });
});

describe('a chore', () => {
  const now = new Date('2026-11-22T10:00:00Z');
  const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);

  test('is done once in its time, whoever has it', async () => {
    const run = vi.fn(async () => {});
    const list = [{ name: 'sweeping', every: 1000, run }];
    await Promise.all([cms.payload, other].map((each) => jobs.runChores(each, now, list)));
    await jobs.runChores(other, later(999), list);
    expect(run).toHaveBeenCalledTimes(1);
    await jobs.runChores(other, later(1000), list);
    expect(run).toHaveBeenCalledTimes(2);
  });

  test('that fails keeps no other from being done, and is done again in its time', async () => {
    const fails = vi.fn(() => Promise.reject(new Error('No broom')));
    const works = vi.fn(async () => {});
    const list = [
      { name: 'failing', every: 1000, run: fails },
      { name: 'working', every: 1000, run: works },
    ];
    cms.payload.logger.level = 'silent';
    await jobs.runChores(cms.payload, now, list);
    await jobs.runChores(cms.payload, later(1000), list);
    expect([fails, works].map(({ mock }) => mock.calls.length)).toEqual([2, 2]);
    expect((await lease.leaseRow(cms.payload, 'chore: failing'))?.failed).toContain('No broom');
  });
});

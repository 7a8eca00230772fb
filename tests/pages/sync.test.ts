/** Whatever was written is on the disk before anything relies on it; by one small helper for all of it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { syncAll } from '@charterpress/site/press/sync.ts';
import { afterAll, expect, test } from 'vitest';
import { root } from '../../cms/scripts/settings.ts';
import { scratch } from '../support/scratch.ts';

const folder = scratch('sync');
afterAll(() => rmSync(folder, { recursive: true }));

const helpers = () =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => ({ line, ids: line.trim().split(/\s+/).map(Number) }))
    .filter(({ ids, line }) => ids[1] === process.pid && line.includes('IFS= read -r asked'))
    .map(({ ids }) => ids[0]);

test('one helper serves many who ask at once', async () => {
  await Promise.all(Array.from({ length: 20 }, () => syncAll(folder)));
  expect(helpers()).toHaveLength(1);
});

test.each(['with spaces  in it', 'with \'quotes" and $(touch here)', '-f', 'with\nlines'])(
  'a folder named %j is synced as it is named',
  async (name) => {
    const odd = path.join(folder, name);
    mkdirSync(odd);
    await syncAll(odd);
  },
);

test('where there is no such folder, everything is synced', async () => {
  await syncAll(path.join(folder, 'is-not-there'));
});

test('a helper that was killed is followed by another', async () => {
  await syncAll(folder);
  const [before] = helpers();
  process.kill(Number(before));
  await syncAll(folder);
  const [after] = helpers();
  expect(after).not.toBe(before);
});

const asking = `import { syncAll } from '${path.join(root, 'site/press/sync.ts')}';`;

test('nobody is kept from ending by a helper that has nothing to do', () => {
  const program = `${asking} await syncAll('.'); console.log('done')`;
  const ended = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    timeout: 20_000,
    encoding: 'utf8',
  });
  expect([ended.status, ended.stdout]).toEqual([0, 'done\n']);
});

test('who waits for it says what to look at when it cannot be', () => {
  const program = `${asking} await syncAll('/somewhere').catch(({ message }) => console.log(message))`;
  const ended = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    timeout: 20_000,
    encoding: 'utf8',
    env: { PATH: '/nowhere', NODE_ENV: 'test' },
  });
  expect(ended.stdout).toContain('What was written to /somewhere could not be brought to the disk');
});

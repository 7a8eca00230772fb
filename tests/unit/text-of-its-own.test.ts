import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../cms/scripts/settings.ts';
import { ofItsOwn } from '../../site/press/text-of-its-own.ts';

test('a part is kept without the text that it is from', () => {
  const megabytes = 40;
  const script = `
    const { ofItsOwn } = await import('${join(root, 'site/press/text-of-its-own.ts')}');
    const kept = new Set();
    for (let page = 0; page < ${megabytes} * 3; page += 1) {
      const text = Buffer.alloc(2 ** 20, 'page ' + page + ' has words. ').toString();
      kept.add(ofItsOwn(text.slice(0, 100)));
    }
    console.log(kept.size);`;
  const within = [`--max-old-space-size=${megabytes}`, '--input-type=module', '-e', script];
  const { stdout } = spawnSync(process.execPath, within, {
    encoding: 'utf8',
    env: { NODE_ENV: 'test' },
  });
  expect(stdout).toBe(`${megabytes * 3}\n`);
});

test('and is the same', () => {
  const part = '/ur/اردو/'.slice(3);
  expect(ofItsOwn(part)).toBe(part);
});

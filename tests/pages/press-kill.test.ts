import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { filesWith } from '../support/bytes-in.ts';
import { type AtWork, edit, filesIn, madeAtOnce, served } from '../support/press-at-work.ts';
import { publishedPress } from '../support/published-press.ts';

let work: AtWork;
/** What the same editions make at once, wherever the press was killed. */
let wanted: ReturnType<typeof madeAtOnce> | null = null;

beforeEach(async () => {
  work = await publishedPress();
  edit(work.feed, { document: 'guides-2', content: { title: 'The canary in guide two' } });
  await work.press.publish();
  await work.press.tidy();
});
afterEach(() => work.end());

const child = path.join(import.meta.dirname, '../support/press-child.ts');

/** Ends with the signal that killed it. */
async function pressKilledAt(step: string): Promise<unknown> {
  const press = spawn('node', [child, work.dataDir, work.feed.url, step], { stdio: 'inherit' });
  const [, signal] = await once(press, 'exit');
  return signal;
}

const steps = ['pulled', 'begun', 'rendered', 'completed', 'recorded', 'scrubbed', 'swapped'];

test.each(steps)(
  'a press killed when it has %s leaves a whole site, and the next one ends what it began',
  async (step) => {
    edit(work.feed, { document: 'guides-1', content: { title: 'The new title' } });
    edit(work.feed, { document: 'guides-2', action: 'removed' });
    expect(await pressKilledAt(step)).toBe('SIGKILL');
    const left = served(work.dataDir, 'en/guides/guide-1/index.html');
    expect(left).toMatch(/The new title|Guide 1/);

    const press = await work.reopen();
    const { release } = await press.publish();
    await press.tidy();

    wanted ??= madeAtOnce(work.feed.editions);
    expect(filesIn(press.folders.at(release))).toEqual(await wanted);
    expect(press.folders.current()).toBe(release);
    expect(filesWith('The canary in guide two', work.dataDir)).toEqual([]);
  },
);

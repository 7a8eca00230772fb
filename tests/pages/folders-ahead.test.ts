/** Folders for later releases are made and deleted beside the publishing, and never hold anything but a release. */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openFolders } from '@charterpress/site/press/folders.ts';
import { foldersAhead } from '@charterpress/site/press/folders-ahead.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { filesWith } from '../support/bytes-in.ts';
import { type AtWork, edit, filesIn, madeAtOnce } from '../support/press-at-work.ts';
import { publishedPress } from '../support/published-press.ts';
import { scratch } from '../support/scratch.ts';

let work: AtWork;
beforeEach(async () => {
  work = await publishedPress();
});
afterEach(() => work.end());

const names = (begin: string) =>
  readdirSync(work.press.folders.releases).filter((name) => name.startsWith(begin));

/** Until everything that was begun beside the publishing is done, and nothing more is to do. */
async function untilTidied(): Promise<void> {
  const { ahead } = work.press.folders;
  for (let isBusy = true; isBusy; ) {
    await work.press.tidy();
    isBusy = ahead.copying() !== null || names('.gone-').length > 0;
    await ahead.done();
  }
}

async function publish(title: string, document = 'guides-1'): Promise<void> {
  edit(work.feed, { document, content: { title } });
  while ((await work.press.publish()).hasMore);
}

/** The newest release has just what the same editions make in an empty folder. */
async function expectWhole(): Promise<void> {
  const made = filesIn(work.press.folders.at(work.press.folders.current() ?? 0));
  const expected = await madeAtOnce(work.feed.editions);
  expect(made).toEqual(expected);
}

describe('a young press', () => {
  test('has the next folder ready and two more, each a copy of the release', async () => {
    await untilTidied();
    const release = filesIn(work.press.folders.at(1));
    expect(names('.spare-')).toEqual(['.spare-1']);
    expect(names('.stock-')).toHaveLength(2);
    for (const name of [...names('.spare-'), ...names('.stock-')]) {
      expect(filesIn(path.join(work.press.folders.releases, name))).toEqual(release);
    }
  });

  test('publishes into them one after the other without a moment in between', async () => {
    await untilTidied();
    await publish('One');
    await publish('Two', 'guides-2');
    await publish('Three', 'guides-3');
    while ((await work.press.publish()).hasBooklets);
    expect(names('.stock-')).toEqual([]);
    await expectWhole();
  });

  test('waits for the one under way where none is ready', async () => {
    await work.press.tidy();
    expect(work.press.folders.ahead.copying()).toBe(1);
    await publish('One');
    await work.press.folders.ahead.done();
    // It was taken: no other was made in its place.
    expect(names('.stock-')).toEqual([]);
    while ((await work.press.publish()).hasBooklets);
    await expectWhole();
  });
});

test('what is left over is deleted beside the publishing, and is no release meanwhile', async () => {
  await untilTidied();
  for (const at of Array.from({ length: 12 }, (_, number) => number)) {
    await publish(`Title ${at}`);
    await untilTidied();
  }
  const { ahead } = work.press.folders;
  const waiting = names('.stock-').length + names('.spare-').length;
  expect(waiting).toBeLessThanOrEqual(4);
  await ahead.setAside([work.press.folders.at(work.press.folders.numbers()[0] ?? 0)]);
  expect(names('.gone-')).toHaveLength(1);
  await untilTidied();
  expect(names('.gone-')).toEqual([]);
});

test('a copy of a release made by older code gets what pages of the newer load', async () => {
  await untilTidied();
  const { bundle } = work.options;
  const assetsFolder = path.join(work.dataDir, 'assets-of-newer-code');
  cpSync(bundle.assetsFolder, assetsFolder, { recursive: true });
  writeFileSync(path.join(assetsFolder, '_astro/newer.css'), 'p { color: red }');
  await work.reopen({ bundle: { ...bundle, assetsFolder, fingerprint: 'newer' } });
  await work.press.publish();
  for (const title of ['One', 'Two', 'Three']) {
    await publish(title);
    await work.press.tidy();
    const { at, current } = work.press.folders;
    expect(existsSync(path.join(at(current() ?? 0), '_astro/newer.css'))).toBe(true);
  }
});

test('a removal leaves the text in no copy that was made', async () => {
  await publish('The canary of the copies');
  await untilTidied();
  edit(work.feed, { document: 'guides-1', action: 'removed' });
  await work.press.publish();
  expect(filesWith('The canary of the copies', work.dataDir)).toEqual([]);
});

test('nor in one that is just being made: that is given up', async () => {
  const folders = openFolders(scratch('folders'));
  const pages = path.join(folders.at(1), 'pages');
  mkdirSync(pages, { recursive: true });
  for (const at of Array.from({ length: 5_000 }, (_, number) => number)) {
    writeFileSync(path.join(pages, `${at}.html`), 'A page');
  }
  folders.ahead.work({ copyOf: 1 });
  await folders.deleteAllButReleases();
  expect(folders.ahead.copying()).toBe(null);
  expect(readdirSync(folders.releases)).toEqual(['1']);
  rmSync(folders.releases, { recursive: true });
});

test('a press that lost what it knew of old folders makes nothing out of them', async () => {
  await publish('Here for a while', 'guides-5');
  await untilTidied();
  edit(work.feed, { document: 'guides-5', slug: 'elsewhere' });
  rmSync(path.join(work.dataDir, 'press'), { recursive: true });
  await work.reopen();
  for (const at of Array.from({ length: 12 }, (_, number) => number)) {
    await publish(`Title ${at}`);
    await work.press.tidy();
    await work.press.folders.ahead.done();
  }
  while ((await work.press.publish()).hasBooklets);
  const old = '/en/guides/guide-5/index.html';
  expect(existsSync(work.press.folders.at(work.press.folders.current() ?? 0) + old)).toBe(false);
});

test('what could not be made is said once, by the next time it is tried', async () => {
  const releases = scratch('folders');
  const ahead = foldersAhead(releases);
  ahead.work({ copyOf: 7 });
  await ahead.done();
  expect(() => ahead.work({ copyOf: 7 })).toThrow(
    /No folder for later releases could be made .*ENOENT.* Publishing goes on, and is slower/,
  );
  mkdirSync(path.join(releases, '7'));
  writeFileSync(path.join(releases, '7/index.html'), 'A page');
  ahead.work({ copyOf: 7 });
  await ahead.done();
  expect(ahead.stock().map(({ release }) => release)).toEqual([7]);
  rmSync(releases, { recursive: true });
});

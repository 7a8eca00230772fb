import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { resume, rollBack } from '../../site/press/hold.ts';
import { takeLock } from '../../site/press/lock.ts';
import { filesWith } from '../support/bytes-in.ts';
import { type AtWork, edit, filesIn, madeAtOnce, served } from '../support/press-at-work.ts';
import { publishedPress } from '../support/published-press.ts';

let work: AtWork;
beforeEach(async () => {
  work = await publishedPress();
});
afterEach(() => work.end());

const guide1 = 'en/guides/guide-1/index.html';

describe('after a change of the code that asks the feed for more', () => {
  const lacking = () => {
    const { database } = work.press.store;
    database.exec(
      "UPDATE editions SET edition = json_remove(edition, '$.changedAt', '$.content.title')",
    );
    database.exec("UPDATE form SET form = 'of earlier code'");
  };

  test('every edition is read again', async () => {
    lacking();
    const press = await work.reopen();
    edit(work.feed, { document: 'guides-5', content: { summary: 'Said better.' } });
    expect((await press.publish()).failed).toEqual([]);
    expect(served(work.dataDir, 'en/guides/guide-5/index.html')).toContain('Said better.');
    expect(served(work.dataDir, 'ur/guides/guide-9/index.html')).toContain('[ur] Guide 9');
  });

  test('everything stays as it was while the CMS does not answer', async () => {
    lacking();
    const head = work.press.store.head();
    const press = await work.reopen({ cmsUrl: 'http://127.0.0.1:9' });
    await expect(press.publish()).rejects.toThrow('http://127.0.0.1:9');
    expect(press.store.head()).toBe(head);
    expect(served(work.dataDir, 'ur/guides/guide-9/index.html')).toContain('[ur] Guide 9');
  });
});

describe('a publication', () => {
  test('brings every page of the feed to every language', () => {
    expect(served(work.dataDir, 'ur/guides/guide-9/index.html')).toContain('[ur] Guide 9');
  });

  test('of one guide renders what shows it and nothing else', async () => {
    edit(work.feed, { document: 'guides-5', content: { summary: 'Said better.' } });
    const { rendered } = await work.press.publish();
    const all = work.press.ledger.pageCount();
    expect(rendered).toBeLessThan(all / 3);
  });

  test('leaves the pages that do not show it in the very same file', async () => {
    const before = filesIn(work.press.folders.at(1));
    edit(work.feed, { document: 'guides-5', language: 'pl', content: { title: 'Inaczej' } });
    await work.press.publish();
    const after = filesIn(work.press.folders.at(2));
    const changed = Object.keys(after).filter((file) => before[file] !== after[file]);
    expect(changed.filter((file) => !/^(pl\/|_moves)/.test(file))).toEqual([]);
    expect(served(work.dataDir, 'pl/guides/guide-5/index.html')).toContain('Inaczej');
  });

  test('never writes into a file of an older release', async () => {
    const before = filesIn(work.press.folders.at(1));
    edit(work.feed, { document: 'guides-1', content: { title: 'Another title' } });
    await work.press.publish();
    expect(filesIn(work.press.folders.at(1))).toEqual(before);
  });

  test('of nothing makes no release', async () => {
    expect(await work.press.publish()).toMatchObject({ release: 1, isUnchanged: true });
  });

  test('keeps the last ten releases, whether folders are made afresh or out of old ones', async () => {
    for (const number of Array.from({ length: 13 }, (_, at) => at)) {
      edit(work.feed, { document: 'guides-2', content: { title: `Title ${number}` } });
      await work.press.publish();
      await work.press.tidy();
    }
    expect(work.press.folders.numbers()).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
  });

  test('keeps the last ten publications, however many releases each of them took', async () => {
    const last: number[] = [];
    for (const number of Array.from({ length: 13 }, (_, at) => at)) {
      edit(work.feed, { document: 'guides-2', content: { title: `Title ${number}` } });
      for (let made = await work.press.publish(); ; made = await work.press.publish()) {
        await work.press.tidy();
        last[number] = made.release;
        if (!made.hasMore && !made.hasBooklets) break;
      }
    }
    const numbers = work.press.folders.numbers();
    expect(new Set(last).size).toBeLessThan(last.at(-1) ?? 0);
    expect(numbers).toEqual(expect.arrayContaining(last.slice(-10)));
    expect(numbers).not.toContain(last[2]);
    expect(numbers.length).toBeLessThan(14);
  });

  test('into a folder made out of an old release is the same as into a fresh one', async () => {
    for (const number of Array.from({ length: 13 }, (_, at) => at)) {
      const document = `guides-${(number % 4) + 1}`;
      edit(work.feed, { document, content: { title: `Title ${number}` } });
      // Now and then one on the heels of another, without a folder made ahead.
      while ((await work.press.publish()).hasMore) if (number % 3 > 0) await work.press.tidy();
    }
    while ((await work.press.publish()).hasMore);
    const recycled = filesIn(work.press.folders.at(work.press.folders.current() ?? 0));
    const expected = await madeAtOnce(work.feed.editions);
    expect(recycled).toEqual(expected);
  });

  test('moves a renamed guide and leaves a redirect in the release', async () => {
    edit(work.feed, { document: 'guides-3', slug: 'guide-three' });
    await work.press.publish();
    expect(existsSync(path.join(work.press.folders.at(2), 'en/guides/guide-3'))).toBe(false);
    expect(JSON.parse(served(work.dataDir, '_moves.json')).redirects).toMatchObject({
      '/en/guides/guide-3/': '/en/guides/guide-three/',
      '/ur/guides/guide-3/': '/ur/guides/guide-three/',
    });
  });
});

describe('a fault of the CMS publishes nothing and is named', () => {
  const faults: Record<string, [string, RegExp]> = {
    'answering 500': ['500', /answered 500 .*Feed\(after: 90, limit: 200\).*graphql/],
    'answering HTML': ['html', /not JSON/],
    'cut off in the middle of its JSON': ['cut', /not JSON/],
    'answering errors beside data': ['errors', /answered an error: broken/],
    'skipping an edition': ['gap', /gave edition 93 where 91 belongs/],
    'answering less than its head': ['short', /gave no editions though its head is 99/],
    'closing the connection': ['close', /could not be reached/],
  };
  const bodies: Record<string, [number, string]> = {
    500: [500, '{}'],
    html: [200, '<!doctype html><p>Sign in</p>'],
    cut: [200, '{"data":{"Feed":{"head":91,"edit'],
    errors: [200, '{"data":{"Feed":{"head":91,"editions":[]}},"errors":[{"message":"broken"}]}'],
    gap: [200, '{"data":{"Feed":{"head":93,"editions":[{"sequence":93}]}}}'],
    short: [200, '{"data":{"Feed":{"head":99,"editions":[]}}}'],
  };

  test.each(Object.entries(faults))('%s', async (_name, [fault, said]) => {
    const before = filesIn(path.join(work.dataDir, 'releases'));
    const [status, body] = bodies[fault] ?? [0, ''];
    work.feed.answerWith = (request, response) => {
      request.resume();
      if (status === 0) request.socket.destroy();
      else response.writeHead(status).end(body);
    };
    await expect(work.press.publish()).rejects.toThrow(said);
    await expect(work.press.publish()).rejects.toThrow(/Nothing was published/);
    expect(filesIn(path.join(work.dataDir, 'releases'))).toEqual(before);
  });
});

describe('an edition that the site cannot show', () => {
  test.each([
    ['of an unknown kind', { __typename: 'SpellEdition' }, /kind SpellEdition is not known/],
    ['in an unknown language', { language: 'tlh' }, /language tlh is not known/],
    ['at an address that no folder can have', { slug: 'a'.repeat(300) }, /slug is .* no address/],
    ['at an address outside the site', { slug: '../../../guides' }, /slug is .* no address/],
  ])('%s is set aside, named, and stops nothing else', async (_name, odd, why) => {
    const poisoned = edit(work.feed, { document: 'guides-1', content: { title: 'Poisoned' } });
    const { kind, ...fields } = poisoned;
    work.feed.rows.set(poisoned.sequence, { __typename: 'GuideEdition', ...fields, ...odd });
    edit(work.feed, { document: 'guides-2', content: { title: 'A healthy title' } });
    const { failed } = await work.press.publish();
    expect(failed).toEqual([
      { path: '', sequence: poisoned.sequence, why: expect.stringMatching(why) },
    ]);
    expect(served(work.dataDir, guide1)).not.toContain('Poisoned');
    expect(served(work.dataDir, 'en/guides/guide-2/index.html')).toContain('A healthy title');
    expect(kind).toBe('guides');
  });

  test('with a part outside the site keeps its last good page', async () => {
    const parts = [
      { id: 'p', slug: 'a', title: 'Good', body: [] },
      { id: 'q', slug: '../../../outside', title: 'Outside', body: [] },
    ];
    const before = served(work.dataDir, guide1);
    edit(work.feed, { document: 'guides-1', content: { parts } });
    const { failed } = await work.press.publish();
    expect(failed[0]?.why).toMatch(/content\.parts\.1\.slug is .* no address/);
    expect(served(work.dataDir, guide1)).toBe(before);
  });

  test('with an unknown block keeps its last good page', async () => {
    const parts = [{ id: 'p', slug: 'a', title: 'Poisoned', body: [{ type: 'marquee' }] }];
    const before = served(work.dataDir, guide1);
    edit(work.feed, { document: 'guides-1', content: { parts } });
    const { failed } = await work.press.publish();
    expect(failed[0]?.why).toMatch(/marquee/);
    expect(served(work.dataDir, guide1)).toBe(before);
  });

  test('whose page outgrows the budget keeps its last good page, and the rest goes live', async () => {
    const noise = Array.from({ length: 40_000 }, (_, at) => ((at * 7919) % 46_656).toString(36));
    const body = [
      { type: 'paragraph', children: [{ type: 'text', text: noise.join(' '), marks: [] }] },
    ];
    const parts = [{ id: 'p', slug: 'a', title: 'Too long', body }];
    edit(work.feed, { document: 'guides-1', content: { parts } });
    edit(work.feed, { document: 'guides-2', content: { title: 'A healthy title' } });
    const { failed } = await work.press.publish();
    expect(failed).toMatchObject([
      { path: '/en/guides/guide-1/', why: expect.stringMatching(/weighs/) },
    ]);
    expect(served(work.dataDir, guide1)).not.toContain('Too long');
    expect(served(work.dataDir, 'en/guides/guide-2/index.html')).toContain('A healthy title');
  });
});

test('a press says of a bundle what it would bring to every page, and should not', async () => {
  const { bundle } = work.options;
  expect(work.press.warnings).toEqual([]);
  const assetsFolder = path.join(work.dataDir, 'assets-with-a-font');
  cpSync(bundle.assetsFolder, assetsFolder, { recursive: true });
  writeFileSync(path.join(assetsFolder, 'own.woff2'), '');
  const { warnings } = await work.reopen({ bundle: { ...bundle, assetsFolder } });
  expect(warnings).toEqual([expect.stringContaining('own.woff2 is a font')]);
});

describe('a removal', () => {
  test('erases the text from the store, every release and every copy', async () => {
    const canary = 'The-canary-that-must-vanish';
    edit(work.feed, { document: 'guides-4', content: { title: canary } });
    await work.press.publish();
    await work.press.tidy();
    edit(work.feed, { document: 'guides-7', content: { title: 'Something else' } });
    await work.press.publish();
    await work.press.tidy();
    edit(work.feed, { document: 'guides-4', action: 'removed' });
    await work.press.publish();
    expect(filesWith(canary, work.dataDir)).toEqual([]);
    expect(JSON.parse(served(work.dataDir, '_moves.json')).gone).toContain('/en/guides/guide-4/');
  });

  test('leaves in older releases what did not show the text', async () => {
    edit(work.feed, { document: 'guides-7', content: { title: 'The title of release two' } });
    await work.press.publish();
    edit(work.feed, { document: 'guides-7', content: { title: 'The title of release three' } });
    edit(work.feed, { document: 'guides-9', action: 'removed' });
    await work.press.publish();
    const old = filesWith('The title of release two', work.press.folders.at(2));
    expect(old.map((file) => path.basename(path.dirname(file)))).toContain('guide-7');
  });
});

describe('a rollback', () => {
  test('serves the older release and holds the press until it is let go', async () => {
    const before = served(work.dataDir, guide1);
    edit(work.feed, { document: 'guides-1', content: { title: 'A mistake' } });
    await work.press.publish();
    await rollBack(work.dataDir, 1, new Date());
    expect(served(work.dataDir, guide1)).toBe(before);
    edit(work.feed, { document: 'guides-1', content: { title: 'Put right' } });
    await work.press.publish();
    expect(served(work.dataDir, guide1)).toBe(before);
    await resume(work.dataDir, new Date());
    expect(served(work.dataDir, guide1)).toContain('Put right');
  });

  test('to a release that is not kept says which are', async () => {
    await expect(rollBack(work.dataDir, 77, new Date())).rejects.toThrow('Choose one of: 1');
  });
});

test('a second press says who holds the lock', () => {
  const unlock = takeLock(work.dataDir, 'watch');
  expect(() => takeLock(work.dataDir, 'once')).toThrow(`watch, process ${process.pid}`);
  unlock();
});

test('a lock that cannot be taken is not said to be another press', () => {
  const lock = path.join(work.dataDir, 'press/lock');
  const taking = () => takeLock(work.dataDir, 'once');
  writeFileSync(lock, 'no lock at all, but somebody’s notes');
  expect(taking).toThrow(/^The lock .*press\/lock cannot be taken: .*not a database.* delete it/);
  rmSync(lock);
  mkdirSync(lock);
  expect(taking).toThrow(/^The lock .*press\/lock cannot be taken: unable to open/);
});

test('a disk that is full leaves the last release, names the cause, and nothing half-written', async () => {
  const before = filesIn(path.join(work.dataDir, 'releases'));
  edit(work.feed, { document: 'guides-1', content: { title: 'Does not fit' } });
  const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  const press = await work.reopen({
    onStep: (step) => {
      if (step === 'rendered') throw full;
    },
  });
  await expect(press.publish()).rejects.toThrow(/The disk is full .*Make room where DATA_DIR is/);
  expect(filesIn(path.join(work.dataDir, 'releases'))).toEqual(before);
  const again = await work.reopen();
  await again.publish();
  expect(served(work.dataDir, guide1)).toContain('Does not fit');
});

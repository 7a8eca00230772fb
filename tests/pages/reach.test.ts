/** How far a change reaches: what is said beforehand, against what a real press then changes. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import { keysChangedBy } from '@charterpress/site/press/keys-changed.ts';
import { openPress } from '@charterpress/site/press/press.ts';
import { servePreview } from '@charterpress/site/press/preview.ts';
import type { Reach } from '@charterpress/site/press/reach.ts';
import { openStore } from '@charterpress/site/src/content/store.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generate } from '../bench/generate.ts';
import { generateServices } from '../bench/generate-services.ts';
import { changedPages, pagesOf } from '../support/pages-of.ts';
import { type AtWork, edit, logo, SITE, trust } from '../support/press-at-work.ts';
import { publishedPress } from '../support/published-press.ts';

let work: AtWork;
let preview: Server;

beforeAll(async () => {
  work = await publishedPress(24);
  preview = servePreview({
    ...work.options,
    file: path.join(work.dataDir, 'press/store.sqlite'),
    site: SITE,
    // What is compared, not how quickly on a busy machine.
    patienceMs: Number.POSITIVE_INFINITY,
  });
  await new Promise<void>((resolve) => preview.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  preview.close();
  await work.end();
});

/** What a change would be, without making it. */
function draft(change: Parameters<typeof edit>[1]): Edition {
  const next = edit(work.feed, { change: 'major', ...change });
  work.feed.editions.pop();
  return next;
}

function ask(edition: Edition, key = 'a key for tests'): Promise<Response> {
  const { port } = preview.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}/reach`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body: JSON.stringify({ edition }),
  });
}

async function reachOf(edition: Edition): Promise<Reach> {
  return (await (await ask(edition)).json()) as Reach;
}

function paths(of: Reach['changes']): readonly string[] {
  return (of ?? []).flatMap(({ pages }) => pages.map((page) => page.path)).sort();
}

/** Those for people: what is said of a change leaves out lists for machines, pages for what is not there, and what is a page again. */
function forPeople(changed: readonly string[]): readonly string[] {
  return changed.filter(
    (each) => each.endsWith('/') && !/\/(404|410|500|beside-english)\//.test(each),
  );
}

describe('what is said of a change before it is published', () => {
  test.each([
    ['a telephone number', { document: 'facts-1', content: { telephone: '01632 960321' } }],
    ['a sentence', { document: 'guides-2', content: { summary: 'Something else.' } }],
    ['a name', { document: 'guides-1', content: { title: 'Another name' } }],
    ['an address', { document: 'guides-3', slug: 'guide-three' }],
    ['nothing that anybody sees', { document: 'facts-1', content: { confirmedBy: 'Asha' } }],
  ])('%s: exactly the pages that the press then changes', async (_what, change) => {
    const next = draft(change);
    const said = paths((await reachOf(next)).changes);
    const before = pagesOf(work.dataDir);
    work.feed.editions.push(next);
    await work.press.publish();
    const changed = forPeople(changedPages(before, pagesOf(work.dataDir)));
    expect(said.filter((each) => before.has(each) || changed.includes(each))).toEqual(changed);
  });

  test('is every language of the pages', async () => {
    const next = draft({ document: 'facts-1', content: { telephone: '01632 960777' } });
    const { changes, touched } = await reachOf(next);
    expect(changes?.map(({ language }) => language)).toEqual(['en', 'pl', 'ur']);
    expect(touched).toBeGreaterThanOrEqual(paths(changes).length);
  });

  test('names the addresses that would lead on to another', async () => {
    const { moves } = await reachOf(draft({ document: 'guides-2', slug: 'guide-two' }));
    expect(moves).toEqual(['/en/guides/guide-2/', '/pl/guides/guide-2/', '/ur/guides/guide-2/']);
  });

  test('leaves out a page that only came to differ from what readers have', async () => {
    const database = new DatabaseSync(path.join(work.dataDir, 'press/store.sqlite'));
    // As if the press had made them on a day on which they said something else.
    database.exec("UPDATE pages SET digest = 'of that day' || digest");
    const { changes, touched } = await reachOf(
      draft({ document: 'facts-1', content: { confirmedBy: 'Benedykt' } }),
    );
    database.exec("UPDATE pages SET digest = replace(digest, 'of that day', '')");
    database.close();
    expect(changes).toEqual([]);
    expect(touched).toBeGreaterThan(0);
  });

  test('is nothing for a text that readers have already', async () => {
    const newest = work.feed.editions.findLast(({ document }) => document === 'guides-1');
    expect(await reachOf(newest as Edition)).toMatchObject({ changes: [], touched: 0, moves: [] });
  });
});

describe('where a document is used', () => {
  test('is every page of another that says something of it, by its title', async () => {
    const { usedOn } = await reachOf(draft({ document: 'principles-3', content: {} }));
    const english = usedOn.find(({ language }) => language === 'en');
    expect(english?.pages).toContainEqual({
      path: '/en/guides/guide-2/',
      title: 'Guide 2',
    });
    expect(english?.pages.map((page) => page.path)).not.toContain('/en/principles/3/');
  });

  test('is counted where it is on more pages than are named', async () => {
    const { usedOn } = await reachOf(draft({ document: 'settings-1', content: {} }));
    expect(usedOn.map(({ count }) => count)).toEqual([29, 29, 29]);
  });

  test('is known while the press is down, as of what it made last', async () => {
    await work.press.close();
    const { asOf, usedOn } = await reachOf(draft({ document: 'facts-1', content: {} }));
    expect(asOf).toBe(work.feed.editions.length);
    expect(usedOn.length).toBe(3);
    work.press = await openPress(work.options);
  });
});

test('how far a change reaches is told to nobody without the key', async () => {
  expect((await ask(draft({ document: 'facts-1', content: {} }), 'another key')).status).toBe(401);
});

const languages = ['en', 'pl'];
const districts = trust.districts.map(({ slug }) => slug);
const editions: readonly Edition[] = [
  ...generate(24, languages),
  ...[...generateServices(4, { districts, languages })].filter(({ kind }) => kind === 'services'),
].map((edition, at) => ({ ...edition, sequence: at + 1 }));
const change = fc.record({
  at: fc.nat(editions.length - 1),
  title: fc.option(fc.stringMatching(/^[a-z]{1,8}$/), { nil: undefined }),
  slug: fc.option(fc.constantFrom('guide-1', 'guide-2', 'another', 'home'), { nil: undefined }),
  action: fc.constantFrom('published', 'published', 'withdrawn'),
});

test('the keys that a draft would change are those that the store says once it is published', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
      const store = openStore({ file: ':memory:', trust, logo, site: SITE });
      store.add(editions, editions.length);
      for (const [index, { action, at, slug, title }] of changes.entries()) {
        const before = editions[at] as Edition & { content: object };
        const called = before.kind === 'services' ? { name: title } : { title };
        const content = title === undefined ? before.content : { ...before.content, ...called };
        const sequence = editions.length + index + 1;
        const number = sequence;
        const next = { ...before, content, action, number, sequence, slug: slug ?? before.slug };
        const said = keysChangedBy(store.content(), next as Edition);
        const changed = [...store.add([next as Edition], sequence)];
        const besideTold = changed.filter((key) => !/^((portions of )?changes|search) /.test(key));
        expect([...said].sort()).toEqual(besideTold.sort());
      }
    }),
    { numRuns: 200 },
  );
});

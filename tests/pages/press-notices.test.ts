/** Urgent notices in the releases of a real press, by a clock of the test's own. */
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import { resume, rollBack } from '@charterpress/site/press/hold.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { filesWith } from '../support/bytes-in.ts';
import { type AtWork, edit, filesIn, madeAtOnce, served } from '../support/press-at-work.ts';
import { publishedPress } from '../support/published-press.ts';

const MORNING = '2026-11-22T09:00:00.000Z';
const ENDS = '2026-11-22T17:00:00.000Z';
const EVENING = '2026-11-22T17:00:01.000Z';
const CLOSED = 'Closed today:';

let clock = MORNING;
let work: AtWork;
const now = () => new Date(clock);

beforeEach(async () => {
  clock = MORNING;
  work = await publishedPress(24, { now });
  await work.press.tidy();
});

afterEach(() => work.end());

/** The family line is closed today; it is about the second guide. */
function announce(more: object = {}): Edition {
  const notice = {
    ...{ kind: 'notices', document: 'notices-1', slug: 'closed', language: 'en', number: 1 },
    ...{ sequence: work.feed.editions.length + 1, action: 'published', change: 'major' },
    ...{ changeNote: null, publishedAt: MORNING, firstPublishedAt: MORNING },
    ...{ sourceEdition: null, digest: 'a'.repeat(64) },
    content: {
      ...{ sentence: 'closed', severity: 'important', text: 'Boiler <broken> & cold' },
      ...{ about: { kind: 'facts', document: 'facts-1' }, instead: null, begins: null, ends: ENDS },
      pages: [{ kind: 'guides', document: 'guides-2' }],
      ...more,
    },
  } as unknown as Edition;
  work.feed.editions.push(notice);
  return notice;
}

async function publishAll(): Promise<void> {
  while ((await work.press.publish()).hasMore);
}

const release = () => work.press.folders.current() ?? 0;

/** The pages of the release that is served which say that something is closed. */
function pagesThatSay(words: string): readonly string[] {
  return Object.keys(filesIn(work.press.folders.at(release())))
    .filter((file) => file.endsWith('.html'))
    .filter((file) => served(work.dataDir, file).includes(words));
}

const everyPage = () =>
  Object.keys(filesIn(work.press.folders.at(release()))).filter((file) => file.endsWith('.html'));

describe('an urgent notice', () => {
  test('is live first where people look and on the pages it is about, and then everywhere', async () => {
    announce();
    const first = await work.press.publish();
    expect(first.hasMore).toBe(true);
    expect(pagesThatSay(CLOSED)).toEqual([
      ...['en/guides/guide-2/index.html', 'en/guides/index.html', 'en/index.html', 'index.html'],
    ]);
    expect(served(work.dataDir, 'ur/index.html')).toContain('آج بند ہے:');
    const rest = await work.press.publish();
    expect(rest.hasMore).toBe(false);
    expect(pagesThatSay('<article class="urgent-notice important">')).toEqual(everyPage());
  });

  test('says in the language of the page until when, and marks what is in English', async () => {
    announce();
    await publishAll();
    const page = served(work.dataDir, 'pl/index.html');
    expect(page).toContain('Do: niedziela, 22 listopada 2026');
    expect(page).toContain(
      '<small>Po angielsku:</small> <span lang="en" dir="ltr">Boiler &lt;broken&gt; &amp; cold</span>',
    );
  });

  test('stands on no page from its end on, though the CMS is dead', async () => {
    announce();
    await publishAll();
    work.feed.answerWith = (_, response) => response.destroy();
    await expect(work.press.publish()).rejects.toThrow();
    clock = EVENING;
    await publishAll().catch(() => {});
    expect(pagesThatSay('urgent-notice')).toEqual([]);
  });

  test('ends after a restart too', async () => {
    announce();
    await publishAll();
    clock = EVENING;
    await work.reopen();
    await publishAll();
    expect(pagesThatSay('urgent-notice')).toEqual([]);
  });

  test('waits for its beginning', async () => {
    announce({ begins: '2026-11-22T12:00:00.000Z' });
    await publishAll();
    expect(pagesThatSay(CLOSED)).toEqual([]);
    clock = '2026-11-22T12:00:00.000Z';
    await publishAll();
    expect(pagesThatSay(CLOSED)).not.toEqual([]);
  });

  test('goes from where people look first when it is taken down', async () => {
    announce();
    await publishAll();
    edit(work.feed, { document: 'notices-1', action: 'withdrawn' });
    await work.press.publish();
    expect(served(work.dataDir, 'en/index.html')).not.toContain(CLOSED);
    expect(served(work.dataDir, 'en/guides/guide-1/index.html')).toContain(CLOSED);
    await publishAll();
    expect(pagesThatSay('urgent-notice')).toEqual([]);
  });

  test('comes and goes to the same bytes as a site made at once', async () => {
    const before = filesIn(work.press.folders.at(release()));
    announce();
    await publishAll();
    const expected = await madeAtOnce(work.feed.editions, { now });
    expect(filesIn(work.press.folders.at(release()))).toEqual(expected);
    clock = EVENING;
    await publishAll();
    expect(filesIn(work.press.folders.at(release()))).toEqual(before);
  });

  test('that is removed leaves its words in no kept release', async () => {
    announce();
    await publishAll();
    edit(work.feed, { document: 'notices-1', action: 'removed' });
    await publishAll();
    expect(filesWith('Boiler', work.dataDir)).toEqual([]);
  });
});

describe('a rollback', () => {
  test('to a release from before a notice shows it on every page', async () => {
    const old = release();
    announce();
    await publishAll();
    await rollBack(work.dataDir, old, now());
    expect(release()).toBe(old);
    expect(pagesThatSay(CLOSED).length).toBeGreaterThan(10);
    expect(pagesThatSay('urgent-notice')).toEqual(everyPage());
  });

  test('to a release with a notice that is over does not bring it back, with the press dead too', async () => {
    announce();
    await publishAll();
    const withNotice = release();
    await rollBack(work.dataDir, withNotice, new Date(EVENING));
    expect(pagesThatSay('urgent-notice')).toEqual([]);
  });

  test('that holds the press still ends a notice in time, and begins the next', async () => {
    const old = release();
    announce();
    await publishAll();
    await rollBack(work.dataDir, old, now());
    clock = EVENING;
    await publishAll();
    expect(release()).toBe(old);
    expect(pagesThatSay('urgent-notice')).toEqual([]);
    edit(work.feed, { document: 'notices-1', content: { ends: '2026-11-23T17:00:00.000Z' } });
    await publishAll();
    expect(pagesThatSay('urgent-notice')).toEqual(everyPage());
    await resume(work.dataDir, now());
    expect(pagesThatSay('urgent-notice')).toEqual(everyPage());
  });

  test('changes no release but the one that is served', async () => {
    const old = release();
    announce();
    await publishAll();
    const newest = filesIn(work.press.folders.at(release()));
    const newestNumber = release();
    await rollBack(work.dataDir, old, new Date(EVENING));
    await rollBack(work.dataDir, old, now());
    expect(filesIn(work.press.folders.at(newestNumber))).toEqual(newest);
  });
});

test('a page that cannot be made anew keeps its last good text and no notice that is over', async () => {
  announce();
  await publishAll();
  clock = EVENING;
  const { render } = work.options.bundle;
  await work.reopen({
    bundle: {
      ...work.options.bundle,
      render: (request, locals) =>
        request.url.includes('guide-1/')
          ? Promise.resolve(new Response('', { status: 500 }))
          : render(request, locals),
    },
  });
  await publishAll();
  expect(served(work.dataDir, 'en/guides/guide-1/index.html')).toContain('<h1');
  expect(pagesThatSay('urgent-notice')).toEqual([]);
});

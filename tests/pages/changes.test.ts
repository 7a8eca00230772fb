/** What has changed, for people and for feed readers, in the releases of a real press. */
import { existsSync } from 'node:fs';
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import { TOLD_IN_A_PORTION } from '@charterpress/site/src/content/changes.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { filesWith } from '../support/bytes-in.ts';
import { feed, page, prose } from '../support/parent-site.ts';
import { type AtWork, filesIn, pressAtWork, served } from '../support/press-at-work.ts';
import { event } from '../support/taking-part.ts';

let work: AtWork;
let told: ReturnType<typeof feed>;

beforeEach(async () => {
  work = await pressAtWork(0);
  told = feed();
  told.publish('pages', 'home', about('Home'));
});

afterEach(() => work.end());

async function publish(): Promise<void> {
  work.feed.editions.splice(0, Infinity, ...told.editions);
  const { failed } = await work.press.publish();
  expect(failed).toEqual([]);
}

const about = (title: string) => page(title, prose('Text.'));
const says = (file: string, language = 'en') => served(work.dataDir, `${language}/changes/${file}`);
const release = () => work.press.folders.at(work.press.folders.current() ?? 0);

/** The English pages of changes that come out otherwise. */
async function changedBy(publishing: () => void): Promise<readonly string[]> {
  const before = filesIn(release());
  publishing();
  await publish();
  const after = filesIn(release());
  return Object.keys({ ...before, ...after })
    .filter((file) => /^en\/changes\/.*(html|xml)$/.test(file))
    .filter((file) => before[file] !== after[file]);
}

/** So many notes, each of a page of its own. */
function tell(count: number, from = 0): void {
  for (let at = from; at < from + count; at += 1) {
    told.publish('pages', `page-${at}`, about(`Page ${at}`), { changeNote: `Note ${at}.` });
  }
}

describe('what has changed', () => {
  test('stands newest first with its day, under the name that the page has today', async () => {
    told.publish('pages', 'one', about('One'), { changeNote: 'The first.' });
    told.publish('pages', 'two', about('Two'), { changeNote: 'The second.' });
    told.publish('pages', 'one', about('One, renamed'), {
      number: 2,
      change: 'minor',
      slug: 'uno',
    });
    await publish();
    const html = says('index.html');
    expect(html.indexOf('The second.')).toBeLessThan(html.indexOf('The first.'));
    expect(html).toContain('href="/en/uno/"');
    expect(html).toContain('One, renamed</a>');
    expect(html).toContain('2 March 2026');
  });

  test('is told in the words of each language, and leads to what is only in English', async () => {
    told.publish('pages', 'one', about('One'), { changeNote: 'New hours.' });
    told.publish('pages', 'one', about('Jeden'), {
      ...{ language: 'pl', sourceEdition: 1, changeNote: 'Nowe godziny.' },
    });
    await publish();
    expect(says('index.html', 'pl')).toContain('Nowe godziny.');
    expect(says('index.html', 'pl')).not.toContain('New hours.');
    expect(says('index.html', 'pl')).toContain('href="/en/changes/" hreflang="en"');
    expect(existsSync(`${release()}/ur/changes`)).toBe(false);
  });

  test('of a district is what names it', async () => {
    told.publish('events', 'tea', event('Tea'), { changeNote: 'One hour later.' });
    told.publish('pages', 'one', about('One'), { changeNote: 'New hours.' });
    await publish();
    expect(says('swale/index.html')).toContain('One hour later.');
    expect(says('swale/feed.xml')).toContain('One hour later.');
    expect(says('swale/index.html')).not.toContain('New hours.');
    expect(says('thanet/index.html')).toContain('Nothing has changed here yet.');
  });

  test('does not tell of what is withdrawn or sensitive, in any language', async () => {
    const secret = { ...about('Safe'), sensitive: true };
    told.publish('pages', 'safe', secret, { changeNote: 'A new number.' });
    told.publish('pages', 'one', about('One'), { changeNote: 'New hours.' });
    told.publish('pages', 'one', about('Jeden'), {
      ...{ language: 'pl', sourceEdition: 1, changeNote: 'Nowe godziny.' },
    });
    await publish();
    expect(says('index.html')).not.toContain('A new number.');
    told.publish('pages', 'one', about('One'), { number: 2, action: 'withdrawn' });
    await publish();
    for (const file of ['index.html', 'feed.xml']) {
      expect(says(file)).not.toContain('New hours.');
      expect(says(file, 'pl')).not.toContain('Nowe godziny.');
    }
  });

  test('forgets what is removed, wherever it was told', async () => {
    told.publish('pages', 'one', about('One'), { changeNote: 'Ann moved to Dover.' });
    await publish();
    told.publish('pages', 'one', null, { number: 2, action: 'removed' });
    await publish();
    await work.press.tidy();
    expect(filesWith('Ann moved', work.dataDir)).toEqual([]);
  });

  test('says a note as it was corrected, under its old day', async () => {
    told.publish('pages', 'one', about('One'), { changeNote: 'Opens at 9.' });
    told.publish('pages', 'one', about('One'), {
      ...{ number: 2, corrects: 1, changeNote: 'Opens at 10.' },
      publishedAt: '2026-04-02T10:00:00.000Z',
    });
    await publish();
    expect(says('index.html')).toContain('Opens at 10.');
    expect(says('index.html')).not.toContain('Opens at 9.');
    expect(says('feed.xml')).toMatch(/<updated>2026-04-02.*<\/updated>\n<published>2026-03-02/);
  });
});

describe('portions', () => {
  test('but the newest stay as they are, whatever is told', async () => {
    tell(3 * TOLD_IN_A_PORTION);
    await publish();
    expect(says('older/0/index.html')).toContain('Note 0.');
    expect(says('index.html')).not.toContain('Note 0.');
    expect(says('index.html')).toContain('href="/en/changes/older/0/"');
    const changed = await changedBy(() => tell(1, 3 * TOLD_IN_A_PORTION));
    expect(changed).toEqual([
      'en/changes/feed.xml',
      'en/changes/index.html',
      'en/changes/older/1/index.html',
    ]);
    const next = await changedBy(() => tell(1, 3 * TOLD_IN_A_PORTION + 1));
    expect(next).toEqual(['en/changes/feed.xml', 'en/changes/index.html']);
  });

  test('hold everything between them, each once', async () => {
    tell(3 * TOLD_IN_A_PORTION + 7);
    await publish();
    const all = ['index.html', 'older/1/index.html', 'older/0/index.html'].flatMap(
      (file) => says(file).match(/<p>Note \d+\.<\/p>/g) ?? [],
    );
    const expected = Array.from(
      { length: 3 * TOLD_IN_A_PORTION + 7 },
      (_, at) => `<p>Note ${at}.</p>`,
    );
    expect(all).toEqual(expected.toReversed());
  });

  test('do not move up when something in one of them is removed', async () => {
    tell(3 * TOLD_IN_A_PORTION);
    await publish();
    const changed = await changedBy(() =>
      told.publish('pages', 'page-3', null, { number: 2, action: 'removed' }),
    );
    expect(changed).toEqual(['en/changes/older/0/index.html']);
  });
});

describe('the feed', () => {
  const ids = (xml: string) => xml.match(/<id>tag:.*<\/id>/g) ?? [];

  test('is Atom whose entries keep their names when a page is renamed and told of again', async () => {
    told.publish('pages', 'one', about('One & <two>'), { changeNote: 'A & B.' });
    await publish();
    const before = says('feed.xml');
    expect(before).toContain('<title>One &amp; &lt;two&gt;</title>');
    const again = { number: 2, slug: 'renamed', changeNote: 'Later.' };
    told.publish('pages', 'one', about('Renamed'), again as Partial<Edition>);
    await publish();
    expect(ids(says('feed.xml'))).toHaveLength(2);
    expect(ids(says('feed.xml'))[1]).toBe(ids(before)[0]);
    expect(says('feed.xml')).toContain('/en/renamed/');
  });
});

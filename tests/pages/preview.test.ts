/** What staff see before anybody else does: real pages over a real store, drafts as the CMS gives them. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import { signedPass } from '@charterpress/shared/domain/preview-token.ts';
import { servePreview } from '@charterpress/site/press/preview.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { filesWith } from '../support/bytes-in.ts';
import { type AtWork, edit, SITE, served } from '../support/press-at-work.ts';
import { publishedPress } from '../support/published-press.ts';

const canary = 'A sentence that nobody has published yet';
const inAnHour = () => Date.now() + 3_600_000;
const pass = { drafts: ['guides/guides-5'], account: '1', session: 's' };
const token = signedPass({ ...pass, until: inAnHour() }, 'a key for tests');
const prefix = `/see/${token}`;

let work: AtWork;
let preview: Server;
let url: string;

beforeAll(async () => {
  work = await publishedPress();
  preview = servePreview({
    ...work.options,
    file: path.join(work.dataDir, 'press/store.sqlite'),
    site: SITE,
  });
  await new Promise<void>((resolve) => preview.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(preview.address() as AddressInfo).port}`;
});
beforeEach(() => given([draft('guides-5', { title: canary })]));
afterAll(async () => {
  preview.close();
  await work.end();
});

/** The next edition of a document, that was not published. */
function draft(document: string, content: object): Edition {
  const next = edit(work.feed, { document, change: 'major', content });
  work.feed.editions.pop();
  return next;
}

function given(editions: readonly Edition[], said: object = {}): void {
  const [first] = editions;
  const opened = { kind: first?.kind, document: first?.document };
  const body = { editions, opened, title: canary, notes: [], problems: [], ...said };
  work.feed.drafts = { status: 200, body };
}

function look(asked: string): Promise<Response> {
  return fetch(url + asked, { redirect: 'manual' });
}

async function words(asked: string): Promise<string> {
  return (await look(prefix + asked)).text();
}

describe('the preview of a draft', () => {
  test('shows the draft, and the site does not', async () => {
    expect(await words('/en/guides/guide-5/')).toContain(`${canary}</h1>`);
    expect(served(work.dataDir, 'en/guides/guide-5/index.html')).not.toContain(canary);
  });

  test('leaves nothing of it in anything that is kept', async () => {
    await words('/en/guides/guide-5/');
    await words('/ur/guides/');
    expect(filesWith(canary, work.dataDir)).toEqual([]);
  });

  test('begins at the page of the document, in the language asked for', async () => {
    const begun = await look(`${prefix}/start/ur`);
    expect(begun.status).toBe(303);
    expect(begun.headers.get('location')).toBe(`${prefix}/ur/guides/guide-5/`);
  });

  test.each(['', 'xx'])(
    'begins in English when no language of the trust is asked for',
    async (tag) => {
      const begun = await look(`${prefix}/start/${tag}`);
      expect(begun.headers.get('location')).toBe(`${prefix}/en/guides/guide-5/`);
    },
  );

  test('tells a reader of Urdu that the English moved on, in the translation that there is', async () => {
    const page = await words('/ur/guides/guide-5/');
    expect(page).toMatch(/<html lang="ur" dir="rtl"/);
    expect(page).toContain('[ur] Guide 5');
    expect(page).toContain('Readers of Urdu get the translation that they have');
    expect(served(work.dataDir, 'ur/guides/guide-5/index.html')).not.toContain('class="notice');
    expect(page).toContain('class="notice');
  });

  test('begins where an untranslated one is listed, marked as English', async () => {
    const fresh = { ...draft('guides-5', { title: canary }), document: 'guides-new', slug: 'new' };
    given([{ ...fresh, number: 1 } as Edition]);
    expect((await look(`${prefix}/start/ur`)).headers.get('location')).toBe(`${prefix}/ur/guides/`);
    const list = await words('/ur/guides/');
    expect(list).toContain(canary);
    expect(list).toContain('There is no page of this in Urdu');
  });

  test('of a fact begins at a page that shows it', async () => {
    given([draft('facts-1', { telephone: '01632 960999' })]);
    const [, to = ''] = ((await look(`${prefix}/start/pl`)).headers.get('location') ?? '').split(
      prefix,
    );
    expect(to).toMatch(/^\/pl\//);
    expect(await words(to)).toContain('01632 960999');
  });

  test('says what would stand in the way of publishing it', async () => {
    given([draft('guides-5', {})], { problems: ["Fill in 'title'."] });
    expect(await words('/en/guides/guide-5/')).toContain("<li>Fill in 'title'.</li>");
  });

  test('shows several drafts together, each as the others will see it', async () => {
    given([draft('guides-5', { title: canary }), draft('guides-6', { title: 'Another draft' })]);
    expect(await words('/en/guides/')).toMatch(
      new RegExp(`${canary}[\\s\\S]*Another draft|Another draft[\\s\\S]*${canary}`),
    );
  });

  test('shows a picture that was never published', async () => {
    const { createHash } = await import('node:crypto');
    const bytes = Buffer.from('the bytes of a picture');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    work.feed.images.set(sha256, bytes);
    const picture = await look(`${prefix}/files/${sha256}.webp`);
    expect(Buffer.from(await picture.arrayBuffer())).toEqual(bytes);
  });
});

describe('a preview', () => {
  test('leads nowhere but into itself and to addresses outside', async () => {
    const page = await words('/en/guides/guide-5/');
    const addresses = [...page.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, address]) => address);
    const elsewhere = addresses.filter(
      (address) => !/^(#|https?:|tel:|sms:|mailto:)/.test(address ?? ''),
    );
    expect(elsewhere.length).toBeGreaterThan(20);
    expect(elsewhere.filter((address) => !address?.startsWith(`${prefix}/`))).toEqual([]);
  });

  test('loads its styles from itself', async () => {
    const page = await words('/en/guides/guide-5/');
    const styles = [...page.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)];
    const answers = await Promise.all(styles.map(([, style = '']) => look(style)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  test('brings the pictures that name the trust, also before the first release', async () => {
    const page = await words('/en/guides/guide-5/');
    const icons = [...page.matchAll(/<link rel="(?:apple-touch-)?icon"[^>]* href="([^"]+)"/g)];
    const answers = await Promise.all(icons.map(([, icon = '']) => look(icon)));
    expect(answers.map(({ headers }) => headers.get('content-type'))).toEqual([
      ...['image/png', 'image/svg+xml', 'image/png'],
    ]);
  });

  test('has the front page of the site, too', async () => {
    const front = await look(`${prefix}/`);
    expect(front.status).toBe(200);
    expect(await front.text()).toContain(canary);
  });

  test('answers as the site does where nothing stands', async () => {
    expect((await look(`${prefix}/ur/nothing-here/`)).status).toBe(404);
  });

  test('of what readers have already tells its history once', async () => {
    edit(work.feed, { document: 'guides-8', change: 'major', changeNote: 'We moved house.' });
    await work.press.publish();
    given([work.feed.editions.at(-1) as Edition]);
    expect((await words('/en/guides/guide-8/')).split('We moved house.').length).toBe(2);
  });

  test('differs from the page that is published by its marks alone', async () => {
    const next = draft('guides-7', { title: 'Soon on the site' });
    given([next]);
    const before = await words('/en/guides/guide-7/');
    work.feed.editions.push(next);
    await work.press.publish();
    expect(unmarked(before)).toBe(served(work.dataDir, 'en/guides/guide-7/index.html'));
  });
});

function unmarked(page: string): string {
  return page
    .replace(/<meta name="robots" content="noindex, nofollow"><link rel="stylesheet"[^>]*>/, '')
    .replace(/<aside class="preview-banner"[\s\S]*?<\/aside>/, '')
    .replaceAll(prefix, '');
}

describe('every answer of the preview', () => {
  const asked = ['/en/guides/guide-5/', '/ur/nothing/', '/start/en', '/preview-banner.css'];
  const all = [...asked.map((each) => prefix + each), '/', '/en/', '/see/forged/en/'];

  test.each(all)('%s is for nobody to keep, to find, to frame or to follow', async (path) => {
    const { headers } = await look(path);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringMatching(
        new RegExp(`^default-src 'none';.*frame-ancestors ${work.feed.url}$`),
      ),
    });
    expect(headers.get('set-cookie')).toBeNull();
  });

  test.each(all.filter((each) => !/css$|start/.test(each)))(
    '%s says so to search engines in the page, too',
    async (path) => {
      expect(await (await look(path)).text()).toContain(
        '<meta name="robots" content="noindex, nofollow">',
      );
    },
  );
});

describe('without a pass that stands', () => {
  const expired = signedPass({ ...pass, until: Date.now() - 1 }, 'a key for tests');
  const forged = signedPass({ ...pass, until: inAnHour() }, 'another key');

  test.each([
    ['none', '/en/guides/guide-5/', 'choose Preview there'],
    ['one that was forged', `/see/${forged}/en/guides/guide-5/`, 'choose Preview there'],
    ['one that ran out', `/see/${expired}/en/guides/guide-5/`, 'open the preview again'],
  ])('(%s) nothing is shown, and what to do is said', async (_which, path, said) => {
    const answer = await look(path);
    expect(answer.status).toBe(401);
    const page = await answer.text();
    expect(page).toContain(said);
    expect(page).not.toContain(canary);
  });

  test.each([
    ['signed out', 401, 'Sign in to the desk'],
    ['removed', 410, 'removed or thrown away'],
    ['no desk', 500, 'Try again in a moment'],
  ])('the CMS says it is over (%s)', async (_why, status, said) => {
    work.feed.drafts = { status, body: {} };
    const answer = await look(`${prefix}/en/guides/guide-5/`);
    expect(answer.status).toBe(status === 500 ? 503 : status);
    expect(await answer.text()).toContain(said);
  });

  test('a picture is not shown either', async () => {
    work.feed.drafts = { status: 401, body: {} };
    expect((await look(`${prefix}/files/${'0'.repeat(64)}.webp`)).status).toBe(401);
  });
});

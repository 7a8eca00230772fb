/** Sensitive pages over a real server and in a real browser: the way out, and what stays behind. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serveReleases } from '../../site/press/serve.ts';
import { browser } from '../support/browser.ts';
import { feed, guide, page as plainPage, prose } from '../support/parent-site.ts';
import { type AtWork, edit, pressAtWork, SITE, trust } from '../support/press-at-work.ts';

const GUIDE = '/en/guides/at-home/';
const TELLING = /afraid|safe at home/i;
/** The website that the button leads to takes its time. */
const SLOW_MS = 1_000;

let work: AtWork;
let site: Server;
let elsewhere: Server;
let visits: IncomingMessage[] = [];
let chrome: Browser;
let context: BrowserContext;
let page: Page;
let origin: string;
let weather: string;

beforeAll(async () => {
  elsewhere = await listening(
    createServer((request, response) => {
      if (request.url === '/weather/') visits.push(request);
      setTimeout(() => response.end('<title>Weather</title>Rain'), SLOW_MS);
    }),
  );
  weather = `http://localhost:${portOf(elsewhere)}/weather/`;
  work = await pressAtWork(0, { trust: { ...trust, leaveTo: weather } });
  work.feed.editions.splice(0, work.feed.editions.length, ...editions());
  await work.press.publish();
  const { releases } = work.press.folders;
  site = await listening(serveReleases({ releases, siteUrl: SITE, trust }));
  origin = `http://127.0.0.1:${portOf(site)}`;
  chrome = await browser();
});

afterAll(async () => {
  await chrome.close();
  for (const server of [site, elsewhere]) {
    server.closeAllConnections();
    server.close();
  }
  await work.end();
});

beforeEach(async () => {
  visits = [];
  context = await chrome.newContext({ viewport: { width: 360, height: 640 } });
  page = await context.newPage();
});
afterEach(() => context.close());

function editions() {
  const { editions: made, publish } = feed();
  const text = guide('Afraid at home', [
    ['how', 'How it is', prose('Safe at home: someone listens.')],
    ['plan', 'A plan', prose('Make a plan.')],
  ]);
  publish('guides', 'at-home', { ...text, sensitive: true });
  // Made when the English was not marked yet.
  publish('guides', 'at-home', text, { language: 'ur', sourceEdition: 1 });
  publish('pages', 'about', plainPage('About', prose('Who we are.')));
  return made;
}

async function listening(server: Server): Promise<Server> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

const open = (path: string) => page.goto(origin + path);
const button = () => page.getByRole('link', { name: 'Leave this page' });
const text = async (path: string) => (await fetch(origin + path)).text();
const headers = async (path: string) => (await fetch(origin + path)).headers;

describe('who leaves a sensitive page', () => {
  it.each([
    ['by a tap', () => button().click()],
    ['by Enter', () => button().press('Enter')],
    ['by Escape three times', () => pressEscape(3)],
    ['by the middle of a mouse', () => button().click({ button: 'middle' })],
    ['by a press that asks for another tab', () => button().click({ modifiers: ['Control'] })],
  ])('%s finds it gone at once, and Back leads to the page before', async (_how, leave) => {
    await open('/en/about/');
    await open(GUIDE);
    const before = await page.evaluate(() => history.length);
    const cleared = clearedAfter();
    await leave();
    expect(await cleared).toBeLessThan(100);
    await page.waitForURL(weather);
    expect(context.pages()).toHaveLength(1);
    expect(await page.evaluate(() => history.length)).toBe(before);
    await page.goBack();
    expect(page.url()).toBe(`${origin}/en/about/`);
    await page.goForward();
    expect(page.url()).toBe(weather);
  });

  it('does not tell the other website where they were', async () => {
    await open(GUIDE);
    await button().click();
    await page.waitForURL(weather);
    expect(visits.map((visit) => visit.headers.referer)).toEqual([undefined]);
  });

  it('by a link of the page does not come back to it either', async () => {
    await open('/en/about/');
    await open(GUIDE);
    await page.getByRole('link', { name: 'A plan', exact: true }).first().click();
    await page.waitForURL(`${origin}${GUIDE}plan/`);
    await page.getByRole('link', { name: 'Home', exact: true }).first().click();
    await page.waitForURL(`${origin}/en/`);
    await page.goBack();
    expect(page.url()).toBe(`${origin}/en/about/`);
  });

  it('leaves nothing in storage and no worker behind', async () => {
    await open(GUIDE);
    const kept = await page.evaluate(async () => ({
      storage: localStorage.length + sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      state: history.state,
      name: window.name,
    }));
    expect(kept).toEqual({ storage: 0, databases: 0, state: null, name: '' });
    expect(await context.cookies()).toEqual([]);
    expect(context.serviceWorkers()).toEqual([]);
  });
});

describe('Escape', () => {
  it('twice leaves nobody', async () => {
    await open(GUIDE);
    await pressEscape(2);
    expect(await page.locator('h1').textContent()).toMatch(TELLING);
  });

  it('while somebody types leaves nobody', async () => {
    await open(GUIDE);
    await page.evaluate(() =>
      document.querySelector('main')?.append(document.createElement('input')),
    );
    await page.locator('input').focus();
    await pressEscape(3);
    expect(await page.locator('h1').textContent()).toMatch(TELLING);
  });
});

describe('without JavaScript', () => {
  it('the button is a link, and says what it cannot do', async () => {
    const plain = await chrome.newContext({ javaScriptEnabled: false });
    page = await plain.newPage();
    await open('/en/about/');
    await open(GUIDE);
    expect(await page.locator('.leave-plain').isVisible()).toBe(true);
    expect(await page.locator('.leave-ready').isVisible()).toBe(false);
    await button().click();
    await page.waitForURL(weather);
    await page.goBack();
    expect(page.url()).toBe(origin + GUIDE);
    await plain.close();
  });

  it('what it can do with JavaScript is said only where that runs', async () => {
    await open(GUIDE);
    await page.waitForFunction(() => document.documentElement.classList.contains('can-leave'));
    expect(await page.locator('.leave-plain').isVisible()).toBe(false);
    expect(await page.locator('.leave-ready').isVisible()).toBe(true);
  });
});

describe('a sensitive page', () => {
  const sensitive = [GUIDE, `${GUIDE}plan/`, '/ur/guides/at-home/', '/ur/using-this-site/'];

  it.each(sensitive)(
    '%s tells nobody by its title, nor machines what it is about',
    async (path) => {
      const text = await (await fetch(origin + path)).text();
      const head = text.slice(0, text.indexOf('<body'));
      const title = /<title>([^<]*)/.exec(head)?.[1];
      expect(title).toBe(
        path.startsWith('/ur/')
          ? 'خاندانوں کے لیے معلومات – Kent Children’s Trust'
          : 'Information for families – Kent Children’s Trust',
      );
      expect(head).not.toMatch(TELLING);
      expect(head).not.toMatch(/ld\+json|og:/);
      expect(text).not.toMatch(/class="share|prefetch"|preload|preconnect/);
      expect(head).toContain('<meta http-equiv="x-dns-prefetch-control" content="off">');
    },
  );

  it.each(sensitive)('%s is kept by no browser, as a page or as data', async (path) => {
    expect((await headers(path)).get('cache-control')).toBe('no-store');
    expect((await headers(`${path}index.html`)).get('cache-control')).toBe('no-store');
  });

  it('is kept by no browser as data or as a redirect to it', async () => {
    expect((await headers('/en/guides/at-home.json')).get('cache-control')).toBe('no-store');
    const redirect = await fetch(origin + GUIDE.slice(0, -1), { redirect: 'manual' });
    expect(redirect.headers.get('cache-control')).toBe('no-store');
  });

  it('leads to how to leave fewer traces, as the foot of every page does', async () => {
    for (const path of [GUIDE, '/en/about/']) {
      expect(await (await fetch(origin + path)).text()).toContain('href="/en/using-this-site/"');
    }
  });

  it('keeps what the keyboard comes to clear of the button that stays on the screen', async () => {
    await open(GUIDE);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.locator('.licence a').focus();
    const covered: string[] = [];
    for (let steps = 0; steps < 25; steps += 1) {
      await page.keyboard.press('Shift+Tab');
      const hidden = await page.evaluate(() => {
        const bar = document.querySelector('.leave-bar')?.getBoundingClientRect();
        const at = document.activeElement;
        if (bar === undefined || at === null || at.matches('.leave, body')) return null;
        const { bottom, top } = at.getBoundingClientRect();
        return top < bar.bottom && bottom > bar.top ? at.outerHTML : null;
      });
      if (hidden !== null) covered.push(hidden);
    }
    expect(covered).toEqual([]);
    const box = await button().boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeLessThan(20);
    expect(box?.height).toBeGreaterThanOrEqual(44);
  });

  it('prints without the button', async () => {
    await open(GUIDE);
    await page.emulateMedia({ media: 'print' });
    expect(await button().isVisible()).toBe(false);
  });

  it('moves nothing when its script comes to run, however late that is and long its notes are', async () => {
    await open(GUIDE);
    const places = await page.evaluate(() => {
      const placesWith = (longer: string, is: boolean) => {
        const note = document.querySelector(longer) as HTMLElement;
        const words = note.textContent;
        note.textContent = words.repeat(5);
        document.documentElement.classList.toggle('can-leave', is);
        const place = document.querySelector('h1')?.getBoundingClientRect().y;
        note.textContent = words;
        return place;
      };
      return ['.leave-plain', '.leave-ready'].map((longer) =>
        [false, true].map((is) => placesWith(longer, is)),
      );
    });
    expect(places.map(([late, early]) => Number(late) - Number(early))).toEqual([0, 0]);
  });
});

describe('a page whose mark was taken away', () => {
  it('is a page like others from the next release on, and one that is marked is sensitive', async () => {
    const marked = async (sensitive: boolean) => {
      edit(work.feed, { document: 'at-home', content: { sensitive } });
      await work.press.publish();
      return [GUIDE, '/ur/guides/at-home/'].map(async (path) => {
        const answer = await fetch(origin + path);
        const isMarked = (await answer.text()).includes('class="leave"');
        return `${answer.headers.get('cache-control')} ${isMarked}`;
      });
    };
    expect(await Promise.all(await marked(false))).toEqual(['no-cache false', 'no-cache false']);
    expect(await Promise.all(await marked(true))).toEqual(['no-store true', 'no-store true']);
  });
});

describe('the scripts', () => {
  it('weigh next to nothing', async () => {
    const [script = ''] = /\/_astro\/leave-[\w-]+\.js/.exec(await text(GUIDE)) ?? [];
    const answer = await fetch(origin + script, { headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(answer.headers.get('cache-control')).toMatch(/immutable/);
    expect(Buffer.byteLength(await answer.text())).toBeLessThan(2_048);
  });
});

describe('a page that is not sensitive', () => {
  it('has no button, may be kept, and runs nothing', async () => {
    const text = await (await fetch(`${origin}/en/about/`)).text();
    expect(text).not.toMatch(/Leave this page|<script(?! type="application)/);
    expect((await headers('/en/about/')).get('cache-control')).toBe('no-cache');
  });
});

async function pressEscape(times: number): Promise<void> {
  for (let pressed = 0; pressed < times; pressed += 1) await page.keyboard.press('Escape');
}

/** Milliseconds from what was done to the frame that shows nothing any more. */
async function clearedAfter(): Promise<number> {
  const told = page.waitForEvent('console', (message) => message.text().startsWith('cleared '));
  await page.evaluate(() => {
    let done = 0;
    const note = ({ timeStamp }: Event) => {
      done = timeStamp;
    };
    for (const name of ['click', 'auxclick', 'keydown'])
      addEventListener(name, note, { capture: true });
    new MutationObserver(() => {
      if (document.body.textContent !== '') return;
      requestAnimationFrame(() => console.log(`cleared ${performance.now() - done}`));
    }).observe(document.body, { childList: true });
  });
  return told.then((message) => Number(message.text().split(' ')[1]));
}

/** Searching the sample site in a real browser, as its readers do. */
import { readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { cutByPattern } from '@charterpress/shared/domain/search/words.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Bundle } from '../../site/press/bundle.ts';
import { renderRoute } from '../../site/press/render.ts';
import { siteRoutes } from '../../site/src/content/routes.ts';
import { policyOfAllPages } from '../../site/src/csp.ts';
import { browser } from '../support/browser.ts';
import { bundle } from '../support/press-at-work.ts';
import { sampleEditions } from '../support/sample-editions.ts';
import { contentOf, site } from '../support/site.ts';

let made: Bundle;
const editions = await sampleEditions('kent');
const content = contentOf(editions);
const routes = new Map([...siteRoutes(content)].map((route) => [route.path, route]));
let server: Server;
let chromium: Browser;
let page: Page;
let asked: string[] = [];
const refused: string[] = [];

beforeAll(async () => {
  made = await bundle();
  server = createServer((request, response) => void answer(request.url ?? '/', response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  chromium = await browser();
  page = await chromium.newPage();
  page.on('console', (said) => {
    if (said.type() === 'error') refused.push(said.text());
  });
});

beforeEach(() => {
  asked = [];
});

afterAll(async () => {
  await chromium.close();
  server.close();
});

describe('searching', () => {
  it.each([
    ['en', 'family liason oficer', '/en/guides/family-liaison-officers/'],
    ['en', 'skool nurse', '/en/services/school-nurses/'],
    ['pl', 'lacznik rodziny', '/pl/guides/family-liaison-officers/'],
    ['ur', 'چلڈرن سنٹر', '/ur/guides/children-centres/'],
    ['ne', 'अंग्रेजी', '/ne/services/english-classes-ashford/'],
    ['so', 'barbarin carurta', '/so/principles/14/'],
    ['gu', 'જરુરીયાત', '/gu/guides/four-tiers-of-need/'],
  ])('in %s finds by "%s", misspelt, %s', async (language, words, path) => {
    await search(language, words);
    expect(await paths()).toContain(path);
  });

  it.each([
    ['en', 'home-school worker', '/en/guides/family-liaison-officers/'],
    ['en', 'Sure Start', '/en/words/childrens-centre/'],
  ])('in %s finds by "%s", which the site never says, %s', async (language, words, path) => {
    await search(language, words);
    expect((await paths()).slice(0, 3)).toContain(path);
  });

  it.each([
    ['en', 'szkoła'],
    ['pl', 'اسکول'],
    ['ur', 'szkoła'],
  ])(
    'in %s finds nothing by "%s", a word of another language, and says what to do',
    async (language, words) => {
      await search(language, words);
      expect(await paths()).toEqual([]);
      expect(await page.locator('#search-nothing').isVisible()).toBe(true);
      expect(await page.locator('#search-more').isVisible()).toBe(false);
      expect(await page.locator('#search-nothing a[href^="tel:"]').count()).toBeGreaterThan(0);
      expect(await page.locator('.related a[href$="/services/a-z/"]').isVisible()).toBe(true);
    },
  );

  it('says aloud how much it found, and shows of each page what it is', async () => {
    await search('en', 'bullying');
    const count = await page.locator('#search-found li').count();
    expect(await page.locator('[role=status]').textContent()).toBe(`Pages found: ${count}`);
    const [first] = await page.locator('#search-found li').allInnerTexts();
    expect(first?.split('\n').filter((line) => line !== '')).toEqual([
      'Find help',
      'Advice on bullying',
      'Someone tells you what the school must do, and helps you to ask for it.',
    ]);
  });

  it('searches while somebody writes, and leaves them where they write', async () => {
    await open('/en/search/');
    await page.locator('#search-words').pressSequentially('bullyi');
    await answered();
    expect(await paths()).toContain('/en/services/bullying-advice/');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-words');
  });

  it('shows more by the keyboard, and goes on there', async () => {
    await search('en', 'school');
    expect(await page.locator('#search-found li').count()).toBe(10);
    await page.locator('#search-more').press('Enter');
    await page.locator('#search-found li').nth(10).waitFor();
    const eleventh = page.locator('#search-found li').nth(10).locator('a');
    expect(await eleventh.evaluate((link) => link === document.activeElement)).toBe(true);
  });

  it('comes back with Back to what was found, and tells it to nobody', async () => {
    await search('en', 'bullying');
    await page.locator('#search-found a').first().click();
    await page.waitForURL('**/bullying-advice/');
    await page.goBack();
    await answered();
    expect(await page.locator('#search-words').inputValue()).toBe('bullying');
    expect(await paths()).toContain('/en/services/bullying-advice/');
    expect(page.url()).toMatch(/\/en\/search\/$/);
    expect(asked.filter((path) => /bullying(?!-advice)/.test(path))).toEqual([]);
    expect(
      await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]),
    ).toEqual([0, 0, '']);
  });

  it('is forgotten by Back when what was found may put somebody in danger', async () => {
    await search('en', 'violence at home');
    const sensitive = page.locator('#search-found a[data-sensitive]').first();
    const href = await sensitive.getAttribute('href');
    await sensitive.click();
    await page.waitForURL(`**${href}`);
    await page.goBack();
    expect(page.url()).toBe('about:blank');
  });

  it('begins with the words of an address, and takes them out of it', async () => {
    await open('/en/search/?q=bullying');
    await answered();
    expect(await paths()).toContain('/en/services/bullying-advice/');
    expect(page.url()).toMatch(/\/en\/search\/$/);
  });

  it('says so when it does not work, and then works again', async () => {
    await open('/en/search/');
    await page.route('**/*.json', (route) => route.abort());
    await ask('bullying');
    await page.getByText('Searching does not work just now').waitFor();
    await page.unroute('**/*.json');
    await ask('bullying');
    await answered();
    expect(await paths()).toContain('/en/services/bullying-advice/');
  });

  it('breaks no rule of the page', async () => {
    await search('ur', 'والدین');
    expect((await paths()).length).toBeGreaterThan(0);
    expect(refused.filter((text) => /Content Security Policy|Trusted/.test(text))).toEqual([]);
  });
});

describe('without JavaScript', () => {
  it('the page says so, hides the field and has the lists', async () => {
    const context = await chromium.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(address('/pl/search/'));
    expect(await plain.locator('form').isVisible()).toBe(false);
    expect(
      await plain.locator('#search-more, #search-nothing').filter({ visible: true }).count(),
    ).toBe(0);
    expect(await plain.locator('[role=status]').textContent()).toContain('Wyszukiwanie nie działa');
    expect(await plain.locator('.search-without').isVisible()).toBe(true);
    expect(await plain.locator('.related a').count()).toBeGreaterThan(15);
    await context.close();
  });
});

describe('a browser that cannot cut words by language', () => {
  it('finds the same words in every title and summary of the sample', () => {
    const texts = editions.flatMap((edition) =>
      'content' in edition ? sentencesIn(edition.content, edition.language) : [],
    );
    const differing = texts.filter(({ language, text }) => {
      const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(text);
      const cut = [...segments].filter(({ isWordLike }) => isWordLike);
      return cut.map(({ segment }) => segment).join() !== cutByPattern(text).join();
    });
    expect(new Set(texts.map(({ language }) => language)).size).toBeGreaterThan(11);
    expect(differing).toEqual([]);
  });
});

function sentencesIn(content: object, language: string) {
  return Object.values(content)
    .filter((value) => typeof value === 'string' && !/^\d{4}-/.test(value))
    .map((text: string) => ({ language, text }));
}

async function search(language: string, words: string): Promise<void> {
  await open(`/${language}/search/`);
  await ask(words);
  await answered();
}

async function ask(words: string): Promise<void> {
  await page.locator('#search-words').fill(words);
  await page.locator('#search-words').press('Enter');
}

/** What was asked for last has its answer. */
function answered(): Promise<unknown> {
  return page.locator('#search-found[aria-busy=false]').waitFor({ state: 'attached' });
}

function paths(): Promise<readonly (string | null)[]> {
  return page
    .locator('#search-found a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
}

/** A page that is opened over itself keeps its state. */
async function open(path: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(address(path));
}

function address(path: string): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
};

async function answer(url: string, response: ServerResponse): Promise<void> {
  asked.push(url);
  const [path = '/'] = url.split('?');
  const type = types[path.split('.').at(-1) ?? ''] ?? 'text/html; charset=utf-8';
  const bytes = path.startsWith('/_astro/')
    ? readFileSync(join(made.assetsFolder, path))
    : await rendered(path);
  const headers = {
    'content-type': type,
    'content-security-policy': policyOfAllPages(content.trust),
  };
  response.writeHead(bytes === null ? 404 : 200, headers).end(bytes);
}

async function rendered(path: string): Promise<Buffer | null> {
  const route = routes.get(path);
  if (route === undefined) return null;
  const page = await renderRoute(made, route, { site, content: () => content });
  return page.ok ? page.bytes : null;
}

import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browser } from '../support/browser.ts';
import { sampleEditions } from '../support/sample-editions.ts';
import { contentOf, type RenderedSite, renderSite } from '../support/site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** One page of each kind. */
const kinds = [
  '',
  'charter/',
  'charter/pledge-1/',
  'principles/',
  'principles/7/',
  'guides/',
  'guides/children-centres/',
  'guides/children-centres/who-it-is-for/',
  'guides/family-liaison-officers/',
  'guides/four-tiers-of-need/',
  'progress/',
  'strategies/',
  'boards/',
  'evidence/',
  'for-professionals/',
  'services/',
  'services/canterbury/',
  'services/near/',
  'services/near/tn12/',
  'services/places/dover/',
  'services/money-advice/',
  'privacy/',
  'languages/',
  '404/',
];
/** What leads on, and whom to ring. */
const mainActions =
  '.languages a, .trust, .menu a, .entry-link, .more a, .contents a, .related a, .steps a, .tongues h2 a, .also a, .button, .footer .way';
const addresses = [
  ...['en', 'ur'].flatMap((tag) => kinds.map((kind) => `/${tag}/${kind}`)),
  '/en-x-easyread/charter/',
  '/en/services/stay-and-play-ashford/',
  '/en/places/stour-primary-school/',
  '/en/organisations/oast-house-family-trust/',
  '/open-data/hsds/3.0/',
  '/en/progress/forum-in-every-district/',
  '/en/strategies/parent-support-strategy/',
  '/en/strategies/parent-support-strategy/changes/',
  '/en/boards/childrens-trust-board/',
  '/en/decisions/strategy-approved/',
  '/en/evidence/every-parent-matters/',
  '/en/for-professionals/working-with-parents/',
  '/pl/strategies/parent-support-strategy/',
];

let made: RenderedSite;
let server: Server;
let chrome: Browser;
let page: Page;

beforeAll(async () => {
  made = await renderSite(contentOf(await sampleEditions('kent')));
  server = createServer((request, response) => answer(request.url ?? '', response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  chrome = await browser();
  // axe is put into the page by the test, which the page's own policy would refuse.
  page = await chrome.newPage({ bypassCSP: true, viewport: { width: 360, height: 740 } });
});

afterAll(async () => {
  await chrome.close();
  server.closeAllConnections();
  server.close();
  await made.end();
});

describe('a page on a telephone', () => {
  it.each(addresses)('%s has no barrier that axe knows of', async (address) => {
    await open(address);
    await page.evaluate(axe);
    const found = (await page.evaluate(
      `axe.run(document, { runOnly: ${JSON.stringify(rules)} })`,
    )) as AxeResults;
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  it.each(addresses)('%s does not scroll sideways at 320 pixels', async (address) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(address);
    const { scrollWidth, clientWidth } = await page.evaluate(() => ({
      scrollWidth: document.documentElement.scrollWidth,
      clientWidth: document.documentElement.clientWidth,
    }));
    expect(scrollWidth).toBe(clientWidth);
  });

  it.each(addresses)('%s is readable in the dark', async (address) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await open(address);
    await page.evaluate(axe);
    const found = (await page.evaluate(
      `axe.run(document, { runOnly: { type: 'rule', values: ['color-contrast'] } })`,
    )) as AxeResults;
    await page.emulateMedia({ colorScheme: 'light' });
    expect(found.violations.map(({ nodes }) => nodes[0]?.html)).toEqual([]);
  });

  it.each(addresses)('%s has main actions as tall as a thumb', async (address) => {
    await open(address);
    const small = await page.evaluate((actions) => {
      const tall = (element: Element) => element.getBoundingClientRect().height;
      const shown = [...document.querySelectorAll(actions)].filter((one) => tall(one) > 0);
      return shown.filter((one) => tall(one) < 44).map((one) => `${tall(one)} ${one.outerHTML}`);
    }, mainActions);
    expect(small).toEqual([]);
  });

  it.each([
    ['ur', 2],
    ['ne', 1.7],
    ['en', 1.5],
  ])('leaves the lines of %s the room that its letters need', async (tag, least) => {
    await open(`/${tag}/charter/`);
    const [line, letter] = await page.evaluate(() => {
      const style = getComputedStyle(document.querySelector('.prose p') as Element);
      return [Number.parseFloat(style.lineHeight), Number.parseFloat(style.fontSize)];
    });
    expect(Number(line) / Number(letter)).toBeGreaterThanOrEqual(least);
  });

  it.each([
    ['en', 'Tier 1', 'ltr'],
    ['ur', 'درجہ 1', 'rtl'],
  ])(
    'reads a table in %s out with its headers, from the side where reading begins',
    async (tag, first, direction) => {
      await open(`/${tag}/guides/four-tiers-of-need/`);
      const table = page.getByRole('table');
      expect(await table.locator('thead th[scope=col]').count()).toBe(2);
      expect(await table.getByRole('rowheader').first().textContent()).toBe(first);
      const heading = await page.locator('.prose h2').first().textContent();
      expect(await table.locator('caption').textContent()).toBe(heading);
      const [row, cell] = await table.evaluate((found) => {
        const place = (selector: string) =>
          found.querySelector(selector)?.getBoundingClientRect().x;
        return [place('tbody th'), place('tbody td')].map(Number);
      });
      expect(Number(row) < Number(cell)).toBe(direction === 'ltr');
    },
  );

  it('lets the keyboard into a table, which can be wider than the screen', async () => {
    await open('/en/guides/four-tiers-of-need/');
    const place = page.getByRole('region', { name: 'What the four tiers are' });
    await place.focus();
    expect(await place.evaluate((found) => found === document.activeElement)).toBe(true);
  });

  it('has its languages in one line, which the keyboard opens to all of them', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open('/ur/principles/7/');
    const line = page.locator('.languages');
    expect((await line.boundingBox())?.height).toBeLessThanOrEqual(48);
    expect(await line.locator('summary').getByText('Polski').isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/pl/principles/7/');
  });

  it('has them all in sight where there is room, and nothing to open', async () => {
    await page.setViewportSize({ width: 1280, height: 740 });
    await open('/ur/principles/7/');
    expect(await page.locator('.languages summary').isVisible()).toBe(false);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('English');
    expect(await page.getByRole('link', { name: 'Soomaali' }).isVisible()).toBe(true);
    await page.setViewportSize({ width: 360, height: 740 });
  });

  it('lets the keyboard jump over the menu to the text', async () => {
    await open('/en/principles/7/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });
});

function open(address: string) {
  const { port } = server.address() as AddressInfo;
  return page.goto(`http://127.0.0.1:${port}${address}`);
}

const types: Readonly<Record<string, string>> = { css: 'text/css', svg: 'image/svg+xml' };

function answer(path: string, response: import('node:http').ServerResponse): void {
  const type = types[path.split('.').at(-1) ?? ''] ?? 'text/html; charset=utf-8';
  const text = made.pages.get(path) ?? asset(path);
  response.writeHead(text === null ? 404 : 200, { 'content-type': type }).end(text ?? '');
}

function asset(path: string): string | null {
  if (!path.startsWith('/_astro/')) return null;
  return readFileSync(join(made.assetsFolder, path), 'utf8');
}

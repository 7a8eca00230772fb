/** What parents come for, with each of four things switched off that an old telephone or a worried person may go without. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browsing, browse, PHONE } from './browsing.ts';

let at: Browsing;

beforeAll(async () => {
  at = await browse();
});

afterAll(() => at.end());

/** Nothing of the kind comes through, as where a proxy or the telephone refuses it. */
const without = {
  JavaScript: null,
  images: /\.(svg|png|webp|avif|jpe?g)$/,
  fonts: /\.(woff2?|ttf|otf|eot)$/,
  styles: /\.css$/,
} as const;

type Thing = keyof typeof without;

/** Words into the field; where nothing can search, the topics that stand below it. */
const searching: Readonly<Record<Thing, (page: Page) => Promise<void>>> = {
  JavaScript: async (page) => {
    expect(await page.locator('form').isVisible()).toBe(false);
    expect(await page.locator('.search-without').isVisible()).toBe(true);
    await page.locator('.related').getByRole('link', { name: 'Money' }).first().click();
  },
  images: ask,
  fonts: ask,
  styles: ask,
};

async function ask(page: Page): Promise<void> {
  // What is asked before anything listens is answered once it does; the browser takes it for a visit that never ends.
  await page.locator('.search-without').waitFor({ state: 'detached' });
  await page.getByRole('searchbox').fill('money advise');
  await page.keyboard.press('Enter');
}

it('a parent on a slow line waits for no drawing of its own where a dozen stand in the page', async () => {
  const page = await at.chrome.newPage({ viewport: PHONE });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${at.sample.address}/en/`, { waitUntil: 'networkidle' });
  expect(await page.locator('svg.drawing[aria-hidden="true"] > *').count()).toBeGreaterThan(12);
  expect(asked.filter((each) => without.images.test(each)).length).toBeLessThanOrEqual(2);
  await page.close();
});

describe.each(Object.keys(without) as Thing[])('a parent without %s', (thing) => {
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    context = await at.chrome.newContext({
      viewport: PHONE,
      javaScriptEnabled: thing !== 'JavaScript',
    });
    page = await context.newPage();
    const refused = without[thing];
    if (refused !== null) await page.route(refused, (route) => route.abort());
  });

  afterAll(() => context.close());

  it('changes the language and stays on the page', async () => {
    await open('/en/principles/7/');
    await page.locator('.languages summary').click();
    await page.getByRole('link', { name: 'Polski' }).click();
    expect(path()).toBe('/pl/principles/7/');
  });

  it('finds help in their district, and whom to ring', async () => {
    await open('/en/');
    await follow('Find help');
    await follow('Ashford');
    await follow('Stay and play');
    expect(path()).toBe('/en/services/stay-and-play-ashford/');
    expect(await page.locator('main a[href^="tel:"]').first().isVisible()).toBe(true);
  });

  it('finds help by the first half of a postcode', async () => {
    await open('/en/services/near/');
    await follow('CT10');
    expect(path()).toBe('/en/services/near/ct10/');
    expect(await page.getByRole('link', { name: 'Thanet' }).first().isVisible()).toBe(true);
  });

  it('searches, or goes by topic, and comes to what helps', async () => {
    await open('/en/');
    await follow('Search');
    await searching[thing](page);
    await follow('Money advice');
    expect(path()).toBe('/en/services/money-advice/');
  });

  it('goes through the A to Z from the search page', async () => {
    await open('/en/search/');
    await follow('A to Z');
    await follow('Money advice');
    expect(path()).toBe('/en/services/money-advice/');
  });

  it('reads a guide from part to part', async () => {
    await open('/ur/guides/four-tiers-of-need/');
    await page.locator('.steps .next a').click();
    expect(path()).toBe('/ur/guides/four-tiers-of-need/which-is-for-you/');
    expect((await page.locator('main').textContent())?.length).toBeGreaterThan(100);
  });

  it('takes part: reads what is asked, and how to answer', async () => {
    await open('/en/');
    await follow('Have your say');
    await follow('When should children’s ');
    expect(path()).toBe('/en/consultations/evening-opening/');
    const ways = page.locator('main a[href^="tel:"], main a[href^="mailto:"]');
    expect(await ways.first().isVisible()).toBe(true);
  });

  it('prints a page, with its text and whom to ring on it', async () => {
    await open('/pl/principles/7/');
    const paper = await page.pdf({ format: 'A4' });
    expect(paper.length).toBeGreaterThan(10_000);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('main h1').isVisible()).toBe(true);
    expect(await page.locator('.footer .emergency .way').first().isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
  });

  async function open(asked: string): Promise<void> {
    await page.goto(`${at.sample.address}${asked}`);
  }

  /** In the menu, or in the text where the menu has no such link. */
  async function follow(name: string): Promise<void> {
    await page.getByRole('link', { name }).first().click();
  }

  function path(): string {
    return new URL(page.url()).pathname;
  }
});

describe('the site', () => {
  it('asks for no font, and nothing from anybody else', async () => {
    const context = await at.chrome.newContext({ viewport: PHONE });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    for (const path of ['/en/', '/ur/charter/', '/pl/services/']) {
      await page.goto(`${at.sample.address}${path}`);
    }
    await context.close();
    expect(asked.filter((url) => !url.startsWith(at.sample.address))).toEqual([]);
    expect(asked.filter((url) => without.fonts.test(url))).toEqual([]);
  });
});

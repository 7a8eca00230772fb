import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../cms/scripts/settings.ts';
import { browser } from '../support/browser.ts';
import { publishAlone } from '../support/desk.ts';
import { changedPages, pagesOf } from '../support/pages-of.ts';
import { writtenLanguages } from '../support/sample-editions.ts';
import { describeSite } from '../support/site-of-trust.ts';
import { type System, startSystem } from '../support/system.ts';

const pictures = join(root, '.data/pictures');
const newWords = 'Every service speaks in words that you can use too.';

let system: System;
let chromium: Browser;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  [system, chromium] = await Promise.all([startSystem({ TRUST: 'kent' }), browser()]);
});
afterAll(async () => {
  await chromium?.close();
  await system?.end();
});

describe('a newcomer who typed npm start', () => {
  it('is told where the site and the CMS are, and the sample accounts with their passwords', () => {
    expect(system.said()).toContain(system.siteUrl);
    expect(system.said()).toContain(`${system.cmsUrl}/admin`);
    expect(system.said()).toContain(system.password('publisher'));
  });

  it.each(writtenLanguages('kent'))('reads the charter and all principles in %s', async (tag) => {
    const paths = ['charter', ...Array.from({ length: 15 }, (_, at) => `principles/${at + 1}`)];
    const answers = await Promise.all(
      paths.map((path) => fetch(`${system.siteUrl}/${tag}/${path}/`)),
    );
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 200));
    const page = await answers[7]?.text();
    expect(page).toMatch(new RegExp(`<html[^>]* lang="${tag}"`));
  });

  it('sees the site on a phone and on a desktop', async () => {
    const page = await chromium.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${system.siteUrl}/en/`);
    await page.screenshot({ path: join(pictures, 'site.png') });
    await page.setViewportSize({ width: 900, height: 900 });
    await page.goto(`${system.siteUrl}/ur/charter/pledge-1/`);
    await page.screenshot({ path: join(pictures, 'site-pledge.png') });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${system.siteUrl}/ur/principles/7/`);
    await page.screenshot({ path: join(pictures, 'site-phone.png') });
    expect(await page.locator('h1').count()).toBe(1);
    await page.close();
  });
});

// Leicestershire, which numbers no principles and has other districts, has a system of its own.
const kent = { name: 'kent', principles: 15, districts: 12, other: /Leicestershire/ };
describeSite(kent, () => system);

describe('a publisher who changes principle 7', () => {
  let page: Page;
  let before: ReadonlyMap<string, string>;
  let after: ReadonlyMap<string, string>;

  beforeAll(async () => {
    before = pagesOf(system.dataDir);
    page = await chromium.newPage({ viewport: { width: 1280, height: 900 } });
    await signIn(page, 'publisher');
    await open(page, 'principles', '7');
    await page.locator('#field-statement').fill(newWords);
    await publishAlone(page);
    await page.getByText(/Live at \d/).waitFor();
    after = pagesOf(system.dataDir);
    await page.screenshot({ path: join(pictures, 'cms.png') });
  });
  afterAll(() => page?.close());

  it('reads the new words on the served page once the CMS says that it is live', async () => {
    const served = await (await fetch(`${system.siteUrl}/en/principles/7/`)).text();
    expect(served).toContain(newWords);
  });

  it('finds the translations telling their readers that the English has moved on', () => {
    const changed = changedPages(before, after);
    expect(changed).toEqual(
      expect.arrayContaining(['/en/principles/7/', '/ne/principles/7/', '/pl/principles/7/']),
    );
    expect(after.get('/pl/principles/7/')).toContain(`lang="en" dir="ltr"><p>${newWords}</p>`);
  });

  it('finds every page that says nothing of principle 7 untouched, byte for byte', () => {
    const changed = changedPages(before, after);
    const saysHowManyAreBehind = (path: string) => path.endsWith('/languages/');
    const strangers = changed.filter(
      (path) => !before.get(path)?.includes('/principles/7/') && !saysHowManyAreBehind(path),
    );
    expect(strangers).toEqual([]);
    expect(changed.length).toBeLessThan(before.size / 2);
  });
});

describe('the installation', () => {
  it('stops on Ctrl-C and has everything when it is started again', async () => {
    expect(await system.stop()).toBe(0);
    await system.startAgain();
    const served = await (await fetch(`${system.siteUrl}/en/principles/7/`)).text();
    expect(served).toContain(newWords);
    expect(system.said()).not.toContain(system.password('publisher'));
  });
});

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto(`${system.cmsUrl}/admin`);
  await page.locator('#field-email').fill(`${name}@example.org`);
  await page.locator('#field-password').fill(system.password(name));
  await page.locator('button[type=submit]').click();
  await page.waitForURL(`${system.cmsUrl}/admin`);
}

/** From the list, as a person would: the row of that number. */
async function open(page: Page, kind: string, number: string): Promise<void> {
  await page.goto(`${system.cmsUrl}/admin/collections/${kind}?limit=100`);
  const row = page.locator('tbody tr').filter({
    has: page.locator('.cell-number', { hasText: new RegExp(`^${number}$`) }),
  });
  await row.locator('a').first().click();
  await page.locator('#field-statement').waitFor();
}

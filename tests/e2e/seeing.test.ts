/** Seeing it first: the page as it would be, what changed, and how far a change reaches. */
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browser } from '../support/browser.ts';
import { filesWith } from '../support/bytes-in.ts';
import { look, openFromList, seriousBarriers, signedIn } from '../support/desk.ts';
import { startPrepared } from '../support/prepared-system.ts';
import type { System } from '../support/system.ts';

const canary = 'A welcome for every family that nobody has published yet.';

let system: System;
let chromium: Browser;
let publisher: Page;

beforeAll(async () => {
  [system, chromium] = await Promise.all([startPrepared(), browser()]);
  publisher = await signedIn(chromium, { name: 'publisher', system });
});
afterAll(async () => {
  await chromium?.close();
  await system?.end();
});

describe('a publisher who changes the English of a guide', () => {
  let frame: FrameLocator;

  beforeAll(async () => {
    await open(publisher, 'guides', /^Children’s centres/);
    await publisher.locator('#live-preview-toggler').click();
    frame = publisher.frameLocator('#live-preview-iframe');
    await frame.getByText('Readers have all of this already.').waitFor();
    await publisher.locator('#desk-preview-language').selectOption('ur');
    await frame.locator('html[lang=ur]').waitFor({ state: 'attached' });
  });

  it('sees the Urdu with its notice as soon as it is saved, and before it is published', async () => {
    expect(await frame.locator('.notices').count()).toBe(0);
    await publisher.locator('#field-summary').fill(canary);
    await publisher.locator('#action-save').click();
    await frame.getByText('Readers of Urdu get the translation that they have').waitFor();
    await frame.locator('.notices').getByText('انگریزی صفحہ').waitFor();
    expect(await frame.locator('html').getAttribute('dir')).toBe('rtl');
  });

  it('sees it as wide as a telephone, and as wide as a desktop', async () => {
    const width = () => frame.locator('body').evaluate('document.documentElement.clientWidth');
    expect(await width()).toBe(360);
    await publisher.getByLabel('Desktop').check();
    await expect.poll(width).toBe(1280);
  });

  it('walks on from there without leaving the preview', async () => {
    await publisher.locator('#desk-preview-language').selectOption('en');
    await frame.getByText(canary).first().waitFor();
    await frame.getByRole('link', { name: 'Guides and help' }).first().click();
    await frame.locator('.preview-banner').waitFor();
    await frame.getByText(canary).first().waitFor();
  });

  it('shows it to nobody else: no page, no file and no cookie knows of it', async () => {
    const pages = ['en', 'ur'].flatMap((tag) => [
      `/${tag}/guides/`,
      `/${tag}/guides/children-centres/`,
    ]);
    const served = await Promise.all(pages.map((path) => fetch(system.siteUrl + path)));
    const texts = await Promise.all(served.map((answer) => answer.text()));
    expect(texts.filter((text) => text.includes(canary))).toEqual([]);
    expect(filesWith(canary, `${system.dataDir}/releases`)).toEqual([]);
    expect(filesWith(canary, `${system.dataDir}/press`)).toEqual([]);
    const cookies = await publisher.context().cookies();
    expect(cookies.map(({ name }) => name)).toEqual(['payload-token']);
  });

  it('has no barrier on that screen that axe calls serious', async () => {
    expect(await seriousBarriers(publisher)).toEqual([]);
  });
});

describe('an address for a telephone', () => {
  it('shows the page to whoever has it, until the person who made it signs out', async () => {
    const editor = await signedIn(chromium, { name: 'editor', system });
    await open(editor, 'guides', /^Children’s centres/);
    await editor.locator('#live-preview-toggler').click();
    await editor.getByRole('button', { name: 'See it on your phone' }).click();
    const address = String(await editor.locator('.desk-preview__code').getAttribute('href'));
    const phone = await chromium.newPage({ viewport: { width: 360, height: 740 } });
    await phone.goto(address);
    await phone.getByText(canary).first().waitFor();
    expect(await phone.context().cookies()).toEqual([]);
    await editor.goto(`${system.cmsUrl}/admin/logout`);
    await editor.getByText('You are signed out.').first().waitFor();
    expect((await phone.goto(address))?.status()).toBe(401);
    await phone.getByText('Sign in to the desk').waitFor();
    await Promise.all([phone.close(), editor.context().close()]);
  });
});

describe('what changed', () => {
  beforeAll(async () => {
    await open(publisher, 'guides', /^Children’s centres/);
    await publisher.getByRole('link', { name: 'Compare' }).click();
    await publisher.locator('.desk-compare__count').waitFor();
  });

  it('is counted, and said word by word', async () => {
    expect(await publisher.locator('.desk-compare__count').textContent()).toBe(
      '1 change in 1 field.',
    );
    const summary = publisher.locator('[data-field=summary]');
    expect(await summary.locator('ins').first().textContent()).toContain('[put in:');
    expect(await summary.locator('del').first().textContent()).toContain('[taken out:');
  });

  it('has no barrier that axe calls serious', async () => {
    expect(await seriousBarriers(publisher)).toEqual([]);
  });

  it('is seen of a translation, in its own direction', async () => {
    const [address = ''] = publisher.url().split('?');
    await publisher.goto(`${address}?before=edition:en:1&after=edition:ur:1`);
    await publisher.getByText('These are in two languages').waitFor();
    const title = publisher.locator('[data-field=title]').first();
    expect(await title.locator('ins').getAttribute('dir')).toBe('rtl');
    expect(await title.locator('del').getAttribute('dir')).toBe('ltr');
    await look(publisher, 'compare-languages');
    expect(await seriousBarriers(publisher)).toEqual([]);
  });

  it('is seen from the list of what was saved, too', async () => {
    await publisher.getByRole('link', { name: /Earlier versions/ }).click();
    await publisher.locator('tbody tr a').first().click();
    await publisher.locator('.desk-compare__count').getByText('1 change in 1 field.').waitFor();
  });
});

describe('a fact that stands on many pages', () => {
  const used = () => publisher.locator('.desk-used');

  beforeAll(() => open(publisher, 'facts', /^Family information line/));

  it('names them in every language beside the form', async () => {
    await used().getByText('other pages say something of this today').waitFor();
    const urdu = used().locator('details[data-language=ur]').first();
    await urdu.locator('summary').click();
    expect(await urdu.locator('a[href*="/ur/"]').count()).toBeGreaterThan(0);
  });

  it('says so when the press does not answer', async () => {
    const press = Number(system.process('press'));
    process.kill(press, 'SIGSTOP');
    await publisher.reload();
    await used().getByText('The press does not answer at the moment.').waitFor();
    await used().getByText('other pages say something of this today').waitFor();
    process.kill(press, 'SIGCONT');
  });

  it('has no barrier that axe calls serious', async () => {
    expect(await seriousBarriers(publisher)).toEqual([]);
  });

  it('says how many would change as soon as a new price is saved', async () => {
    await open(publisher, 'facts', /^Usual price of a club/);
    await publisher.locator('#field-value').fill('£9.50 a session');
    await publisher.locator('#action-save').click();
    await used().getByText('Publishing what is saved would change').waitFor();
    const [, said] =
      /(\d+)/.exec((await used().locator('#desk-would-change').textContent()) ?? '') ?? [];
    expect(Number(said)).toBeGreaterThan(0);
  });
});

/** From the list, as a person would. */
function open(page: Page, kind: string, first: RegExp): Promise<void> {
  return openFromList(page, { first, kind, system });
}

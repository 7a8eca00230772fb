import { mkdirSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import { digestOf } from '@charterpress/shared/domain/digest.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../cms/scripts/settings.ts';
import { browser } from '../support/browser.ts';
import { seriousBarriers, signedIn } from '../support/desk.ts';
import { startPrepared } from '../support/prepared-system.ts';
import { type Document, type Staff, signIn } from '../support/staff.ts';
import type { System } from '../support/system.ts';

const pictures = join(root, '.data/pictures');
const english =
  'A welcoming place near you for children under 6 and the adults who look after them.';
const note = 'Centres are for children under 6.';

let system: System;
let chromium: Browser;
let publisher: Staff;
let guide: Document;
let translator: Page;
let reviewer: Page;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  [system, chromium] = await Promise.all([startPrepared(), browser()]);
  publisher = await signIn(system, 'publisher');
  translator = await signedIn(chromium, { name: 'translator.polish', system });
  reviewer = await signedIn(chromium, { name: 'reviewer.polish', system });
  const before = await publisher.find('guides', 'children-centres');
  guide = await publisher.save('guides', before, { summary: english });
  await publisher.publish('guides', guide, { change: 'major', changeNote: note });
  await publisher.untilLive('guides', guide);
});
afterAll(async () => {
  await chromium?.close();
  await system?.end();
});

describe('a translator of Polish catches up after an English change', () => {
  it('finds it on the desk and among her languages, with what there is to do', async () => {
    await translator.goto(`${system.cmsUrl}/admin`);
    await translator
      .locator('.desk-section--translations')
      .getByRole('link', { name: 'Children’s centres', exact: true })
      .waitFor();
    await translator.goto(`${system.cmsUrl}/admin/translation`);
    const row = translator
      .getByRole('row')
      .filter({ has: translator.getByRole('link', { name: 'Children’s centres', exact: true }) });
    await row.getByText('1 behind', { exact: false }).waitFor();
    await translator.screenshot({ path: join(pictures, 'guide-translations.png') });
    expect(await seriousBarriers(translator)).toEqual([]);
    await row.getByRole('link').click();
    await translator.locator('.desk-segment').first().waitFor();
  });

  it('goes by the keyboard alone to what changed, and sees what, word by word', async () => {
    await translator.locator('#desk-shortcuts').focus();
    await translator.keyboard.press('Alt+PageDown');
    const open = translator.locator('.desk-segment--open');
    await open.getByText('Behind the English').waitFor();
    expect(await open.locator('.desk-segment__english ins').textContent()).toContain('6');
    await open.getByText('The English that was translated').waitFor();
    await translator.screenshot({ path: join(pictures, 'guide-side-by-side.png') });
    expect(await seriousBarriers(translator)).toEqual([]);
  });

  it('is told of a wrong digit while she types, and hands it in all the same', async () => {
    await translator.keyboard.press('Control+a');
    await translator.keyboard.type('Przyjazne miejsce dla dzieci do lat 7 i ich opiekunów.');
    const open = translator.locator('.desk-segment--open');
    await open.getByText('Write 6 instead of 7').waitFor();
    await translator.keyboard.press('Control+Enter');
    await eventually(() => waiting(translator)).toBe(1);
    const next = await translator.evaluate(() => document.activeElement?.id ?? '');
    expect(await translator.locator(`#${next}`).textContent()).toBe('');
    await translator.keyboard.type('Centra są dla dzieci do lat 6.');
    await translator.keyboard.press('Control+Enter');
    await eventually(() => waiting(translator)).toBe(2);
  });

  it('lists the shortcuts, and gives the list back to the keyboard', async () => {
    await translator.keyboard.press('Control+?');
    await translator.getByText('To the next segment, or the one before').waitFor();
    expect(await seriousBarriers(translator)).toEqual([]);
    await translator.keyboard.press('Escape');
    await translator.locator('dialog').waitFor({ state: 'detached' });
  });
});

describe('a second translator of Polish', () => {
  it('is held up by the wrong digit, and gives it back with her reason', async () => {
    await open(reviewer, 'pl');
    await segment(reviewer, 'Waits for review').locator('.desk-target').first().click();
    await reviewer.getByText('Write 6 instead of 7').waitFor();
    await reviewer.keyboard.press('Control+Shift+Enter');
    await reviewer.locator('.desk-segment--open [role=alert]').getByText(/\w/).waitFor();
    await reviewer.screenshot({ path: join(pictures, 'guide-translation-review.png') });
    await reviewer.getByRole('button', { name: 'Give it back', exact: true }).click();
    await reviewer.getByLabel('What has to change, and why').fill('It says 7, the English says 6.');
    await reviewer.locator('#desk-confirm').click();
    await reviewer.locator('.desk-segment--open').getByText('It says 7').waitFor();
  });

  it('reviews it once it is put right', async () => {
    await translator.reload();
    const returned = translator.locator('.desk-segment').filter({ hasText: 'do lat 7' });
    await returned.locator('.desk-target').click();
    await translator.getByText('It says 7, the English says 6.').waitFor();
    await translator.keyboard.press('Control+a');
    await translator.keyboard.type('Przyjazne miejsce dla dzieci do lat 6 i ich opiekunów.');
    await translator.keyboard.press('Control+Enter');
    await eventually(() => waiting(translator)).toBe(2);
    await reviewer.reload();
    await reviewer.locator('#desk-shortcuts').focus();
    for (const left of [1, 0]) {
      await reviewer.keyboard.press('Alt+PageDown');
      await reviewer.keyboard.press('Control+Shift+Enter');
      await eventually(() => waiting(reviewer)).toBe(left);
    }
  });

  it('releases it, and the pages of Polish alone change, byte for byte', async () => {
    const before = bytesServed();
    await reviewer.locator('#desk-release').click();
    await reviewer.getByText(/^All \d+ segments/).waitFor();
    expect(await seriousBarriers(reviewer)).toEqual([]);
    await reviewer.screenshot({ path: join(pictures, 'translation-release.png') });
    await reviewer.locator('#desk-confirm').click();
    await reviewer.getByText('Released. The site shows it in a moment.').waitFor();
    await publisher.untilLive('guides', guide);
    const after = bytesServed();
    expect(await served('/pl/guides/children-centres/')).toContain('do lat 6 i ich');
    const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
      (file) => before.get(file) !== after.get(file),
    );
    expect(changed).toContain('pl/guides/children-centres/index.html');
    // How much there is in each language is told in every language.
    const elsewhere = changed.filter((file) => !/^pl\/|\/languages\/index\.html$/.test(file));
    expect(elsewhere).toEqual([]);
  });
});

describe('what a translator types', () => {
  it('is kept in whole codes, whatever is pressed', async () => {
    await open(translator, 'pl');
    const field = translator
      .locator('.desk-target')
      .filter({ has: translator.locator('.desk-chip') });
    await field.first().click();
    const row = translator.locator('.desk-segment--open');
    const chips = () => row.locator('.desk-target .desk-chip').count();
    const before = await chips();
    await translator.keyboard.press('Home');
    await translator.keyboard.press('Delete');
    await translator.keyboard.press('Control+a');
    await translator.keyboard.press('Backspace');
    expect(await chips()).toBe(0);
    await translator.keyboard.type('Nowe słowa ');
    await translator.keyboard.press('Alt+0');
    await translator.keyboard.type('tu');
    expect(await chips()).toBeGreaterThan(0);
    await translator.keyboard.press('Control+a');
    await translator.keyboard.insertText('wklejone\nna raz');
    expect(await row.locator('.desk-target').textContent()).toBe('wklejone na raz');
    for (let presses = 0; presses < 30; presses += 1) await translator.keyboard.press('Control+z');
    await eventually(chips).toBe(before);
  });

  it('outlives a minute without a connection', async () => {
    const context = translator.context();
    await field(translator, 1).click();
    await translator.keyboard.press('End');
    await context.setOffline(true);
    await translator.keyboard.type(' Bez sieci.');
    await translator.getByText('There is no connection to the CMS.').waitFor();
    await context.setOffline(false);
    await translator.getByText('The connection is back. Everything is saved.').waitFor();
    expect(await savedText(1)).toContain('Bez sieci.');
  });

  it('outlives a page that was closed before it was saved', async () => {
    const context = translator.context();
    const closed = await context.newPage();
    await open(closed, 'pl');
    await closed.route('**/segments/**', (route) => route.abort());
    await field(closed, 2).click();
    await closed.keyboard.press('End');
    await closed.keyboard.type(' Zamknięte.');
    await closed.getByText('There is no connection to the CMS.').waitFor();
    await closed.close();
    await translator.reload();
    await eventually(() => savedText(2)).toContain('Zamknięte.');
  });

  it('is never put over what was saved in another tab, until she chooses', async () => {
    const other = await translator.context().newPage();
    await open(other, 'pl');
    await other.route('**/segments/**', (route) => route.abort());
    await field(other, 3).click();
    await other.keyboard.press('Control+a');
    await other.keyboard.type('W drugiej karcie');
    await other.getByText('There is no connection to the CMS.').waitFor();
    await field(translator, 3).click();
    await translator.keyboard.press('Control+a');
    await translator.keyboard.type('W pierwszej karcie');
    await eventually(() => savedText(3)).toBe('W pierwszej karcie');
    await other.getByText('What was saved meanwhile').waitFor();
    expect(await field(other, 3).textContent()).toBe('W drugiej karcie');
    await other.unroute('**/segments/**');
    await other.getByRole('button', { name: 'Save mine' }).click();
    await eventually(() => savedText(3)).toBe('W drugiej karcie');
    await eventually(() => field(translator, 3).textContent()).toBe('W drugiej karcie');
    await other.close();
  });

  it('outlives the session: she signs in in another tab, and it is saved', async () => {
    await translator.context().clearCookies();
    await field(translator, 3).click();
    await translator.keyboard.press('End');
    await translator.keyboard.type(', dalej');
    await translator
      .getByText('You are signed out. What you typed stays in this browser.')
      .waitFor();
    const tab = await translator.context().newPage();
    await tab.goto(`${system.cmsUrl}/admin/login`);
    await tab.locator('#field-email').fill('translator.polish@example.org');
    await tab.locator('#field-password').fill(system.password('translator.polish'));
    await tab.locator('button[type=submit]').click();
    await tab.locator('.desk-landing').waitFor();
    await tab.close();
    await translator.getByText('The connection is back. Everything is saved.').waitFor();
    expect(await savedText(3)).toBe('W drugiej karcie, dalej');
  });
});

describe('the screens of translators', () => {
  it('show the real page as it is saved, drafts included', async () => {
    await translator.locator('#desk-page').click();
    const page = translator.frameLocator('.desk-page-preview iframe');
    await page.getByText('W drugiej karcie, dalej').first().waitFor();
    await translator.screenshot({ path: join(pictures, 'translation-page.png') });
    await translator.locator('#desk-page').click();
  });

  it.each([
    ['pl', 'translator.polish', 1280],
    ['pl', 'translator.polish', 768],
    ['ur', 'translator.urdu', 1280],
    ['ur', 'translator.urdu', 768],
    // A window of 1280 at 200 %.
    ['pl', 'translator.polish', 640],
    ['ur', 'translator.urdu', 640],
  ] as const)('have no barrier in %s, %s, %i wide', async (tag, name, width) => {
    const page = await signedIn(chromium, { name, system, width });
    await open(page, tag);
    await field(page, 1).click();
    expect(await field(page, 1).getAttribute('dir')).toBe(tag === 'ur' ? 'rtl' : 'ltr');
    await page.screenshot({ path: join(pictures, `translation-${tag}-${width}.png`) });
    expect(await seriousBarriers(page)).toEqual([]);
    const { scrollWidth, clientWidth } = await page.evaluate(() => ({
      scrollWidth: document.documentElement.scrollWidth,
      clientWidth: document.documentElement.clientWidth,
    }));
    expect(scrollWidth).toBe(clientWidth);
    expect(await cutOff(page)).toEqual([]);
    await page.context().close();
  });

  it('tell an editor how far every language is', async () => {
    const editor = await signedIn(chromium, { name: 'editor', system });
    await editor.goto(`${system.cmsUrl}/admin/translation/coverage`);
    const row = editor.getByRole('row').filter({ hasText: 'Children’s centres' });
    await row.getByRole('link', { name: /^behind\. .* in Urdu$/ }).waitFor();
    await editor.screenshot({ path: join(pictures, 'translation-coverage.png') });
    expect(await seriousBarriers(editor)).toEqual([]);
    await editor.context().close();
  });
});

async function open(page: Page, tag: string): Promise<void> {
  await page.goto(`${system.cmsUrl}/admin/translation/${tag}/guides/${guide.id}`);
  await page.locator('.desk-segment').first().waitFor();
}

/** What can be pressed or typed into and lies outside the window, where nobody can scroll to it. */
function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const all = [
      ...document.querySelectorAll(
        '.desk-bench-screen :is(button, a, input, select, [contenteditable])',
      ),
    ];
    return all
      .filter((each) => each.checkVisibility() && each.closest('.desk-hidden') === null)
      .filter((each) => {
        const { left, right } = each.getBoundingClientRect();
        return left < 0 || right > document.documentElement.clientWidth;
      })
      .map((each) => each.outerHTML.slice(0, 120));
  });
}

/** The field of the segment of this number. */
function field(page: Page, number: number) {
  return page.locator(`#desk-segment-${number}-target`);
}

function segment(page: Page, standing: string) {
  return page.locator('.desk-segment').filter({ hasText: standing });
}

/** How many segments wait for a second person. */
function waiting(page: Page): Promise<number> {
  return page
    .locator('.desk-tag')
    .filter({ hasText: /waits for review/i })
    .count();
}

/** The machine that runs this may have much else to do. */
function eventually<T>(what: () => T | Promise<T>) {
  return expect.poll(what, { timeout: 30_000, interval: 200 });
}

/** What the server has of the segment of this number. */
async function savedText(number: number): Promise<string> {
  const answer = await publisher.ask('GET', `translation/pl/guides/${guide.id}`);
  const { segments } = (await answer.json()) as {
    segments: readonly { record: { work: { target: string } | null } | null }[];
  };
  return segments[number - 1]?.record?.work?.target ?? '';
}

/** Of every file that readers are served: a digest of its bytes. */
function bytesServed(): ReadonlyMap<string, string> {
  const current = realpathSync(join(system.dataDir, 'releases/current'));
  const files = readdirSync(current, { recursive: true, withFileTypes: true });
  return new Map(
    files
      .filter((file) => file.isFile() && /\.(html|json)$/.test(file.name))
      .map((file) => {
        const path = join(file.parentPath, file.name);
        return [relative(current, path), digestOf(readFileSync(path, 'utf8'))];
      }),
  );
}

async function served(path: string): Promise<string> {
  return (await fetch(system.siteUrl + path)).text();
}

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { wallTimeAt } from '@charterpress/shared/domain/london-time.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { root } from '../../cms/scripts/settings.ts';
import { browser } from '../support/browser.ts';
import {
  choose,
  confirm,
  look,
  openFromList,
  publishAlone,
  seriousBarriers,
  signedIn,
} from '../support/desk.ts';
import { startPrepared } from '../support/prepared-system.ts';
import type { System } from '../support/system.ts';

const pictures = join(root, '.data/pictures');

let system: System;
let chromium: Browser;
let editor: Page;
let publisher: Page;
let administrator: Page;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  [system, chromium] = await Promise.all([startPrepared(), browser()]);
  editor = await signedIn(chromium, { name: 'editor', system });
  publisher = await signedIn(chromium, { name: 'publisher', system });
  administrator = await signedIn(chromium, { name: 'administrator', system });
});
afterAll(async () => {
  await chromium?.close();
  await system?.end();
});

describe('a text on its way to readers', () => {
  const words = 'Help comes early, and you may ask for it yourself.';

  it('is written by an editor and sent for review, with what it changes for parents', async () => {
    await open(editor, 'principles', /^4$/);
    await editor.locator('#field-statement').fill('Help comes early.');
    await editor.locator('#action-save').click();
    await editor.locator('#desk-submit').click();
    await editor.getByLabel(/^What changed, in a sentence/).fill('We say that you can ask.');
    await editor.screenshot({ path: join(pictures, 'guide-review.png') });
    await confirm(editor);
    await status(editor, /^In review\./).waitFor();
  });

  it('waits on the desk of a publisher, who asks for amendments', async () => {
    await desk(publisher);
    const waiting = publisher.locator('.desk-section--waiting');
    await publisher.screenshot({ path: join(pictures, 'guide-desk.png') });
    await waiting.getByRole('link', { name: 'Help comes early.' }).click();
    await publisher.locator('#desk-approve').waitFor();
    await choose(publisher, 'ask-amendments');
    await publisher.getByLabel('What has to change, and why').fill('Say who may ask.');
    await confirm(publisher);
    await status(publisher, 'Say who may ask.').waitFor();
  });

  it('comes back to the desk of its writer with what was asked', async () => {
    await desk(editor);
    const waiting = editor.locator('.desk-section--waiting');
    await waiting.getByText('amendments were asked for: Say who may ask.').waitFor();
    await waiting.getByRole('link', { name: 'Help comes early.' }).click();
    await editor.locator('#field-statement').fill(words);
    await editor.locator('#desk-submit').click();
    await editor.getByLabel(/^What changed, in a sentence/).fill('We say that you can ask.');
    await confirm(editor);
    await status(editor, /^In review\./).waitFor();
  });

  it('is not approved by its writer, who finds no button for it', async () => {
    await editor.locator('#desk-approve').waitFor({ state: 'detached' });
    await status(editor, /but not Communications editor, who wrote it/).waitFor();
  });

  it('is approved as it was saved last, and published', async () => {
    await publisher.reload();
    await publisher.locator('#desk-approve').click();
    const note = publisher.getByLabel(/^What changed, in a sentence/);
    expect(await note.inputValue()).toBe('We say that you can ask.');
    await confirm(publisher);
    await status(publisher, /^What was approved is the text of revision \d+/).waitFor();
    await publisher.screenshot({ path: join(pictures, 'guide-approved.png') });
    await publisher.locator('#desk-publish').click();
    await confirm(publisher);
    await publisher.getByText(/Live at \d/).waitFor();
    expect(await served('/en/principles/4/')).toContain(words);
  });

  it('has its whole way told in its history', async () => {
    await publisher.getByRole('link', { name: 'History' }).click();
    const told = publisher.locator('.desk-history li');
    await told.first().waitFor();
    const lines = (await told.allInnerTexts()).join('\n');
    expect(lines).toMatch(
      /published it\..*approved it\..*sent it for review\..*asked for amendments to it\./s,
    );
    expect(await seriousBarriers(publisher)).toEqual([]);
  });
});

describe('an approved text whose working copy moves on', () => {
  it('goes live as it was approved', async () => {
    await open(editor, 'principles', /^6$/);
    await editor.locator('#field-statement').fill('What was approved.');
    await editor.locator('#action-save').click();
    await editor.locator('#desk-submit').click();
    await editor.getByLabel(/^A small correction/).check();
    await confirm(editor);
    await status(editor, /^In review\./).waitFor();
    await publisher.goto(editor.url());
    await publisher.locator('#desk-approve').click();
    await confirm(publisher);
    await publisher.locator('#desk-publish').waitFor();
    await editor.reload();
    await editor.locator('#field-statement').fill('What nobody has approved.');
    await editor.locator('#action-save').click();
    await status(editor, /^What was approved is .* The working copy has moved on/).waitFor();
    await publisher.reload();
    await publisher.locator('#desk-publish').click();
    await confirm(publisher);
    await publisher.getByText(/Live at \d/).waitFor();
    const page = await served('/en/principles/6/');
    expect(page).toContain('What was approved.');
    expect(page).not.toContain('nobody has approved');
  });
});

describe('what one person publishes alone', () => {
  it('in an emergency is live at once, and waits for somebody else to sign', async () => {
    await open(publisher, 'guides', /^Children’s centres/);
    await publisher.locator('#field-summary').fill('Closed today because of the flood.');
    await publishAlone(publisher);
    await publisher.getByText(/Live at \d/).waitFor();
    expect(await served('/en/guides/children-centres/')).toContain('because of the flood');
    await desk(editor);
    await editor
      .locator('.desk-section--waiting')
      .getByRole('link', { name: 'Children’s centres' })
      .click();
    await editor.locator('#desk-second-look').click();
    await confirm(editor);
    await editor.getByText('Signed.').waitFor();
    await status(editor, /^Published, as it is written here/).waitFor();
  });

  it('as a correction asks for its kind, and is minor', async () => {
    await open(publisher, 'principles', /^5$/);
    await publisher.locator('#field-statement').fill('Every service works with the others.');
    await choose(publisher, 'correct');
    await confirm(publisher);
    await publisher.getByText("Fill in 'What kind of correction it is'.").waitFor();
    await publisher.getByLabel('A typing error').check();
    await confirm(publisher);
    await publisher.getByText(/Live at \d/).waitFor();
    await publisher
      .locator('[data-language=pl]')
      .getByText(/^Live since/)
      .waitFor();
    await status(publisher, /corrected it alone on .*: A typing error/).waitFor();
  });
});

describe('the note of what readers have', () => {
  it('is put right by itself, and the text stays as it is', async () => {
    await open(publisher, 'principles', /^4$/);
    await choose(publisher, 'correct-note');
    const note = publisher.getByLabel('The note, as it should be');
    expect(await note.inputValue()).toBe('We say that you can ask.');
    await note.fill('We say that nobody has to wait to be asked.');
    await look(publisher, 'correct-note');
    await confirm(publisher);
    await publisher.getByText('The note is corrected.').waitFor();
    await seenBehind('/pl/principles/4/', 'We say that nobody has to wait to be asked.');
    expect(await served('/en/principles/4/')).toContain('Help comes early, and you may ask');
  });
});

describe('an earlier edition', () => {
  it('comes back into the working copy, and readers keep what they have until it was reviewed', async () => {
    await open(editor, 'principles', /^4$/);
    const latest = await editor.locator('#field-statement').inputValue();
    await choose(editor, 'put-back');
    await editor.getByLabel(/^Edition 1, published on/).check();
    expect(await seriousBarriers(editor)).toEqual([]);
    await look(editor, 'put-back');
    await confirm(editor);
    await editor.locator('#desk-submit').waitFor();
    const first = await editor.locator('#field-statement').inputValue();
    expect(first).not.toBe(latest);
    expect(await served('/en/principles/4/')).toContain(latest);
    expect(await served('/en/principles/4/')).not.toContain(first);
  });
});

describe('an address that leads elsewhere', () => {
  it('takes readers along in every language', async () => {
    await open(publisher, 'guides', /^Extended schools/);
    await choose(publisher, 'redirect');
    await publisher
      .getByLabel('Address of the page it leads to instead')
      .fill('/en/guides/core-offer/');
    await look(publisher, 'redirect');
    await confirm(publisher);
    await publisher.getByText('The address leads to the other page.').waitFor();
    const leads = async () => (await leadsTo('/pl/guides/extended-schools/')) !== null;
    await vi.waitUntil(leads, { timeout: 60_000 });
    expect(await leadsTo('/en/guides/extended-schools/')).toBe('/en/guides/core-offer/');
    expect(await leadsTo('/pl/guides/extended-schools/')).toBe('/pl/guides/core-offer/');
  });
});

describe('an urgent notice', () => {
  const english = 'Ask at the library instead.';

  it('is seen in every language before it goes up, and is on the site when it has', async () => {
    await publisher.goto(`${system.cmsUrl}/admin/urgent-notice`);
    await publisher.getByLabel('A telephone line is not working. Ring another number').check();
    await publisher.getByLabel(/^What is it about\?/).selectOption({ index: 1 });
    await publisher.getByLabel(/^Where should parents turn\?/).selectOption({ index: 2 });
    await publisher.getByLabel(/^More, in English/).fill(english);
    await publisher.getByLabel(/^When does it end\?/).fill(tomorrow());
    await publisher.locator('.desk-notice-all [lang=ur]').getByText(english).waitFor();
    await look(publisher, 'notice');
    expect(await seriousBarriers(publisher)).toEqual([]);
    await publisher.getByRole('button', { name: 'Put it up now' }).click();
    await publisher.locator('.desk-notice__problem').first().waitFor();
    await publisher
      .getByLabel(/^Why does it go up without a second person\?/)
      .fill('The line is cut.');
    await publisher.getByRole('button', { name: 'Put it up now' }).click();
    await publisher.getByText('It is on its way to every page.').waitFor();
    await seenBehind('/pl/', english);
    await seenBehind('/en/principles/4/', english);
  });

  it('is taken down with one press', async () => {
    await publisher.goto(`${system.cmsUrl}/admin/urgent-notice`);
    await publisher.getByRole('button', { name: /^Take down: / }).click();
    await publisher.getByText('No urgent notice is on the site.').waitFor();
    await vi.waitUntil(async () => !(await served('/pl/')).includes(english), { timeout: 60_000 });
  });
});

describe('a language version that is withdrawn alone', () => {
  it('is under its explanation, while the English stays as it is', async () => {
    await open(publisher, 'guides', /^Family liaison officers/);
    await choose(publisher, 'withdraw');
    await publisher.getByLabel('Only the version in Polish').check();
    await publisher.getByLabel('Explanation for readers').fill('Poprawiamy to tłumaczenie.');
    expect(await seriousBarriers(publisher)).toEqual([]);
    await confirm(publisher);
    await publisher
      .locator('[data-language=pl]')
      .getByText(/^Withdrawn, with/)
      .waitFor();
    expect(await served('/pl/guides/family-liaison-officers/')).toContain('Poprawiamy');
    expect(await served('/en/guides/family-liaison-officers/')).not.toContain('We withdrew');
  });
});

describe('a comment', () => {
  it('stands at its field for the other, who answers and settles it', async () => {
    await open(publisher, 'guides', /^The core offer/);
    await publisher.getByRole('button', { name: 'Comment on ‘Summary’' }).click();
    await publisher.getByLabel('Your comment on ‘Summary’').fill('Is this still so?');
    await publisher.getByRole('button', { name: 'Send', exact: true }).click();
    await editor.goto(publisher.url());
    const field = editor.locator('.field-type', { has: editor.locator('#field-summary') });
    await field.getByText('Is this still so?').waitFor();
    await editor.screenshot({ path: join(pictures, 'guide-comment.png') });
    expect(await seriousBarriers(editor)).toEqual([]);
    await field.getByRole('button', { name: 'Settle the comment of Publisher' }).click();
    await field.getByText('Is this still so?').waitFor({ state: 'detached' });
    await editor.getByText('1 settled').waitFor();
  });
});

describe('the desk', () => {
  it('opens the document of an address, by the keyboard alone', async () => {
    await desk(editor);
    await editor.getByLabel('Open the document of an address').focus();
    await editor.keyboard.type(`${system.siteUrl}/ur/guides/children-centres/`);
    await editor.keyboard.press('Enter');
    await editor.waitForURL(/collections\/guides\/\w+/);
    await editor.getByRole('heading', { name: 'Children’s centres' }).waitFor();
  });

  it.each([1280, 768])('has no barrier that axe calls serious, %i wide', async (width) => {
    const page = await signedIn(chromium, { name: 'publisher', system, width });
    await desk(page);
    expect(await seriousBarriers(page)).toEqual([]);
    await page.context().close();
  });

  it('shows the audit to administrators, and to nobody else', async () => {
    await administrator.goto(`${system.cmsUrl}/admin/audit?check=yes`);
    await administrator.getByText(/^The chain of the audit is whole/).waitFor();
    expect(await seriousBarriers(administrator)).toEqual([]);
    await editor.goto(`${system.cmsUrl}/admin/audit`);
    await editor.getByText('Only administrators read the whole audit.').waitFor();
    expect(await editor.locator('.desk-audit table').count()).toBe(0);
  });
});

function open(page: Page, kind: string, first: RegExp): Promise<void> {
  return openFromList(page, { first, kind, system });
}

async function desk(page: Page): Promise<void> {
  await page.goto(`${system.cmsUrl}/admin`);
  await page.locator('.desk-sections').waitFor();
}

function status(page: Page, words: RegExp | string) {
  return page.locator('.desk-status').getByText(words);
}

/** Once the press is done with it. */
async function seenBehind(path: string, words: string): Promise<void> {
  await vi.waitUntil(async () => (await served(path)).includes(words), { timeout: 60_000 });
}

/** Where readers are taken from an address; `null` while it is a page. */
async function leadsTo(path: string): Promise<string | null> {
  const answer = await fetch(system.siteUrl + path, { redirect: 'manual' });
  return answer.headers.get('location');
}

/** As a form takes it, by a clock in London. */
function tomorrow(): string {
  return wallTimeAt(new Date(Date.now() + 86_400_000).toISOString()).wall;
}

async function served(path: string): Promise<string> {
  return (await fetch(system.siteUrl + path)).text();
}

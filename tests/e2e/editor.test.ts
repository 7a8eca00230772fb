import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { browser } from '../support/browser.ts';
import {
  choose,
  confirm,
  holdPrograms,
  look,
  openFromList,
  publishAlone,
  seriousBarriers,
  signedIn as signedInAs,
  signIn,
} from '../support/desk.ts';
import { startPrepared } from '../support/prepared-system.ts';
import { smallLanguages } from '../support/small-trust.ts';
import type { System } from '../support/system.ts';
import { text, tree } from '../support/texts.ts';

let system: System;
let chromium: Browser;
let publisher: Page;

beforeAll(async () => {
  [system, chromium] = await Promise.all([startPrepared(), browser()]);
  publisher = await signedIn('publisher');
});
afterAll(async () => {
  await chromium?.close();
  await system?.end();
});

describe('a publisher', () => {
  it('finds all 15 principles in one list, by their number', async () => {
    await publisher.goto(`${system.cmsUrl}/admin/collections/principles`);
    await publisher.locator('tbody tr').nth(14).waitFor();
    const numbers = await publisher.locator('td.cell-number').allInnerTexts();
    expect(numbers).toEqual(Array.from({ length: 15 }, (_, at) => String(at + 1)));
  });

  it('sees a fact by its name and number, in a callout too', async () => {
    await open(publisher, 'charter', /./);
    const callout = publisher.locator('[data-field-path=introduction] [data-field-path=text]');
    await callout.getByText(/Family information line, 01632 960\d\d\d/).waitFor();
    expect(await publisher.getByText('Something went wrong').count()).toBe(0);
  });

  it('corrects a telephone number once, and it is live in every language', async () => {
    await open(publisher, 'facts', /^Family information line/);
    await publisher.locator('#field-telephone').fill('01632 960777');
    await publishAlone(publisher);
    await publisher.getByText(/Live at \d/).waitFor();
    const pages = await Promise.all(smallLanguages.map((tag) => served(`/${tag}/charter/`)));
    expect(pages.filter((words) => !words.includes('01632 960777'))).toEqual([]);
  });

  it('reads beside the form which languages fell behind', async () => {
    await open(publisher, 'guides', /^The core offer/);
    await publisher
      .locator('[data-language=pl]')
      .getByText(/^Live since/)
      .waitFor();
    await publisher.locator('#field-summary').fill('What every school offers to parents.');
    await publishAlone(publisher);
    await publisher
      .locator('[data-language=pl]')
      .getByText(/^Behind the English since/)
      .waitFor();
    await publisher
      .locator('[data-language=en]')
      .getByText(/^Live since/)
      .waitFor();
  });
});

describe('a picture', () => {
  it('gets its address from its file, needs its words, and is live with them', async () => {
    await publisher.goto(`${system.cmsUrl}/admin/collections/media/create`);
    const create = { width: 900, height: 600, channels: 3, background: '#0b5c5e' } as const;
    const buffer = await sharp({ create }).png().toBuffer();
    const file = { name: 'Play group.png', mimeType: 'image/png', buffer };
    await publisher.locator('input[type=file]').setInputFiles(file);
    await publisher.locator('#action-save').click();
    await publisher.locator('.desk-readers dl').waitFor();
    expect(await publisher.locator('#field-slug').inputValue()).toBe('play-group');
    await publishAlone(publisher);
    const problem = publisher.locator('#desk-published a');
    expect(await problem.textContent()).toContain('Write the alternative text');
    await publisher.locator('#field-alternativeText').fill('Children paint at a table');
    await publishAlone(publisher);
    await publisher.getByText(/Live at \d/).waitFor();
  });
});

describe('a page that is withdrawn', () => {
  it('says so to staff beside the form, and to readers above its text', async () => {
    await open(publisher, 'guides', /^The four tiers of need/);
    await choose(publisher, 'withdraw');
    await publisher.getByLabel('Explanation for readers').fill('We are changing how we say this.');
    await confirm(publisher);
    await publisher
      .locator('[data-language=en]')
      .getByText(/^Withdrawn, with/)
      .waitFor();
    const words = await served('/en/guides/four-tiers-of-need/');
    expect(words).toContain('We are changing how we say this.');
  });
});

describe('a heading that leaves out a level', () => {
  const skipped = [heading('h2', 'Cost'), heading('h4', 'Free places')];
  const said = () => publisher.locator('.desk-checks li a');

  it('takes whoever presses what is said of it to its field, once that has come on a slow line', async () => {
    await aPageWith(skipped, 'groups');
    const letGo = await holdPrograms(publisher, { late: true });
    await publisher.reload();
    await said().click();
    expect(await fieldInFocus()).toBeUndefined();
    await letGo();
    await expect.poll(fieldInFocus).toBe('body');
  });

  it('is said before anybody publishes, refused at its field, mended and live', async () => {
    const slug = await aPageWith(skipped, 'clubs');
    await said().click();
    expect(await said().textContent()).toBe(
      "Change the heading 'Free places' in 'Text' from level 4 to level 3: no level may be left out.",
    );
    await expect.poll(fieldInFocus).toBe('body');
    expect(await seriousBarriers(publisher)).toEqual([]);
    await publishAlone(publisher);
    await publisher.locator('#desk-published a').getByText('Free places').click();
    await expect.poll(fieldInFocus).toBe('body');
    await publisher.locator('[data-lexical-editor] h4').click();
    await publisher.locator('.fixed-toolbar [data-dropdown-key=text]').click();
    await publisher.locator('[data-item-key=h3]').click();
    await publisher.locator('#action-save').click();
    await publisher.getByText('Nothing stands in the way of publishing.').waitFor();
    await publishAlone(publisher);
    await publisher.getByText(/Live at \d/).waitFor();
    expect(await served(`/en/${slug}/`)).toContain('<h3>Free places</h3>');
  });

  /** Puts it in over the API, as the person who is signed in, and opens it. Answers its slug. */
  async function aPageWith(nodes: readonly object[], slug: string): Promise<string> {
    const page = { title: 'Clubs', summary: 'Where to go.', slug, body: tree(nodes) };
    const answer = await publisher.request.post(`${system.cmsUrl}/api/pages`, {
      data: page,
      headers: { origin: system.cmsUrl },
    });
    const { doc } = await answer.json();
    await publisher.goto(`${system.cmsUrl}/admin/collections/pages/${doc.id}`);
    return page.slug;
  }

  function heading(tag: string, words: string): object {
    const element = { version: 1, direction: null, format: '', indent: 0 };
    return { type: 'heading', tag, ...element, children: [text(words)] };
  }

  function fieldInFocus(): Promise<string | null | undefined> {
    return publisher.evaluate(() =>
      document.activeElement?.closest('[data-field-path]')?.getAttribute('data-field-path'),
    );
  }
});

describe('a table in a text', () => {
  it('begins with headers, and can be reached and named', async () => {
    await publisher.goto(`${system.cmsUrl}/admin/collections/pages/create`);
    await publisher.locator('[data-lexical-editor]').first().click();
    await publisher.locator('.fixed-toolbar [data-dropdown-key=add]').first().click();
    await publisher.locator('[data-item-key=table]').click();
    const drawer = publisher.locator('[class*=drawer]');
    await drawer.locator('#field-rows').fill('2');
    await drawer.locator('#field-columns').fill('2');
    await look(publisher, 'table-drawer');
    await drawer.locator('.form-submit button').first().click();
    const table = publisher.locator('[data-lexical-editor] table');
    await table.locator('th').first().click();
    expect(await table.locator('th').count()).toBe(3);
    await publisher
      .getByRole('button', { name: 'Rows, columns and headers of this table' })
      .click();
    const choices = publisher.locator('.table-action-menu-dropdown');
    await choices.getByText('Insert row below').waitFor();
    expect(
      await choices
        .getByText(/Merge|Striping|Freeze/)
        .filter({ visible: true })
        .count(),
    ).toBe(0);
  });
});

describe('a text that cannot be published', () => {
  const problem = () =>
    publisher.locator('.field-type', { has: publisher.locator('#field-title') });

  beforeAll(async () => {
    await open(publisher, 'guides', /^Family liaison officers/);
    await publisher.locator('#field-title').fill('');
    await publisher.locator('#field-parts__1__slug').fill('Not an address');
    await publishAlone(publisher);
    await publisher.locator('.desk-published--refused').waitFor();
  });

  it('has its problems said in the words above the fields', async () => {
    const said = await publisher.locator('#desk-published').textContent();
    expect(said).toContain("Fill in 'Title'.");
    expect(said).toContain("'Not an address' in 'Part 2: Address of the part'");
  });

  it('has each problem lead to its field', async () => {
    await publisher.locator('#desk-published a').last().click();
    const focused = await publisher.evaluate('document.activeElement.id');
    expect(focused).toBe('field-parts__1__slug');
  });

  it('keeps a problem at its field until that field is mended', async () => {
    await problem().getByText("Fill in 'Title'.").waitFor();
    await publisher.locator('#field-summary').fill('Whom to talk to at your school.');
    await stateAsked();
    await problem().getByText("Fill in 'Title'.").waitFor();
    await publisher.locator('#field-title').fill('Family liaison officers');
    await problem().getByText("Fill in 'Title'.").waitFor({ state: 'detached' });
  });

  it('is published once they are mended', async () => {
    await publisher.locator('#field-parts__1__slug').fill('who-it-is-for');
    await publishAlone(publisher);
    await publisher.getByText(/Live at \d/).waitFor();
  });
});

describe('words that cannot be saved', () => {
  const mine = 'My own words, that must not be lost.';

  it('stay when somebody else saved meanwhile, and can still be saved', async () => {
    await open(publisher, 'principles', /^9$/);
    const other = await publisher.context().newPage();
    await other.goto(publisher.url());
    await other.locator('#field-statement').fill('Words of somebody else.');
    await other.locator('#action-save').click();
    await other.getByText('Saved.').first().waitFor();
    await publisher.locator('#field-statement').fill(mine);
    await publisher.locator('#action-save').click();
    const dialog = publisher.locator('dialog');
    await dialog.getByText(/saved this on .* while you were working/).waitFor();
    await dialog.getByText('Words of somebody else.').waitFor();
    await dialog.getByRole('button', { name: 'Go on writing' }).click();
    expect(await publisher.locator('#field-statement').inputValue()).toBe(mine);
    expect(await publisher.locator('#action-save').isEnabled()).toBe(true);
    await other.close();
  });

  it('are saved on top of the other’s only when the person says so', async () => {
    await publisher.locator('#action-save').click();
    const dialog = publisher.locator('dialog');
    await dialog.getByText('You both changed this.').waitFor();
    expect(await seriousBarriers(publisher)).toEqual([]);
    const saved = publisher.waitForResponse((answer) => answer.request().method() === 'PATCH');
    await dialog.getByRole('button', { name: 'Save with these choices' }).click();
    expect((await saved).status()).toBe(200);
    await dialog.waitFor({ state: 'detached' });
    await publisher.reload();
    await publisher.locator('.desk-readers dl').waitFor();
    expect(await publisher.locator('#field-statement').inputValue()).toBe(mine);
  });

  it('stay when the person was signed out, and are saved after signing in elsewhere', async () => {
    const page = await signedIn('editor');
    await open(page, 'principles', /^10$/);
    await page.locator('#field-statement').fill(mine);
    await page.context().clearCookies();
    await page.locator('#action-save').click();
    await page.getByText(/sign in again in another tab/).waitFor();
    expect(await page.locator('#field-statement').inputValue()).toBe(mine);
    const other = await page.context().newPage();
    await signIn(other, { name: 'editor', system });
    await page.locator('#action-save').click();
    await page.getByText('Saved.').first().waitFor();
    await page.context().close();
  });
});

describe('removal', () => {
  it('is asked for by an editor, confirmed by an administrator, and seen by readers', async () => {
    const editor = await signedIn('editor');
    await open(editor, 'guides', /^Extended schools/);
    await choose(editor, 'ask-removal');
    await editor.locator('dialog textarea').fill('A family asked for it.');
    await confirm(editor);
    await editor.getByText('A second person now has to confirm it.').waitFor();
    const administrator = await signedIn('administrator');
    await administrator.goto(editor.url());
    await administrator.locator('#desk-confirm-removal').click();
    await confirm(administrator);
    await administrator.getByText('The text is erased in every language.').first().waitFor();
    await administrator.locator('.collection-list').waitFor();
    const gone = () => fetch(`${system.siteUrl}/en/guides/extended-schools/`);
    await vi.waitUntil(async () => (await gone()).status === 410, { timeout: 60_000 });
    await Promise.all([editor.context().close(), administrator.context().close()]);
  });
});

describe('a translator', () => {
  it('is told that this is for reading, and finds nothing to press that would be refused', async () => {
    const page = await signedIn('translator.polish');
    await open(page, 'principles', /^7$/);
    await page.getByText('You can read this, but not change it.').waitFor();
    expect(await page.locator('#action-save, #desk-submit, #desk-withdraw').count()).toBe(0);
    expect(await page.locator('#field-statement').isDisabled()).toBe(true);
    await page.context().close();
  });
});

describe('somebody who cannot see the desk', () => {
  it.each(['', '/collections/principles', '/collections/media', '/collections/facts/create'])(
    'has no barrier that axe calls serious at /admin%s',
    async (path) => {
      await publisher.goto(`${system.cmsUrl}/admin${path}`);
      await publisher.locator('h1').first().waitFor();
      expect(await seriousBarriers(publisher)).toEqual([]);
    },
  );

  it('has none in a guide with all that a form can hold', async () => {
    await open(publisher, 'guides', /^Children’s centres/);
    await publisher.getByText('Callout').first().waitFor();
    expect(await seriousBarriers(publisher)).toEqual([]);
  });
});

function signedIn(name: string): Promise<Page> {
  return signedInAs(chromium, { name, system });
}

function open(page: Page, kind: string, first: RegExp): Promise<void> {
  return openFromList(page, { first, kind, system });
}

/** The form asks the CMS about its state when somebody stops typing. */
function stateAsked(): Promise<unknown> {
  return publisher.waitForResponse((answer) => answer.request().method() === 'POST');
}

async function served(path: string): Promise<string> {
  return (await fetch(system.siteUrl + path)).text();
}

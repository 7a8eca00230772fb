/** The screens of the desk as a person uses them, in a real browser. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import type { System } from './system.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What passed is of no use to anybody, and most of the time goes into telling where in the page it stands. */
const VIOLATIONS = `{ resultTypes: ['violations'], selectors: false }`;

/** A person of their own: signed in, in a window of this width. */
export async function signedIn(
  chromium: Browser,
  { name, system, width = 1280 }: { name: string; system: System; width?: number },
): Promise<Page> {
  const context = await chromium.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  await signIn(page, { name, system });
  return page;
}

/** By REST, whose cookie the browser keeps: the screen that asks for a password is for `newcomer.test.ts`. No screen is opened. */
export async function signIn(
  page: Page,
  { name, system }: { name: string; system: System },
): Promise<void> {
  const data = { email: `${name}@example.org`, password: system.password(name) };
  const answer = await page.request.post(`${system.cmsUrl}/api/users/login`, { data });
  if (!answer.ok()) throw new Error(`${name} could not sign in: ${await answer.text()}`);
}

/** From the list, as a person would: the document whose first column says this. */
export async function openFromList(
  page: Page,
  { first, kind, system }: { first: RegExp; kind: string; system: System },
): Promise<void> {
  await page.goto(`${system.cmsUrl}/admin/collections/${kind}`);
  await page.locator('tbody tr a').filter({ hasText: first }).first().click();
  await page.locator('.desk-readers dl').waitFor();
  await page.locator('.desk-status p').first().waitFor();
}

/** Chooses from the menu beside the buttons. */
export async function choose(page: Page, step: string): Promise<void> {
  await page.locator('.doc-controls__popup button').first().click();
  await page.locator(`.popup__content #desk-${step}`).click();
  await page.locator('dialog').waitFor();
}

export async function confirm(page: Page): Promise<void> {
  await page.locator('#desk-confirm').click();
}

/** Publishes what is written without a second person, with a note for parents where one is asked for. */
export async function publishAlone(page: Page): Promise<void> {
  await choose(page, 'emergency');
  await page.getByLabel('Why it cannot wait for a second person').fill('Nobody else is there.');
  const note = page.getByLabel(/^What changed, in a sentence/);
  if (await note.isVisible()) await note.fill('It says something else.');
  await confirm(page);
}

/**
 * Keeps back the programs of the screens that are opened, as a slow line does, until they are let go. `late`: only those
 * that the screen which is open now does not name, but asks for once its others are at work.
 */
export async function holdPrograms(
  page: Page,
  { late = false } = {},
): Promise<() => Promise<void>> {
  const { promise: gone, resolve: letGo } = Promise.withResolvers<void>();
  const named = late ? await (await page.request.get(page.url())).text() : '';
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (!named.includes(pathname)) await gone;
    await route.continue();
  });
  return async () => {
    letGo();
    await page.unrouteAll({ behavior: 'wait' });
  };
}

/** What axe calls serious or worse on the page that is open, once its programs are there: see `Listening`. */
export async function seriousBarriers(page: Page): Promise<readonly string[]> {
  await page.locator('.desk-listening[aria-busy=true]').waitFor({ state: 'detached' });
  await page.evaluate(axe);
  const { violations } = (await page.evaluate(`axe.run(document, ${VIOLATIONS})`)) as AxeResults;
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`);
}

/** For whoever looks the screens over, when SCREENS names a folder. */
export async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENS;
  if (folder === undefined) return;
  const before = page.viewportSize();
  for (const width of [1280, 768]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: join(folder, `${name}-${width}.png`) });
  }
  if (before !== null) await page.setViewportSize(before);
}

/** Signing in from home, where a password alone opens nothing: with a real browser, on the real screens. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf } from '../support/authenticator.ts';
import { browser } from '../support/browser.ts';
import { startPrepared } from '../support/prepared-system.ts';
import { type Staff, signIn } from '../support/staff.ts';
import type { System } from '../support/system.ts';

/** Their requests come through a proxy that the CMS was told of. */
const fromHome = { 'x-forwarded-for': '203.0.113.9' };

let system: System;
let chromium: Browser;
let administrator: Staff;
let atHome: BrowserContext;
let page: Page;

beforeAll(async () => {
  [system, chromium] = await Promise.all([startPrepared({ TRUST_PROXY: '1' }), browser()]);
  administrator = await signIn(system, 'administrator');
  atHome = await chromium.newContext({ extraHTTPHeaders: fromHome });
  page = await atHome.newPage();
});
afterAll(async () => {
  await chromium?.close();
  await system?.end();
});

describe('an editor who signs in from home for the first time', () => {
  let secret: string;
  let recoveryCode: string;

  it('is asked for an enrolment code after the password', async () => {
    await page.goto(`${system.cmsUrl}/admin`);
    await typePassword('editor');
    expect(await page.locator('.desk-sentences').textContent()).toContain('needs a second step');
    expect(await page.getByLabel('Enrolment code').isVisible()).toBe(true);
  });

  it('gets a picture to scan and the same key to type, with the code of an administrator', async () => {
    await page.getByLabel('Enrolment code').fill(await enrolmentCode('editor'));
    await page.getByRole('button', { name: 'Set up the second step' }).click();
    const picture = page.getByAltText(/^Picture to scan/);
    expect(await picture.getAttribute('src')).toMatch(/^data:image\/svg\+xml,/);
    secret = ((await page.locator('.desk-key').textContent()) ?? '').replaceAll(' ', '');
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  });

  it('confirms it with a code of the app, and is given recovery codes', async () => {
    await page.getByLabel('The six digits').fill(codeOf(secret));
    await page.getByRole('button', { name: 'Confirm' }).click();
    const codes = page.locator('.desk-codes li');
    await codes.first().waitFor();
    recoveryCode = (await codes.first().textContent()) ?? '';
    expect(await codes.count()).toBe(10);
    await page.getByRole('button', { name: 'I have kept them' }).click();
  });

  it('signs in with the password and a code', async () => {
    await page.getByLabel('E-mail').waitFor();
    await typePassword('editor');
    await page.getByLabel('Code from your app').fill(codeOf(secret, 1));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(({ pathname }) => pathname === '/admin');
  });

  it('sees on the account page that it is set up', async () => {
    await page.goto(`${system.cmsUrl}/admin/account`);
    const own = page.locator('.desk-second-factor');
    await own.getByText('Recovery codes left: 10.').waitFor();
  });

  it('gets in with a recovery code when the telephone is lost, once', async () => {
    const again = await chromium.newContext({ extraHTTPHeaders: fromHome });
    page = await again.newPage();
    await page.goto(`${system.cmsUrl}/admin`);
    await typePassword('editor');
    await page.getByLabel('Code from your app').fill(recoveryCode);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(({ pathname }) => pathname === '/admin');
  });
});

describe('an administrator', () => {
  it('resets the second step of somebody on the page of their account', async () => {
    const desk = await chromium.newPage();
    await desk.goto(`${system.cmsUrl}/admin/collections/users/${await idOf('editor')}`);
    page = desk;
    await typePassword('administrator');
    await desk.getByRole('button', { name: 'Reset the second step' }).click();
    await desk.locator('#desk-confirm').click();
    await desk.getByText(/^Enrolment code, for three days: \w{5}-\w{5}$/).waitFor();
  });
});

async function typePassword(name: string): Promise<void> {
  await page.getByLabel('E-mail').fill(`${name}@example.org`);
  await page.getByLabel('Password', { exact: true }).fill(system.password(name));
  const answered = page.waitForResponse(/users\/login/);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await answered;
}

async function enrolmentCode(name: string): Promise<string> {
  const answer = await administrator.ask(
    'POST',
    `users/${await idOf(name)}/second-factor/reset`,
    {},
  );
  return (await answer.json()).enrolmentCode;
}

async function idOf(name: string): Promise<string> {
  const answer = await administrator.ask('GET', `users?where[email][equals]=${name}@example.org`);
  return (await answer.json()).docs[0].id;
}

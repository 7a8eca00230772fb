/** Mail to staff, as they meet it: at the sign-in, on their own page, on the desk, and when somebody leaves. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { codeOf } from '../support/authenticator.ts';
import { browser } from '../support/browser.ts';
import { look, seriousBarriers, signedIn } from '../support/desk.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { startPrepared } from '../support/prepared-system.ts';
import { signIn as overRest, type Staff } from '../support/staff.ts';
import type { System } from '../support/system.ts';

let server: MailServer;
let system: System;
let chromium: Browser;
let administrator: Page;
let editor: Staff;
let publisher: Staff;

beforeAll(async () => {
  server = await startMailServer();
  const mail = { SMTP_URL: server.url, MAIL_FROM: 'desk@example.org' };
  [system, chromium] = await Promise.all([startPrepared(mail), browser()]);
  administrator = await signedIn(chromium, { name: 'administrator', system });
  [editor, publisher] = (await Promise.all(
    ['editor', 'publisher'].map((name) => overRest(system, name)),
  )) as [Staff, Staff];
});
afterAll(async () => {
  await chromium?.close();
  await system?.end();
  await server?.stop();
});

describe('a submission', () => {
  it('reaches the publisher by mail, and its address opens the document', async () => {
    const { id, revision } = await editor.create('guides', { title: 'Help in the holidays' });
    await editor.ask('POST', `guides/${id}/steps/submit`, { revision });
    const { text } = await mailTo('publisher@example.org', 'For review: Help in the holidays');
    const [address = ''] = /http:\S+\/admin\/collections\S+/.exec(text) ?? [];
    const page = await signedIn(chromium, { name: 'publisher', system });
    await page.goto(address);
    await page.locator('#field-title').waitFor();
    expect(await page.locator('#field-title').inputValue()).toBe('Help in the holidays');
    await page.context().close();
  });
});

describe('how often messages come', () => {
  it('is chosen by each person on their own page', async () => {
    const page = await signedIn(chromium, { name: 'publisher', system });
    await page.goto(`${system.cmsUrl}/admin/account`);
    await page.locator('#field-rhythm').click();
    await page.getByText('All of a day together').click();
    await page.locator('#action-save').click();
    await page.getByText('Saved.', { exact: true }).first().waitFor();
    await page.reload();
    await page.locator('#field-rhythm').getByText('All of a day together').waitFor();
    await look(page, 'account');
    expect(await seriousBarriers(page)).toEqual([]);
    await page.context().close();
  });
});

describe('a message that could not be sent', () => {
  it('is said on the desk, and administrators read why', async () => {
    server.behave('refusing');
    const { id, revision } = await editor.create('guides', { title: 'Help at weekends' });
    await editor.ask('POST', `guides/${id}/steps/submit`, { revision });
    await editor.ask('POST', `guides/${id}/comments`, { field: '', text: 'Read this first.' });
    const asked = { revision, why: 'Say who may come.' };
    await publisher.ask('POST', `guides/${id}/steps/ask-amendments`, asked);
    await forgotten('translator.polish@example.org');
    await vi.waitUntil(async () => (await health()).mail.failed > 1, { timeout: 30_000 });
    server.behave('well');
    await administrator.goto(`${system.cmsUrl}/admin`);
    await administrator.getByText('messages could not be sent.').waitFor();
    await look(administrator, 'desk');
    await administrator.getByRole('link', { name: 'See why, and send them again' }).click();
    await administrator.getByText('No such mailbox here').first().waitFor();
    await look(administrator, 'messages');
    expect(await seriousBarriers(administrator)).toEqual([]);
  });

  it('is sent again from its page', async () => {
    await administrator.goto(`${system.cmsUrl}/admin`);
    await administrator.getByRole('link', { name: 'See why, and send them again' }).click();
    const givenUp = administrator.locator('tbody tr', { hasText: 'Help at weekends' });
    await givenUp.getByRole('link').click();
    await administrator.locator('#desk-send-again').click();
    const told = administrator.locator('[data-sonner-toast]', {
      hasText: 'It is on its way again.',
    });
    await told.waitFor();
    // What is still coming into view is as pale as it is meant to be for nobody.
    await vi.waitUntil(() => told.evaluate((toast) => getComputedStyle(toast).opacity === '1'));
    await look(administrator, 'message');
    expect(await seriousBarriers(administrator)).toEqual([]);
    await mailTo('editor@example.org', 'Amendments asked for: Help at weekends');
  });
});

describe('a forgotten password', () => {
  it('is asked for at the sign-in, and the address in the mail sets another one', async () => {
    const page = await (await chromium.newContext()).newPage();
    await page.goto(`${system.cmsUrl}/admin/login`);
    await look(page, 'sign-in');
    await page.getByRole('link', { name: 'Forgotten your password?' }).click();
    await page.locator('#field-email').fill('translator.urdu@example.org');
    await look(page, 'forgotten');
    expect(await seriousBarriers(page)).toEqual([]);
    await page.locator('button[type=submit]').click();
    await page.getByText('Look into your mailbox').waitFor();
    const { text } = await mailTo('translator.urdu@example.org', /^Another password/);
    await page.goto(/http:\S+\/admin\/reset\/\S+/.exec(text)?.[0] ?? '');
    await page.getByLabel('New password').fill('another long password');
    await look(page, 'reset');
    expect(await seriousBarriers(page)).toEqual([]);
    await page.locator('button[type=submit]').click();
    await page.locator('.desk-landing').waitFor();
    await page.context().close();
  });

  it('opens no account with a second step by the mail alone: its code is asked for there', async () => {
    const secret = await secondStepOf('publisher');
    const page = await (await chromium.newContext()).newPage();
    await forgotten('publisher@example.org');
    const { text } = await mailTo('publisher@example.org', /^Another password/);
    await page.goto(/http:\S+\/admin\/reset\/\S+/.exec(text)?.[0] ?? '');
    await page.getByLabel('New password').fill('another long password');
    await page.locator('button[type=submit]').click();
    await page.getByText('Enter the six digits').waitFor();
    expect(await page.context().cookies()).toEqual([]);
    await look(page, 'reset-code');
    await page.getByLabel('Code from your app').fill(codeOf(secret, 1));
    await page.locator('button[type=submit]').click();
    await page.locator('.desk-landing').waitFor();
    await page.context().close();
  });
});

describe('an administrator', () => {
  it('hands over the work of an editor who leaves, and the editor is out', async () => {
    await administrator.goto(`${system.cmsUrl}/admin/collections/users`);
    await administrator.locator('tbody a').filter({ hasText: 'Communications editor' }).click();
    await administrator.locator('#desk-hand-over').click();
    const dialog = administrator.locator('dialog');
    await dialog.getByText('Help in the holidays').waitFor();
    await dialog.locator('select').selectOption({ label: 'Publisher' });
    await look(administrator, 'hand-over');
    expect(await seriousBarriers(administrator)).toEqual([]);
    await administrator.locator('#desk-confirm').click();
    await administrator.getByText(/This account was closed on/).waitFor();
    await look(administrator, 'handed-over');
    expect((await editor.ask('GET', 'guides')).status).toBe(401);
  });
});

/** Sets one up. Answers what an app knows of it. */
async function secondStepOf(name: string): Promise<string> {
  const staff = await overRest(system, name);
  const password = system.password(name);
  const offered = await staff.ask('POST', 'users/second-factor/offer', { password });
  const { secret, ticket } = (await offered.json()) as { secret: string; ticket: string };
  const code = codeOf(secret);
  expect((await staff.ask('POST', 'users/second-factor/set-up', { ticket, code })).status).toBe(
    200,
  );
  return secret;
}

type Mail = { readonly text: string };

async function mailTo(address: string, subject: string | RegExp): Promise<Mail> {
  const found = () =>
    server.taken.find(({ mail, to }) => to.includes(address) && mail.subject?.match(subject));
  await vi.waitUntil(() => found() !== undefined, { timeout: 30_000, interval: 100 });
  return { text: found()?.mail.text ?? '' };
}

function forgotten(email: string): Promise<Response> {
  return fetch(`${system.cmsUrl}/api/users/forgot-password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email }),
  });
}

async function health(): Promise<{ mail: { failed: number } }> {
  return (await fetch(`${system.cmsUrl}/api/health`)).json() as never;
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { wallTimeAt } from '@charterpress/shared/domain/london-time.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { browser } from '../support/browser.ts';
import { moveBundle } from '../support/bundle-moment.ts';
import { holdPrograms, look, seriousBarriers, signedIn } from '../support/desk.ts';
import { startPrepared } from '../support/prepared-system.ts';
import { type Document, type Staff, signIn } from '../support/staff.ts';
import type { System } from '../support/system.ts';

let system: System;
let chromium: Browser;
let editor: Staff;
let publisher: Staff;
let page: Page;

beforeAll(async () => {
  [system, chromium] = await Promise.all([startPrepared(), browser()]);
  [editor, publisher] = (await Promise.all(
    ['editor', 'publisher'].map((name) => signIn(system, name)),
  )) as [Staff, Staff];
  page = await signedIn(chromium, { name: 'publisher', system });
});
afterAll(async () => {
  await chromium?.close();
  await system?.end();
});

type Chosen = { readonly kind: Kind; readonly document: string; readonly revision: number };

/** Changed by the editor, submitted, and approved by the publisher. */
async function approved(kind: Kind, known: string | number, values: object): Promise<Chosen> {
  const document = await editor.save(kind, await editor.find(kind, known), values);
  const said = { change: 'major', changeNote: 'From December.' };
  await step(editor, kind, document, 'submit', said);
  await step(publisher, kind, document, 'approve', {});
  return { kind, document: document.id, revision: document.revision };
}

async function step(
  who: Staff,
  kind: Kind,
  { id, revision }: Document,
  name: string,
  said: object,
) {
  const answer = await who.ask('POST', `${kind}/${id}/steps/${name}`, { revision, ...said });
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
}

/** A moment as a clock in London shows it, to the second. */
function wallIn(milliseconds: number): { wall: string; at: number } {
  const at = Math.ceil((Date.now() + milliseconds) / 1000) * 1000;
  const { wall } = wallTimeAt(new Date(at).toISOString());
  return { wall: `${wall}:${new Date(at).toISOString().slice(17, 19)}`, at };
}

/** In which of the kept releases each page says this. */
function releasesWith(path: string, words: string): readonly string[] {
  const releases = join(system.dataDir, 'releases');
  return readdirSync(releases).filter((name) => {
    const file = join(releases, name, path, 'index.html');
    return /^\d+$/.test(name) && existsSync(file) && readFileSync(file, 'utf8').includes(words);
  });
}

async function served(path: string): Promise<string> {
  return (await fetch(`${system.siteUrl}${path}`)).text();
}

async function health(): Promise<number> {
  return (await fetch(`${system.cmsUrl}/api/health`)).status;
}

describe('a bundle of two documents', () => {
  it('goes live at its moment, both in one release', async () => {
    const words = ['Asked before, not after', 'What every school now offers'];
    const items = [
      await approved('principles', 3, { statement: words[0] }),
      await approved('guides', 'core-offer', { summary: words[1] }),
    ];
    const { at, wall } = wallIn(4000);
    const said = { title: 'In December', goesLive: { wall }, items };
    const made = await publisher.ask('POST', 'bundles', said);
    expect(made.status).toBe(200);
    const { id } = (await made.json()) as { id: string };
    const pages = ['en/principles/3', 'en/guides/core-offer'];
    const isServed = async () => {
      const texts = await Promise.all(pages.map((path) => served(`/${path}/`)));
      return texts.every((text, nth) => text.includes(words[nth] as string)) && Date.now();
    };
    expect(await isServed()).toBe(false);
    const servedAt = await vi.waitUntil(isServed, { timeout: 20_000, interval: 50 });
    expect(servedAt).toBeGreaterThanOrEqual(at);
    const [one, two] = pages.map((path, nth) => releasesWith(path, words[nth] as string));
    expect(one?.length).toBeGreaterThan(0);
    expect(one).toEqual(two);
    const bundle = (await (await publisher.ask('GET', `bundles/${id}`)).json()) as {
      state: string;
      liveAt: string;
    };
    expect(bundle.state).toBe('live');
    expect(Date.parse(bundle.liveAt) - at).toBeLessThan(2000);
  });
});

describe('a publisher', () => {
  it('makes a bundle of approved documents, sees it listed, and cancels it', async () => {
    await approved('principles', 5, { statement: 'Fathers are parents too' });
    await page.goto(`${system.cmsUrl}/admin/bundles`);
    await page.getByRole('link', { name: 'Make a bundle' }).click();
    await page.getByLabel(/^Title/).fill('The spring letter');
    await page.getByLabel('Day', { exact: true }).fill('2027-03-28');
    await page.getByLabel('Time', { exact: true }).fill('01:30');
    await page.getByText('the next that comes is 02:00').waitFor();
    await page.getByLabel('Time', { exact: true }).fill('09:00');
    await page.getByLabel('Fathers are parents too').check();
    await look(page, 'bundle-form');
    expect(await seriousBarriers(page)).toEqual([]);
    await page.locator('#desk-bundle-save').click();
    await page.getByText('Goes live on 28 March 2027 at 09:00').waitFor();
    await page.goto(`${system.cmsUrl}/admin/bundles`);
    await look(page, 'bundles');
    expect(await seriousBarriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'The spring letter' }).click();
    await page.locator('#desk-bundle-cancel').click();
    await page.locator('#desk-confirm').click();
    await page.getByText('Was to go live on 28 March 2027 at 09:00').waitFor();
  });

  it('is told on the screen why nothing is scheduled, however slow the screen was to come', async () => {
    const letGo = await holdPrograms(page);
    await page.goto(`${system.cmsUrl}/admin/bundles/new`, { waitUntil: 'commit' });
    const save = page.locator('#desk-bundle-save');
    await save.waitFor();
    expect(await save.isDisabled()).toBe(true);
    const pressed = save.click();
    await letGo();
    await pressed;
    await page.getByText('Give the bundle a title').waitFor();
    await page.getByText('Choose at least one approved document').waitFor();
    await look(page, 'bundle-refused');
  });
});

describe('a moment that was missed', () => {
  it('is told at the next start, and does not keep the system from starting', async () => {
    const item = await approved('principles', 6, { statement: 'Asked in your language' });
    const { wall } = wallIn(3_600_000);
    const said = { title: 'Missed', goesLive: { wall }, items: [item] };
    const made = await publisher.ask('POST', 'bundles', said);
    const { id } = (await made.json()) as { id: string };
    // As if the system had been down for an hour.
    await moveBundle(system, id, new Date(Date.now() - 3_600_000));
    await vi.waitUntil(async () => (await health()) === 503, { timeout: 20_000 });
    await system.stop();
    await system.startAgain();
    expect(await health()).toBe(503);
    publisher = await signIn(system, 'publisher');
    const shown = async () =>
      (await (await publisher.ask('GET', `bundles/${id}`)).json()) as {
        revision: number;
        state: string;
      };
    // The worker comes up after the CMS.
    await vi.waitUntil(async () => (await shown()).state === 'failed', { timeout: 30_000 });
    const { revision } = await shown();
    expect((await publisher.ask('POST', `bundles/${id}/cancel`, { revision })).status).toBe(200);
    expect(await health()).toBe(200);
  });
});

describe('beside the form', () => {
  it('an approved document is scheduled from its menu, and taken off again', async () => {
    const { document } = await approved('principles', 9, { statement: 'Help before a crisis' });
    await page.goto(`${system.cmsUrl}/admin/collections/principles/${document}`);
    await page.locator('.doc-controls__popup button').first().click();
    await page.locator('#desk-schedule').click();
    await page.getByLabel('Day', { exact: true }).fill('2027-07-01');
    await page.getByLabel('Time', { exact: true }).fill('09:00');
    await page.locator('#desk-confirm').click();
    await page.getByText('It goes live by itself on 1 July 2027 at 09:00').waitFor();
    await page.goto(`${system.cmsUrl}/admin`);
    await page.getByText('goes live on 1 July 2027 at 09:00, with').waitFor();
    await page.getByRole('link', { name: 'Help before a crisis' }).first().click();
    await page.locator('.doc-controls__popup button').first().click();
    await page.locator('#desk-unschedule').click();
    await page.locator('#desk-confirm').click();
    await page.getByText('Next: a publisher publishes it').waitFor();
  });

  it('somebody is named who answers for it', async () => {
    await page.locator('#desk-review-plan').click();
    await page.getByLabel('Owner').fill('parenting.team@example.org');
    await page.getByLabel('To be read again by').fill('2099-01-31');
    await page.locator('#desk-confirm').click();
    await page.getByText('To be looked at again by 31 January 2099').waitFor();
  });
});

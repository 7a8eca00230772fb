/** Nothing about a reader is collected: every template in a browser that keeps to the policies of the site. */
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveReleases } from '../../site/press/serve.ts';
import { siteRoutes } from '../../site/src/content/routes.ts';
import { sampleEditions, sampleTrust } from '../support/sample-editions.ts';
import { contentOf, site } from '../support/site.ts';
import { type Browsing, browse } from './browsing.ts';
import { oneEach } from './templates.ts';

const content = contentOf(await sampleEditions('kent'));
const routes = new Map([...siteRoutes(content)].map((route) => [route.path, route]));
const visited = oneEach(routes).map((visit) => visit.path);

let at: Browsing;
let context: BrowserContext;
let page: Page;
let asked: string[] = [];
let refused: string[] = [];

beforeAll(async () => {
  at = await browse();
  context = await at.chrome.newContext();
  page = await context.newPage();
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => refused.push(message.text()));
});

afterAll(() => at.end());

describe.each(visited)('%s', (address) => {
  const found: Record<string, unknown> = {};
  let headers: Record<string, string> = {};

  beforeAll(async () => {
    asked = [];
    refused = [];
    const answer = await page.goto(`${at.sample.address}${address}`, { waitUntil: 'load' });
    headers = (await answer?.allHeaders()) ?? {};
    found.kept = await page.evaluate(() => ({
      cookie: document.cookie,
      storage: localStorage.length + sessionStorage.length,
      worker: navigator.serviceWorker?.controller ?? null,
    }));
  });

  it('asks nobody else for anything', () => {
    expect(asked.filter((url) => new URL(url).origin !== at.sample.address)).toEqual([]);
    expect(asked.length).toBeGreaterThan(0);
  });

  it('breaks none of its own policies', () => {
    expect(refused.filter((said) => /policy|refused|blocked/i.test(said))).toEqual([]);
  });

  it('keeps nothing in the browser', async () => {
    expect(found.kept).toEqual({ cookie: '', storage: 0, worker: null });
    expect(await context.cookies()).toEqual([]);
    expect(context.serviceWorkers()).toEqual([]);
  });

  it('is sent with what closes the doors', () => {
    const isForAll = address.startsWith('/open-data/');
    expect(headers).not.toHaveProperty('set-cookie');
    expect(headers).not.toHaveProperty('server');
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'.*frame-ancestors 'none'/,
      ),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': isForAll ? 'cross-origin' : 'same-origin',
      'permissions-policy': expect.stringMatching(/camera=\(\).*geolocation=\(\).*microphone=\(\)/),
      'referrer-policy': 'no-referrer',
      'strict-transport-security': expect.stringMatching(/max-age=\d{8}/),
      'x-content-type-options': 'nosniff',
      'x-dns-prefetch-control': 'off',
    });
    expect(headers['content-security-policy']).not.toContain('unsafe');
  });
});

describe('a site of which no release was made', () => {
  const releases = mkdtempSync(path.join(tmpdir(), 'charterpress-nothing-'));
  let server: Server;

  beforeAll(async () => {
    server = serveReleases({ releases, siteUrl: site, trust: sampleTrust('kent') });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
    rmSync(releases, { recursive: true, force: true });
  });

  it('says so in the language of the address, with its styles and whom to ring', async () => {
    refused = [];
    const { port } = server.address() as AddressInfo;
    const answer = await page.goto(`http://127.0.0.1:${port}/ur/guides/`);
    expect(answer?.status()).toBe(503);
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await page.locator('h1').textContent()).toBe('ہم یہ ویب سائٹ تیار کر رہے ہیں');
    expect(await page.getByRole('link', { name: '999' }).getAttribute('href')).toBe('tel:999');
    const width = await page.evaluate(() => getComputedStyle(document.body).maxWidth);
    expect(width).not.toBe('none');
    expect(refused.filter((said) => /policy/i.test(said))).toEqual([]);
  });
});

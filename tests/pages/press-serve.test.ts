import { readFileSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { shortCode, shortPath } from '@charterpress/shared/domain/short-address.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { headersFor } from '../../site/press/headers.ts';
import { servePreview } from '../../site/press/preview.ts';
import { serveReleases } from '../../site/press/serve.ts';
import { type AtWork, edit, pressAtWork, SITE, trust } from '../support/press-at-work.ts';

let work: AtWork;
let site: Server;
let preview: Server;

beforeAll(async () => {
  work = await pressAtWork();
  site = await listening(
    serveReleases({ releases: work.press.folders.releases, trust, siteUrl: SITE }),
  );
  preview = await listening(
    servePreview({
      ...work.options,
      file: path.join(work.dataDir, 'press/store.sqlite'),
      site: SITE,
    }),
  );
});
afterAll(async () => {
  site.close();
  preview.close();
  await work.end();
});

async function listening(server: Server): Promise<Server> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

/** Asks for the path as it stands: `fetch` would tidy it first. */
function get(asked: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>(
    (resolve, reject) => {
      request({ port: portOf(site), path: asked, headers, method }, async (answer) => {
        const chunks: Buffer[] = [];
        for await (const chunk of answer) chunks.push(chunk as Buffer);
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(chunks),
        });
      })
        .on('error', reject)
        .end();
    },
  );
}

test('before the first release the site says that it is being made, in the reader’s language', async () => {
  const there = { status: 503, headers: { 'retry-after': '5', 'cache-control': 'no-store' } };
  const polish = await get('/', { 'accept-language': 'pl' });
  expect(polish).toMatchObject(there);
  expect(polish.body.toString()).toMatch(/<html lang="pl".*Przygotowujemy tę witrynę.*tel:999/s);
});

test('a release is served as soon as it is made, without a restart', async () => {
  await work.press.publish();
  expect((await get('/ur/guides/guide-1/')).body.toString()).toContain('[ur] Guide 1');
  edit(work.feed, { document: 'guides-1', content: { title: 'A second title' } });
  await work.press.publish();
  expect((await get('/en/guides/guide-1/')).body.toString()).toContain('A second title');
});

test.each([
  ['/en', 301],
  ['/en/guides/guide-1', 301],
  ['/pl/nothing-here/', 404],
  ['/_moves.json', 404],
  ['/en/index.html.br', 404],
  ['/en/404/', 404],
  ['/../store.sqlite', 404],
  ['/en/..%2f..%2f..%2fpress%2fstore.sqlite', 404],
  ['/%2e%2e/current/en/', 404],
  ['/%', 404],
  ['/en/%00', 404],
  ['/en/#/../../_moves.json', 404],
  ['/en/#/../../404.html', 404],
])('%s answers %i', async (asked, status) => {
  expect((await get(asked)).status).toBe(status);
});

test('a page that is not there is said to be so in the language of its address', async () => {
  expect((await get('/ur/nothing-here/')).body.toString()).toMatch(/<html lang="ur" dir="rtl"/);
});

test('a page that is not there is said to be so in the language that the browser asks for', async () => {
  const answer = await get('/nothing-here/', { 'accept-language': 'ur-PK,en;q=0.5' });
  expect(answer).toMatchObject({ status: 404, headers: { vary: 'Accept-Language' } });
  const text = answer.body.toString();
  expect(text).toMatch(/<html lang="ur" dir="rtl"/);
  expect(text).toContain('href="tel:999"');
});

test('a release that cannot be read is said to be so, kindly and with whom to ring', async () => {
  const moves = path.join(work.press.folders.releases, 'current/_moves.json');
  const kept = readFileSync(moves);
  writeFileSync(moves, '{');
  const answer = await get('/ur/');
  writeFileSync(moves, kept);
  expect(answer).toMatchObject({ status: 500, headers: { 'cache-control': 'no-store' } });
  expect(answer.body.toString()).toMatch(/<html lang="ur" dir="rtl".*یہ صفحہ.*tel:999/s);
  expect((await get('/ur/')).status).toBe(200);
});

test.each([
  ['/sitemap.xml', /^(text|application)\/xml/],
  ['/favicon.ico', /^image\//],
])('%s says what it is', async (asked, type) => {
  const answer = await get(asked, { 'accept-encoding': 'br' });
  expect([answer.status, answer.headers['content-type']]).toEqual([
    200,
    expect.stringMatching(type),
  ]);
});

test('a list of changes is what feed readers take', async () => {
  edit(work.feed, { document: 'guides-2', change: 'major', changeNote: 'We moved house.' });
  await work.press.publish();
  const answer = await get('/en/changes/feed.xml', { 'accept-encoding': 'br' });
  expect(answer.headers).toMatchObject({
    'content-type': 'application/atom+xml;charset=utf-8',
    'content-encoding': 'br',
  });
});

test('browsers are told to come encrypted where readers come so', async () => {
  expect((await get('/en/')).headers['strict-transport-security']).toBeUndefined();
  const [https, http] = ['https://charter.example.org', SITE].map((origin) =>
    headersFor(origin, trust),
  );
  expect(https).toHaveProperty('Strict-Transport-Security');
  expect(http).not.toHaveProperty('Strict-Transport-Security');
});

test('a page travels compressed, is asked for anew each time, and runs nothing', async () => {
  const page = await get('/en/', { 'accept-encoding': 'gzip, br' });
  expect(page.headers).toMatchObject({
    'content-encoding': 'br',
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
  });
  expect(page.headers['x-powered-by']).toBeUndefined();
});

test('a page that the reader has is not sent again', async () => {
  const { headers } = await get('/en/');
  const again = await get('/en/', { 'if-none-match': String(headers.etag) });
  expect(again).toMatchObject({ status: 304, body: Buffer.alloc(0) });
});

test('a style may be kept for good', async () => {
  const [, style = ''] =
    /href="(\/_astro\/[^"]+\.css)"/.exec((await get('/en/')).body.toString()) ?? [];
  expect((await get(style)).headers['cache-control']).toMatch(/immutable/);
});

test('a part of a file is sent to whoever asks for a part', async () => {
  const whole = await get('/robots.txt');
  const part = await get('/robots.txt', { range: 'bytes=2-5', 'accept-encoding': 'br' });
  expect(part.status).toBe(206);
  expect(part.body).toEqual(whole.body.subarray(2, 6));
});

test('a part that ends before it begins is the whole file, and the server lives on', async () => {
  const whole = await get('/robots.txt');
  const backwards = await get('/robots.txt', { range: 'bytes=5-2' });
  expect(backwards).toMatchObject({ status: 200, body: whole.body });
  expect((await get('/en/')).status).toBe(200);
});

test('HEAD sends no page, and nothing can be written', async () => {
  expect((await get('/en/', {}, 'HEAD')).body.length).toBe(0);
  expect((await get('/en/', {}, 'POST')).status).toBe(405);
});

test('what was renamed leads on and what was removed is gone, in the language of the address', async () => {
  edit(work.feed, { document: 'guides-2', slug: 'guide-two' });
  edit(work.feed, { document: 'guides-3', action: 'removed' });
  edit(work.feed, { document: 'guides-3', language: 'ur', action: 'removed' });
  await work.press.publish();
  const moved = await get('/ur/guides/guide-2/');
  expect(moved).toMatchObject({ status: 301, headers: { location: '/ur/guides/guide-two/' } });
  const gone = await get('/ur/guides/guide-3/');
  expect(gone.status).toBe(410);
  expect(gone.body.toString()).toMatch(/<html lang="ur"/);
});

function candidate(edition: unknown, key = 'a key for tests') {
  return fetch(`http://127.0.0.1:${portOf(preview)}/candidates`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body: JSON.stringify({ edition }),
  });
}

test('the preview renders a candidate over what is live', async () => {
  const next = edit(work.feed, { document: 'guides-5', content: { title: 'Not yet' } });
  work.feed.editions.pop();
  const answer = await candidate(next);
  expect(answer.headers.get('x-robots-tag')).toMatch(/noindex/);
  expect(await answer.json()).toMatchObject({ pages: [{ path: '/en/guides/guide-5/' }] });
  expect((await get('/en/guides/guide-5/')).body.toString()).not.toContain('Not yet');
});

test('the preview says why a candidate cannot be shown', async () => {
  const parts = [{ id: 'p', slug: 'a', title: 'T', body: [{ type: 'marquee' }] }];
  const next = edit(work.feed, { document: 'guides-5', content: { parts } });
  work.feed.editions.pop();
  const answer = await candidate(next);
  expect(answer.status).toBe(422);
  expect(JSON.stringify(await answer.json())).toContain('marquee');
});

test('the preview lets nobody in without the key', async () => {
  expect((await candidate({}, 'another key')).status).toBe(401);
});

test('a short address leads to the page in its language, and to the English one where there is none', async () => {
  const to = async (language: string) => {
    const { headers, status } = await get(shortPath(shortCode('guides', 'guides-1'), language));
    return `${status} ${String(headers.location)}`;
  };
  expect(await to('ur')).toBe('301 /ur/guides/guide-1/');
  expect(await to('en')).toBe('301 /en/guides/guide-1/');
  expect(await to('so')).toBe('301 /en/guides/guide-1/');
  expect((await get('/s/00000000/')).status).toBe(404);
});

test('a page as data may be read by any other site, and the page itself by none', async () => {
  const data = await get('/en/guides/guide-1.json');
  expect(data).toMatchObject({
    status: 200,
    headers: {
      'content-type': 'application/json',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    },
  });
  expect(JSON.parse(data.body.toString()).address).toBe(`${SITE}/en/guides/guide-1/`);
  expect((await get('/open-data/schema/page-1.json')).headers).toMatchObject({
    'access-control-allow-origin': '*',
  });
  const page = await get('/en/guides/guide-1/');
  expect(page.headers).not.toHaveProperty('access-control-allow-origin');
  expect((await get('/_moves.json')).status).toBe(404);
});

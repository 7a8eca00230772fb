import { createHash } from 'node:crypto';
import type { Server } from 'node:http';
import path from 'node:path';
import { readFeed } from '@charterpress/site/press/feed.ts';
import { fetchImage } from '@charterpress/site/press/images.ts';
import type { PdfFailed, PdfMaker } from '@charterpress/site/press/pdfs.ts';
import { serveReleases } from '@charterpress/site/press/serve.ts';
import { type Watch, watch } from '@charterpress/site/press/watch.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startFeedServer } from '../support/feed-server.ts';
import { freeAddress } from '../support/free-port.ts';
import { type AtWork, edit, pressAtWork, trust } from '../support/press-at-work.ts';

const key = 'a key for tests';
const until = { timeout: 20_000, interval: 20 };

let work: AtWork;
let site: Server;
let watching: Watch;
let pressUrl: string;
let siteUrl: string;
let said: string[];
let notMade: readonly PdfFailed[];

beforeEach(async () => {
  work = await pressAtWork(24);
  const [siteAddress, pressAddress] = await Promise.all([address(), address()]);
  siteUrl = `http://${siteAddress.host}:${siteAddress.port}`;
  pressUrl = `http://${pressAddress.host}:${pressAddress.port}`;
  const releases = path.join(work.dataDir, 'releases');
  site = serveReleases({ releases, siteUrl, trust });
  await new Promise<void>((up) => site.listen(siteAddress.port, siteAddress.host, up));
  said = [];
  notMade = [];
  watching = await watch(work.press, {
    siteAddress,
    pressAddress,
    cmsUrl: work.feed.url,
    pressKey: key,
    pdfs: pdfsThatFail(),
    // Longer than any test: what happens here happens by a nudge.
    everyMs: 600_000,
    now: () => new Date('2026-11-02T14:02:00.000Z'),
    say: (line) => said.push(line),
  });
});
afterEach(async () => {
  await watching.stop();
  site.closeAllConnections();
  await new Promise((down) => site.close(down));
  await work.end();
});

describe('a press that watches', () => {
  test('makes what is nudged live, and tells the CMS when it has read it from the site', async () => {
    await firstReceipt();
    edit(work.feed, { document: 'guides-1', content: { title: 'Words that came by a nudge' } });
    expect((await nudge(key)).status).toBe(202);
    await vi.waitFor(() => expect(work.feed.receipts).toHaveLength(2), until);
    expect(work.feed.receipts[1]).toMatchObject({
      upTo: work.feed.editions.length,
      liveAt: '2026-11-02T14:02:00.000Z',
      failed: [],
    });
    const page = await fetch(`${siteUrl}/en/guides/guide-1/`);
    expect(await page.text()).toContain('Words that came by a nudge');
  });

  test('is woken by nobody without its key', async () => {
    await firstReceipt();
    expect((await nudge('another key')).status).toBe(401);
    expect((await fetch(`${pressUrl}/nudge`, { method: 'POST' })).status).toBe(401);
    expect(work.feed.receipts).toHaveLength(1);
  });

  test('says once what is wrong with the CMS, and goes on when it is mended', async () => {
    await firstReceipt();
    // What is told of PDFs follows the receipt, and would be a second thing that is wrong.
    await vi.waitFor(() => expect(work.feed.standings).toHaveLength(1), until);
    edit(work.feed, { document: 'guides-1', content: { title: 'Words from before the fault' } });
    work.feed.answerWith = (_request, response) => response.writeHead(500).end();
    await nudge(key);
    await vi.waitFor(() => expect(said.join('\n')).toContain('answered 500'), until);
    work.feed.answerWith = null;
    await nudge(key);
    await vi.waitFor(() => expect(said).toContain('The press works again.'), until);
    const status = await (await fetch(`${pressUrl}/status`)).json();
    expect(status).toMatchObject({ trouble: [], last: { upTo: work.feed.editions.length } });
    expect(said.filter((line) => line.includes('answered 500'))).toHaveLength(1);
  });
});

describe('a PDF that cannot be made', () => {
  test('is told to the CMS once, and taken back when it is made after all', async () => {
    await vi.waitFor(() => expect(work.feed.standings).toEqual([{ pdfs: [] }]), until);
    const failed = { booklet: '/ur/booklets/swale.html', why: 'its program ended' };
    notMade = [failed];
    await nudge(key);
    await vi.waitFor(() => expect(work.feed.standings).toHaveLength(2), until);
    await nudge(key);
    notMade = [];
    await nudge(key);
    await vi.waitFor(
      () => expect(work.feed.standings).toEqual([{ pdfs: [] }, { pdfs: [failed] }, { pdfs: [] }]),
      until,
    );
  });

  test('is told when the CMS answers again', async () => {
    await firstReceipt();
    work.feed.answerWith = (request, response) => {
      response.writeHead(request.url === '/graphql' ? 500 : 503).end();
    };
    notMade = [{ booklet: '/ur/booklets/swale.html', why: 'its program ended' }];
    await nudge(key);
    await vi.waitFor(() => expect(said.join('\n')).toContain('answered 500'), until);
    work.feed.answerWith = null;
    await nudge(key);
    await vi.waitFor(() => expect(work.feed.standings.at(-1)).toEqual({ pdfs: notMade }), until);
  });
});

describe('what the press asks the CMS for', () => {
  test('is given up when the CMS is slow, with what was asked and for how long', async () => {
    const slow = await startFeedServer([]);
    slow.answerWith = (request) => void request.resume();
    await expect(readFeed(7, { cmsUrl: slow.url, timeoutMs: 100 }).next()).rejects.toThrow(
      /did not answer within 0\.1 s to the query Feed\(after: 7, limit: 200\).*Nothing was published.*Start the CMS/,
    );
    await slow.close();
  });

  test('is an image by the hash of its bytes, and other bytes are refused', async () => {
    const bytes = Buffer.from('the bytes of a picture');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const source = { cmsUrl: work.feed.url, pressKey: key };
    work.feed.images.set(sha256, bytes);
    expect(await fetchImage(`${sha256}.webp`, source)).toEqual(bytes);
    work.feed.images.set(sha256, Buffer.from('other bytes'));
    await expect(fetchImage(`${sha256}.webp`, source)).rejects.toThrow(/other bytes/);
    work.feed.images.delete(sha256);
    expect(await fetchImage(`${sha256}.webp`, source)).toBeNull();
  });
});

function pdfsThatFail(): PdfMaker {
  return {
    ...{ begin: () => {}, done: async () => {}, keep: async () => false, stop: async () => {} },
    ...{ failed: () => notMade, trouble: () => [] },
  };
}

function firstReceipt(): Promise<void> {
  return vi.waitFor(() => expect(work.feed.receipts).toHaveLength(1), until);
}

function nudge(by: string): Promise<Response> {
  return fetch(`${pressUrl}/nudge`, {
    method: 'POST',
    headers: { authorization: `Bearer ${by}` },
    body: JSON.stringify({ sequence: work.feed.editions.length }),
  });
}

async function address() {
  const [host = '', port = ''] = (await freeAddress()).split(':');
  return { host, port: Number(port) };
}

import { existsSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startPrepared } from '../support/prepared-system.ts';
import { runBeside } from '../support/run-beside.ts';
import { type Document, type Staff, signIn } from '../support/staff.ts';
import type { System } from '../support/system.ts';
import { paragraph } from '../support/texts.ts';

let system: System;
let publisher: Staff;
let editor: Staff;

beforeAll(async () => {
  system = await startPrepared();
  [publisher, editor] = await Promise.all([signIn(system, 'publisher'), signIn(system, 'editor')]);
});
afterAll(() => system?.end());

function page(path: string): Promise<Response> {
  return fetch(`${system.siteUrl}${path}`, { redirect: 'manual' });
}

async function textAt(path: string): Promise<string> {
  return (await page(path)).text();
}

describe('publishing', () => {
  it('is not an editor’s to do', async () => {
    const { id, revision } = await editor.find('principles', 3);
    expect((await editor.ask('POST', `principles/${id}/publish`, { revision })).status).toBe(403);
    const withdrawn = { revision, explanation: 'We no longer do this.' };
    expect((await editor.ask('POST', `principles/${id}/withdraw`, withdrawn)).status).toBe(403);
  });

  it('takes the text that the publisher saw, and no later one', async () => {
    const seen = await publisher.find('principles', 3);
    await editor.save('principles', seen, { statement: 'A sentence nobody has approved.' });
    const { id, revision } = seen;
    const answer = await publisher.ask('POST', `principles/${id}/publish`, { revision });
    expect(answer.status).toBe(409);
    expect(await textAt('/en/principles/3/')).not.toContain('nobody has approved');
  });

  it('says when it went live, and it is', async () => {
    const before = await publisher.find('principles', 4);
    const words = 'Help comes early, and you can ask for it yourself.';
    const document = await publisher.save('principles', before, { statement: words });
    const since = new Date().toISOString();
    const published = await publisher.publish('principles', document, { change: 'minor' });
    expect(published).toMatchObject({ number: 2, candidate: 'rendered', already: false });
    const live = await publisher.untilLive('principles', document);
    const english = live.find(({ language }) => language === 'en');
    expect(english).toMatchObject({ number: 2, sequence: published.sequence });
    expect(String(english?.liveAt) > since).toBe(true);
    expect(await textAt('/en/principles/4/')).toContain(words);
  });

  it('of the same text again writes nothing', async () => {
    const document = await publisher.find('principles', 5);
    const first = await publisher.publish('principles', document);
    expect(first).toMatchObject({ number: 1, already: true });
  });
});

describe('while an older release is held', () => {
  it('what is published waits, and is live once the press is let go', async () => {
    const served = readlinkSync(join(system.dataDir, 'releases/current'));
    await runBeside(system, 'site/press/main.ts', { given: ['rollback', served] });
    const before = await publisher.find('principles', 6);
    const words = 'Held back until the press is let go.';
    const document = await publisher.save('principles', before, { statement: words });
    await publisher.publish('principles', document);
    const isMade = () => existsSync(join(system.dataDir, 'releases', String(Number(served) + 1)));
    await vi.waitUntil(isMade, { timeout: 60_000 });
    expect(await textAt('/en/principles/6/')).not.toContain(words);
    const states = (await publisher.live('principles', document)).map(({ state }) => state);
    expect(states).toContain('publishing');
    await runBeside(system, 'site/press/main.ts', { given: ['resume'] });
    await publisher.untilLive('principles', document);
    expect(await textAt('/en/principles/6/')).toContain(words);
  });
});

describe('a page that was withdrawn', () => {
  beforeAll(async () => {
    const document = await publisher.find('guides', 'four-tiers-of-need');
    const said = { revision: document.revision, explanation: 'We are changing how we say this.' };
    const answer = await publisher.ask('POST', `guides/${document.id}/withdraw`, said);
    expect(answer.status).toBe(200);
    await publisher.untilLive('guides', document);
  });

  it('keeps its address and its text under a dated explanation', async () => {
    const english = await page('/en/guides/four-tiers-of-need/');
    const words = await english.text();
    expect(english.status).toBe(200);
    expect(words).toContain('We are changing how we say this.');
    const today = new Intl.DateTimeFormat('en-GB', {
      dateStyle: 'long',
      timeZone: 'Europe/London',
    }).format();
    expect(words).toContain(`We withdrew this page on ${today}`);
  });

  it.each([
    ['pl', 'wycofa'],
    ['ne', 'फिर्ता लियौँ'],
  ])('says so in %s too, at the same moment', async (tag, words) => {
    const translation = await page(`/${tag}/guides/four-tiers-of-need/`);
    expect(translation.status).toBe(200);
    expect(await translation.text()).toContain(words);
  });
});

describe('a guide that got another address', () => {
  let parts: readonly string[];

  beforeAll(async () => {
    const before = await publisher.find('guides', 'extended-schools');
    parts = (before.parts as { slug: string }[]).slice(1).map(({ slug }) => slug);
    const document = await publisher.save('guides', before, { slug: 'schools-open-longer' });
    await publisher.publish('guides', document, { change: 'minor' });
    await publisher.untilLive('guides', document);
  });

  it.each(['en', 'pl'])('is at its new address in %s', async (tag) => {
    expect((await page(`/${tag}/guides/schools-open-longer/`)).status).toBe(200);
  });

  it.each(['en', 'pl'])('leads on from the old one in %s, parts included', async (tag) => {
    const from = ['', ...parts.map((part) => `${part}/`)];
    const answers = await Promise.all(
      from.map((part) => page(`/${tag}/guides/extended-schools/${part}`)),
    );
    expect(answers.map(({ status }) => status)).toEqual(from.map(() => 301));
    expect(answers.map(({ headers }) => headers.get('location'))).toEqual(
      from.map((part) => `/${tag}/guides/schools-open-longer/${part}`),
    );
  });

  it('is in the sitemap under its new address only', async () => {
    const sitemap = await textAt('/en/sitemap.xml');
    expect(sitemap).toContain('/en/guides/schools-open-longer/');
    expect(sitemap).not.toContain('extended-schools');
  });
});

describe('an image', () => {
  let image: Document;

  beforeAll(async () => {
    image = await publisher.upload(await picture(), 'playgroup.png', {
      slug: 'playgroup',
      alternativeText: 'Children paint at a table',
    });
    const guide = await publisher.find('guides', 'children-centres');
    await publisher.publish('media', image);
    const document = await publisher.save('guides', guide, {
      image: { relationTo: 'media', value: image.id },
    });
    await publisher.publish('guides', document);
    await publisher.untilLive('guides', document);
  });

  it('is served under the hash of its bytes, for good, as what it is', async () => {
    const words = await textAt('/en/guides/children-centres/');
    expect(words).toContain('Children paint at a table');
    const hashes = (image.file as { sha256: string }[]).map(({ sha256 }) => sha256);
    const sources = [...words.matchAll(/\/files\/([0-9a-f]{64})\.webp/g)];
    expect(new Set(sources.map(([, hash]) => hash))).toEqual(new Set(hashes));
    const answers = await Promise.all(sources.map(([path]) => page(path)));
    expect(answers.map(({ status }) => status)).toEqual(sources.map(() => 200));
    expect(answers[0]?.headers.get('content-type')).toBe('image/webp');
    expect(answers[0]?.headers.get('cache-control')).toContain('immutable');
    const { format } = await sharp(await answers[0]?.arrayBuffer()).metadata();
    expect(format).toBe('webp');
  });
});

describe('fifty publications at the same moment', () => {
  it('are all live in the end, in a feed without a gap', async () => {
    const before = (await feedOf(0)).head;
    const numbers = Array.from({ length: 50 }, (_, at) => 101 + at);
    const documents: Document[] = [];
    for (const number of numbers) {
      const statement = `Promise number ${number} of fifty`;
      const meaning = paragraph('We plan with you, not for you.');
      documents.push(
        await publisher.create('principles', { number, statement, meaning, status: 'adopted' }),
      );
    }
    const published = await Promise.all(
      documents.map((document) => publisher.publish('principles', document)),
    );
    const sequences = published.map(({ sequence }) => sequence).sort((a, b) => a - b);
    expect(sequences).toEqual(numbers.map((_, at) => before + 1 + at));
    for (const document of documents) await publisher.untilLive('principles', document);
    const served = await Promise.all(numbers.map((number) => textAt(`/en/principles/${number}/`)));
    expect(served.filter((words) => !words.includes('of fifty'))).toEqual([]);
    const { head, editions } = await feedOf(before);
    expect(head).toBe(before + 50);
    expect(editions.map(({ sequence }) => sequence)).toEqual(sequences);
  });
});

async function feedOf(after: number) {
  const query = `{ Feed(after: ${after}, limit: 200) { head editions { ... on PrincipleEdition { sequence } } } }`;
  const answer = await fetch(`${system.cmsUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = (await answer.json()) as {
    data: { Feed: { head: number; editions: { sequence: number }[] } };
  };
  return data.Feed;
}

function picture(): Promise<Blob> {
  const create = { width: 1200, height: 800, channels: 3, background: '#0b5c5e' } as const;
  return sharp({ create })
    .png()
    .toBuffer()
    .then((bytes) => new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
}

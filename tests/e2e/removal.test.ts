import { readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { root } from '../../cms/scripts/settings.ts';
import { filesWith } from '../support/bytes-in.ts';
import { files } from '../support/files.ts';
import { pagesOf } from '../support/pages-of.ts';
import { startPrepared } from '../support/prepared-system.ts';
import { publishBeside } from '../support/publish-beside.ts';
import { runBeside } from '../support/run-beside.ts';
import { smallLanguages } from '../support/small-trust.ts';
import { type Document, type Staff, signIn } from '../support/staff.ts';
import type { System } from '../support/system.ts';
import { paragraph } from '../support/texts.ts';

/** Short, so that no page of a file splits all of its copies. */
const canary = 'goldcrest of Sheppey';
const unpublished = 'wagtail of Whitstable';
const discarded = 'nuthatch of Nonington';
const languages = smallLanguages;

const endings = ['pdf', 'wav', 'mp4', 'vtt'] as const;
type Ending = (typeof endings)[number];

let system: System;
let editor: Staff;
let publisher: Staff;
let administrator: Staff;

let guide: Document;
let secondPart: string;
let image: Document;
/** Bytes of the image that are in no other file. */
let pixels: Buffer;
/** A PDF document, a recording, a film and its captions, by their endings. */
let attached: Readonly<Record<Ending, Document>>;
let releaseThatShowedIt: string;

beforeAll(async () => {
  system = await startPrepared();
  [editor, publisher, administrator] = await Promise.all([
    signIn(system, 'editor'),
    signIn(system, 'publisher'),
    signIn(system, 'administrator'),
  ]);
  await keepUnpublished();
  await publishTheGuide();
  releaseThatShowedIt = servedRelease();
});
afterAll(() => system?.end());

async function keepUnpublished(): Promise<void> {
  const principle = await editor.find('principles', 9);
  await editor.save('principles', principle, { statement: unpublished });
  const meaning = paragraph(discarded);
  const thrownAway = await editor.create('principles', {
    number: 99,
    statement: discarded,
    meaning,
  });
  expect((await editor.ask('DELETE', `principles/${thrownAway.id}`)).status).toBe(200);
}

/** With an image, in English and Polish, with the canary in every text and once more in the working copy. */
async function publishTheGuide(): Promise<void> {
  image = await publisher.upload(await noise(), `${canary}.png`, {
    slug: 'noise',
    alternativeText: canary,
    caption: canary,
  });
  await publisher.publish('media', image);
  attached = await publishTheFiles();
  const found = await editor.find('guides', 'children-centres');
  const attachments = (['pdf', 'wav', 'mp4'] as const).map((ending) => inMedia(attached[ending]));
  const parts = (found.parts as { slug: string }[]).map((part) => ({
    ...part,
    title: `${part.slug} ${canary}`,
    body: paragraph(canary),
    attachments,
  }));
  secondPart = String(parts[1]?.slug);
  const written = await editor.save('guides', found, {
    summary: canary,
    image: inMedia(image),
    parts,
  });
  const said = { change: 'major', changeNote: `What changed: ${canary}` };
  await publisher.publish('guides', written, said);
  await publishBeside(system, {
    ...{ kind: 'guides', document: written.id, language: 'pl', says: canary },
  });
  guide = await editor.save('guides', written, { title: `Not published: ${canary}` });
  await publisher.untilLive('guides', guide);
  const [{ sha256 } = { sha256: '' }] = image.file as { sha256: string }[];
  const bytes = readFileSync(join(system.dataDir, 'uploads/renditions', sha256));
  pixels = bytes.subarray(bytes.length / 2, bytes.length / 2 + 64);
}

/** Each with the canary in its bytes and beside them. */
async function publishTheFiles(): Promise<typeof attached> {
  const words = { title: canary, transcript: paragraph(canary) };
  const publish = async (bytes: Buffer, ending: Ending, values: object) => {
    const name = `${canary}.${ending}`;
    const slug = `goldcrest-${ending}`;
    const file = await publisher.upload(new Blob([new Uint8Array(bytes)]), name, {
      ...{ slug, ...words, ...values },
    });
    await publisher.publish('media', file);
    return file;
  };
  const [helpline] = (await listed('facts', 'type', 'contact')) as [Document];
  const contact = { relationTo: 'facts', value: helpline.id };
  const vtt = await publish(files.vtt(canary), 'vtt', {});
  return {
    vtt,
    pdf: await publish(files.pdf(`/Lang (${canary})`), 'pdf', { contact }),
    wav: await publish(files.wav(canary), 'wav', {}),
    mp4: await publish(files.mp4(canary), 'mp4', { captions: inMedia(vtt) }),
  };
}

async function listed(kind: Kind, field: string, value: string): Promise<readonly Document[]> {
  const path = `${kind}?depth=0&limit=1&where[${field}][equals]=${value}`;
  return ((await (await editor.ask('GET', path)).json()) as { docs: readonly Document[] }).docs;
}

function inMedia({ id }: Document): object {
  return { relationTo: 'media', value: id };
}

/** Where readers get a file. */
function fileAt(ending: Ending): string {
  const [{ sha256 } = { sha256: '' }] = attached[ending].file as { sha256: string }[];
  return `/files/${sha256}.${ending}`;
}

function noise(): Promise<Blob> {
  const raw = Buffer.alloc(600 * 400 * 3);
  let last = 4711;
  for (const at of raw.keys()) {
    last = (last * 1_103_515_245 + 12_345) % 2 ** 31;
    raw[at] = last >> 16;
  }
  return sharp(raw, { raw: { width: 600, height: 400, channels: 3 } })
    .png()
    .toBuffer()
    .then((bytes) => new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
}

function page(path: string): Promise<Response> {
  return fetch(`${system.siteUrl}${path}`, { redirect: 'manual' });
}

async function textAt(path: string): Promise<string> {
  return (await page(path)).text();
}

function servedRelease(): string {
  return readlinkSync(join(system.dataDir, 'releases/current'));
}

/** The last release of the same editions: it shows what is told after them, too, and is kept where those before it are not. */
function wholeReleaseOf(release: string): string {
  using ledger = new DatabaseSync(join(system.dataDir, 'press/store.sqlite'), { readOnly: true });
  const whole = ledger.prepare(
    'SELECT max(number) AS number FROM releases WHERE up_to = (SELECT up_to FROM releases WHERE number = ?)',
  );
  return String(whole.get(release)?.number);
}

async function wholeFeed(): Promise<string> {
  const query = readFileSync(join(root, 'site/press/feed.graphql'), 'utf8');
  const answers = [];
  for (const after of [0, 100, 200, 300, 400]) {
    const body = JSON.stringify({ query, variables: { after, limit: 100 } });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${system.cmsUrl}/graphql`, { method: 'POST', headers, body });
    answers.push(await answer.text());
  }
  return answers.join('');
}

describe('before its removal', () => {
  it('the text is read in both languages, and lies in an older release too', async () => {
    expect(await textAt('/en/guides/children-centres/')).toContain(canary);
    expect(await textAt('/pl/guides/children-centres/')).toContain(canary);
  });

  it.each([unpublished, discarded])(
    'what was never published is nowhere public: %s',
    async (words) => {
      // Before the files: to read them all may take longer than a connection is kept open.
      expect(await wholeFeed()).not.toContain(words);
      expect(filesWith(words, join(system.dataDir, 'releases'))).toEqual([]);
      expect(filesWith(words, join(system.dataDir, 'press'))).toEqual([]);
    },
  );

  it('nobody without an account reads a working copy', async () => {
    const asked = [
      'principles',
      'guides',
      `guides/${guide.id}`,
      'guide-editions',
      'guides/versions',
    ];
    const answers = await Promise.all(asked.map((path) => fetch(`${system.cmsUrl}/api/${path}`)));
    expect(answers.map(({ status }) => status)).toEqual(asked.map(() => 401));
  });
});

describe('a file that goes with a text', () => {
  const types = { pdf: 'application/pdf', wav: 'audio/wav', mp4: 'video/mp4', vtt: 'text/vtt' };

  it.each(endings)(
    '%s stands on the page, and is handed out as what it is, in a sandbox',
    async (ending) => {
      expect(await textAt('/en/guides/children-centres/')).toContain(`"${fileAt(ending)}"`);
      const answer = await page(fileAt(ending));
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')?.split(';')[0]).toBe(types[ending]);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('content-security-policy')).toBe(
        "default-src 'none'; sandbox; frame-ancestors 'none'",
      );
      expect(Buffer.from(await answer.arrayBuffer()).includes(canary)).toBe(true);
    },
  );

  it('is kept and not opened in the browser when it is a document, and played when it is not', async () => {
    const answers = await Promise.all(endings.map((ending) => page(fileAt(ending))));
    const kept = answers.map(({ headers }) => headers.get('content-disposition'));
    expect(kept).toEqual(['attachment', null, null, null]);
  });
});

describe('a removal', () => {
  it('asked for and confirmed by the same person removes nothing', async () => {
    expect((await askFor('guides', guide)).status).toBe(200);
    expect((await confirm(publisher, 'guides', guide)).status).toBe(403);
    expect(await textAt('/en/guides/children-centres/')).toContain(canary);
  });

  it('confirmed by another person takes the text out of a release that is held, too', async () => {
    expect((await askFor('media', image)).status).toBe(200);
    releaseThatShowedIt = wholeReleaseOf(releaseThatShowedIt);
    await press('rollback', releaseThatShowedIt);
    expect(await textAt('/pl/guides/children-centres/')).toContain(canary);
    expect((await confirm(administrator, 'media', image)).status).toBe(200);
    for (const ending of endings) {
      expect((await askFor('media', attached[ending])).status).toBe(200);
      expect((await confirm(administrator, 'media', attached[ending])).status).toBe(200);
    }
    expect((await confirm(administrator, 'guides', guide)).status).toBe(200);
    const isGone = async () => (await page('/pl/guides/children-centres/')).status === 410;
    await vi.waitUntil(isGone, { timeout: 60_000, interval: 50 });
    expect(servedRelease()).toBe(releaseThatShowedIt);
  });

  it('is live once the press is let go', async () => {
    await press('resume');
    for (const file of [image, ...Object.values(attached)]) {
      await publisher.untilLive('media', file);
    }
    const live = await publisher.untilLive('guides', guide);
    expect(live.map(({ language }) => language).sort()).toEqual([...languages].sort());
  });
});

describe('what was removed', () => {
  it.each(languages)('is gone in %s, which a page says in that language', async (tag) => {
    const gone = ['', `${secondPart}/`].map((part) =>
      page(`/${tag}/guides/children-centres/${part}`),
    );
    const answers = await Promise.all(gone);
    expect(answers.map(({ status }) => status)).toEqual([410, 410]);
    const words = String(await answers[0]?.text());
    expect(words).toMatch(new RegExp(`<html[^>]* lang="${tag}"`));
    expect(words).toContain('<h1');
  });

  it('stands in no list, no sitemap and behind no link', async () => {
    const naming = [...pagesOf(system.dataDir)].filter(([, words]) =>
      words.includes('/guides/children-centres/'),
    );
    expect(naming.map(([path]) => path)).toEqual([]);
    const sitemaps = await Promise.all(languages.map((tag) => textAt(`/${tag}/sitemap.xml`)));
    expect(sitemaps.join('')).not.toContain('children-centres');
  });

  it('is in no answer of the public API', async () => {
    const feed = await wholeFeed();
    expect(feed).toContain(guide.id);
    expect(feed).not.toContain(canary);
  });

  it('is not read by staff any more', async () => {
    const asked = [
      `guides/${guide.id}`,
      `guides/versions?where[parent][equals]=${guide.id}`,
      'guides',
    ];
    const answers = await Promise.all(asked.map((path) => editor.ask('GET', path)));
    const words = await Promise.all(answers.map((answer) => answer.text()));
    expect(words.join('')).not.toContain(canary);
    expect(answers[0]?.status).toBe(404);
  });

  it.each(endings)('leaves no file behind for whoever kept its address: %s', async (ending) => {
    expect((await page(fileAt(ending))).status).toBe(404);
  });

  it('is in no file of any release, of the press, of the uploads', async () => {
    for (const folder of ['releases', 'press', 'uploads', 'logs']) {
      expect(filesWith(canary, join(system.dataDir, folder))).toEqual([]);
      expect(filesWith(pixels, join(system.dataDir, folder))).toEqual([]);
    }
  });

  it('does not come back by a rollback to a release that showed it', async () => {
    await press('rollback', releaseThatShowedIt);
    expect(servedRelease()).toBe(releaseThatShowedIt);
    const answers = await Promise.all(
      languages.map((tag) => page(`/${tag}/guides/children-centres/`)),
    );
    expect(answers.map(({ status }) => status)).toEqual(languages.map(() => 410));
    await press('resume');
    expect(Number(servedRelease())).toBeGreaterThan(Number(releaseThatShowedIt));
  });

  it('leaves the audit whole', async () => {
    const audit = await runBeside(system, 'cms/scripts/verify-audit.ts');
    expect(audit.said).toContain('The audit is whole');
    expect(audit.code).toBe(0);
  });

  it('is in no byte of the data folder after npm run erase, and the site stays up', async () => {
    // Whoever types it has no DATABASE_URL: the database is the managed one.
    const variables = { DATABASE_URL: '' };
    const erasing = await runBeside(system, 'cms/scripts/erase.ts', { variables });
    expect(erasing, erasing.said).toMatchObject({ code: 0 });
    expect((await page('/en/')).status).toBe(200);
    expect(filesWith(canary, system.dataDir)).toEqual([]);
    expect(filesWith(pixels, system.dataDir)).toEqual([]);
    expect(filesWith(unpublished, system.dataDir).join()).toContain('/db/');
    await vi.waitUntil(() => system.said().includes('Erased.'), { timeout: 60_000 });
  });

  it('or after the next start, when nobody typed that', async () => {
    const principle = await publisher.find('principles', 9);
    expect((await askFor('principles', principle)).status).toBe(200);
    expect((await confirm(administrator, 'principles', principle)).status).toBe(200);
    expect(await system.stop()).toBe(0);
    await system.startAgain();
    expect(system.said()).toContain('Erasing what was removed');
    expect(filesWith(unpublished, system.dataDir)).toEqual([]);
    expect((await page('/en/guides/children-centres/')).status).toBe(410);
    const audit = await runBeside(system, 'cms/scripts/verify-audit.ts');
    expect(audit.code).toBe(0);
  });
});

async function press(...given: readonly string[]): Promise<void> {
  const { code, said } = await runBeside(system, 'site/press/main.ts', { given });
  expect(code, said).toBe(0);
}

function askFor(kind: Kind, { id }: Document): Promise<Response> {
  return publisher.ask('POST', `${kind}/${id}/removal`, { reason: 'A court order' });
}

function confirm(by: Staff, kind: Kind, { id }: Document): Promise<Response> {
  return by.ask('POST', `${kind}/${id}/removal/confirm`, {});
}

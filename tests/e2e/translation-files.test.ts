/** Translations on their way out of the house and back: files, paper, and several that go to readers at one moment. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { londonDay } from '@charterpress/shared/domain/london-time.ts';
import { strToU8, zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browser } from '../support/browser.ts';
import { moveBundle } from '../support/bundle-moment.ts';
import { look, openFromList, publishAlone, seriousBarriers, signedIn } from '../support/desk.ts';
import { startPrepared } from '../support/prepared-system.ts';
import { type Document, type Staff, signIn } from '../support/staff.ts';
import type { System } from '../support/system.ts';

let system: System;
let chromium: Browser;
let editor: Staff;
let publisher: Staff;
let translating: Staff;
let reviewing: Staff;
let guide: Document;
let translator: Page;
let reviewer: Page;
let desk: Page;

beforeAll(async () => {
  [system, chromium] = await Promise.all([startPrepared(), browser()]);
  const names = ['editor', 'publisher', 'translator.polish', 'reviewer.polish'];
  [editor, publisher, translating, reviewing] = (await Promise.all(
    names.map((name) => signIn(system, name)),
  )) as [Staff, Staff, Staff, Staff];
  guide = await editor.find('guides', 'children-centres');
  translator = await signedIn(chromium, { name: 'translator.polish', system });
  reviewer = await signedIn(chromium, { name: 'reviewer.polish', system });
  desk = await signedIn(chromium, { name: 'publisher', system });
});
afterAll(async () => {
  await chromium?.close();
  await system?.end();
});

describe('a file goes to an agency, the English moves on, and the file comes back', () => {
  const agency = [
    ['Przyjazne miejsce w twojej okolicy', 'Miłe miejsce w twojej okolicy'],
    ['Czym jest centrum dla dzieci', 'Co to jest centrum dla dzieci'],
    ['Ile to kosztuje', 'Ile to kosztuje: 5 funtów'],
    ['Jak wygląda pierwsza wizyta', 'Jak będzie na pierwszej wizycie'],
  ] as const;
  let back: string;

  it('goes out from the workbench as it stands', async () => {
    await open(translator);
    await elsewhere(translator);
    const file = await download(translator, 'Take it away as a file (XLIFF 2.1)');
    expect(file).toContain('<source>A welcoming place near you');
    back = agency.reduce(
      (text, [from, to]) => text.replace(`<target>${from}`, `<target>${to}`),
      file,
    );
    back = noted(back, 'Co to jest centrum', 'Is there a word that parents use?');
  });

  it('while an editor changes the English, and a colleague a line of the Polish', async () => {
    await openFromList(desk, {
      kind: 'guides',
      first: /children-centres|Children’s centres/,
      system,
    });
    const summary = desk.locator('#field-summary');
    await summary.fill(`${await summary.inputValue()} It is free.`);
    const saved = desk.waitForResponse((answer) => answer.request().method() === 'PATCH');
    await desk.locator('#action-save').click();
    expect((await saved).status()).toBe(200);
    await publishAlone(desk);
    await publisher.untilLive('guides', guide);
    await open(reviewer);
    const line = segment(reviewer, 'Jak wygląda pierwsza wizyta');
    await line.locator('.desk-target').click();
    await reviewer.keyboard.press('Control+a');
    await reviewer.keyboard.type('Jak to wygląda za pierwszym razem');
    await eventually(() => kept('Jak to wygląda')).toBe('draft');
  });

  it('and the report says of every unit what would come of it, and why', async () => {
    await open(translator);
    await elsewhere(translator);
    const form = formOf(translator, 'A file that comes back');
    const zip = zipSync({ 'centres.pl.xlf': strToU8(back) });
    await form.locator('input[type=file]').setInputFiles(fileOf('agency.zip', zip));
    await form.getByRole('button', { name: 'See what would come of it' }).click();
    const report = form.locator('.desk-file-report');
    await report.getByText('2 taken in', { exact: true }).waitFor();
    await report.getByText('1 taken in as begun: the English moved on since').waitFor();
    await report.getByText('1 not taken in, each with its reason').waitFor();
    const unit = (words: string) => report.locator('li').filter({ hasText: words });
    await unit('Miłe miejsce').getByText('Taken in as begun: the English moved on').waitFor();
    await unit('Jak będzie').getByText('Somebody changed it here after the file was').waitFor();
    await unit('Co to jest').getByText('Is there a word that parents use?').waitFor();
    await unit('5 funtów').getByText('Take out 5: the English does not say it.').waitFor();
    await look(translator, 'file-report');
    expect(await seriousBarriers(translator)).toEqual([]);
    expect(await kept('Miłe miejsce')).toBeNull();
  });

  it('and nothing is lost by taking it in: what is behind stands as an offer', async () => {
    const form = formOf(translator, 'A file that comes back');
    await form.getByRole('button', { name: 'Take it in' }).click();
    await form.getByText('Taken in. Somebody else reviews it.').waitFor();
    await segment(translator, 'Miłe miejsce').getByText('Behind the English, begun').waitFor();
    await segment(translator, 'Co to jest').getByText('Waits for review').waitFor();
    await segment(translator, 'Jak to wygląda').getByText('Begun').waitFor();
    await segment(translator, 'Miłe miejsce').locator('.desk-target').click();
    const offer = translator.locator('.desk-segment--open');
    await offer.getByText('From an agency.').waitFor();
    expect(await offer.locator('.desk-segment__english ins').textContent()).toContain('free');
    await offer.getByText('Przyjazne miejsce w twojej okolicy').first().waitFor();
    await segment(translator, 'Co to jest').locator('.desk-target').click();
    await translator.getByText('In the file that came back: Is there a word').waitFor();
    expect(await served('/pl/guides/children-centres/')).toContain('Przyjazne miejsce');
  });
});

describe('a reader who never signs in', () => {
  let sheet: string;

  it('gets a sheet on paper', async () => {
    const paper = translator.context().waitForEvent('page');
    await elsewhere(translator);
    await translator.getByText('Print a proof sheet').click();
    const page = await paper;
    const written = await page.locator('body').textContent();
    sheet = /Sheet ((?:[0-9A-F]{4}-){2}[0-9A-F]{4})/.exec(written ?? '')?.[1] ?? '';
    expect(written).toContain('Co to jest centrum dla dzieci');
    await look(page, 'proof-sheet');
    await page.close();
  });

  it('is the second person, by name and day, once an editor keyed in what came back', async () => {
    const office = await signedIn(chromium, { name: 'editor', system });
    await open(office);
    await elsewhere(office);
    const form = formOf(office, 'Number of a proof sheet');
    await form.getByLabel('Number of a proof sheet').fill(sheet);
    await form.getByRole('button', { name: 'Key it in' }).click();
    await form.getByLabel('Who read it and signed').fill('Maria Kowalska');
    await form.getByLabel('When that was').fill(londonDay(new Date().toISOString()));
    await form.getByLabel('What it costs').fill('Ile to kosztuje dzisiaj');
    await look(office, 'proof-in');
    expect(await seriousBarriers(office)).toEqual([]);
    await form.getByRole('button', { name: 'Record what the reader said' }).click();
    await form.getByText('1 line was approved. 1 was corrected, and waits for review.').waitFor();
    await look(office, 'proof-done');
    await said(office, 'Co to jest').getByText('Reviewed', { exact: true }).waitFor();
    await said(office, 'Ile to kosztuje dzisiaj').getByText('Waits for review').waitFor();
    await said(office, 'Co to jest').locator('.desk-segment__head').click();
    await office.getByText(/Maria Kowalska \(on paper/).waitFor();
    await office.context().close();
  });
});

describe('the memory and the agreed words of a language', () => {
  it('go out as TMX, and in again in two steps, as suggestions', async () => {
    await translator.goto(`${system.cmsUrl}/admin/translation`);
    await translator.getByText('The memory and the agreed words of Polish, as files').click();
    const memory = await download(translator, 'Take the memory away (TMX)');
    expect(memory).toContain('<seg>Centra dla dzieci</seg>');
    const theirs = memory.replace(/<body>[\s\S]*<\/body>/, `<body>${ofAnother}</body>`);
    const form = formOf(translator, 'A memory to take in');
    await form.locator('input[type=file]').setInputFiles(fileOf('theirs.tmx', theirs));
    await form.getByRole('button', { name: 'See what would come of it' }).click();
    await form.getByText('1 would be taken in. 1 would not.').waitFor();
    await form.getByText('It has no English.').waitFor();
    await look(translator, 'language-files');
    expect(await seriousBarriers(translator)).toEqual([]);
    await form.getByRole('button', { name: 'Take it in' }).click();
    await form.getByText('Taken in.', { exact: true }).waitFor();
    await open(translator);
    await segment(translator, 'Co to jest').locator('.desk-target').click();
    await translator.locator('.desk-suggestions').getByText('Czym jest takie centrum').waitFor();
  });

  it('go out as a table, and an editor takes it in in two steps', async () => {
    const office = await signedIn(chromium, { name: 'editor', system });
    await office.goto(`${system.cmsUrl}/admin/translation`);
    await office.getByText('The memory and the agreed words of Polish, as files').click();
    const words = office.locator('.desk-elsewhere[open]');
    const table = await download(office, 'Take the agreed words away (CSV)', words);
    const form = formOf(office, 'A table of agreed words to take in').first();
    const changed = table.replace('zespół zażaleń', 'zespół zażaleń | dział skarg');
    await form.locator('input[type=file]').setInputFiles(fileOf('terms.csv', changed));
    await form.getByRole('button', { name: 'See what would come of it' }).click();
    await form.getByText('1 would be taken in. 0 would not.').waitFor();
    await form.getByRole('button', { name: 'Take it in' }).click();
    await form.getByText('Taken in.', { exact: true }).waitFor();
    const after = await download(office, 'Take the agreed words away (CSV)', words);
    expect(after).toContain('zespół zażaleń | dział skarg');
    await office.context().close();
  });
});

describe('several go to readers at one moment', () => {
  it('as a set, of what was reviewed', async () => {
    const set = [
      await reworded('principles', 4, 'We keep learning.', 'Ciągle się uczymy.'),
      await reworded('principles', 6, 'We keep asking.', 'Ciągle pytamy.'),
    ];
    for (const { document, english } of set) {
      await publisher.publish('principles', await publisher.find('principles', english));
      await translated(document);
    }
    await reviewer.goto(`${system.cmsUrl}/admin/translation/release`);
    await reviewer.getByLabel('‘We keep learning.’ in Polish').check();
    await reviewer.getByLabel('‘We keep asking.’ in Polish').check();
    await look(reviewer, 'release-together');
    expect(await seriousBarriers(reviewer)).toEqual([]);
    await reviewer.locator('#desk-together').click();
    await reviewer.getByText('Released. The site shows it in a moment.').waitFor();
    await eventually(() => served('/pl/principles/6/')).toContain('Ciągle pytamy.');
    expect(releasesWith('pl/principles/4', 'Ciągle się uczymy.')).toEqual(
      releasesWith('pl/principles/6', 'Ciągle pytamy.'),
    );
  });

  it('and English waits for the languages that were chosen', async () => {
    const { document } = await reworded(
      'principles',
      7,
      'We come to you.',
      'Przychodzimy do ciebie.',
    );
    await step(editor, document, 'submit', { change: 'major', changeNote: 'Centres come to you.' });
    await step(publisher, document, 'approve', {});
    await translated(document);
    await desk.goto(`${system.cmsUrl}/admin/translation/release`);
    const text = desk.getByRole('group', { name: /We come to you/ });
    await text.getByLabel('The English').check();
    await text.getByLabel('and with it, at the same moment: Polish').check();
    await desk.getByLabel(/^Title/).fill('In two languages');
    await desk.getByLabel('Day', { exact: true }).fill('2031-03-03');
    await desk.getByLabel('Time', { exact: true }).fill('09:00');
    await look(desk, 'release-waiting');
    await desk.locator('#desk-together').click();
    await desk.waitForURL(/\/admin\/bundles\/[\da-f]{24}$/);
    expect(await served('/en/principles/7/')).not.toContain('We come to you.');
    await moveBundle(system, desk.url().split('/').at(-1) ?? '', new Date(Date.now() + 2000));
    await eventually(() => served('/pl/principles/7/')).toContain('Przychodzimy do ciebie.');
    const english = releasesWith('en/principles/7', 'We come to you.');
    expect(english).toEqual(releasesWith('pl/principles/7', 'Przychodzimy do ciebie.'));
  });
});

const ofAnother = [
  '<tu><tuv xml:lang="en"><seg>What a children’s centre is</seg></tuv>',
  '<tuv xml:lang="pl"><seg>Czym jest takie centrum</seg></tuv></tu>',
  '<tu><tuv xml:lang="pl"><seg>Bez angielskiego</seg></tuv></tu>',
].join('');

async function open(page: Page): Promise<void> {
  await page.goto(`${system.cmsUrl}/admin/translation/pl/guides/${guide.id}`);
  await page.locator('.desk-segment').first().waitFor();
}

async function elsewhere(page: Page): Promise<void> {
  const all = page.locator('details', { hasText: 'Take it elsewhere: files and paper' });
  if ((await all.getAttribute('open')) === null) await all.locator('summary').click();
}

function formOf(page: Page, label: string) {
  return page.locator('.desk-elsewhere[open] form').filter({ hasText: label });
}

/** The segment whose field says this. */
function segment(page: Page, words: string) {
  const field = page.locator('.desk-target').filter({ hasText: words });
  return page.locator('.desk-segment').filter({ has: field });
}

/** The same where nobody types: whoever only reads has no field. */
function said(page: Page, words: string) {
  return page.locator('.desk-segment').filter({ hasText: words });
}

async function download(page: Page, link: string, inside = page.locator('body')): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), inside.getByText(link).click()]);
  return readFileSync(await file.path(), 'utf8');
}

function fileOf(name: string, holds: string | Uint8Array) {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(holds) };
}

/** As an agency's tool writes it: a note in the unit whose translation begins so. */
function noted(file: string, words: string, note: string): string {
  const unit = file.match(/<unit [\s\S]*?<\/unit>/g)?.find((each) => each.includes(words)) ?? '';
  return file.replace(unit, unit.replace('</notes>', `<note>${note}</note></notes>`));
}

/** How far the server has what somebody typed; `null` when it does not have it. */
async function kept(words: string): Promise<string | null> {
  const answer = await publisher.ask('GET', `translation/pl/guides/${guide.id}`);
  const { segments } = (await answer.json()) as {
    segments: readonly { record: { work: { target: string; state: string } | null } | null }[];
  };
  const works = segments.map(({ record }) => record?.work ?? null);
  return works.find((work) => work?.target.startsWith(words))?.state ?? null;
}

const targets = new Map<string, string>();

/** A principle with a statement of its own, and what Polish will say. */
async function reworded(kind: Kind, number: number, english: string, polish: string) {
  const document = await editor.save(kind, await editor.find(kind, number), { statement: english });
  targets.set(english, polish);
  return { document, english: number };
}

async function step(who: Staff, { id, revision }: Document, name: string, said: object) {
  const answer = await who.ask('POST', `principles/${id}/steps/${name}`, { revision, ...said });
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
}

/** What moved, by one translator of Polish and the other, over REST. */
async function translated({ id }: Document): Promise<void> {
  const at = `translation/pl/principles/${id}`;
  const { segments } = (await (await translating.ask('GET', at)).json()) as {
    segments: readonly {
      segment: { key: string; hash: string; text: string };
      standing: { is: string };
      record: { revision: number } | null;
    }[];
  };
  const open = segments.filter(({ standing }) => standing.is !== 'reviewed');
  for (const { record, segment } of open) {
    const { hash, key, text } = segment;
    const revision = record?.revision ?? 0;
    const target = targets.get(text) ?? 'Zmieniło się zdanie.';
    const path = `${at}/segments/${encodeURIComponent(key)}`;
    const work = { revision, hash, target, state: 'translated' };
    await allowed(translating.ask('PUT', path, work));
    const waits = { revision: revision + 1, hash };
    await allowed(reviewing.ask('POST', `${path}/review`, waits));
  }
}

async function allowed(asked: Promise<Response>): Promise<void> {
  const answer = await asked;
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${await answer.text()}`);
}

/** In which of the kept releases the page says this. */
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

/** The machine that runs this may have much else to do. */
function eventually<T>(what: () => T | Promise<T>) {
  return expect.poll(what, { timeout: 30_000, interval: 200 });
}

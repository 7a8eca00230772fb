/** The booklet of a district: one file that is whole by itself, and how the press makes it and its PDF. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { budgets } from '../../site/press/budgets.ts';
import { checkPage } from '../../site/press/checks.ts';
import { type PdfMaker, startPdfMaker } from '../../site/press/pdfs.ts';
import type { Publication } from '../../site/press/press.ts';
import { bookletFile } from '../../site/src/components/booklet.ts';
import { contentSecurityPolicyHeader } from '../../site/src/csp.ts';
import { bookletOf } from '../../site/src/views/booklet/booklet.ts';
import { bookletsPage } from '../../site/src/views/booklet/booklets-page.ts';
import { findBrowser } from '../support/browser.ts';
import { filesWith } from '../support/bytes-in.ts';
import { feed } from '../support/parent-site.ts';
import {
  type AtWork,
  edit,
  filesIn,
  madeAtOnce,
  pressAtWork,
  SITE,
  served,
  trust,
} from '../support/press-at-work.ts';
import { line, organisation, place, service } from '../support/services.ts';
import { contentOf, site } from '../support/site.ts';

/** One service in Swale and one for the whole of Kent, in English and one of them in Urdu. */
function services(): Edition[] {
  const { editions, publish } = feed();
  publish('organisations', 'trust', organisation);
  publish('facts', 'line', line);
  publish('settings', 'settings', {
    helplines: [{ kind: 'facts', document: 'line' }],
    footerPages: [],
    interpreterLine: null,
  });
  publish('places', 'hall', place());
  publish('services', 'play', service());
  publish('services', 'play', service({ name: 'کھیلیں', summary: 'کھلونے اور گیت۔' }), {
    ...{ language: 'ur', sourceEdition: 1 },
  });
  const wide = { name: 'Money advice', everywhere: true, districts: [], places: [], cost: null };
  publish('services', 'money', service(wide), { publishedAt: '2026-05-03T10:00:00.000Z' });
  return editions;
}

const swale = (editions: readonly Edition[], language = 'en') =>
  bookletFile(bookletOf(contentOf(editions), { language, district: 'swale' }));

describe('the booklet of a district', () => {
  it('says whom to call, which help there is and where, and from when that is', () => {
    const said = swale(services());
    for (const words of [
      '01632 960100',
      'Stay and play',
      'Money advice',
      'Mill hall',
      '1 Mill Street',
    ])
      expect(said).toContain(words);
    expect(said).toContain('This is how things stood on 3 May 2026.');
    expect(said).toContain('charter.example.org/en/booklets/swale.html');
  });

  it('of another district has what is for the whole area, and not what is elsewhere', () => {
    const booklet = bookletOf(contentOf(services()), { language: 'en', district: 'dover' });
    const said = bookletFile(booklet);
    expect(said).toContain('Money advice');
    expect(said).not.toContain('Stay and play');
    expect(booklet.places).toBeNull();
  });

  it('says of a cost that nobody knows that one should ask', () => {
    const [, wide] =
      bookletOf(contentOf(services()), { language: 'en', district: 'swale' }).help?.groups ?? [];
    expect(wide?.entries[0]?.lines.map(({ text }) => text)).toContain('Ask about the cost.');
  });

  it('is in its language, and says of each English text that it is English', () => {
    const said = swale(services(), 'ur');
    expect(said).toContain('<html lang="ur" dir="rtl">');
    expect(said).toContain('کھلونے اور گیت۔');
    expect(said).toContain('<span lang="en" dir="ltr">Money advice</span>');
  });

  it('loads nothing and leads nowhere but to telephones and mail', () => {
    const said = swale(services());
    const check = (html: string) => checkPage('/en/booklets/swale.html', html, site);
    expect(check(said)).toMatchObject({ problems: [], links: [] });
    const leading = said.replace('</main>', '<a href="/en/">Home</a></main>');
    expect(check(leading).problems).toEqual(['It loads or leads to /en/.']);
  });

  it('allows its own styles by their hash, and so does what the server sends', () => {
    const said = swale(services());
    const [, styles = ''] = /<style>(.*)<\/style>/s.exec(said) ?? [];
    const hash = `'sha256-${createHash('sha256').update(styles).digest('base64')}'`;
    expect(said).toContain(`style-src ${hash.replaceAll("'", '&#39;')};`);
    expect(contentSecurityPolicyHeader(trust)).toContain(` ${hash}`);
    expect(contentSecurityPolicyHeader(trust)).not.toContain('unsafe-inline');
  });

  it('with more help than it can hold stays light, and says where the rest is', () => {
    const editions = services();
    const many = Array.from({ length: 300 }, (_, at): Edition => {
      const [first] = editions.filter(({ document }) => document === 'play');
      const content = service({ name: `सेवा ${at}`, summary: 'सहयोग '.repeat(40) });
      const own = { document: `more-${at}`, slug: `more-${at}`, content };
      return { ...first, ...own, sequence: editions.length + at + 1 } as Edition;
    });
    const said = swale([...editions, ...many], 'ne');
    expect(Buffer.byteLength(said)).toBeLessThan(budgets.booklet);
    expect(said).toContain('charter.example.org/ne/services/swale');
  });

  it('that is too heavy is refused', () => {
    const heavy = swale(services()).replace('</main>', `${'x'.repeat(budgets.booklet)}</main>`);
    const { problems } = checkPage('/en/booklets/swale.html', heavy, site);
    expect(problems).toEqual([expect.stringContaining('a booklet may weigh 153600')]);
  });
});

/** The fonts of a PDF whose letters are not in it: neither as a font file nor, in Type 3, as drawings. */
function lettersOutside(pdf: string): readonly string[] {
  const objects = pdf.split('endobj');
  const fonts = objects.filter((each) => each.includes('/FontDescriptor '));
  expect(fonts.length).toBeGreaterThan(0);
  return fonts.filter((font) => {
    const [, number] = /\/FontDescriptor (\d+) 0 R/.exec(font) ?? [];
    const descriptor = objects.find((each) => each.trim().startsWith(`${number} 0 obj`)) ?? '';
    return !font.includes('/CharProcs') && !/\/FontFile[23]? /.test(descriptor);
  });
}

describe('the press', () => {
  let work: AtWork;
  const isSmall = ({ slug }: { slug: string }) => ['dover', 'swale'].includes(slug);
  const small = { ...trust, districts: trust.districts.filter(isSmall), outcodes: {} };
  const booklet = 'en/booklets/swale.html';
  const swalePdf = 'ur/booklets/swale.pdf';

  beforeAll(async () => {
    work = await pressAtWork(6, { trust: small });
    const known = work.feed.editions.length;
    for (const [at, each] of services().entries())
      work.feed.editions.push({ ...each, sequence: known + at + 1 } as Edition);
    await all();
  });
  afterAll(async () => work.end());

  /** Publishes until nothing waits. Returns the first publication. */
  async function all(): Promise<Publication> {
    const first = await work.press.publish();
    let made = first;
    while (made.hasMore || made.hasBooklets) made = await work.press.publish();
    return first;
  }

  function maker(browser: string | null): PdfMaker {
    const newest = () => work.press.folders.at(work.press.ledger.newestRelease()?.number ?? 0);
    const { ledger } = work.press;
    const now = () => new Date('2026-05-04T00:30:00.000+01:00');
    return startPdfMaker({ dataDir: work.dataDir, ledger, newest, browser, now });
  }

  /** Makes every PDF that is missing. */
  async function makePdfs(pdfs: PdfMaker): Promise<void> {
    let isMore = true;
    while (isMore) {
      pdfs.begin(() => {});
      await pdfs.done();
      isMore = await pdfs.keep();
    }
  }

  it('makes what is published live first, and the booklets that show it after', async () => {
    edit(work.feed, { document: 'money', content: { summary: 'Bills and debts.' } });
    const first = await work.press.publish();
    expect(first.hasBooklets).toBe(true);
    expect(served(work.dataDir, 'en/services/money/index.html')).toContain('Bills and debts.');
    expect(served(work.dataDir, booklet)).not.toContain('Bills and debts.');
    let made = first;
    while (made.hasBooklets) made = await work.press.publish();
    expect(served(work.dataDir, booklet)).toContain('Bills and debts.');
    expect(served(work.dataDir, 'ur/booklets/dover.html')).toContain('Bills and debts.');
  });

  it('makes the same booklets one by one as all at once', async () => {
    edit(work.feed, { document: 'play', content: { name: 'Play and stay' } });
    await all();
    const expected = await madeAtOnce(work.feed.editions, { trust: small });
    const made = filesIn(work.press.folders.at(work.press.folders.current() ?? 0));
    const booklets = Object.keys(expected).filter((file) => file.includes('/booklets/'));
    expect(booklets.length).toBeGreaterThan(6);
    expect(booklets.filter((file) => made[file] !== expected[file])).toEqual([]);
  });

  it('makes PDFs that are tagged, in their language, with a title, an outline and their letters', async () => {
    const pdfs = maker((await findBrowser()).path);
    await makePdfs(pdfs);
    expect(pdfs.trouble()).toEqual([]);
    await all();
    const bytes = readFileSync(path.join(work.dataDir, 'releases/current', swalePdf), 'latin1');
    expect(bytes).toContain('/StructTreeRoot');
    expect(bytes).toMatch(/\/Marked true/);
    expect(bytes).toMatch(/\/Lang \(ur\)/);
    expect(bytes).toMatch(/\/Title /);
    expect(bytes).toContain('/Outlines');
    expect(bytes).toMatch(/\/S \/H1\b/);
    expect(lettersOutside(bytes)).toEqual([]);
  });

  it('says on the page of booklets from when each PDF is', () => {
    const page = served(work.dataDir, 'ur/booklets/index.html');
    expect(page).toContain('href="/ur/booklets/swale.pdf"');
    expect(page).toContain('4 مئی، 2026');
    const { booklets } = bookletsPage(contentOf(services()), { language: 'en' });
    expect(booklets.map(({ pdf }) => pdf).filter((pdf) => pdf !== null)).toEqual([]);
  });

  it('leaves the PDF that is there, with its date, when another cannot be made', async () => {
    const before = filesIn(path.join(work.dataDir, 'press/pdf'));
    edit(work.feed, { document: 'play', content: { summary: 'Songs alone.' } });
    await all();
    const broken = path.join(work.dataDir, 'no-browser');
    writeFileSync(broken, '');
    const pdfs = maker(broken);
    await makePdfs(pdfs);
    expect(pdfs.trouble().join()).toContain('/en/booklets/swale.html');
    expect(filesIn(path.join(work.dataDir, 'press/pdf'))).toEqual(before);
    expect(served(work.dataDir, 'en/booklets/index.html')).toContain('PDF of 4 May 2026');
    expect(served(work.dataDir, booklet)).toContain('Songs alone.');
  });

  it('takes what is removed out of every kept booklet, and its PDFs away from every release', async () => {
    const making = path.join(work.dataDir, 'press/pdf-making/en/booklets');
    mkdirSync(making, { recursive: true });
    writeFileSync(path.join(making, 'dover.html'), 'Bills and debts.');
    edit(work.feed, { document: 'money', action: 'removed' });
    await work.press.publish();
    const releases = path.join(work.dataDir, 'releases');
    expect(filesWith('Bills and debts.', releases)).toEqual([]);
    expect(existsSync(making)).toBe(false);
    const pdfs = readdirSync(releases, { recursive: true }).filter((file) =>
      String(file).endsWith('.pdf'),
    );
    expect(pdfs).toEqual([]);
    expect(existsSync(path.join(work.dataDir, 'press/pdf', 'en/booklets/dover.pdf'))).toBe(false);
    expect(served(work.dataDir, 'en/booklets/index.html')).not.toContain('.pdf');
    expect(served(work.dataDir, booklet)).not.toContain(`${SITE}/en/services/money`);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { language } from '@charterpress/shared/languages.ts';
import { Parser } from 'htmlparser2';
import { beforeAll, describe, expect, it } from 'vitest';
import { budgets, problemOfMedian, problemsOfAssets } from '../../site/press/budgets.ts';
import { checkPage } from '../../site/press/checks.ts';
import { compressed } from '../../site/press/finish.ts';
import { isBookletPath } from '../../site/src/content/routes-of-booklets.ts';
import {
  bookletPolicy,
  contentSecurityPolicy,
  contentSecurityPolicyHeader,
  type Script,
} from '../../site/src/csp.ts';
import { bookletStyles } from '../../site/src/views/booklet/styles.ts';
import { brandStyles } from '../../site/src/views/brand.ts';
import { sampleTrust } from '../support/sample-editions.ts';
import { type RenderedSite, sampleSite, site } from '../support/site.ts';

let made: RenderedSite;

beforeAll(async () => {
  made = await sampleSite();
});

describe('every page of the sample site', () => {
  it('speaks the language of its address, and in its direction', () => {
    const wrong = htmlRoutes().filter(({ path, language: tag }) => {
      const { lang, dir } = elements(path, 'html')[0] ?? {};
      return lang !== tag || dir !== language(tag)?.direction;
    });
    expect(wrong).toEqual([]);
  });

  it('says in a sentence what it is, for lists of what was found and of bookmarks', () => {
    const silent = htmlRoutes().filter(
      ({ path }) =>
        !elements(path, 'meta').some(({ name, content }) => name === 'description' && content),
    );
    expect(silent).toEqual([]);
  });

  it('keeps to what the press checks: one first heading, none skipped, images described', () => {
    const problems = htmlRoutes().flatMap(({ path }) => checked(path).problems);
    expect(problems).toEqual([]);
  });

  it('has no script but data, the way out of what is sensitive and what searches, and no style of its own but the trust’s colours, and in a booklet', () => {
    const strays = htmlRoutes().filter(({ path }) =>
      /<script(?! type="application\/ld\+json">)|<style|\sstyle=|\son\w+=/.test(
        html(path).replace(colours, '').replace(allowedOn(path), ''),
      ),
    );
    expect(strays).toEqual([]);
  });

  it('carries the content security policy of what it runs, which is nothing on most', () => {
    const others = htmlRoutes().filter(
      ({ path }) =>
        elements(path, 'meta').find((meta) => meta['http-equiv'] !== undefined)?.content !==
        policyOf(path),
    );
    expect(others).toEqual([]);
    const sensitive = htmlRoutes().filter(({ path }) => isSensitive(path));
    expect(sensitive.length).toBeGreaterThan(10);
    expect(sensitive.length).toBeLessThan(htmlRoutes().length / 10);
    expect(contentSecurityPolicyHeader(trust)).not.toContain('unsafe');
  });

  it('links to nothing that is not there', () => {
    const paths = new Set(made.routes.map(({ path }) => path));
    const broken = htmlRoutes().flatMap(({ path }) =>
      checked(path).links.filter(
        (link) => !paths.has(link) && !/^\/(files|_astro|assets\/icon-)/.test(link),
      ),
    );
    expect(broken).toEqual([]);
  });

  it('says the names of the area and its districts in English, whatever the language around them', () => {
    const { area, districts } = sampleTrust('kent');
    const names = new RegExp([area, ...districts.map(({ name }) => name)].join('|'));
    const strays = htmlRoutes()
      .filter(({ language: tag }) => ['ur', 'ne', 'ar'].includes(tag))
      .flatMap(({ path }) =>
        textsIn(path).filter(({ text, tag }) => tag !== 'en' && names.test(text)),
      )
      .map(({ text }) => text);
    expect(strays).toEqual([]);
  });

  it('links a term once, and never within a heading or another link', () => {
    const linked = htmlRoutes().map(({ path }) => termsOf(path));
    expect(linked.flatMap(({ twice }) => twice)).toEqual([]);
    expect(linked.flatMap(({ within }) => within)).toEqual([]);
    expect(linked.filter(({ count }) => count > 0).length).toBeGreaterThan(100);
  });

  it('says that it is a sample, and keeps out of search engines', () => {
    const found = htmlRoutes().filter(
      ({ path }) => !html(path).includes('class="sample"') || !html(path).includes('noindex'),
    );
    expect(found).toEqual([]);
  });

  it('is light enough for an old telephone', () => {
    const weight = (text: string) => compressed(Buffer.from(text))[1]?.length ?? Infinity;
    const weights = htmlRoutes()
      .filter(({ path }) => !isBookletPath(path))
      .map(({ path }) => weight(html(path)));
    expect(Math.max(...weights)).toBeLessThanOrEqual(budgets.page);
    expect(problemOfMedian(weights)).toBeNull();
    expect(problemsOfAssets(made.assetsFolder)).toEqual([]);
  });
});

describe('the site', () => {
  it('is English at its door, and names its own address under /en/', () => {
    expect(elements('/', 'link').find(({ rel }) => rel === 'canonical')?.href).toBe(`${site}/en/`);
    expect(html('/').indexOf('اردو')).toBeLessThan(html('/').indexOf('<h1'));
  });

  it('keeps telephone numbers in their order in a language written from the right', () => {
    const page = html('/ur/');
    expect(page).toMatch(/<a class="way" href="tel:[\d+]+"><bdi dir="ltr">[\d ]+<\/bdi><\/a>/);
  });

  it('lists its pages in one sitemap a language, each with its other languages', () => {
    expect(html('/sitemap.xml')).toContain(`${site}/ur/sitemap.xml`);
    const polish = html('/pl/sitemap.xml');
    expect(polish).toContain(`<loc>${site}/pl/principles/7/</loc>`);
    expect(polish).toContain(`hreflang="en" href="${site}/en/principles/7/"`);
  });

  it('is shown with a picture in the language of the page where somebody shares it', () => {
    const named = (path: string) =>
      elements(path, 'meta').find(({ property }) => property === 'og:image')?.content;
    expect(named('/ur/principles/7/')).toMatch(
      new RegExp(`^${site}/assets/social-ur-[0-9a-f]{12}\\.png$`),
    );
    expect(named('/pl/principles/7/')).toContain('/social-pl-');
    expect(named('/pl/404/')).toBeUndefined();
  });

  it('takes its colours from the trust', () => {
    const { accent, brand } = trust.colours;
    expect(html('/en/')).toContain(`<style>:root{--brand:${brand};--accent:${accent}}</style>`);
  });

  it('names sides by where text starts, never by left and right', () => {
    expect(sheet()).not.toMatch(/[;{](margin|padding|border)-(left|right)\b/);
  });
});

const checks = new Map<string, ReturnType<typeof checkPage>>();

/** Once a page. */
function checked(path: string): ReturnType<typeof checkPage> {
  const known = checks.get(path) ?? checkPage(path, html(path), site);
  checks.set(path, known);
  return known;
}

const trust = sampleTrust('kent');
const colours = `<style>${brandStyles(trust.colours)}</style>`;

const ownScripts: Readonly<Record<Script, RegExp>> = {
  leave: /<script defer src="\/_astro\/leave-[\w-]{8}\.js"><\/script>/,
  search: /<script defer src="\/_astro\/search-[\w-]{8}\.js"><\/script>/,
};

/** What no other page has: the way out of what is sensitive, what searches, and the styles of what is read without the site. */
function allowedOn(path: string): string | RegExp {
  if (isBookletPath(path)) return `<style>${bookletStyles}</style>`;
  const [name] = scriptsOn(path);
  return name === undefined ? '' : ownScripts[name];
}

function policyOf(path: string): string {
  if (isBookletPath(path)) return bookletPolicy;
  return contentSecurityPolicy(scriptsOn(path), [brandStyles(trust.colours)]);
}

function scriptsOn(path: string): readonly Script[] {
  if (isSensitive(path)) return ['leave'];
  return /^\/[\w-]+\/search\/$/.test(path) ? ['search'] : [];
}

function isSensitive(path: string): boolean {
  return /<html[^>]* class="may-leave"/.test(html(path));
}

function htmlRoutes() {
  return made.routes.filter(({ path }) => html(path).startsWith('<!DOCTYPE html>'));
}

function html(path: string): string {
  return made.pages.get(path) ?? '';
}

function sheet(): string {
  const folder = join(made.assetsFolder, '_astro');
  const [file] = readdirSync(folder).filter((name) => name.endsWith('.css'));
  return readFileSync(join(folder, file ?? ''), 'utf8');
}

/** The links of a page to what terms mean: those that are there twice, and those where none may be. */
function termsOf(path: string) {
  const found: string[] = [];
  const within: string[] = [];
  const open: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (attributes.class === 'term' && name === 'a') {
        found.push(`${path} ${attributes.href}`);
        if (open.some((each) => /^(a|h[1-6]|th|nav)$/.test(each))) within.push(path);
      }
      open.push(name);
    },
    onclosetag: () => open.pop(),
  });
  parser.end(html(path));
  const twice = found.filter((one, at) => found.indexOf(one) !== at);
  return { twice, within, count: found.length };
}

/** Every text that is read on a page, with the language it is said to be in; what is to be copied is not. */
function textsIn(path: string) {
  const found: { readonly text: string; readonly tag: string }[] = [];
  const tags: string[] = [];
  const open: string[] = [];
  const parser = new Parser({
    onopentag: (name, { lang }) => {
      open.push(name);
      tags.push(lang ?? tags.at(-1) ?? '');
    },
    ontext: (text) => {
      if (open.some((each) => /^(head|textarea|script)$/.test(each))) return;
      found.push({ text, tag: tags.at(-1) ?? '' });
    },
    onclosetag: () => {
      open.pop();
      tags.pop();
    },
  });
  parser.end(html(path));
  return found;
}

/** The attributes of each element with this name in the head of a page, and of the page itself. */
function elements(path: string, wanted: 'html' | 'link' | 'meta'): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === wanted) found.push(attributes);
    },
  });
  parser.end(html(path).split('<body', 1)[0]);
  return found;
}

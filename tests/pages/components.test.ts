import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { spokenIn } from '@charterpress/site/design/component.ts';
import { components } from '@charterpress/site/design/components.ts';
import { siteRoutes } from '@charterpress/site/src/content/routes.ts';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browser } from '../support/browser.ts';
import { filesWith } from '../support/bytes-in.ts';
import { type DesignServer, startDesignServer } from '../support/design-server.ts';
import { bundle } from '../support/press-at-work.ts';
import { contentOf } from '../support/site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Headings of components follow those of a page, and here those of a list of components. */
const rules = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
};
/** Files by themselves, and not what pages are made of. */
const files = ['booklet'];
const leadingOn = '.entry-link, .related a, .steps a, .also a, .share li a, .footer .way, .leave';

describe('the list of components', () => {
  it('has every component, and none that there is not', () => {
    const folder = new URL('../../site/src/components/', import.meta.url);
    const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(astro|ts)$/.test(file))
      .map((file) => file.replace(/\.\w+$/, ''));
    expect(components.map(({ name }) => name).toSorted()).toEqual(
      found.filter((name) => !files.includes(name)).toSorted(),
    );
  });

  it.each(components)('says how $name is for everyone, and which test holds it', (component) => {
    const { criteria, states } = component;
    expect(states(spokenIn('ur')).length).toBeGreaterThan(0);
    expect(criteria.length).toBeGreaterThan(0);
    expect(criteria.filter(({ wcag }) => !/^[1-4]\.\d\.\d{1,2}$/.test(wcag))).toEqual([]);
    const missing = criteria.filter(
      ({ test }) => !existsSync(new URL(`../${test}`, import.meta.url)),
    );
    expect(missing).toEqual([]);
  });
});

describe('the page of components', () => {
  it('is in no release: neither among the addresses nor in what the pages are made from', async () => {
    const paths = [...siteRoutes(contentOf([]))].map(({ path }) => path);
    expect(paths.filter((path) => path.includes('design'))).toEqual([]);
    const { assetsFolder } = await bundle();
    expect(filesWith('design-state', `${assetsFolder}/..`)).toEqual([]);
  });
});

describe('every component in all its states', () => {
  let server: DesignServer;
  let chrome: Browser;
  let page: Page;

  beforeAll(async () => {
    server = await startDesignServer();
    chrome = await browser();
    // axe is put into the page by the test, which the page's own policy would refuse.
    page = await chrome.newPage({ bypassCSP: true, viewport: { width: 320, height: 640 } });
  });
  afterAll(async () => {
    await chrome?.close();
    await server?.end();
  });

  describe.each(['en', 'ur'])('in %s', (tag) => {
    beforeAll(() => page.goto(`${server.url}/design/${tag}`));

    it('is shown', async () => {
      const shown = await page.locator('[data-state]').count();
      const states = components.flatMap((component) => component.states(spokenIn(tag)));
      expect(shown).toBe(states.length);
    });

    it.each(['light', 'dark'] as const)(
      'has no barrier that axe knows of, in the %s',
      async (scheme) => {
        await page.emulateMedia({ colorScheme: scheme });
        await page.evaluate(axe);
        const found = (await page.evaluate(
          `axe.run({ include: '[data-state]' }, ${JSON.stringify(rules)})`,
        )) as AxeResults;
        await page.emulateMedia({ colorScheme: 'light' });
        expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      },
    );

    it('keeps to the width of a narrow telephone', async () => {
      const wide = await page.evaluate(() => {
        const { clientWidth, scrollWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect(wide).toBe(0);
    });

    it('is as tall as a thumb where it leads on', async () => {
      const small = await page.evaluate((selector) => {
        const links = [...document.querySelectorAll(`[data-state] :is(${selector})`)];
        const tall = (one: Element) => one.getBoundingClientRect().height;
        return links.filter((one) => tall(one) > 0 && tall(one) < 44).map((one) => one.outerHTML);
      }, leadingOn);
      expect(small).toEqual([]);
    });

    it('says in words what its colour says, and in words what it draws', async () => {
      const mute = await page.evaluate(() => {
        const said = (one: Element) => (one.textContent ?? '').trim() !== '';
        const named = (one: Element) =>
          said(one) || one.hasAttribute('aria-label') || one.getAttribute('aria-hidden') === 'true';
        const coloured = document.querySelectorAll('[data-state] :is(.tag, .notice, .callout)');
        const drawn = document.querySelectorAll('[data-state] svg');
        return [
          ...[...coloured].filter((one) => !said(one)),
          ...[...drawn].filter((one) => !named(one)),
          ...document.querySelectorAll('[data-state] img:not([alt])'),
        ].map((one) => one.outerHTML);
      });
      expect(mute).toEqual([]);
    });

    it('names the language of what is in English', async () => {
      const english = page.getByText('Extended schools').first();
      expect(await english.evaluate((one) => one.closest('[lang]')?.getAttribute('lang'))).toBe(
        'en',
      );
    });

    it('skips no heading', async () => {
      const skipped = await page.evaluate(() => {
        const headings = [...document.querySelectorAll('h1, h2, h3, h4')];
        const levels = headings.map((one) => Number(one.tagName[1]));
        return levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1);
      });
      expect(skipped).toEqual([]);
    });
  });
});

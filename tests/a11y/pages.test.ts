/** Each page once, for many checks: on a telephone, in the light and in the dark, and as narrow as 400 % makes it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteRoutes } from '../../site/src/content/routes.ts';
import { sampleEditions } from '../support/sample-editions.ts';
import { contentOf } from '../support/site.ts';
import { type Browsing, barriers, browse, PHONE } from './browsing.ts';
import { faultsOfMarkup } from './markup.ts';
import { visits } from './templates.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const everything = `{ runOnly: { type: 'tag', values: ${JSON.stringify(tags)} }, rules: { 'color-contrast-enhanced': { enabled: true } } }`;
const contrast = `{ runOnly: { type: 'rule', values: ['color-contrast', 'color-contrast-enhanced'] } }`;
/** 1280 by 1024 at 400 %. */
const AT_400_PERCENT = { width: 320, height: 256 };

/** What leads on, and whom to ring. */
const mainActions =
  '.languages a, .trust, .menu a, .entry-link, .more a, .contents a, .related a, .steps a, .tongues h2 a, .also a, .button, .footer .way';

const content = contentOf(await sampleEditions('kent'));
const routes = new Map([...siteRoutes(content)].map((route) => [route.path, route]));
const all = visits(routes, process.env.A11Y === 'everything');

let at: Browsing;

beforeAll(async () => {
  at = await browse();
});

afterAll(() => at.end());

describe.each(all.map(({ path }) => path))('%s', (path) => {
  const found: Record<string, unknown> = {};

  beforeAll(async () => {
    const { page } = at;
    await at.open(path);
    found.light = await barriers(page, everything);
    found.actions = await page.evaluate(smallActions, mainActions);
    await page.emulateMedia({ colorScheme: 'dark' });
    found.dark = await barriers(page, contrast);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(AT_400_PERCENT);
    found.sideways = await page.evaluate(sideways);
    await page.setViewportSize(PHONE);
    found.markup = await faultsOfMarkup(await at.sample.page(path));
  });

  it('has no barrier that axe knows of', () => expect(found.light).toEqual([]));
  it('can be read in the dark', () => expect(found.dark).toEqual([]));
  it('has main actions as tall as a thumb', () => expect(found.actions).toEqual([]));
  it('does not scroll sideways at 400 %', () => expect(found.sideways).toEqual([]));
  it('is good HTML', () => expect(found.markup).toEqual([]));
});

function smallActions(actions: string): readonly string[] {
  const tall = (element: Element) => element.getBoundingClientRect().height;
  const shown = [...document.querySelectorAll(actions)].filter((one) => tall(one) > 0);
  return shown.filter((one) => tall(one) < 44).map((one) => `${tall(one)} ${one.outerHTML}`);
}

function sideways(): readonly string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth === clientWidth ? [] : [`${scrollWidth} wide in ${clientWidth}`];
}

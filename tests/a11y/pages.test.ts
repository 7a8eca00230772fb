/**
 * Each page once, on a telephone and as narrow as 400 % makes it. What hangs on the template and not on its words, colours
 * first of all, is looked at once a template: `adapting.test.ts`.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteRoutes } from '../../site/src/content/routes.ts';
import { sampleEditions } from '../support/sample-editions.ts';
import { contentOf } from '../support/site.ts';
import { type Browsing, barriers, browse, colourRules, PHONE } from './browsing.ts';
import { shifted, sideways } from './looking.ts';
import { isEverything, tallyFor } from './results.ts';
import { visits } from './templates.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const noColours = colourRules.map((rule) => `'${rule}': { enabled: false }`).join();
const rules = `runOnly: { type: 'tag', values: ${JSON.stringify(tags)} }, rules: { ${noColours} }`;
/** 1280 by 1024 at 400 %. */
const AT_400_PERCENT = { width: 320, height: 256 };

/** What leads on, and whom to ring. */
const mainActions =
  '.languages a, .trust, .menu a, .entry-link, .more a, .contents a, .related a, .steps a, .tongues h2 a, .also a, .button, .footer .way';

const content = contentOf(await sampleEditions('kent'));
const routes = new Map([...siteRoutes(content)].map((route) => [route.path, route]));
const all = visits(routes, isEverything);
const tally = tallyFor('pages', all.length);

let at: Browsing;

beforeAll(async () => {
  at = await browse();
});

afterAll(() => at.end());

describe.each(all.map(({ path }) => path))('%s', (path) => {
  const found = {} as Record<'light' | 'sideways' | 'actions' | 'shifted', readonly string[]>;

  beforeAll(async () => {
    const { page } = at;
    await at.open(path);
    found.light = await barriers(page, rules);
    found.shifted = await page.evaluate(shifted);
    found.actions = await page.evaluate(smallActions, mainActions);
    await page.setViewportSize(AT_400_PERCENT);
    found.sideways = await page.evaluate(sideways);
    await page.setViewportSize(PHONE);
    tally.note('axe', found.light);
    tally.note('zoom', found.sideways);
    tally.note('actions', found.actions);
  });

  it('has no barrier that axe knows of', () => expect(found.light).toEqual([]));
  it('has main actions as tall as a thumb', () => expect(found.actions).toEqual([]));
  it('moves nothing while it comes', () => expect(found.shifted).toEqual([]));
  it('does not scroll sideways at 400 %', () => expect(found.sideways).toEqual([]));
});

describe.skipIf(isEverything)('the accessibility statement', () => {
  it('says what these tests found (else type: A11Y=write npm test a11y)', () => {
    const { found, said } = tally.compared();
    expect(said).toEqual(found);
  });
});

function smallActions(actions: string): readonly string[] {
  const tall = (element: Element) => element.getBoundingClientRect().height;
  const shown = [...document.querySelectorAll(actions)].filter((one) => tall(one) > 0);
  return shown.filter((one) => tall(one) < 44).map((one) => `${tall(one)} ${one.outerHTML}`);
}

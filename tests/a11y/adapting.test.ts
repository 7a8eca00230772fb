/** Each template once, in a language that goes round: by keyboard alone, and as people change it for their eyes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteRoutes } from '../../site/src/content/routes.ts';
import { sampleEditions } from '../support/sample-editions.ts';
import { contentOf } from '../support/site.ts';
import { type Browsing, barriers, browse, colourRules, DESK, PHONE } from './browsing.ts';
import { focused, type Stop, walkOf } from './keyboard.ts';
import { bright, cutOff, moving, sideways, smallTargets, unseenOnPaper } from './looking.ts';
import { faultsOfMarkup } from './markup.ts';
import { isEverything, tallyFor } from './results.ts';
import { oneEach, visits } from './templates.ts';
import { collisions, look, outOfOrder, ungrown, unspaced } from './texts.ts';

/**
 * Of contrast what WCAG asks at level AAA, and so all that it asks at AA: 7 to 1, and 4.5 for large text. Axe would do it by two rules,
 * one for what fails at AA and one for what fails above it, and look at every text twice.
 */
const ratios = '{ normal: { expected: 7 }, large: { expected: 4.5 } }';
const contrast = `runOnly: { type: 'rule', values: ${JSON.stringify(colourRules)} }, checks: { 'color-contrast': { options: { contrastRatio: ${ratios} } } }`;

/** What WCAG 1.4.12 lets a reader ask for. */
const spacing =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';

const content = contentOf(await sampleEditions('kent'));
const routes = new Map([...siteRoutes(content)].map((route) => [route.path, route]));

let at: Browsing;
/** Sets the size of text as a reader does in the settings of the browser, in pixels: 16 unless told otherwise. */
let setText: (standard: number) => Promise<void>;

beforeAll(async () => {
  at = await browse();
  const settings = await at.page.context().newCDPSession(at.page);
  setText = async (standard) => {
    await settings.send('Page.setFontSizes', { fontSizes: { standard } });
  };
});

afterAll(() => at.end());

const all = isEverything ? visits(routes, true) : oneEach(routes);
const tally = tallyFor('adapting', all.length);

describe.each(all.map(({ path }) => path))('%s', (path) => {
  const found: Record<string, readonly unknown[]> = {};
  let walk: readonly Stop[] = [];
  let colours: readonly string[] = [];
  let markup: readonly string[] = [];

  beforeAll(async () => {
    const { page } = at;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await at.open(path);
    const light = await barriers(page, contrast);
    await page.emulateMedia({ colorScheme: 'dark' });
    colours = [...light, ...(await barriers(page, contrast))];
    found.dark = await page.evaluate(bright);
    await page.emulateMedia({ colorScheme: 'light' });
    markup = await faultsOfMarkup(await at.sample.page(path));
    found.targets = await page.evaluate(smallTargets);
    found.moving = await page.evaluate(moving);
    walk = await walkOf(page);
    const plain = await look(page);
    await page.setViewportSize(DESK);
    const wide = await look(page);
    await page.setViewportSize(PHONE);
    found.order = [...outOfOrder(plain), ...outOfOrder(wide)];
    found.collisions = [...collisions(plain), ...collisions(wide)];
    await page.emulateMedia({ forcedColors: 'active' });
    found.forced = (await focused(page)).filter(({ ring }) => ring < 2);
    await page.emulateMedia({ forcedColors: 'none' });

    const spaced = await page.addStyleTag({ content: spacing });
    const spacedOut = await look(page);
    found.spaced = [...(await lost()), ...unspaced(spacedOut), ...collisions(spacedOut)];
    await spaced.evaluate((style) => (style as Element).remove());
    await page.setViewportSize({ width: 640, height: 740 });
    await setText(32);
    const grown = await look(page);
    found.large = [...(await lost()), ...ungrown(grown), ...collisions(grown)];
    await setText(16);
    await page.setViewportSize(PHONE);

    await page.emulateMedia({ media: 'print' });
    found.paper = await page.evaluate(unseenOnPaper);
    await page.emulateMedia({ media: 'screen', reducedMotion: 'no-preference' });
    const { forced = [], ...eyes } = found;
    const astray = walk.filter(
      ({ contrast, isHidden, place, ring }, index) =>
        place !== index || ring < 2 || contrast < 3 || isHidden,
    );
    tally.note('dark', colours);
    tally.note('markup', markup);
    tally.note('keyboard', [...astray, ...forced]);
    tally.note('eyes', Object.values(eyes).flat());
  });

  /** What runs out of the screen or of its own box. */
  async function lost(): Promise<readonly string[]> {
    return [await at.page.evaluate(sideways), await at.page.evaluate(cutOff)].flat();
  }

  it('can be read, at 7 to 1, in the light and in the dark', () => expect(colours).toEqual([]));
  it('is dark for whoever asks for that', () => expect(found.dark).toEqual([]));
  it('is good HTML', () => expect(markup).toEqual([]));
  it('is walked through by keyboard from its first link to its last, in the order of its text', () => {
    expect(walk.length).toBeGreaterThan(1);
    expect(walk.map(({ place }) => place)).toEqual(walk.map((_, index) => index));
  });
  it('is read by eye in the order in which it is read out', () => expect(found.order).toEqual([]));
  it('prints no words over others', () => expect(found.collisions).toEqual([]));
  it('shows where the keyboard is, at 2 pixels and 3 to 1', () => {
    expect(walk.filter(({ contrast, ring }) => ring < 2 || contrast < 3)).toEqual([]);
  });
  it('hides nothing that the keyboard reaches', () => {
    expect(walk.filter(({ isHidden }) => isHidden)).toEqual([]);
  });
  it('shows where the keyboard is in the colours that a reader forces', () =>
    expect(found.forced).toEqual([]));
  it('has targets of 24 pixels, or room around them', () => expect(found.targets).toEqual([]));
  it('keeps still for whoever asks it to', () => expect(found.moving).toEqual([]));
  it('loses nothing where its text is spaced out', () => expect(found.spaced).toEqual([]));
  it('loses nothing at twice the size of text', () => expect(found.large).toEqual([]));
  it('says on paper what it says on screen', () => expect(found.paper).toEqual([]));
});

describe.skipIf(isEverything)('the accessibility statement', () => {
  it('says what these tests found (else type: A11Y=write npm test a11y)', () => {
    const { found, said } = tally.compared();
    expect(said).toEqual(found);
  });
});

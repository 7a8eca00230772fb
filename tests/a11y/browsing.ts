/** One browser on the served sample site, for a file of tests. */
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { browser } from '../support/browser.ts';
import { type ServedSample, serveSample } from '../support/served-sample.ts';
import { watchShifts } from './looking.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
/** What passed is of no use to anybody, and half of the time goes into telling where in the page it stands. */
const failuresOnly = `resultTypes: ['violations', 'incomplete'], selectors: false`;

/** What axe knows of colours: it hangs on the template, and is looked at once each. */
export const colourRules = ['color-contrast', 'link-in-text-block'];

export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1280, height: 900 };

export type Browsing = {
  readonly sample: ServedSample;
  readonly chrome: Browser;
  /** Without the page's own policy, which would refuse the checks that are put into it. */
  readonly page: Page;
  readonly open: (path: string) => Promise<void>;
  readonly end: () => Promise<void>;
};

export async function browse(): Promise<Browsing> {
  const sample = await serveSample();
  const chrome = await browser();
  const page = await chrome.newPage({ bypassCSP: true, viewport: PHONE });
  await page.addInitScript(watchShifts);
  await page.addInitScript({ path: axe });
  return {
    ...{ sample, chrome, page },
    open: async (path) => {
      await page.goto(`${sample.address}${path}`);
    },
    end: async () => {
      await chrome.close();
      await sample.end();
    },
  };
}

/** What axe found, a line a barrier. `rules` says which, as axe's options do: `rules: {}, runOnly: {}`. */
export async function barriers(page: Page, rules: string): Promise<readonly string[]> {
  const { violations, incomplete } = await axeOn(page, rules);
  const unclear = incomplete.some(isUnclear) ? await unclearOnDesk(page, rules) : [];
  return [...violations, ...unclear].flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
  );
}

type Found = Pick<AxeResults, 'incomplete' | 'violations'>;

function axeOn(page: Page, rules: string): Promise<Found> {
  return page.evaluate(
    `axe.run(document, { ${failuresOnly}, ${rules} }).then(({ incomplete, violations }) => ({ incomplete, violations }))`,
  );
}

/**
 * Contrast that axe could not judge has to be looked at. A column that is scrolled out of a table on a telephone is in
 * view on a desk, and what cannot be judged there either is a barrier until somebody changes it.
 */
async function unclearOnDesk(page: Page, rules: string): Promise<Found['incomplete']> {
  const before = page.viewportSize() ?? PHONE;
  await page.setViewportSize(DESK);
  const { incomplete } = await axeOn(page, rules);
  await page.setViewportSize(before);
  return incomplete.filter(isUnclear);
}

/** Single figures aside: axe takes them for decoration, and they stand in pictures that are told in words beside them. */
function isUnclear({ id, nodes }: Found['incomplete'][number]): boolean {
  const isTooShort = ({ any }: (typeof nodes)[number]) =>
    any.every(({ data }) => data?.messageKey === 'shortTextContent');
  return id.startsWith('color-contrast') && !nodes.every(isTooShort);
}

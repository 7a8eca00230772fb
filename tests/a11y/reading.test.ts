/** How single pages are read, by eye, voice and keyboard, where that hangs on what stands on them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browsing, browse, PHONE } from './browsing.ts';

let at: Browsing;

beforeAll(async () => {
  at = await browse();
});

afterAll(() => at.end());

describe('a page on a telephone', () => {
  it.each([
    ['ur', 2],
    ['ne', 1.7],
    ['en', 1.5],
  ])('leaves the lines of %s the room that its letters need', async (tag, least) => {
    await at.open(`/${tag}/charter/`);
    const [line, letter] = await at.page.evaluate(() => {
      const style = getComputedStyle(document.querySelector('.prose p') as Element);
      return [Number.parseFloat(style.lineHeight), Number.parseFloat(style.fontSize)];
    });
    expect(Number(line) / Number(letter)).toBeGreaterThanOrEqual(least);
  });

  it.each([
    ['en', 'Tier 1', 'ltr'],
    ['ur', 'درجہ 1', 'rtl'],
  ])(
    'reads a table in %s out with its headers, from the side where reading begins',
    async (tag, first, direction) => {
      await at.open(`/${tag}/guides/four-tiers-of-need/`);
      const table = at.page.getByRole('table');
      expect(await table.locator('thead th[scope=col]').count()).toBe(2);
      expect(await table.getByRole('rowheader').first().textContent()).toBe(first);
      const heading = await at.page.locator('.prose h2').first().textContent();
      expect(await table.locator('caption').textContent()).toBe(heading);
      const [row, cell] = await table.evaluate((found) => {
        const place = (selector: string) =>
          found.querySelector(selector)?.getBoundingClientRect().x;
        return [place('tbody th'), place('tbody td')].map(Number);
      });
      expect(Number(row) < Number(cell)).toBe(direction === 'ltr');
    },
  );

  it('lets the keyboard into a table, which can be wider than the screen', async () => {
    await at.open('/en/guides/four-tiers-of-need/');
    const place = at.page.getByRole('region', { name: 'What the four tiers are' });
    await place.focus();
    expect(await place.evaluate((found) => found === document.activeElement)).toBe(true);
  });

  it('has its languages in one line, which the keyboard opens to all of them', async () => {
    await at.page.setViewportSize(PHONE);
    await at.open('/ur/principles/7/');
    const line = at.page.locator('.languages');
    expect((await line.boundingBox())?.height).toBeLessThanOrEqual(48);
    expect(await line.locator('summary').getByText('Polski').isVisible()).toBe(true);
    await at.page.keyboard.press('Tab');
    await at.page.keyboard.press('Tab');
    await at.page.keyboard.press('Enter');
    await at.page.keyboard.press('Tab');
    await at.page.keyboard.press('Tab');
    await at.page.keyboard.press('Enter');
    await at.page.waitForURL('**/pl/principles/7/');
  });

  it('has them all in sight where there is room, and nothing to open', async () => {
    await at.page.setViewportSize({ width: 1280, height: 740 });
    await at.open('/ur/principles/7/');
    expect(await at.page.locator('.languages summary').isVisible()).toBe(false);
    await at.page.keyboard.press('Tab');
    await at.page.keyboard.press('Tab');
    expect(await at.page.evaluate(() => document.activeElement?.textContent?.trim())).toBe(
      'English',
    );
    expect(await at.page.getByRole('link', { name: 'Soomaali' }).isVisible()).toBe(true);
    await at.page.setViewportSize(PHONE);
  });

  it('lets the keyboard jump over the menu to the text', async () => {
    await at.open('/en/principles/7/');
    await at.page.keyboard.press('Tab');
    await at.page.keyboard.press('Enter');
    expect(await at.page.evaluate(() => document.activeElement?.id)).toBe('main');
  });
});

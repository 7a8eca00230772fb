/** A walk through a page with the Tab key, and what somebody sees who walks it. */
import type { Page } from 'playwright-core';

/** Something that the keyboard comes to. */
export type Stop = {
  readonly what: string;
  /** The how-manieth it is of all that can be come to, as they stand in the page; -1 for none of them. */
  readonly place: number;
  /** How thick the mark of the focus is, in pixels: an outline, or a shadow drawn around or below. */
  readonly ring: number;
  /** Of the mark against what is behind it, and of the words in it: the better of the two colours of the mark. */
  readonly contrast: number;
  /** Whether something else lies over all of it, or it is out of sight. */
  readonly isHidden: boolean;
};

/** As many steps as there is to come to: whatever holds the keyboard fast, or leads it astray, is seen by what it misses. */
export async function walkOf(page: Page): Promise<readonly Stop[]> {
  const stops = await page.evaluate(prepare);
  // All at once, as from a key that is held down: the browser takes them one after the other, and draws fewer pictures.
  await Promise.all(Array.from({ length: stops }, () => page.keyboard.press('Tab')));
  return page.evaluate(() => (window as unknown as { walked: Stop[] }).walked);
}

/**
 * What the keyboard came to on its walk, come to once more and without it: quicker, and a browser marks it in the same way
 * for somebody who was at the keyboard last.
 */
export async function focused(page: Page): Promise<readonly Stop[]> {
  await page.evaluate(prepare);
  return page.evaluate(() => {
    const { stops, walked } = window as unknown as { stops: HTMLElement[]; walked: Stop[] };
    for (const stop of stops) stop.focus();
    return walked;
  });
}

/** Runs in the page: looks at each stop as the focus comes to it. Answers how many there are. */
function prepare(): number {
  const stops = [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], summary, button, input, select, textarea, [tabindex="0"], audio[controls], video[controls]',
    ),
  ].filter((one) => one.checkVisibility({ visibilityProperty: true }));
  const walked: object[] = [];
  // A page has few colours, and a canvas is a picture that takes the browser longer than the rest of a look.
  const colours = new Map<string, readonly number[]>();
  const canvas = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
  Object.assign(window, { stops, walked });
  const before = (window as unknown as { looking?: EventListener }).looking;
  if (before !== undefined) document.removeEventListener('focusin', before);
  const looking = ({ target }: Event) => walked.push(seen(target as HTMLElement));
  Object.assign(window, { looking });
  document.addEventListener('focusin', looking);
  (document.activeElement as HTMLElement | null)?.blur();
  document.getSelection()?.removeAllRanges();
  window.scrollTo(0, 0);
  return stops.length;

  function seen(one: HTMLElement): object {
    const style = getComputedStyle(one);
    const behind = ground(one.parentElement);
    const outline = style.outlineStyle === 'none' ? 0 : Number.parseFloat(style.outlineWidth);
    const shadows = [...style.boxShadow.matchAll(/(rgba?\([^)]+\)) ([^,]+)/g)].map(
      ([, colour = '', of = '']) => ({
        colour,
        size: Math.max(...of.split(' ').map((each) => Math.abs(Number.parseFloat(each) || 0))),
      }),
    );
    const marks = [
      ...(outline > 0 ? [{ colour: style.outlineColor, size: outline }] : []),
      ...shadows,
    ].filter(({ size }) => size >= 2);
    const contrasts = marks.map(({ colour }) => ratio(parsed(colour), behind));
    return {
      what: one.outerHTML.slice(0, 120),
      place: stops.indexOf(one),
      ring: Math.max(0, ...marks.map(({ size }) => size)),
      contrast: Math.max(1, ...contrasts),
      isHidden: isHidden(one),
    };
  }

  function isHidden(one: HTMLElement): boolean {
    const boxes = [...one.getClientRects()].filter(({ height, width }) => height > 0 && width > 0);
    return !boxes.some((box) =>
      [0.1, 0.5, 0.9].some((part) => {
        const hit = document.elementFromPoint(box.x + box.width * part, box.y + box.height / 2);
        return hit !== null && (one.contains(hit) || hit.contains(one));
      }),
    );
  }

  /** What is painted below an element. */
  function ground(one: HTMLElement | null): readonly number[] {
    if (one === null) return parsed(getComputedStyle(document.body).backgroundColor);
    const colour = getComputedStyle(one).backgroundColor;
    return /, 0\)$|transparent/.test(colour) ? ground(one.parentElement) : parsed(colour);
  }

  function parsed(colour: string): readonly number[] {
    const known = colours.get(colour);
    if (known !== undefined) return known;
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const parts = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
    colours.set(colour, parts);
    return parts;
  }

  function ratio(one: readonly number[], other: readonly number[]): number {
    const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  }

  function luminance(colour: readonly number[]): number {
    const [red = 0, green = 0, blue = 0] = colour.map((each) => {
      const part = each / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
}

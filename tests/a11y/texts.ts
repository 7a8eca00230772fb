/** Where the words of a page stand on the screen, and what that tells of it. */
import type { Page } from 'playwright-core';

type Box = {
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly bottom: number;
};

/** The words of one text node that can be seen, from line to line. */
export type Text = {
  readonly words: string;
  readonly boxes: readonly [Box, ...Box[]];
  /** In pixels. */
  readonly size: number;
  /** How much larger it is than it was when the page was looked at first. */
  readonly growth: number;
  /** Between its letters, in parts of its size. */
  readonly spacing: number;
  readonly lineHeight: number;
  /** Of what it and the text before it both stand in. */
  readonly direction: 'ltr' | 'rtl';
  /** In one paragraph with the text before it: their order is the browser's affair. */
  readonly isInLine: boolean;
  /** Stays where it is on the screen, over whatever is scrolled below it. */
  readonly isPinned: boolean;
};

type Look = { readonly texts: readonly Text[]; readonly width: number };

export async function look(page: Page): Promise<Look> {
  // As one text: piece by piece, a thousand of them take Playwright longer than the page takes to be looked at.
  return JSON.parse(await page.evaluate(`JSON.stringify((${textsOfPage})())`));
}

/** Texts that stand before what they follow in the page: read aloud, and by keyboard, they come later than by eye. */
export function outOfOrder({ texts }: Look): readonly string[] {
  const free = texts.filter(({ isPinned }) => !isPinned);
  return free.flatMap((text, index) => {
    const before = free[index - 1];
    const isAstray = before !== undefined && !text.isInLine && standsBefore(text, before);
    return isAstray ? [`"${text.words}" stands before "${before.words}"`] : [];
  });
}

/** Above, unless in a column further on; or on the same line, nearer to where reading begins. */
function standsBefore({ boxes: [first], direction }: Text, { boxes }: Text): boolean {
  const last = boxes.at(-1) ?? boxes[0];
  const isNearer = direction === 'ltr' ? first.right <= last.x : first.x >= last.right;
  const isFurther = direction === 'ltr' ? first.x >= last.right : first.right <= last.x;
  const isAbove = first.bottom <= last.y;
  const isBelow = first.y >= last.bottom;
  return isAbove ? !isFurther : !isBelow && isNearer;
}

/** Words that are printed over others, and words that stick out of the screen. */
export function collisions({ texts, width }: Look): readonly string[] {
  const free = texts.filter(({ isPinned }) => !isPinned);
  const outside = free.filter(({ boxes }) =>
    boxes.some((box) => box.x < -1 || box.right > width + 1),
  );
  const lines = free
    .flatMap((text) => text.boxes.map((box) => ({ text, ...middleOf(box) })))
    .toSorted((one, other) => one.y - other.y);
  const over = lines.flatMap((line, index) => {
    const rest = lines.slice(index + 1);
    const end = rest.findIndex(({ y }) => y >= line.bottom);
    return rest
      .slice(0, end === -1 ? rest.length : end)
      .filter(
        ({ text, x, right }) => text !== line.text && x < line.right - 2 && right > line.x + 2,
      )
      .map(({ text }) => `"${text.words}" lies over "${line.text.words}"`);
  });
  return [...outside.map(({ words }) => `"${words}" sticks out of the screen`), ...over];
}

/** Fonts claim room above and below their letters, in which other lines may stand. */
function middleOf({ bottom, right, x, y }: Box): Box {
  const quarter = (bottom - y) / 4;
  return { x, right, y: y + quarter, bottom: bottom - quarter };
}

/** Words that a reader's own spacing of letters and lines does not come to (WCAG 1.4.12). */
export function unspaced({ texts }: Look): readonly string[] {
  return texts
    .filter(({ lineHeight, spacing }) => spacing < 0.119 || lineHeight < 1.49)
    .map(({ words }) => `"${words}" keeps its own spacing`);
}

/** Words that stay small where a reader asks for text of twice the size (WCAG 1.4.4). */
export function ungrown({ texts }: Look): readonly string[] {
  return texts
    .filter(({ growth }) => growth < 1.99)
    .map(({ growth, words }) => `"${words}" grows ${growth} times`);
}

/** Runs in the page. What hangs on an element is asked for once, however many words stand in it. */
function textsOfPage(): Look {
  type Place = {
    readonly style: CSSStyleDeclaration;
    readonly size: number;
    /** The nearest element around the words that is no part of a line. */
    readonly block: Element;
    readonly isPinned: boolean;
    readonly isForVoices: boolean;
    /** What cuts off or scrolls whatever is larger than itself. */
    readonly frames: readonly DOMRect[];
  };
  const root = document.documentElement;
  const places = new Map<Element, Place>();
  const kept = window as unknown as { sizes?: WeakMap<Element, number> };
  const nodes = textNodes();
  kept.sizes ??= new WeakMap(nodes.map(({ parent }) => [parent, placeOf(parent).size]));
  const { sizes } = kept;
  let before: Element | null = null;
  const texts = nodes.flatMap(({ node, parent }) => {
    const boxes = boxesOf(node, parent);
    if (boxes.length === 0) return [];
    const text = textAt(node, parent, before);
    before = parent;
    return [{ ...text, boxes: boxes as Text['boxes'] }];
  });
  return { texts, width: root.clientWidth };

  function textNodes() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: { readonly node: Node; readonly parent: Element }[] = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const parent = node.parentElement;
      if (parent === null || (node.textContent ?? '').trim() === '') continue;
      if (parent.closest('svg, script, template') === null) found.push({ node, parent });
    }
    return found;
  }

  function placeOf(one: Element): Place {
    const known = places.get(one);
    if (known !== undefined) return known;
    const style = getComputedStyle(one);
    const around = one.parentElement === null ? null : placeOf(one.parentElement);
    const isFrame = style.overflow !== 'visible' && !one.matches('html, body');
    const place: Place = {
      style,
      size: Number.parseFloat(style.fontSize),
      block: around !== null && /^(inline|contents)$/.test(style.display) ? around.block : one,
      isPinned: /fixed|sticky/.test(style.position) || around?.isPinned === true,
      isForVoices:
        style.clip !== 'auto' || style.clipPath !== 'none' || around?.isForVoices === true,
      frames: [...(around?.frames ?? []), ...(isFrame ? [one.getBoundingClientRect()] : [])],
    };
    places.set(one, place);
    return place;
  }

  function textAt(node: Node, parent: Element, previous: Element | null) {
    const { block, isPinned, size, style } = placeOf(parent);
    return {
      words: (node.textContent ?? '').trim().slice(0, 60),
      size,
      growth: size / (sizes.get(parent) ?? size),
      spacing: (Number.parseFloat(style.letterSpacing) || 0) / size,
      lineHeight: (Number.parseFloat(style.lineHeight) || 0) / size,
      direction: directionOf(previous ?? root, parent),
      isInLine: previous !== null && placeOf(previous).block === block,
      isPinned,
    };
  }

  function directionOf(one: Element, other: Element): Text['direction'] {
    let shared: Element = one;
    while (!shared.contains(other)) shared = shared.parentElement ?? root;
    return placeOf(shared).style.direction === 'rtl' ? 'rtl' : 'ltr';
  }

  /** Of what is in sight: not what is for voices alone, nor what is scrolled away or cut off. */
  function boxesOf(node: Node, parent: Element): readonly Box[] {
    const { frames, isForVoices } = placeOf(parent);
    if (isForVoices || !parent.checkVisibility({ visibilityProperty: true })) return [];
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()]
      .filter(({ height, width }) => height > 0 && width > 0)
      .filter((box) => frames.every((frame) => isWithin(box, frame)))
      .map(({ bottom, right, x, y }) => ({ x, y, right, bottom }));
  }

  function isWithin(box: DOMRect, frame: DOMRect): boolean {
    const isAcross = box.x >= frame.x - 1 && box.right <= frame.right + 1;
    return isAcross && box.y >= frame.y - 1 && box.bottom <= frame.bottom + 1;
  }
}

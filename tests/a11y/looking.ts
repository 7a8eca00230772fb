/** What eyes would find on a page, each run in the page itself: nothing from outside is in reach there. */

/** Wider than the screen. */
export function sideways(): readonly string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth === clientWidth ? [] : [`${scrollWidth} wide in ${clientWidth}`];
}

/** Text that its own box cuts off. */
export function cutOff(): readonly string[] {
  const cuts = [...document.querySelectorAll<HTMLElement>('body *')].filter((one) => {
    const { overflowX, overflowY, clip, clipPath } = getComputedStyle(one);
    const isCut =
      (/hidden|clip/.test(overflowX) && one.scrollWidth > one.clientWidth + 1) ||
      (/hidden|clip/.test(overflowY) && one.scrollHeight > one.clientHeight + 1);
    // What is for voices alone is one pixel wide and meant to be.
    const isForVoices = one.clientWidth <= 1 || clip !== 'auto' || clipPath !== 'none';
    // The names in the closed line of languages are a foretaste: opened, it says them all.
    const isForetaste = one.matches('.languages .names');
    return isCut && !isForVoices && !isForetaste && one.textContent.trim() !== '';
  });
  return cuts.map((one) => one.outerHTML.slice(0, 120));
}

/** Links and buttons of less than 24 pixels that another comes nearer to than 24 (WCAG 2.5.8). Those within a line are free. */
export function smallTargets(): readonly string[] {
  const all = [...document.querySelectorAll<HTMLElement>('a[href], summary, button, input, select')]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .map((one) => ({ one, box: one.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 1 && box.height > 1);
  const isSmall = ({ box }: (typeof all)[number]) => box.width < 24 || box.height < 24;
  const middle = ({ box }: (typeof all)[number]) => [box.x + box.width / 2, box.y + box.height / 2];
  const isInLine = ({ one }: (typeof all)[number]) =>
    getComputedStyle(one).display === 'inline' &&
    [...(one.parentElement?.childNodes ?? [])].some(
      (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
    );
  const small = all.filter((each) => isSmall(each) && !isInLine(each));
  const crowded = small.filter((each) => {
    const [x = 0, y = 0] = middle(each);
    return all.some((other) => {
      if (other === each) return false;
      const { box } = other;
      const across = Math.max(box.left - x, 0, x - box.right);
      const down = Math.max(box.top - y, 0, y - box.bottom);
      return Math.hypot(across, down) < 12;
    });
  });
  return crowded.map(({ box, one }) => `${box.width}x${box.height} ${one.outerHTML.slice(0, 120)}`);
}

/** What moves, or would when something is pointed at. */
export function moving(): readonly string[] {
  const all = [...document.querySelectorAll('*')].filter((one) => {
    const { animationName, scrollBehavior, transitionDuration } = getComputedStyle(one);
    const lasts = transitionDuration.split(',').some((each) => Number.parseFloat(each) > 0.01);
    return lasts || animationName !== 'none' || scrollBehavior === 'smooth';
  });
  return all.map((one) => one.outerHTML.slice(0, 120));
}

/** The ground of the page, where it stays bright for somebody who asked for a dark screen. */
export function bright(): readonly string[] {
  const ground = getComputedStyle(document.body).backgroundColor;
  const parts = (ground.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
  return Math.max(...parts) < 64 && !ground.startsWith('rgba') ? [] : [ground];
}

/** Headings and paragraphs of the text that paper leaves out, and links to press that it shows. */
export function unseenOnPaper(): readonly string[] {
  // A card for one's purse is printed by itself.
  const wanted = document.body.matches('.card-page')
    ? '.staff-card > p'
    : 'main h1, main .prose p, main .prose h2, .footer .emergency .way';
  const text = [...document.querySelectorAll<HTMLElement>(wanted)];
  const lost = text.filter((one) => one.getClientRects().length === 0);
  const menus = [...document.querySelectorAll<HTMLElement>('.menu, .languages, .skip')];
  const shown = menus.filter((one) => one.getClientRects().length > 0);
  return [...lost, ...shown].map((one) => one.outerHTML.slice(0, 120));
}

/** Runs before the page does: notes whatever moves under a reader's thumb while the page comes. */
export function watchShifts(): void {
  const shifts: string[] = [];
  Object.assign(window, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { sources, value } = entry as never as { sources: { node: Element }[]; value: number };
      shifts.push(`${value} ${sources.map(({ node }) => node?.nodeName).join(' ')}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** What was noted, once the browser has drawn what there is. */
export async function shifted(): Promise<readonly string[]> {
  await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
  return (window as unknown as { shifts: readonly string[] }).shifts;
}

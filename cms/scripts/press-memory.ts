/**
 * What Node gives the press, in megabytes. Without the first it lets the press grow with the machine, and a site of 385,000
 * pages (10,000 documents in 12 languages) does with half of it. With room for what is young, what a page leaves behind is
 * gone before it grows old: measured at 1,000 documents in 12 languages, an eighth more pages a second than with half of
 * it, for 70 megabytes. The room is for the thread that renders: `site/press/finisher.ts` gives its own to the other.
 */
export const pressMemory = ['--max-old-space-size=512', '--max-semi-space-size=64'] as const;

/**
 * What parents have to know today. A notice is one of these standing sentences, reviewed in every language beforehand,
 * filled with facts: so nobody waits for a translator. It ends by the clock, whoever is at work.
 */
import type { Problem } from './problem.ts';

export const noticeSentences = ['danger', 'closed', 'line-down', 'moved', 'open', 'news'] as const;
export type NoticeSentence = (typeof noticeSentences)[number];

/** The gravest first: so they stand on a page. */
export const severities = ['danger', 'important', 'information'] as const;
export type Severity = (typeof severities)[number];

type Need = 'needed' | 'allowed' | 'none';
type Slots = { readonly about: Need; readonly instead: Need; readonly text: Need };

/**
 * What each sentence is filled with. `about` is called by its name: whoever has no telephone line today must not be led
 * to ring it. `instead` is shown with every way to reach it.
 */
export const slotsOf: Readonly<Record<NoticeSentence, Slots>> = {
  danger: { about: 'none', instead: 'needed', text: 'allowed' },
  closed: { about: 'needed', instead: 'allowed', text: 'allowed' },
  'line-down': { about: 'needed', instead: 'needed', text: 'allowed' },
  moved: { about: 'needed', instead: 'needed', text: 'allowed' },
  open: { about: 'needed', instead: 'allowed', text: 'allowed' },
  news: { about: 'none', instead: 'allowed', text: 'needed' },
};

export type NoticeTimes = {
  /** ISO 8601 moment; `null` for as soon as it is published. */
  readonly begins: string | null;
  /** ISO 8601 moment: from it on no page shows the notice. */
  readonly ends: string;
};

export type Phase = 'waiting' | 'in-force' | 'over';

/** A notice that stands for weeks is no longer urgent: it belongs in a page. */
export const LONGEST_DAYS = 14;
const DAY_MS = 86_400_000;

export function phaseAt(now: Date, { begins, ends }: NoticeTimes): Phase {
  if (Date.parse(ends) <= now.getTime()) return 'over';
  return begins !== null && Date.parse(begins) > now.getTime() ? 'waiting' : 'in-force';
}

type Values = Readonly<Record<string, unknown>>;

/** What the sentence wants and does not have, or has no place for; and an end that comes before its beginning. */
export function noticeProblems(notice: Values): readonly Problem[] {
  const slots = slotsOf[notice.sentence as NoticeSentence];
  if (slots === undefined) return [];
  return [
    ...(Object.entries(slots) as [string, Need][]).flatMap(([field, need]): Problem[] => {
      const isThere = (notice[field] ?? null) !== null;
      if (need === 'needed' && !isThere) return [{ field, problem: 'empty' }];
      return need === 'none' && isThere ? [{ field, problem: 'no-place-in-notice' }] : [];
    }),
    ...orderProblems(notice),
  ];
}

function orderProblems({ begins, ends }: Values): readonly Problem[] {
  if (typeof begins !== 'string' || typeof ends !== 'string') return [];
  return Date.parse(begins) < Date.parse(ends)
    ? []
    : [{ field: 'ends', problem: 'ends-before-begins' }];
}

/** What stands in the way of publishing a notice now. */
export function noticeProblemsAt(now: Date, { begins, ends }: Values): readonly Problem[] {
  if (typeof ends !== 'string') return [];
  const from = typeof begins === 'string' ? Math.max(Date.parse(begins), now.getTime()) : +now;
  const end = Date.parse(ends);
  if (end <= now.getTime()) return [{ field: 'ends', problem: 'ends-in-the-past' }];
  const tooLate = end - from > LONGEST_DAYS * DAY_MS;
  return tooLate ? [{ field: 'ends', problem: 'ends-too-late', days: LONGEST_DAYS }] : [];
}

type Ordered = {
  readonly severity: Severity;
  readonly publishedAt: string;
  readonly document: string;
};

/** The gravest first, then the newest; two of one moment in an order that is always the same. */
export function byUrgency(a: Ordered, b: Ordered): number {
  const grave = severities.indexOf(a.severity) - severities.indexOf(b.severity);
  if (grave !== 0) return grave;
  if (a.publishedAt !== b.publishedAt) return a.publishedAt < b.publishedAt ? 1 : -1;
  return a.document < b.document ? -1 : 1;
}

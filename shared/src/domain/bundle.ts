/**
 * A bundle: documents and languages that go live at one moment, each as the exact text that was approved. Until that
 * moment it waits; then it is live as a whole, or failed as a whole with the reason why.
 */
import { may, type Role } from '../roles.ts';
import type { Change } from './edition.ts';
import type { Kind } from './kinds.ts';
import { momentOf, type Said, type WallTime } from './london-time.ts';

export const bundleStates = ['waiting', 'live', 'failed', 'cancelled'] as const;
export type BundleState = (typeof bundleStates)[number];

/** What one item of a bundle is about. */
export type Subject = {
  readonly kind: Kind;
  readonly document: string;
  readonly language: string;
};

/** An item as it was pinned: this text and no other goes live. */
export type Item = Subject & {
  /** The document's title when it was pinned, for lists. */
  readonly title: string;
  /** SHA-256 of the text, as its edition will carry it. */
  readonly digest: string;
  /** How many editions there were when it was pinned: one more by then, and something came in between. */
  readonly after: number;
  readonly change: Change;
  readonly changeNote: string | null;
} & (
    | { readonly version: string }
    | {
        /** By key: the segments of a language version, each reviewed. */
        readonly targets: Readonly<Record<string, string>>;
        /** The English edition they were made from; `null` for the English of this same bundle. */
        readonly sourceEdition: number | null;
      }
  );

export type Bundle = {
  readonly title: string;
  /** ISO 8601 in UTC. */
  readonly goesLiveAt: string;
  readonly state: BundleState;
  readonly items: readonly Item[];
  /** The e-mail address of the publisher. */
  readonly madeBy: string;
};

/** A text by the number of the save it is; `null` for a translation, which is handed over as it is. */
export type Text = Subject & { readonly revision: number | null };

/** What somebody asks for, each text as they saw it approved. */
export type Asked = {
  readonly title: string;
  readonly goesLive: Said;
  readonly items: readonly Text[];
};

export type Known = {
  /** ISO 8601 in UTC. */
  readonly now: string;
  /** What can go live: approved texts, and reviewed translations. */
  readonly approved: readonly Text[];
  /** The other bundles that wait. */
  readonly waiting: readonly { readonly title: string; readonly items: readonly Subject[] }[];
};

/** Why a bundle cannot be made so. `item` is its place among what was asked. */
export type BundleProblem =
  | { readonly field: 'title'; readonly problem: 'empty' }
  | { readonly field: 'items'; readonly problem: 'empty' }
  | { readonly field: 'goesLive'; readonly problem: 'not-a-time' | 'past' }
  | { readonly field: 'goesLive'; readonly problem: 'never-comes'; readonly next: WallTime }
  | { readonly field: 'goesLive'; readonly problem: 'comes-twice' }
  | {
      readonly field: 'items';
      readonly problem: 'named-twice' | 'not-approved' | 'approved-anew';
      readonly item: number;
    }
  | {
      readonly field: 'items';
      readonly problem: 'waits-elsewhere';
      readonly item: number;
      readonly bundle: string;
    };

export type Planned =
  | { readonly ok: true; readonly goesLiveAt: string }
  | { readonly ok: false; readonly problems: readonly BundleProblem[] };

/** Whether a bundle can wait as it was asked for, and everything that stands in its way. */
export function plan(asked: Asked, known: Known): Planned {
  const clock = momentOf(asked.goesLive);
  const problems = [
    ...(asked.title.trim() === '' ? [{ field: 'title', problem: 'empty' } as const] : []),
    ...clockProblems(clock, known.now),
    ...itemProblems(asked.items, known),
  ];
  if (!clock.ok || problems.length > 0) return { ok: false, problems };
  return { ok: true, goesLiveAt: clock.moment };
}

function clockProblems(clock: ReturnType<typeof momentOf>, now: string): BundleProblem[] {
  const field = 'goesLive';
  if (clock.ok) return clock.moment > now ? [] : [{ field, problem: 'past' }];
  if (clock.problem === 'never-comes') return [{ field, problem: clock.problem, next: clock.next }];
  return [{ field, problem: clock.problem }];
}

function itemProblems(items: readonly Text[], known: Known): BundleProblem[] {
  if (items.length === 0) return [{ field: 'items', problem: 'empty' }];
  return items.flatMap((each, item): BundleProblem[] => {
    const field = 'items';
    if (items.findIndex((other) => isSame(other, each)) < item) {
      return [{ field, problem: 'named-twice', item }];
    }
    const elsewhere = known.waiting.find((bundle) => holds(bundle, each));
    if (elsewhere) return [{ field, problem: 'waits-elsewhere', item, bundle: elsewhere.title }];
    const approved = known.approved.find((text) => isSame(text, each));
    if (approved === undefined) return [{ field, problem: 'not-approved', item }];
    return approved.revision === each.revision ? [] : [{ field, problem: 'approved-anew', item }];
  });
}

/** Who may make, change or cancel it: whoever may publish each of its documents. */
export function mayPlan(held: readonly Role[], items: readonly { readonly kind: Kind }[]): boolean {
  return items.every(({ kind }) => may(held, 'publish', kind));
}

/** What can still be given another time, other documents, or up. What failed waits for a person to do that. */
export function isOpen(state: BundleState): boolean {
  return state === 'waiting' || state === 'failed';
}

/** How late a bundle may still go live by itself: enough for a restart, too little for anything to be news no more. */
export const LATEST_MS = 5 * 60_000;

/** From when on somebody is told that a bundle has not gone live. */
export const OVERDUE_MS = 10_000;

/** What the clock says of a bundle that waits. */
export type Due = 'not-yet' | 'due' | 'missed';

export function dueAt(goesLiveAt: string, now: Date): Due {
  const late = now.getTime() - Date.parse(goesLiveAt);
  if (late < 0) return 'not-yet';
  return late <= LATEST_MS ? 'due' : 'missed';
}

/**
 * The bundle that keeps this text from being published by any other door, or `null`. Every bundle that waits does: what
 * came out before its moment would break the word that was given, and be published a second time by the clock.
 */
export function embargoOn<B extends Pick<Bundle, 'state'> & { readonly items: readonly Subject[] }>(
  subject: Subject,
  bundles: readonly B[],
): B | null {
  return bundles.find((each) => each.state === 'waiting' && holds(each, subject)) ?? null;
}

/** Items whose document got another edition after they were pinned: going live would undo it without anybody knowing. */
export function overtaken<I extends Pick<Item, 'after'>>(
  items: readonly I[],
  newestNumber: (item: I) => number,
): readonly I[] {
  return items.filter((item) => newestNumber(item) !== item.after);
}

/** The order in which they are entered: English before the translations that are made from it. */
export function inOrder<I extends Subject>(items: readonly I[], source: string): readonly I[] {
  const isSource = ({ language }: I) => language === source;
  return [...items.filter(isSource), ...items.filter((item) => !isSource(item))];
}

export function holds(bundle: { readonly items: readonly Subject[] }, subject: Subject): boolean {
  return bundle.items.some((item) => isSame(item, subject));
}

export function isSame(one: Subject, other: Subject): boolean {
  return (
    one.kind === other.kind && one.document === other.document && one.language === other.language
  );
}

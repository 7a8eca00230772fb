/**
 * How all promises stood at the end of a day, for a board: from what was published by then. An action that the trust
 * began to publish later is told with its first words, once it was promised or reported by that day; a due day that was
 * moved since is told as it was. Reports stay as they were, so those of that day are the same whenever they are read.
 */
import type { ContentOfKind, Kind } from '../kinds.ts';
import { londonDay } from '../london-time.ts';
import {
  type Counts,
  countOf,
  isOverdueOn,
  type Standing,
  standingOfPledge,
  standingOn,
} from './standing.ts';

/** One English edition of a document; those of a document stand together, oldest first. */
export type Dated<K extends Kind> = {
  readonly document: string;
  readonly publishedAt: string;
  /** `null` where nothing can be read of it: it was removed, or leads elsewhere. */
  readonly content: ContentOfKind<K> | null;
  readonly isWithdrawn: boolean;
};

export type Published = {
  readonly charter: readonly Dated<'charter'>[];
  readonly pledges: readonly Dated<'pledges'>[];
  readonly actions: readonly Dated<'actions'>[];
  readonly outcomes: readonly Dated<'outcomes'>[];
};

export type ReportedAction = {
  readonly action: ContentOfKind<'actions'>;
  readonly standing: Standing;
  readonly isOverdue: boolean;
  /** Oldest first. `publishedOn` is a later day, where readers had the report after the day of this one. */
  readonly reports: readonly (ContentOfKind<'actions'>['reports'][number] & {
    readonly publishedOn: string | null;
  })[];
};

export type ReportedPledge = {
  readonly number: number;
  readonly promise: string;
  readonly answerable: string;
  /** `null` where no action was published. */
  readonly standing: Standing | null;
  readonly actions: readonly ReportedAction[];
  readonly outcomes: readonly ContentOfKind<'outcomes'>[];
};

export type BoardReport = {
  readonly day: string;
  readonly pledges: readonly ReportedPledge[];
  /** Of the pledges, and how many of them have no action. */
  readonly counts: Counts & { readonly none: number };
  /** Of promises that were not in the charter on that day. */
  readonly others: readonly ReportedAction[];
};

export function boardReport(day: string, published: Published): BoardReport {
  const pledges = asOf(day, published.pledges);
  const actions = [...actionsAsOf(day, published.actions)].sort((a, b) =>
    a.action.due < b.action.due ? -1 : 1,
  );
  const outcomes = [...asOf(day, published.outcomes).values()].filter(
    ({ changedOn }) => changedOn === null || changedOn <= day,
  );
  const [charter] = asOf(day, published.charter).values();
  const inForce = (charter?.pledges ?? []).filter(({ document }) => pledges.has(document));
  const reported = inForce.map(({ document }) => {
    const own = actions.filter(({ action }) => action.pledge.document === document);
    const { answerable, number, promise } = pledges.get(document) as ContentOfKind<'pledges'>;
    return {
      ...{ number, promise, answerable, actions: own },
      standing: standingOfPledge(own.map(({ standing }) => standing)),
      outcomes: outcomes.filter((one) => one.pledges.some((to) => to.document === document)),
    };
  });
  const stood = reported.flatMap(({ standing }) => standing ?? []);
  return {
    day,
    pledges: reported,
    counts: { ...countOf(stood), none: reported.length - stood.length },
    others: actions.filter(
      ({ action }) => !inForce.some(({ document }) => document === action.pledge.document),
    ),
  };
}

function* actionsAsOf(
  day: string,
  editions: readonly Dated<'actions'>[],
): Generator<ReportedAction> {
  const documents = new Set(editions.map(({ document }) => document));
  for (const document of documents) {
    const own = editions.filter((edition) => edition.document === document);
    const action = asOf(day, own).get(document) ?? firstWords(day, own);
    if (action === null) continue;
    const reports = reportsBy(day, own);
    const followed = { due: action.due, reports };
    yield {
      action,
      reports,
      standing: standingOn(day, followed),
      isOverdue: isOverdueOn(day, followed),
    };
  }
}

/** What readers had of each document at the end of that day. */
function asOf<K extends Kind>(
  day: string,
  editions: readonly Dated<K>[],
): ReadonlyMap<string, ContentOfKind<K>> {
  const found = new Map<string, ContentOfKind<K>>();
  for (const { content, document, isWithdrawn, publishedAt } of editions) {
    if (londonDay(publishedAt) > day) continue;
    if (content === null || isWithdrawn) found.delete(document);
    else found.set(document, content);
  }
  return found;
}

/** Of an action that was under way before the trust published any. */
function firstWords(
  day: string,
  [first, ...others]: readonly Dated<'actions'>[],
): ContentOfKind<'actions'> | null {
  if (first === undefined || londonDay(first.publishedAt) <= day || isGone(others)) return null;
  const { content } = first;
  const began = [content?.promisedOn, ...(content?.reports ?? []).map(({ on }) => on)];
  return began.some((on) => typeof on === 'string' && on <= day) ? content : null;
}

function isGone(editions: readonly Dated<'actions'>[]): boolean {
  const newest = editions.at(-1);
  return newest !== undefined && (newest.content === null || newest.isWithdrawn);
}

/** Each as it was published first: no later edition can say otherwise. */
function reportsBy(day: string, editions: readonly Dated<'actions'>[]): ReportedAction['reports'] {
  const reports = new Map<string, ReportedAction['reports'][number]>();
  for (const { content, publishedAt } of editions) {
    const published = londonDay(publishedAt);
    for (const report of content?.reports ?? []) {
      if (report.on > day || reports.has(report.id)) continue;
      reports.set(report.id, { ...report, publishedOn: published > day ? published : null });
    }
  }
  return [...reports.values()].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** Every promise of the charter in force: how it stands, and what is done to keep it. */
import { countOf, standingOfPledge } from '@charterpress/shared/domain/promises/standing.ts';
import type { Reference } from '@charterpress/shared/domain/shape.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Content } from '../../content/content.ts';
import { charterLink, type Frame, frameFor, ownLink } from '../frame.ts';
import { type Link, linkTo } from '../links.ts';
import { pledgesInForce, promisesOf } from '../promises.ts';
import { numberIn, type Reader, reader as readerOf } from '../reader.ts';
import { type ActionEntry, actionsHaving, entriesOf, type Stood, stoodOf } from './actions.ts';
import { type Chart, chartOf } from './chart.ts';

export type FollowedPledge = {
  readonly number: string;
  /** "Promise 3" */
  readonly name: string;
  readonly link: Link;
  readonly standing: Stood;
  /** "2 of 3 done"; `null` where there are no actions. */
  readonly done: string | null;
  readonly actions: readonly ActionEntry[];
};

export type ProgressPage = {
  readonly frame: Frame;
  readonly title: string;
  readonly introduction: string;
  readonly chart: Chart | null;
  readonly table: {
    readonly name: string;
    readonly promise: string;
    readonly stands: string;
    readonly actions: string;
  };
  readonly pledges: readonly FollowedPledge[];
  readonly doing: { readonly title: string; readonly none: string };
  /** Of promises that are not in the charter in force. */
  readonly others: { readonly title: string; readonly entries: readonly ActionEntry[] } | null;
};

export function progressPage(
  content: Content,
  { language }: { readonly language: string },
): ProgressPage {
  const reader = readerOf(content, language);
  const { words } = reader;
  const pledges = pledgesInForce(reader).flatMap((pledge) => followed(reader, pledge) ?? []);
  const title = words('progress.title');
  const introduction = words('progress.intro');
  return {
    frame: frameFor(reader, {
      title,
      description: introduction,
      section: 'charter',
      trail: [charterLink(reader)].filter((link) => link !== null),
      isHandedOn: true,
      pathIn: (tag) => `/${tag}/progress/`,
    }),
    title,
    introduction,
    chart: chartOf(
      reader,
      pledges.map(({ standing }) => standing),
    ),
    table: {
      name: words('progress.chart'),
      promise: words('progress.promise'),
      stands: words('progress.stands'),
      actions: words('progress.count'),
    },
    pledges,
    doing: { title: words('progress.actions'), none: words('progress.noActions') },
    others: othersOf(reader),
  };
}

/** To the page, from wherever promises are spoken of; `null` while there is nothing to follow. */
export function progressLink(
  reader: Reader,
  words: 'progress.all' | 'progress.title',
): Link | null {
  if (!reader.content.lists('actions', SOURCE_LANGUAGE)) return null;
  return ownLink(reader, `/${reader.language}/progress/`, reader.words(words));
}

function followed(reader: Reader, pledge: Reference): FollowedPledge | null {
  const [promise] = promisesOf(reader, [pledge]);
  const link = linkTo(reader, pledge);
  if (promise === undefined || link === null) return null;
  const actions = actionsHaving(reader, 'pledge', pledge.document);
  const stood = actions.flatMap(({ standing }) => (standing.is === 'none' ? [] : [standing.is]));
  const all = numberIn(reader.language, stood.length);
  const done = numberIn(reader.language, countOf(stood).done);
  return {
    number: promise.number,
    name: reader.words('pledge.number', { number: promise.number }),
    link,
    standing: stoodOf(reader, standingOfPledge(stood)),
    done: stood.length === 0 ? null : reader.words('progress.doneOf', { all, done }),
    actions,
  };
}

function othersOf(reader: Reader): ProgressPage['others'] {
  const { content } = reader;
  const inForce = new Set(
    pledgesInForce(reader).flatMap(({ document }) =>
      content.having('actions', 'pledge', document).map((action) => action.document),
    ),
  );
  const others = content
    .addresses('actions', SOURCE_LANGUAGE)
    .filter(({ document }) => !inForce.has(document));
  const entries = entriesOf(reader, others);
  return entries.length === 0 ? null : { title: reader.words('progress.otherActions'), entries };
}

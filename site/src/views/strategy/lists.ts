/** The lists of strategies, of boards and their decisions, and of evidence: each in groups under their own titles. */
import { evidenceTypes } from '@charterpress/shared/domain/shapes/strategy.ts';
import type { Force } from '@charterpress/shared/domain/strategy/force.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Content } from '../../content/content.ts';
import { type Frame, frameFor, ownLink } from '../frame.ts';
import type { Link } from '../links.ts';
import { type Entry, entriesOf } from '../lists.ts';
import { type Reader, reader as readerIn } from '../reader.ts';
import { readable } from '../reading.ts';
import { type Ruling, rulingsOf } from './rulings.ts';
import { standingOf } from './standing.ts';

export type Group = { readonly title: string | null; readonly entries: readonly Entry[] };

export type GroupedList = {
  readonly frame: Frame;
  readonly title: string;
  readonly introduction: string;
  readonly groups: readonly Group[];
  readonly rulings: { readonly title: string; readonly all: readonly Ruling[] } | null;
  /** To what this list shows the newest of. */
  readonly more: Link | null;
};

type Params = { readonly language: string };

export function strategiesPage(content: Content, { language }: Params): GroupedList {
  const reader = readerIn(content, language);
  const all = entriesOf(reader, 'strategies');
  const groups = (['now', 'coming', 'former'] as const).map((group) => ({
    title: reader.words(`strategy.group.${group}`),
    entries: all.filter(({ document }) => groupOf(reader, document) === group),
  }));
  const { words } = reader;
  return {
    ...headOf(reader, {
      folder: 'strategies',
      title: words('strategy.title'),
      introduction: words('strategy.intro'),
    }),
    ...{ groups: filled(groups), ...nothingElse },
  };
}

const groupsByForce: Readonly<Record<Force, 'now' | 'coming' | 'former'>> = {
  'in-force': 'now',
  adopted: 'now',
  draft: 'coming',
  'in-consultation': 'coming',
  'not-yet': 'coming',
  over: 'former',
  replaced: 'former',
};

/** A draft whose final text was agreed is no longer coming. */
function groupOf(reader: Reader, document: string): 'now' | 'coming' | 'former' {
  const { content } = reader;
  if (content.having('strategies', 'draft', document).length > 0) return 'former';
  const english = readable(content, { kind: 'strategies', document, language: SOURCE_LANGUAGE });
  return english === null ? 'former' : groupsByForce[standingOf(reader, english.content).force];
}

export function bodiesPage(content: Content, { language }: Params): GroupedList {
  const reader = readerIn(content, language);
  const { words } = reader;
  const all = allRulings(reader);
  const newest = all.slice(0, NEWEST);
  return {
    ...headOf(reader, {
      folder: 'boards',
      title: words('board.title'),
      introduction: words('board.intro'),
    }),
    groups: [{ title: null, entries: entriesOf(reader, 'bodies') }],
    rulings: all.length === 0 ? null : { title: words('decision.newest'), all: newest },
    more: all.length === 0 ? null : decisionsLink(reader),
  };
}

/** Enough to see what boards do. */
const NEWEST = 5;

/** Every decision there was, year by year. */
export function decisionsPage(content: Content, { language }: Params): DecisionsPage {
  const reader = readerIn(content, language);
  const { words } = reader;
  const title = words('decision.title');
  const all = allRulings(reader);
  const years = [...new Set(all.map(({ on }) => on.moment.slice(0, 'YYYY'.length)))];
  return {
    title,
    frame: frameFor(reader, {
      ...{ title, description: words('decision.intro') },
      pathIn: (tag: string) => `/${tag}/decisions/`,
      isHandedOn: true,
      trail: [ownLink(reader, `/${language}/boards/`, words('board.title'))],
    }),
    introduction: words('decision.intro'),
    years: years.map((year) => ({
      title: year,
      all: all.filter(({ on }) => on.moment.startsWith(year)),
    })),
  };
}

export type DecisionsPage = {
  readonly frame: Frame;
  readonly title: string;
  readonly introduction: string;
  readonly years: readonly { readonly title: string; readonly all: readonly Ruling[] }[];
};

export function decisionsLink(reader: Reader): Link {
  return ownLink(reader, `/${reader.language}/decisions/`, reader.words('decision.all'));
}

function allRulings(reader: Reader): readonly Ruling[] {
  const decisions = reader.content.addresses('decisions', SOURCE_LANGUAGE);
  return rulingsOf(
    reader,
    decisions.map(({ document }) => document),
  );
}

export function evidenceListPage(content: Content, { language }: Params): GroupedList {
  const reader = readerIn(content, language);
  const all = entriesOf(reader, 'evidence');
  const groups = evidenceTypes.map((type) => {
    const having = content.having('evidence', 'type', type);
    const documents = new Set(having.map(({ document }) => document));
    const entries = all.filter(({ document }) => documents.has(document));
    return { title: reader.words(`evidence.type.${type}`), entries };
  });
  const { words } = reader;
  return {
    ...headOf(reader, {
      folder: 'evidence',
      title: words('evidence.title'),
      introduction: words('evidence.intro'),
    }),
    ...{ groups: filled(groups), ...nothingElse },
  };
}

const nothingElse = { rulings: null, more: null };

function filled(groups: readonly Group[]): readonly Group[] {
  return groups.filter(({ entries }) => entries.length > 0);
}

type Head = {
  readonly folder: Folder;
  readonly title: string;
  readonly introduction: string;
};
type Folder = 'strategies' | 'boards' | 'evidence';

function headOf(
  reader: Reader,
  { folder, introduction, title }: Head,
): Pick<GroupedList, 'frame' | 'title' | 'introduction'> {
  const pathIn = (tag: string) => `/${tag}/${folder}/`;
  const frame = frameFor(reader, { title, description: introduction, isHandedOn: true, pathIn });
  return { title, introduction, frame };
}

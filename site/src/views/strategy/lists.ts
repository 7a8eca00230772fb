/** The lists of strategies, of boards and their decisions, and of evidence: each in groups under their own titles. */
import { evidenceTypes } from '@charterpress/shared/domain/shapes/strategy.ts';
import type { Force } from '@charterpress/shared/domain/strategy/force.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Content } from '../../content/content.ts';
import { type Frame, frameFor } from '../frame.ts';
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
    ...headOf(reader, { folder: 'strategies', title: words('strategy.title') }),
    ...{ introduction: words('strategy.intro'), groups: filled(groups), rulings: null },
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
  const decisions = content.addresses('decisions', SOURCE_LANGUAGE);
  const all = rulingsOf(
    reader,
    decisions.map(({ document }) => document),
  );
  const { words } = reader;
  return {
    ...headOf(reader, { folder: 'boards', title: words('board.title') }),
    introduction: words('board.intro'),
    groups: [{ title: null, entries: entriesOf(reader, 'bodies') }],
    rulings: all.length === 0 ? null : { title: words('decision.title'), all },
  };
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
    ...headOf(reader, { folder: 'evidence', title: words('evidence.title') }),
    ...{ introduction: words('evidence.intro'), groups: filled(groups), rulings: null },
  };
}

function filled(groups: readonly Group[]): readonly Group[] {
  return groups.filter(({ entries }) => entries.length > 0);
}

type Head = { readonly folder: Folder; readonly title: string };
type Folder = 'strategies' | 'boards' | 'evidence';

function headOf(reader: Reader, { folder, title }: Head): Pick<GroupedList, 'frame' | 'title'> {
  const pathIn = (tag: string) => `/${tag}/${folder}/`;
  return { title, frame: frameFor(reader, { title, pathIn }) };
}

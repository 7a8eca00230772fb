/** A strategy, whole on one page: to read, to link to, to cite and to print. */
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Content } from '../../content/content.ts';
import { type Attachments, attachmentsFor } from '../attachments.ts';
import type { English } from '../beside.ts';
import type { Detail } from '../charter.ts';
import {
  besideOpened,
  type DocumentPage,
  documentPage,
  type Opened,
  openPage,
} from '../document.ts';
import { ownLink } from '../frame.ts';
import { destination, type Link, linksTo } from '../links.ts';
import type { Related } from '../pledge.ts';
import { dayIn, inEnglish, reader as readerIn, type Said, said } from '../reader.ts';
import { eachOnce, linksHaving, relatedGroups } from '../related.ts';
import { told } from '../terms.ts';
import { changesPath } from './changes.ts';
import { withWords } from './cited.ts';
import { type Ruling, rulingsAbout } from './rulings.ts';
import { type Milestones, milestonesOf, type StrategySection, sectionsOf } from './sections.ts';
import { type Standing, standingOf, successorOf, supersededNotices } from './standing.ts';

export type StrategyPage = DocumentPage & {
  readonly title: Said;
  readonly summary: Said;
  readonly headInEnglish: English | null;
  readonly standing: Standing;
  readonly details: readonly Detail[];
  readonly changes: Link | null;
  readonly contents: {
    readonly label: string;
    readonly links: readonly { readonly href: string; readonly words: string }[];
  };
  readonly sections: readonly StrategySection[];
  /** Where no section is about them. */
  readonly milestones: Milestones | null;
  readonly sentTo: {
    readonly title: string;
    readonly all: readonly { readonly whom: string; readonly on: string | null }[];
    readonly english: English | null;
  } | null;
  readonly rulings: { readonly title: string; readonly all: readonly Ruling[] } | null;
  readonly related: readonly Related[];
  readonly attachments: Attachments | null;
};

type Params = { readonly language: string; readonly slug: string };

export function strategyPage(content: Content, { language, slug }: Params): StrategyPage {
  const opened = openPage(content, { kind: 'strategies', slug, language });
  const { reader, shown, textReader } = opened;
  const { source, text, textLanguage } = shown;
  const beside = besideOpened(
    opened,
    undefined,
    withWords(readerIn(content, SOURCE_LANGUAGE), source.content),
  );
  const standing = standingOf(reader, source.content);
  const page = documentPage(opened, {
    ...{ title: text.title, description: text.summary },
    trail: [ownLink(reader, `/${language}/strategies/`, reader.words('strategy.title'))],
  });
  const superseded = supersededNotices(reader, shown.edition.document, standing);
  const summary = told(reader, text.summary, textLanguage);
  const sections = sectionsOf(opened, beside);
  const hasPlace = text.sections.some(({ part }) => part === 'milestones');
  return {
    ...page,
    frame: { ...page.frame, notices: [...superseded, ...page.frame.notices] },
    title: said(reader, text.title, textLanguage),
    summary,
    headInEnglish: beside(['title', 'summary'], { level: 1, heading: text.title }),
    standing,
    details: detailsOf(opened),
    changes: changesLink(opened),
    contents: {
      label: textReader.words('strategy.contents'),
      links: sections.map(({ heading, id }) => ({ href: `#${id}`, words: heading })),
    },
    sections,
    milestones: hasPlace ? null : milestonesOf(textReader, text, beside),
    sentTo: sentToOf(opened, beside),
    rulings: rulingsOf(opened),
    related: relatedTo(opened),
    attachments: attachmentsFor(reader, text.attachments),
  };
}

/** Days and what it replaces are the same in every language, and newest in English. */
function detailsOf({ reader, shown }: Opened<'strategies'>): readonly Detail[] {
  const { language, words } = reader;
  const { adoptedOn, inForceFrom, inForceTo, replaces, version } = shown.source.content;
  const day = (date: string | null) => date && dayIn(language, date);
  const known: readonly (readonly [string, string | Said | null])[] = [
    [words('charter.version'), version === null ? null : inEnglish(reader, version)],
    [words('charter.adopted'), day(adoptedOn)],
    [words('charter.from'), day(inForceFrom)],
    [words('charter.to'), day(inForceTo)],
  ];
  const before = replaces === null ? [] : linksTo(reader, [replaces]);
  const after = successorOf(reader, shown.edition.document, 'replaces');
  return [
    ...known.flatMap(([name, value]): readonly Detail[] => (value ? [{ name, value }] : [])),
    ...before.map((link): Detail => ({ name: words('charter.replaces'), link })),
    ...(after === null ? [] : [{ name: words('strategy.replacedBy'), link: after }]),
  ];
}

/** In the reader's language where both texts can be read in it, else in English. */
function changesLink({ reader, shown }: Opened<'strategies'>): Link | null {
  const { document } = shown.edition;
  for (const tag of [reader.language, SOURCE_LANGUAGE]) {
    const path = changesPath(reader.content, document, tag);
    if (path === null) continue;
    const label = said(reader, reader.words('strategy.changes'), reader.language);
    return { ...destination(reader, path, tag), label };
  }
  return null;
}

function sentToOf(
  { shown, textReader }: Opened<'strategies'>,
  beside: ReturnType<typeof besideOpened>,
): StrategyPage['sentTo'] {
  const { sentTo } = shown.text;
  if (sentTo.length === 0) return null;
  const title = textReader.words('strategy.sentTo');
  return {
    title,
    all: sentTo.map(({ on, whom }) => ({ whom, on: on && dayIn(textReader.language, on) })),
    english: beside(['sentTo'], { level: 2, heading: title }),
  };
}

function rulingsOf({ reader, shown }: Opened<'strategies'>): StrategyPage['rulings'] {
  const { document } = shown.edition;
  const all = rulingsAbout(reader, { document, named: shown.source.content.decisions });
  return all.length === 0 ? null : { title: reader.words('strategy.approved'), all };
}

function relatedTo({ reader, shown }: Opened<'strategies'>): readonly Related[] {
  const { document } = shown.edition;
  const { consultations, evidence } = shown.source.content;
  return relatedGroups([
    [
      reader.words('progress.consultations'),
      eachOnce([
        ...linksTo(reader, consultations),
        ...linksHaving(reader, 'consultations', 'subjects', document),
      ]),
    ],
    [
      reader.words('progress.supports'),
      eachOnce([
        ...linksTo(reader, evidence),
        ...linksHaving(reader, 'evidence', 'supports', document),
      ]),
    ],
  ]);
}

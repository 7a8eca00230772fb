/** One action: who does it, by when, how it stands, and every report there was. */
import type { ContentOfKind } from '@charterpress/shared/domain/kinds.ts';
import { newestFirst } from '@charterpress/shared/domain/promises/standing.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Content } from '../../content/content.ts';
import type { English } from '../beside.ts';
import {
  besideOpened,
  type Dated,
  type DocumentPage,
  documentPage,
  type Opened,
  openPage,
} from '../document.ts';
import { charterLink } from '../frame.ts';
import { type Link, linksTo, linkTo } from '../links.ts';
import type { Related } from '../pledge.ts';
import { dayIn, type Reader, type Said, said } from '../reader.ts';
import { linksHaving, relatedGroups } from '../related.ts';
import { told } from '../terms.ts';
import { dueBy, isOverdueNow, type Stood, standingNow, stoodOf } from './actions.ts';
import { progressLink } from './progress.ts';

export type ShownReport = {
  readonly on: Dated;
  readonly standing: Stood;
  readonly said: Said;
  readonly evidence: { readonly label: string; readonly links: readonly Link[] } | null;
};

export type ActionDetail = {
  readonly name: string;
  readonly value: Said;
  readonly english: English | null;
};

export type ActionPage = DocumentPage & {
  readonly caption: string;
  readonly title: Said;
  readonly titleInEnglish: English | null;
  readonly standing: Stood;
  readonly due: Dated;
  /** Why it is late, where its day has passed and nobody said that it is done. */
  readonly overdue: string | null;
  /** When it was due at first, where that was another day: a day that is moved is not forgotten. */
  readonly moved: Dated | null;
  readonly details: readonly ActionDetail[];
  readonly keeps: { readonly label: string; readonly link: Link } | null;
  readonly reports: {
    readonly title: string;
    readonly entries: readonly ShownReport[];
    /** That none was changed, or that there is none yet. */
    readonly note: string;
  };
  readonly related: readonly Related[];
  readonly all: Link | null;
};

type Params = { readonly language: string; readonly slug: string };
type Action = ContentOfKind<'actions'>;

export function actionPage(content: Content, { language, slug }: Params): ActionPage {
  const opened = openPage(content, { kind: 'actions', slug, language });
  const { reader, shown } = opened;
  const { text } = shown;
  const action = shown.source.content;
  const above = [charterLink(reader), progressLink(reader, 'progress.title')];
  const pledge = linkTo(reader, action.pledge);
  return {
    ...documentPage(opened, {
      title: text.title,
      section: 'charter',
      trail: above.filter((link) => link !== null),
    }),
    caption: reader.words('progress.action'),
    title: said(reader, text.title, shown.textLanguage),
    titleInEnglish: besideOpened(opened)(['title'], { level: 1, heading: text.title }),
    standing: stoodOf(reader, standingNow(reader, action)),
    due: dueBy(reader, action.due),
    overdue: isOverdueNow(reader, action)
      ? reader.words('progress.overdue', { date: dayIn(language, action.due) })
      : null,
    moved: movedFrom(reader, action, shown.edition.document),
    details: detailsOf(opened, action),
    keeps: pledge === null ? null : { label: reader.words('progress.keeps'), link: pledge },
    reports: reportsOf(opened, action),
    related: relatedTo(reader, action, shown.edition.document),
    all: progressLink(reader, 'progress.all'),
  };
}

function movedFrom(reader: Reader, { due }: Action, document: string): Dated | null {
  const [first] = reader.content.englishSince('actions', document, 1);
  if (first === undefined || first.content.due === due) return null;
  const moment = first.content.due;
  return { text: reader.words('progress.moved', { date: dayIn(reader.language, moment) }), moment };
}

/** Days are those of the English: in a translation that is behind they may have moved. */
function detailsOf(opened: Opened<'actions'>, action: Action): readonly ActionDetail[] {
  const { reader, shown } = opened;
  const { text, textLanguage } = shown;
  const beside = besideOpened(opened);
  const own = (field: 'owner' | 'measure'): ActionDetail => {
    const name = reader.words(`progress.${field}`);
    const english = beside([field], { level: 2, heading: name });
    return { name, value: told(reader, text[field], textLanguage), english };
  };
  const day = (field: 'promisedOn' | 'due'): readonly ActionDetail[] => {
    const date = action[field];
    if (date === null) return [];
    const value = said(reader, dayIn(reader.language, date), reader.language);
    return [{ name: reader.words(`progress.${field}`), value, english: null }];
  };
  return [own('owner'), own('measure'), ...day('promisedOn'), ...day('due')];
}

/** Every report that there is: one that nobody has translated yet is in English, and says so. */
function reportsOf({ reader, shown }: Opened<'actions'>, action: Action): ActionPage['reports'] {
  const { text, textLanguage } = shown;
  const own = new Map(text.reports.map((report) => [report.id, report.said]));
  const entries = newestFirst(action.reports).map((report): ShownReport => {
    const translated = own.get(report.id);
    const links = linksTo(reader, report.evidence);
    return {
      on: { text: dayIn(reader.language, report.on), moment: report.on },
      standing: stoodOf(reader, report.status),
      said:
        translated === undefined
          ? told(reader, report.said, SOURCE_LANGUAGE)
          : told(reader, translated, textLanguage),
      evidence: links.length === 0 ? null : { label: reader.words('progress.evidence'), links },
    };
  });
  return {
    title: reader.words('progress.reports'),
    entries,
    note: reader.words(entries.length === 0 ? 'progress.noReports' : 'progress.addedOnly'),
  };
}

function relatedTo(reader: Reader, action: Action, document: string): readonly Related[] {
  const { words } = reader;
  return relatedGroups([
    [words('progress.principles'), linksTo(reader, action.principles)],
    [words('progress.supports'), linksHaving(reader, 'evidence', 'supports', document)],
    [words('progress.decisions'), linksHaving(reader, 'decisions', 'subjects', document)],
  ]);
}

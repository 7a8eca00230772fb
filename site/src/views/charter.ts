/** The Parent's Charter: what the trust promises, how far it is agreed, and since when. */
import { CHARTER } from '@charterpress/shared/domain/addresses.ts';
import type { Content } from '../content/content.ts';
import type { English } from './beside.ts';
import {
  besideOpened,
  type DocumentPage,
  documentPage,
  type openDocument,
  openPage,
} from './document.ts';
import { charterLink } from './frame.ts';
import { type Link, linkTo } from './links.ts';
import type { Notice } from './notices.ts';
import type { Related } from './pledge.ts';
import { progressLink } from './progress/progress.ts';
import { type Promised, promisesOf } from './promises.ts';
import { type ShownBlock, showProse } from './prose.ts';
import { dayIn, type Reader, type Said, said } from './reader.ts';
import { linksHaving, relatedGroups } from './related.ts';

export type Detail =
  | { readonly name: string; readonly value: string | Said }
  | { readonly name: string; readonly link: Link };

export type CharterPage = DocumentPage & {
  readonly title: Said;
  readonly titleInEnglish: English | null;
  readonly introduction: readonly ShownBlock[];
  readonly introductionInEnglish: English | null;
  readonly count: string;
  readonly promisesTitle: string;
  readonly promises: readonly Promised[];
  /** To how the promises are kept. */
  readonly progress: Link | null;
  /** Who was asked about it, and who agreed to it. */
  readonly related: readonly Related[];
  readonly details: readonly Detail[];
};

type Params = { readonly language: string; readonly slug?: string };

export function charterPage(content: Content, { language, slug = CHARTER }: Params): CharterPage {
  const opened = openPage(content, { kind: 'charter', slug, language });
  const { reader, textReader, shown } = opened;
  const { text } = shown;
  const promises = promisesOf(reader, text.pledges);
  const above = { level: 1, heading: text.title } as const;
  const beside = besideOpened(opened);
  const page = documentPage(opened, { title: text.title, section: 'charter' });
  const superseded = text.status === 'replaced' ? [replacedNotice(reader)] : [];
  return {
    ...page,
    frame: { ...page.frame, notices: [...superseded, ...page.frame.notices] },
    title: said(reader, text.title, shown.textLanguage),
    titleInEnglish: beside(['title'], above),
    introduction: showProse(textReader, text.introduction, above),
    introductionInEnglish: beside(['introduction'], above),
    count: reader.words('charter.count', { count: promises.length }),
    promisesTitle: reader.words('charter.promises'),
    promises,
    progress: progressLink(reader, 'progress.all'),
    related: relatedTo(reader, shown.edition.document),
    details: detailsOf(reader, text),
  };
}

function relatedTo(reader: Reader, document: string): readonly Related[] {
  const { words } = reader;
  return relatedGroups([
    [words('progress.consultations'), linksHaving(reader, 'consultations', 'subjects', document)],
    [words('progress.decisions'), linksHaving(reader, 'decisions', 'subjects', document)],
  ]);
}

function replacedNotice(reader: Reader): Notice {
  const current = charterLink(reader);
  const label = said(reader, reader.words('charter.current'), reader.language);
  return {
    tone: 'information',
    title: reader.words('status.replaced'),
    texts: [said(reader, reader.words('charter.replaced'), reader.language)],
    lists: [],
    link: current === null ? null : { ...current, label },
  };
}

type Charter = NonNullable<ReturnType<typeof openDocument<'charter'>>>['shown']['text'];

function detailsOf(reader: Reader, text: Charter): readonly Detail[] {
  const { words, language } = reader;
  const day = (date: string) => dayIn(language, date);
  const replaces = text.replaces === null ? null : linkTo(reader, text.replaces);
  const known: readonly (readonly [string, string | null])[] = [
    [words('charter.status'), words(`status.${text.status}`)],
    [words('charter.version'), text.version],
    [words('charter.adopted'), text.adoptedOn && day(text.adoptedOn)],
    [words('charter.from'), text.inForceFrom && day(text.inForceFrom)],
    [words('charter.to'), text.inForceTo && day(text.inForceTo)],
  ];
  const details = known.flatMap(([name, value]): readonly Detail[] =>
    value === null ? [] : [{ name, value }],
  );
  return replaces === null
    ? details
    : [...details, { name: words('charter.replaces'), link: replaces }];
}

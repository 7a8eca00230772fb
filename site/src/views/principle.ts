/** One principle, how far it is agreed, and the promises that stand on it. */
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Content } from '../content/content.ts';
import type { English } from './beside.ts';
import {
  besideOpened,
  type DocumentPage,
  documentPage,
  noSuchPage,
  openDocument,
} from './document.ts';
import { ownLink } from './frame.ts';
import type { Related, ShownSection } from './pledge.ts';
import { promisesAbout } from './promises.ts';
import { showProse } from './prose.ts';
import { numberIn, type Reader, type Said, said } from './reader.ts';
import { type Steps, stepsBetween } from './steps.ts';

export type PrinciplePage = DocumentPage & {
  readonly number: string;
  readonly status: { readonly words: string; readonly tone: 'waiting' | 'done' | 'past' };
  readonly statement: Said;
  readonly statementInEnglish: English | null;
  readonly meaning: ShownSection;
  readonly related: readonly Related[];
  readonly steps: Steps;
};

const tones = {
  draft: 'waiting',
  'in-consultation': 'waiting',
  adopted: 'done',
  replaced: 'past',
} as const;

type Params = { readonly language: string; readonly slug: string };

export function principlePage(content: Content, { language, slug }: Params): PrinciplePage {
  const opened = openDocument(content, { kind: 'principles', slug, language });
  if (opened === null) throw noSuchPage('principles', slug, language);
  const { reader, textReader, shown } = opened;
  const { text } = shown;
  const { document } = shown.edition;
  const number = reader.words('principle.number', { number: numberIn(language, text.number) });
  const above = { level: 2, heading: textReader.words('principle.meaning') } as const;
  const beside = besideOpened(opened);
  const list = ownLink(reader, `/${language}/principles/`, reader.words('nav.principles'));
  return {
    ...documentPage(opened, {
      title: `${number}: ${text.statement}`,
      description: text.statement,
      section: 'principles',
      trail: [list],
    }),
    number,
    status: {
      words: reader.words(`status.${text.status}`),
      tone: tones[text.status],
    },
    statement: said(reader, text.statement, shown.textLanguage),
    statementInEnglish: beside(['statement'], { level: 1, heading: text.statement }),
    meaning: {
      title: above.heading,
      blocks: showProse(textReader, text.meaning, above),
      english: beside(['meaning'], above),
    },
    related: relatedTo(reader, document),
    steps: stepsBetween(reader, principlesInOrder(reader), document),
  };
}

function relatedTo(reader: Reader, document: string): readonly Related[] {
  const links = promisesAbout(reader, { field: 'principles', document });
  return links.length === 0 ? [] : [{ title: reader.words('related.pledges'), links }];
}

function principlesInOrder({ content }: Reader) {
  return content
    .list('principles', SOURCE_LANGUAGE)
    .filter((one) => !one.withdrawn)
    .map(({ document }) => ({ kind: 'principles', document }));
}

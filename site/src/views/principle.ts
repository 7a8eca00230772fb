/** One principle, how far it is agreed, and the promises that stand on it. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Content } from '../content/content.ts';
import type { English } from './beside.ts';
import { besideOpened, type DocumentPage, documentPage, openPage } from './document.ts';
import { ownLink } from './frame.ts';
import { type Outcomes, outcomesAbout } from './outcomes.ts';
import type { Related, ShownSection } from './pledge.ts';
import { type ActionEntry, actionsHaving } from './progress/actions.ts';
import { promisesAbout } from './promises.ts';
import { showProse } from './prose.ts';
import { numberIn, type Reader, type Said, said } from './reader.ts';
import { linksHaving, relatedGroups } from './related.ts';
import { servicesCarryingOut } from './services/carrying-out.ts';
import { type Steps, stepsBetween } from './steps.ts';
import { type WordingHistory, wordingsOf } from './wording-history.ts';

export type PrinciplePage = DocumentPage & {
  readonly number: string;
  readonly status: { readonly words: string; readonly tone: 'waiting' | 'done' | 'past' };
  readonly statement: Said;
  readonly statementInEnglish: English | null;
  readonly meaning: ShownSection;
  readonly actions: { readonly title: string; readonly entries: readonly ActionEntry[] } | null;
  readonly wordings: WordingHistory | null;
  readonly outcomes: Outcomes | null;
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
  const opened = openPage(content, { kind: 'principles', slug, language });
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
    actions: actionsFor(reader, document),
    wordings: wordingsOf(reader, shown),
    outcomes: outcomesAbout(reader, 'principles', document),
    related: relatedTo(reader, document),
    steps: stepsBetween(reader, principlesInOrder(reader), document),
  };
}

function actionsFor(reader: Reader, document: string): PrinciplePage['actions'] {
  const entries = actionsHaving(reader, 'principles', document);
  return entries.length === 0 ? null : { title: reader.words('progress.actions'), entries };
}

/** Who carries it out, and what it stands on. */
function relatedTo(reader: Reader, document: string): readonly Related[] {
  const { words } = reader;
  const having = (kind: Kind, field: string) => linksHaving(reader, kind, field, document);
  return relatedGroups([
    [words('related.pledges'), promisesAbout(reader, { field: 'principles', document })],
    [words('related.guides'), having('guides', 'principles')],
    [words('progress.services'), servicesCarryingOut(reader, { principles: [document] })],
    [words('progress.courses'), having('courses', 'principles')],
    [words('progress.consultations'), having('consultations', 'subjects')],
    [words('progress.decisions'), having('decisions', 'subjects')],
    [words('progress.supports'), having('evidence', 'supports')],
  ]);
}

function principlesInOrder({ content }: Reader) {
  return content
    .list('principles', SOURCE_LANGUAGE)
    .filter((one) => !one.withdrawn)
    .map(({ document }) => ({ kind: 'principles', document }));
}

/** One promise: what it means, who answers for it, and what to do when it is not kept. */
import { standingOfPledge } from '@charterpress/shared/domain/promises/standing.ts';
import type { Content } from '../content/content.ts';
import type { English } from './beside.ts';
import { besideOpened, type DocumentPage, documentPage, openDocument } from './document.ts';
import { type Drawing, largeDrawing } from './drawings.ts';
import { charterLink } from './frame.ts';
import { type Link, linksTo } from './links.ts';
import { type Outcomes, outcomesAbout } from './outcomes.ts';
import { type ActionEntry, actionsHaving, type Stood, stoodOf } from './progress/actions.ts';
import { progressLink } from './progress/progress.ts';
import { pledgesInForce } from './promises.ts';
import { type ShownBlock, showProse } from './prose.ts';
import { numberIn, type Reader, type Said, said } from './reader.ts';
import { linksHaving, relatedGroups } from './related.ts';
import { servicesCarryingOut } from './services/carrying-out.ts';
import { type Steps, stepsBetween } from './steps.ts';
import { told } from './terms.ts';

export type Related = { readonly title: string; readonly links: readonly Link[] };

export type ShownSection = {
  readonly title: string;
  readonly blocks: readonly ShownBlock[];
  readonly english: English | null;
};

export type PledgePage = DocumentPage & {
  readonly number: string;
  readonly drawing: Drawing | null;
  readonly promise: Said;
  readonly promiseInEnglish: English | null;
  readonly meaning: ShownSection;
  readonly answerable: {
    readonly title: string;
    readonly who: Said;
    readonly english: English | null;
  };
  readonly ifNotKept: ShownSection;
  /** `null` until the trust publishes actions for any promise. */
  readonly doing: {
    readonly title: string;
    readonly stands: string;
    readonly standing: Stood;
    readonly entries: readonly ActionEntry[];
    readonly none: string;
    readonly all: Link;
  } | null;
  readonly outcomes: Outcomes | null;
  readonly related: readonly Related[];
  readonly steps: Steps;
};

type Params = { readonly language: string; readonly slug: string };

/** Returns `null` when the slug is not a promise's: former charters stand in the same folder. */
export function pledgePage(content: Content, { language, slug }: Params): PledgePage | null {
  const opened = openDocument(content, { kind: 'pledges', slug, language });
  if (opened === null) return null;
  const { reader, textReader, shown } = opened;
  const { text } = shown;
  const own = (words: string) => said(reader, words, shown.textLanguage);
  const beside = besideOpened(opened);
  const section = (field: 'meaning' | 'ifNotKept'): ShownSection => {
    const above = { level: 2, heading: textReader.words(`pledge.${field}`) } as const;
    const blocks = showProse(textReader, text[field], above);
    return { title: above.heading, blocks, english: beside([field], above) };
  };
  const answerable = textReader.words('pledge.answerable');
  const number = reader.words('pledge.number', { number: numberIn(language, text.number) });
  return {
    ...documentPage(opened, {
      title: `${number}: ${text.promise}`,
      description: text.promise,
      section: 'charter',
      trail: [charterLink(reader)].filter((link) => link !== null),
    }),
    number,
    drawing: shown.source.content.drawing && largeDrawing(shown.source.content.drawing),
    promise: own(text.promise),
    promiseInEnglish: beside(['promise'], { level: 1, heading: text.promise }),
    meaning: section('meaning'),
    answerable: {
      title: answerable,
      who: told(reader, text.answerable, shown.textLanguage),
      english: beside(['answerable'], { level: 2, heading: answerable }),
    },
    ifNotKept: section('ifNotKept'),
    doing: doingFor(reader, shown.edition.document),
    outcomes: outcomesAbout(reader, 'pledges', shown.edition.document),
    related: relatedTo(reader, text, shown.edition.document),
    steps: stepsBetween(reader, pledgesInForce(reader), shown.edition.document),
  };
}

type Pointing = {
  readonly principles: Parameters<typeof linksTo>[1];
  readonly guides: Parameters<typeof linksTo>[1];
};

function doingFor(reader: Reader, document: string): PledgePage['doing'] {
  const all = progressLink(reader, 'progress.all');
  if (all === null) return null;
  const entries = actionsHaving(reader, 'pledge', document);
  const stood = entries.flatMap(({ standing }) => (standing.is === 'none' ? [] : [standing.is]));
  return {
    title: reader.words('progress.actions'),
    stands: reader.words('progress.stands'),
    standing: stoodOf(reader, standingOfPledge(stood)),
    entries,
    none: reader.words('progress.noActions'),
    all,
  };
}

/** Those that its guides explain come first. */
function servicesOf(reader: Reader, { guides, principles }: Pointing): readonly Link[] {
  const documents = (of: typeof guides) => of.map(({ document }) => document);
  return servicesCarryingOut(reader, {
    guides: documents(guides),
    principles: documents(principles),
  });
}

function relatedTo(
  reader: Reader,
  { guides, principles }: Pointing,
  document: string,
): readonly Related[] {
  const { words } = reader;
  return relatedGroups([
    [words('related.guides'), linksTo(reader, guides)],
    [words('related.principles'), linksTo(reader, principles)],
    [words('progress.services'), servicesOf(reader, { guides, principles })],
    [words('progress.consultations'), linksHaving(reader, 'consultations', 'subjects', document)],
    [words('progress.supports'), linksHaving(reader, 'evidence', 'supports', document)],
  ]);
}

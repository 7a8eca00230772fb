/** One promise: what it means, who answers for it, and what to do when it is not kept. */
import type { Content } from '../content/content.ts';
import type { English } from './beside.ts';
import { besideOpened, type DocumentPage, documentPage, openDocument } from './document.ts';
import { charterLink } from './frame.ts';
import { type Link, linksTo } from './links.ts';
import { pledgesInForce } from './promises.ts';
import { type ShownBlock, showProse } from './prose.ts';
import { numberIn, type Reader, type Said, said } from './reader.ts';
import { type Steps, stepsBetween } from './steps.ts';

export type Related = { readonly title: string; readonly links: readonly Link[] };

export type ShownSection = {
  readonly title: string;
  readonly blocks: readonly ShownBlock[];
  readonly english: English | null;
};

export type PledgePage = DocumentPage & {
  readonly number: string;
  readonly promise: Said;
  readonly promiseInEnglish: English | null;
  readonly meaning: ShownSection;
  readonly answerable: {
    readonly title: string;
    readonly who: Said;
    readonly english: English | null;
  };
  readonly ifNotKept: ShownSection;
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
    promise: own(text.promise),
    promiseInEnglish: beside(['promise'], { level: 1, heading: text.promise }),
    meaning: section('meaning'),
    answerable: {
      title: answerable,
      who: own(text.answerable),
      english: beside(['answerable'], { level: 2, heading: answerable }),
    },
    ifNotKept: section('ifNotKept'),
    related: relatedTo(reader, text),
    steps: stepsBetween(reader, pledgesInForce(reader), shown.edition.document),
  };
}

type Pointing = {
  readonly principles: Parameters<typeof linksTo>[1];
  readonly guides: Parameters<typeof linksTo>[1];
};

function relatedTo(reader: Reader, { principles, guides }: Pointing): readonly Related[] {
  return [
    { title: reader.words('related.guides'), links: linksTo(reader, guides) },
    { title: reader.words('related.principles'), links: linksTo(reader, principles) },
  ].filter((group) => group.links.length > 0);
}

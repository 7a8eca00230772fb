/** What a board or group was asked, and what it decided. */
import type { Content } from '../../content/content.ts';
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
import { linksTo, linkTo } from '../links.ts';
import type { Related } from '../pledge.ts';
import { dayIn, type Said, said } from '../reader.ts';
import { eachOnce, linksHaving, relatedGroups } from '../related.ts';
import { told } from '../terms.ts';
import { resultWords } from './rulings.ts';

export type DecisionPage = DocumentPage & {
  readonly title: Said;
  readonly titleInEnglish: English | null;
  readonly details: readonly Detail[];
  /** As it was minuted, in plain words. */
  readonly decided: {
    readonly title: string;
    readonly words: Said;
    readonly english: English | null;
  } | null;
  readonly related: readonly Related[];
};

type Params = { readonly language: string; readonly slug: string };

export function decisionPage(content: Content, { language, slug }: Params): DecisionPage {
  const opened = openPage(content, { kind: 'decisions', slug, language });
  const { reader, shown, textReader } = opened;
  const { source, text, textLanguage } = shown;
  const beside = besideOpened(opened);
  const body = linkTo(reader, source.content.madeBy);
  const title = textReader.words('decision.minuted');
  const named = linksTo(reader, source.content.subjects);
  const naming = linksHaving(reader, 'strategies', 'decisions', shown.edition.document);
  return {
    ...documentPage(opened, {
      ...{ title: text.title, description: text.decided },
      trail: [
        ownLink(reader, `/${language}/boards/`, reader.words('board.title')),
        ...(body === null ? [] : [body]),
      ],
    }),
    title: said(reader, text.title, textLanguage),
    titleInEnglish: beside(['title'], { level: 1, heading: text.title }),
    details: detailsOf(opened),
    decided:
      text.decided === null
        ? null
        : {
            ...{ title, words: told(reader, text.decided, textLanguage) },
            english: beside(['decided'], { level: 2, heading: title }),
          },
    related: relatedGroups([[reader.words('outcome.about'), eachOnce([...named, ...naming])]]),
  };
}

/** Choices, days and whom it names are the same in every language, and newest in English. */
function detailsOf({ reader, shown }: Opened<'decisions'>): readonly Detail[] {
  const { words } = reader;
  const { asked, classification, madeBy, on, reference, result } = shown.source.content;
  const body = linkTo(reader, madeBy);
  const papers = classification === null ? null : words(`decision.papers.${classification}`);
  const known: readonly (readonly [string, string | null])[] = [
    [words('decision.asked.label'), words(`decision.asked.${asked}`)],
    [words('decision.result.label'), resultWords(reader, { on, result })],
    [words('decision.on'), dayIn(reader.language, on)],
    [words('decision.reference'), reference],
    [words('decision.papers.label'), papers],
  ];
  return [
    ...(body === null ? [] : [{ name: words('decision.by'), link: body }]),
    ...known.flatMap(([name, value]): readonly Detail[] => (value ? [{ name, value }] : [])),
  ];
}

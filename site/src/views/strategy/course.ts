/** Training for people who work with families. */
import type { Content } from '../../content/content.ts';
import type { English } from '../beside.ts';
import {
  besideOpened,
  type DocumentPage,
  documentPage,
  type Opened,
  openPage,
} from '../document.ts';
import { factFor, type ShownFact, type Way, web } from '../facts.ts';
import { ownLink } from '../frame.ts';
import { type Link, linksTo, linkTo } from '../links.ts';
import type { Related } from '../pledge.ts';
import { type ShownBlock, showProse } from '../prose.ts';
import { type Said, said } from '../reader.ts';
import { relatedGroups } from '../related.ts';
import { told } from '../terms.ts';

type Told = { readonly name: string } & (
  | { readonly said: Said }
  | { readonly link: Link }
  | { readonly fact: ShownFact }
  | { readonly way: Way }
);

export type CoursePage = DocumentPage & {
  readonly title: Said;
  readonly summary: Said;
  readonly headInEnglish: English | null;
  readonly told: readonly Told[];
  readonly toldInEnglish: English | null;
  readonly body: {
    readonly title: string;
    readonly blocks: readonly ShownBlock[];
    readonly english: English | null;
  } | null;
  readonly related: readonly Related[];
};

type Params = { readonly language: string; readonly slug: string };

export function coursePage(content: Content, { language, slug }: Params): CoursePage {
  const opened = openPage(content, { kind: 'courses', slug, language });
  const { reader, shown, textReader } = opened;
  const { source, text, textLanguage } = shown;
  const beside = besideOpened(opened);
  const above = { level: 2, heading: textReader.words('course.body') } as const;
  const list = reader.words('professionals.title');
  return {
    ...documentPage(opened, {
      ...{ title: text.title, description: text.summary },
      trail: [ownLink(reader, `/${language}/for-professionals/`, list)],
    }),
    title: said(reader, text.title, textLanguage),
    summary: told(reader, text.summary, textLanguage),
    headInEnglish: beside(['title', 'summary'], { level: 1, heading: text.title }),
    told: toldOf(opened),
    toldInEnglish: beside(['forWhom', 'level', 'length', 'accreditedBy', 'howToBook'], {
      ...{ level: 1, heading: text.title },
    }),
    body:
      text.body === null
        ? null
        : {
            title: above.heading,
            blocks: showProse(textReader, text.body, above),
            english: beside(['body'], above),
          },
    related: relatedGroups([
      [reader.words('progress.principles'), linksTo(reader, source.content.principles)],
    ]),
  };
}

function toldOf({ reader, shown }: Opened<'courses'>): readonly Told[] {
  const { source, text, textLanguage } = shown;
  const { contact, provider } = source.content;
  const way = web(source.content.web);
  const organisation = provider === null ? null : linkTo(reader, provider);
  const fact = contact === null ? null : factFor(reader, contact);
  const own = (name: string, words: string | null): readonly Told[] =>
    words === null ? [] : [{ name, said: told(reader, words, textLanguage) }];
  const { words } = reader;
  return [
    ...own(words('course.forWhom'), text.forWhom),
    ...own(words('course.level'), text.level),
    ...own(words('course.length'), text.length),
    ...own(words('course.accreditedBy'), text.accreditedBy),
    ...(organisation === null ? [] : [{ name: words('course.provider'), link: organisation }]),
    ...own(words('course.howToBook'), text.howToBook),
    ...(fact === null ? [] : [{ name: words('board.contact'), fact }]),
    ...(way === null ? [] : [{ name: words('fact.web'), way }]),
  ];
}

/** A page that is none of the other kinds: about, privacy. */
import type { Content } from '../content/content.ts';
import { type Attachments, attachmentsFor } from './attachments.ts';
import type { English } from './beside.ts';
import { besideOpened, type DocumentPage, documentPage, openPage } from './document.ts';
import { type Picture, pictureFor } from './picture.ts';
import { type ShownBlock, showProse } from './prose.ts';
import { type Said, said } from './reader.ts';
import { told } from './terms.ts';

export type PlainPage = DocumentPage & {
  readonly title: Said;
  readonly summary: Said;
  readonly headInEnglish: English | null;
  readonly picture: Picture | null;
  readonly attachments: Attachments | null;
  readonly blocks: readonly ShownBlock[];
  readonly bodyInEnglish: English | null;
};

type Params = { readonly language: string; readonly slug: string };

export function plainPage(content: Content, { language, slug }: Params): PlainPage {
  const opened = openPage(content, { kind: 'pages', slug, language });
  const { reader, textReader, shown } = opened;
  const { text, textLanguage } = shown;
  const above = { level: 1, heading: text.title } as const;
  const beside = besideOpened(opened);
  return {
    ...documentPage(opened, { title: text.title, description: text.summary }),
    title: said(reader, text.title, textLanguage),
    summary: told(reader, text.summary, textLanguage),
    headInEnglish: beside(['title', 'summary'], above),
    picture: pictureFor(reader, text.image),
    attachments: attachmentsFor(reader, text.attachments),
    blocks: text.body === null ? [] : showProse(textReader, text.body, above),
    bodyInEnglish: beside(['body'], above),
  };
}

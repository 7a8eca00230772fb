/** A board or group: who is on it and for whom they speak, how to raise something, what it decided. */
import type { Content } from '../../content/content.ts';
import type { English } from '../beside.ts';
import { besideOpened, type DocumentPage, documentPage, openPage } from '../document.ts';
import { factFor, type ShownFact } from '../facts.ts';
import { ownLink } from '../frame.ts';
import { type ShownBlock, type ShownTable, showProse } from '../prose.ts';
import { type Said, said } from '../reader.ts';
import { told } from '../terms.ts';
import { type Ruling, rulingsOf } from './rulings.ts';
import { tableOf } from './table.ts';

type Part<T> = { readonly title: string; readonly english: English | null } & T;

export type BodyPage = DocumentPage & {
  readonly type: string;
  readonly name: Said;
  readonly summary: Said;
  readonly headInEnglish: English | null;
  readonly meets: Part<{ readonly words: Said }> | null;
  readonly members: Part<{ readonly table: ShownTable }> | null;
  readonly howToRaise: Part<{ readonly blocks: readonly ShownBlock[] }> | null;
  readonly contact: { readonly title: string; readonly fact: ShownFact } | null;
  readonly rulings: { readonly title: string; readonly all: readonly Ruling[] } | null;
};

type Params = { readonly language: string; readonly slug: string };

export function bodyPage(content: Content, { language, slug }: Params): BodyPage {
  const opened = openPage(content, { kind: 'bodies', slug, language });
  const { reader, shown, textReader } = opened;
  const { source, text, textLanguage } = shown;
  const { words } = textReader;
  const beside = besideOpened(opened);
  const part = (title: string, field: string) => {
    const above = { level: 2, heading: title } as const;
    return { title, above, english: beside([field], above) };
  };
  const raise = part(words('board.raise'), 'howToRaise');
  const contact = source.content.contact === null ? null : factFor(reader, source.content.contact);
  const decided = content.having('decisions', 'madeBy', shown.edition.document);
  const rulings = rulingsOf(
    reader,
    decided.map(({ document }) => document),
  );
  return {
    ...documentPage(opened, {
      ...{ title: text.name, description: text.summary },
      trail: [ownLink(reader, `/${language}/boards/`, reader.words('board.title'))],
    }),
    type: reader.words(`board.type.${text.type}`),
    name: said(reader, text.name, textLanguage),
    summary: told(reader, text.summary, textLanguage),
    headInEnglish: beside(['name', 'summary'], { level: 1, heading: text.name }),
    howToRaise:
      text.howToRaise === null
        ? null
        : { ...raise, blocks: showProse(textReader, text.howToRaise, raise.above) },
    meets:
      text.meets === null
        ? null
        : {
            ...part(words('board.meets'), 'meets'),
            words: told(reader, text.meets, textLanguage),
          },
    members:
      text.members.length === 0
        ? null
        : {
            ...part(words('board.members'), 'members'),
            table: tableOf(
              textReader,
              words('board.members'),
              [words('board.role'), words('board.represents')],
              text.members.map(({ represents, role }) => [role, represents]),
            ),
          },
    contact: contact === null ? null : { title: reader.words('board.contact'), fact: contact },
    rulings: rulings.length === 0 ? null : { title: reader.words('board.decisions'), all: rulings },
  };
}

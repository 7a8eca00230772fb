/** One word of the common language: what it means to parents, to professionals, and how languages write it. */
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Content } from '../../content/content.ts';
import type { English } from '../beside.ts';
import {
  besideOpened,
  type DocumentPage,
  documentPage,
  type Opened,
  openPage,
} from '../document.ts';
import { ownLink } from '../frame.ts';
import { knownLanguage, type Said, said, type Tongue, tongue } from '../reader.ts';
import { linkedIn, told } from '../terms.ts';
import { approvedIn, forbiddenIn } from './wordings.ts';

type Meaning = {
  readonly title: string;
  readonly text: Said;
  readonly english: English | null;
};

export type TermPage = DocumentPage & {
  readonly term: Said;
  readonly termInEnglish: English | null;
  readonly plain: Meaning;
  readonly professional: Meaning | null;
  readonly wordings: {
    readonly title: string;
    readonly languages: readonly {
      readonly name: string;
      readonly in: Tongue;
      readonly words: readonly string[];
    }[];
  } | null;
  readonly avoid: {
    readonly title: string;
    readonly in: Tongue;
    readonly words: readonly string[];
  } | null;
};

type Params = { readonly language: string; readonly slug: string };

export function termPage(content: Content, { language, slug }: Params): TermPage {
  const opened = openPage(content, { kind: 'terms', slug, language });
  const { reader, shown } = opened;
  const { text, textLanguage } = shown;
  const beside = besideOpened(opened);
  // A page does not lead to itself.
  linkedIn(reader, textLanguage).used.add(shown.edition.document);
  const meaning = (field: 'plain' | 'professional', words: string): Meaning => {
    const title = reader.words(`words.${field}`);
    return {
      title,
      text: told(reader, words, textLanguage),
      english: beside([`${field}Meaning`], { level: 2, heading: title }),
    };
  };
  return {
    ...documentPage(opened, {
      title: text.term,
      description: text.plainMeaning,
      section: 'words',
      trail: [ownLink(reader, `/${language}/words/`, reader.words('words.title'))],
    }),
    term: said(reader, text.term, textLanguage),
    termInEnglish: beside(['term'], { level: 1, heading: text.term }),
    plain: meaning('plain', text.plainMeaning),
    professional:
      text.professionalMeaning === null ? null : meaning('professional', text.professionalMeaning),
    wordings: wordingsOf(opened),
    avoid: avoided(opened),
  };
}

/** As the English edition has them, which alone says how every language writes it. */
function wordingsOf({ reader, shown }: Opened<'terms'>): TermPage['wordings'] {
  const { content, language } = reader;
  const english = { tag: SOURCE_LANGUAGE, words: [shown.source.content.term] };
  const others = content.trust.languages
    .filter((tag) => tag !== SOURCE_LANGUAGE)
    .map((tag) => ({ tag, words: approvedIn(shown.source.content, tag) }));
  const languages = [english, ...others]
    .filter(({ tag, words }) => tag !== language && words.length > 0)
    .map(({ tag, words }) => ({ name: knownLanguage(tag).ownName, in: tongue(tag), words }));
  return languages.length === 0 ? null : { title: reader.words('words.wordings'), languages };
}

function avoided({ reader, shown }: Opened<'terms'>): TermPage['avoid'] {
  const words = forbiddenIn(shown.source.content, reader.language);
  if (words.length === 0) return null;
  return { title: reader.words('words.avoid'), in: tongue(reader.language), words };
}

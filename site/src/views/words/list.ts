/** Every word that the trust explains, under the letters of the reader's language; the others as the English has them. */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import { byLetter } from '@charterpress/shared/domain/terms/alphabet.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Content } from '../../content/content.ts';
import { type Frame, frameFor } from '../frame.ts';
import { destination, type Link } from '../links.ts';
import { type Reader, reader, type Said, said } from '../reader.ts';
import { reading } from '../reading.ts';
import { approvedIn } from './wordings.ts';

export type Word = Link & {
  readonly meaning: Said;
  /** How the reader's language writes a word that is explained in English. */
  readonly wording: string | null;
};

export type WordsPage = {
  readonly frame: Frame;
  readonly title: string;
  readonly introduction: string;
  readonly letters: {
    readonly label: string;
    readonly groups: readonly {
      readonly id: string;
      readonly letter: string;
      readonly words: readonly Word[];
    }[];
  };
  /** What nobody has translated yet. */
  readonly inEnglish: { readonly title: string; readonly words: readonly Word[] } | null;
};

export function wordsPage(
  content: Content,
  { language }: { readonly language: string },
): WordsPage {
  const who = reader(content, language);
  const title = who.words('words.title');
  const introduction = who.words('words.intro');
  const own = wordsIn(who, language);
  const known = new Set(own.map(({ document }) => document));
  const rest = wordsIn(who, SOURCE_LANGUAGE).filter(({ document }) => !known.has(document));
  const groups = byLetter(own, ({ word }) => word.label.text, language);
  return {
    frame: frameFor(who, {
      title,
      description: introduction,
      section: 'words',
      isHandedOn: true,
      pathIn: (tag) => `/${tag}/words/`,
    }),
    title,
    introduction,
    letters: {
      label: who.words('words.letters'),
      groups: groups.map(({ letter, words }, at) => ({
        ...{ id: `letter-${at + 1}`, letter },
        words: words.map(({ word }) => word),
      })),
    },
    inEnglish:
      rest.length === 0
        ? null
        : { title: who.words('words.english'), words: rest.map(({ word }) => word) },
  };
}

type Found = { readonly document: string; readonly word: Word };

function wordsIn(reader: Reader, language: string): readonly Found[] {
  const listed = reader.content.list('terms', language).filter((one) => !one.withdrawn);
  return listed.flatMap(({ document }) => {
    const found = reading(reader.content, { kind: 'terms', document, language });
    if (found === null) return [];
    const { slug, source, text, textLanguage } = found;
    const href = pathOf({ kind: 'terms', slug, language }) as string;
    const isForeign = language !== reader.language;
    const wording = isForeign ? (approvedIn(source.content, reader.language)[0] ?? null) : null;
    const word = {
      ...destination(reader, href, language),
      label: said(reader, text.term, textLanguage),
      meaning: said(reader, text.plainMeaning, textLanguage),
      wording,
    };
    return [{ document, word }];
  });
}

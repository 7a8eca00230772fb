/** The urgent notices in force, as a reader sees them. They are the same on every page of a language. */
import type { ReadableEdition } from '@charterpress/shared/domain/edition.ts';
import type { Reference } from '@charterpress/shared/domain/shape.ts';
import type { NoticeSentence, Severity } from '@charterpress/shared/domain/urgent-notice.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { aboutWords, insteadWords } from '@charterpress/shared/notice-words.ts';
import { interfaceLanguage } from '@charterpress/shared/strings.ts';
import { factFor, type ShownFact } from './facts.ts';
import { inEnglish, momentIn, type Reader, type Said } from './reader.ts';

export type Urgent = {
  /** What screen readers call the place. */
  readonly label: string;
  readonly notices: readonly UrgentNotice[];
};

export type UrgentNotice = {
  readonly document: string;
  /** ISO 8601 moment. */
  readonly ends: string;
  readonly tone: Severity;
  readonly severity: string;
  /** What it says where nothing is filled in. */
  readonly sentence: string | null;
  /** What it is about, by its name alone. */
  readonly about: { readonly words: string; readonly name: Said } | null;
  readonly instead: { readonly words: string; readonly fact: ShownFact } | null;
  /** Free text: with a word before it that it is English, where the reader's language is another. */
  readonly text: { readonly words: string | null; readonly said: Said } | null;
  readonly until: string;
};

export function urgentFor(reader: Reader): Urgent {
  const notices = reader.content.notices().map((notice) => shown(reader, notice));
  return { label: reader.words('urgent.label'), notices };
}

function shown(reader: Reader, notice: ReadableEdition<'notices'>): UrgentNotice {
  const { about, ends, instead, sentence, severity, text } = notice.content;
  const { words, language } = reader;
  return {
    document: notice.document,
    ends,
    tone: severity,
    severity: words(`urgent.severity.${severity}`),
    sentence: sentence === 'news' ? words('urgent.news') : null,
    about: aboutOf(reader, sentence, about),
    instead: insteadOf(reader, sentence, instead),
    text: text === null ? null : englishText(reader, text),
    until: words('urgent.until', { moment: momentIn(language, ends) }),
  };
}

function aboutOf(
  reader: Reader,
  sentence: NoticeSentence,
  about: Reference | null,
): UrgentNotice['about'] {
  const key = aboutWords[sentence];
  const fact = about === null ? null : factFor(reader, about);
  return key === null || fact === null ? null : { words: reader.words(key), name: fact.label };
}

function insteadOf(
  reader: Reader,
  sentence: NoticeSentence,
  instead: Reference | null,
): UrgentNotice['instead'] {
  const fact = instead === null ? null : factFor(reader, instead);
  if (fact === null) return null;
  return { words: reader.words(insteadWords[sentence]), fact };
}

function englishText(reader: Reader, text: string): UrgentNotice['text'] {
  const isForeign = interfaceLanguage(reader.language) !== SOURCE_LANGUAGE;
  return {
    words: isForeign ? reader.words('urgent.inEnglish') : null,
    said: inEnglish(reader, text),
  };
}

/** A card to show: "I speak Urdu. Please ring an interpreter." Its holder reads one half, the staff the other. */
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Content } from '../content/content.ts';
import type { Way } from './facts.ts';
import { interpreterLine } from './footer.ts';
import { type Frame, frameFor, ownLink } from './frame.ts';
import type { Link } from './links.ts';
import { inEnglish, knownLanguage, type Reader, reader, type Said, wordsIn } from './reader.ts';

export type InterpreterCard = {
  readonly frame: Frame;
  readonly title: string;
  readonly introduction: string;
  readonly card: {
    readonly own: string;
    /** For staff, in English. */
    readonly staff: Said;
    /** What the number is, and the number; `null` where the trust has no line for interpreters. */
    readonly line: { readonly label: Said; readonly way: Way } | null;
    readonly trust: Said;
  };
};

/** Whoever reads English needs none, and Easy Read and signing are forms of it. */
export function hasInterpreterCard(tag: string): boolean {
  return tag !== SOURCE_LANGUAGE && knownLanguage(tag).form === 'text';
}

export function cardPath(tag: string): string {
  return `/${tag}/interpreter-card/`;
}

/** `null` for whoever has none. */
export function cardLink(reader: Reader): Link | null {
  const { language, words } = reader;
  return hasInterpreterCard(language)
    ? ownLink(reader, cardPath(language), words('card.link'))
    : null;
}

export function interpreterCard(
  content: Content,
  { language }: { readonly language: string },
): InterpreterCard {
  const who = reader(content, language);
  const staff = reader(content, SOURCE_LANGUAGE);
  const { englishName, ownName } = knownLanguage(language);
  const fact = interpreterLine(staff);
  const { words } = who;
  return {
    frame: frameFor(who, {
      title: words('card.title'),
      description: words('card.intro'),
      pathIn: (tag) => (hasInterpreterCard(tag) ? cardPath(tag) : null),
    }),
    title: words('card.title'),
    introduction: words('card.intro'),
    card: {
      own: words('card.speak', { language: ownName }),
      staff: inEnglish(
        who,
        wordsIn(content, SOURCE_LANGUAGE)('card.speak', { language: englishName }),
      ),
      line:
        fact === null || fact.telephone === null
          ? null
          : { label: inEnglish(who, fact.label.text), way: fact.telephone },
      trust: inEnglish(who, content.trust.name),
    },
  };
}

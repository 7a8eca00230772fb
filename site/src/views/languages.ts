/** What there is in each language, who checked its words, and how to ask for more. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { WordKey } from '@charterpress/shared/strings.ts';
import type { Content } from '../content/content.ts';
import type { ShownFact } from './facts.ts';
import { interpreterLine } from './footer.ts';
import { type Frame, frameFor } from './frame.ts';
import { cardPath, hasInterpreterCard } from './interpreter-card.ts';
import type { Link } from './links.ts';
import {
  knownLanguage,
  onceALanguage,
  type Reader,
  reader,
  said,
  type Tongue,
  tongue,
  wordsIn,
} from './reader.ts';

export type LanguagesPage = {
  readonly frame: Frame;
  readonly title: string;
  readonly introduction: string;
  readonly languages: readonly LanguageCard[];
  /** `null` where the trust has no line for interpreters. */
  readonly ask: { readonly title: string; readonly text: string; readonly fact: ShownFact } | null;
};

export type LanguageCard = {
  readonly href: string;
  readonly hreflang: string;
  /** As its readers write it. */
  readonly name: string;
  readonly in: Tongue;
  /** In the language of the page, for whoever asks for somebody else; `null` where both are the same. */
  readonly called: string | null;
  readonly pages: readonly string[];
  readonly notes: readonly string[];
  /** To a card for showing to staff, in that language. */
  readonly card: Link | null;
};

/** The address of the page, below the tag of the language. */
export const LANGUAGES = 'languages';

export function languagesPage(
  content: Content,
  { language }: { readonly language: string },
): LanguagesPage {
  const who = reader(content, language);
  const { words } = who;
  const fact = interpreterLine(who);
  return {
    frame: frameFor(who, {
      title: words('coverage.title'),
      description: words('coverage.intro'),
      isHandedOn: true,
      pathIn: (tag) => `/${tag}/${LANGUAGES}/`,
    }),
    title: words('coverage.title'),
    introduction: words('coverage.intro'),
    languages: content.trust.languages.map((tag) => cardOf(who, tag)),
    ask:
      fact === null
        ? null
        : { title: words('coverage.ask'), text: words('coverage.askLine'), fact },
  };
}

function cardOf(reader: Reader, tag: string): LanguageCard {
  const { ownName } = knownLanguage(tag);
  const called = nameIn(reader.language, tag);
  return {
    href: `/${tag}/`,
    hreflang: tag,
    name: ownName,
    in: tongue(tag),
    called: called === ownName ? null : called,
    ...countsOf(reader, tag),
    card: hasInterpreterCard(tag) ? cardIn(reader, tag) : null,
  };
}

function cardIn(reader: Reader, tag: string): Link {
  const label = said(reader, wordsIn(reader.content, tag)('card.title'), tag);
  return { href: cardPath(tag), hreflang: tag, note: null, label };
}

const counted: Readonly<Partial<Record<Kind, WordKey>>> = {
  charter: 'coverage.charter',
  pledges: 'charter.count',
  principles: 'coverage.principles',
  guides: 'coverage.guides',
  pages: 'coverage.pages',
};

function countsOf({ content, words }: Reader, tag: string): Pick<LanguageCard, 'pages' | 'notes'> {
  const coverage = content.coverage(tag);
  const pages = coverage.flatMap(({ kind, pages: count }) => {
    const key = counted[kind];
    return key === undefined ? [] : [words(key, { count })];
  });
  const { checkedByNativeSpeaker, form } = knownLanguage(tag);
  if (tag === SOURCE_LANGUAGE) return { pages, notes: [words('coverage.source')] };
  const behind = coverage.reduce((sum, one) => sum + one.behind, 0);
  const standing =
    behind > 0 ? words('coverage.behind', { count: behind }) : words('coverage.current');
  const checked = words(checkedByNativeSpeaker ? 'coverage.checked' : 'coverage.unchecked');
  return {
    pages,
    notes: [
      pages.length === 0 ? words('coverage.nothing') : standing,
      // Easy Read and BSL stand in an interface of plain English.
      ...(form === 'text' ? [checked] : []),
    ],
  };
}

/** `null` where the standard has no name for it in that language. */
function nameIn(tag: string, other: string): string | null {
  const { form } = knownLanguage(other);
  return form === 'text' ? (namesIn(tag).of(other) ?? null) : null;
}

const namesIn = onceALanguage((tag) => {
  const { form } = knownLanguage(tag);
  const spoken = form === 'text' ? tag : SOURCE_LANGUAGE;
  return new Intl.DisplayNames(spoken, { type: 'language', fallback: 'none' });
});

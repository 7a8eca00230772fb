/** How a principle was said before: until when, who was asked, what they said, what changed and why. */
import {
  type EarlierWording,
  wordingHistory,
} from '@charterpress/shared/domain/promises/wordings.ts';
import type { Reference } from '@charterpress/shared/domain/shape.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { type Compared, comparedFor } from './compared.ts';
import { type Link, linkTo } from './links.ts';
import { dayIn, type Reader, type Said, said } from './reader.ts';
import type { Reading } from './reading.ts';
import { told } from './terms.ts';
import { textWithin } from './within.ts';

export type ShownWording = {
  /** "From 1 March 2007 until 5 July 2007" */
  readonly when: string;
  readonly compared: Compared;
  readonly why: { readonly title: string; readonly words: Said };
  readonly asked: { readonly label: string; readonly link: Link } | null;
  /** To what came of it, further down the page. */
  readonly answers: readonly { readonly href: string; readonly label: Said }[];
};

export type WordingHistory = { readonly title: string; readonly wordings: readonly ShownWording[] };

/** Newest first; `null` where it was never said otherwise. In English where the translation is behind. */
export function wordingsOf(reader: Reader, shown: Reading<'principles'>): WordingHistory | null {
  const isCurrent = shown.freshness.state === 'current';
  const [text, tag] = isCurrent
    ? [shown.text, shown.textLanguage]
    : [shown.source.content, SOURCE_LANGUAGE];
  const { document } = shown.edition;
  const wordings = wordingHistory(text, tag).map((wording) =>
    shownWording(reader, wording, { document, tag }),
  );
  return wordings.length === 0 ? null : { title: reader.words('wording.title'), wordings };
}

type On = { readonly document: string; readonly tag: string };

function shownWording(
  reader: Reader,
  { change, consultation, from, reason, until }: EarlierWording,
  { document, tag }: On,
): ShownWording {
  const { language, words } = reader;
  const date = dayIn(language, until);
  const link = consultation === null ? null : linkTo(reader, consultation);
  return {
    when:
      from === null
        ? words('wording.until', { date })
        : words('wording.between', { from: dayIn(language, from), until: date }),
    compared: comparedFor(reader, { pieces: change, tag, title: words('wording.changed') }),
    why: { title: words('wording.why'), words: told(reader, reason, tag) },
    asked: link === null ? null : { label: words('wording.asked'), link },
    answers: consultation === null ? [] : answersTo(reader, consultation, document),
  };
}

/** The outcomes of the consultation that stand on this page. */
function answersTo(
  reader: Reader,
  consultation: Reference,
  principle: string,
): ShownWording['answers'] {
  const { content } = reader;
  const here = new Set(
    content.having('outcomes', 'principles', principle).map(({ document }) => document),
  );
  return content
    .having('outcomes', 'consultation', consultation.document)
    .filter(({ document }) => here.has(document))
    .flatMap(({ document }) => {
      const outcome = textWithin(reader, { kind: 'outcomes', document });
      if (outcome === null) return [];
      const label = said(reader, outcome.text.title, outcome.language);
      return [{ href: `#outcome-${outcome.slug}`, label }];
    });
}

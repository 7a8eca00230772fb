/** What came of what people said: on the pages of the principles, pledges and consultations it is about. */
import { comparedWords } from '@charterpress/shared/domain/compare-words.ts';
import type { ContentOfKind } from '@charterpress/shared/domain/kinds.ts';
import type { Reference } from '@charterpress/shared/domain/shape.ts';
import { type Compared, comparedFor } from './compared.ts';
import type { Dated } from './document.ts';
import { type Link, linksTo } from './links.ts';
import { dayIn, type Reader, type Said, said } from './reader.ts';
import { told } from './terms.ts';
import { textWithin, type Within } from './within.ts';

export type ShownOutcome = {
  /** `outcome-more-forums`: where a link to this outcome leads on the page. */
  readonly anchor: string;
  readonly title: Said;
  /** Said of one that has no words in the reader's language. */
  readonly note: string | null;
  /** We asked, you said, we did or did not: each with its words. */
  readonly parts: readonly { readonly label: string; readonly words: Said }[];
  readonly since: Dated | null;
  readonly wording: Compared | null;
  /** The other pages that it stands on. */
  readonly about: { readonly label: string; readonly links: readonly Link[] } | null;
};

export type Outcomes = { readonly title: string; readonly outcomes: readonly ShownOutcome[] };

export type OutcomeField = 'principles' | 'pledges' | 'consultation';

/** Newest first; `null` where nothing came of anything yet. */
export function outcomesAbout(
  reader: Reader,
  field: OutcomeField,
  document: string,
): Outcomes | null {
  const found = reader.content.having('outcomes', field, document);
  return outcomesOf(
    reader,
    found.map((one) => one.document),
    document,
  );
}

/** These outcomes, as they are shown on the page of one document. */
export function outcomesOf(
  reader: Reader,
  outcomes: readonly string[],
  page: string,
): Outcomes | null {
  const shown = outcomes
    .flatMap((document) => textWithin(reader, { kind: 'outcomes', document }) ?? [])
    .toSorted(newestFirst)
    .map((outcome) => shownOutcome(reader, outcome, page));
  return shown.length === 0 ? null : { title: reader.words('outcome.title'), outcomes: shown };
}

function newestFirst(a: Within<'outcomes'>, b: Within<'outcomes'>): number {
  const [one, other] = [a.source.changedOn ?? '', b.source.changedOn ?? ''];
  if (one !== other) return one < other ? 1 : -1;
  return a.slug < b.slug ? -1 : 1;
}

function shownOutcome(
  reader: Reader,
  { language, slug, source, text }: Within<'outcomes'>,
  page: string,
): ShownOutcome {
  const sentences = (words: string) => told(reader, words, language);
  const { answer, changedOn } = source;
  const date = changedOn === null ? null : dayIn(reader.language, changedOn);
  return {
    anchor: `outcome-${slug}`,
    title: said(reader, text.title, language),
    note: language === reader.language ? null : reader.words('inEnglish'),
    parts: [
      { label: reader.words('outcome.asked'), words: sentences(text.asked) },
      { label: reader.words('outcome.said'), words: sentences(text.said) },
      { label: reader.words(`outcome.answer.${answer}`), words: sentences(text.because) },
    ],
    since:
      date === null || changedOn === null || answer === 'did-not'
        ? null
        : { text: reader.words('outcome.since', { date }), moment: changedOn },
    wording: wordingOf(reader, text, language),
    about: aboutOf(reader, source, page),
  };
}

function wordingOf(
  reader: Reader,
  { after, before }: ContentOfKind<'outcomes'>,
  tag: string,
): Compared | null {
  if (after === null || before === null) return null;
  const title = reader.words('outcome.wording');
  return comparedFor(reader, { pieces: comparedWords(before, after, tag), tag, title });
}

function aboutOf(
  reader: Reader,
  { consultation, pledges, principles }: ContentOfKind<'outcomes'>,
  page: string,
): ShownOutcome['about'] {
  const all: readonly (Reference | null)[] = [consultation, ...pledges, ...principles];
  const others = all.filter((one) => one !== null).filter(({ document }) => document !== page);
  const links = linksTo(reader, others);
  return links.length === 0 ? null : { label: reader.words('outcome.about'), links };
}

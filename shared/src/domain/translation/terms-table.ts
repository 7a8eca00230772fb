/** The wordings of the common language in one language as a table, for people who work in a spreadsheet. */
import { hiddenCharacterIn } from '../hidden.ts';
import type { wordingUses } from '../kinds.ts';

type Use = (typeof wordingUses)[number];
export type Wording = { readonly language: string; readonly use: Use; readonly wording: string };

/** A term as its working copy has it. */
export type TermCopy = {
  readonly document: string;
  readonly revision: number;
  readonly term: string;
  readonly plainMeaning: string;
  readonly staysLatin: boolean;
  readonly wordings: readonly Wording[];
};

export const termColumns = [
  'document',
  'term',
  'meaning',
  'latin',
  'approved',
  'forbidden',
] as const;
export type TermRow = Readonly<Record<(typeof termColumns)[number], string>>;

export type TermChange = {
  readonly document: string;
  readonly revision: number;
  readonly term: string;
  readonly was: Wordings;
  readonly becomes: Wordings;
};
type Wordings = Readonly<Record<Use, readonly string[]>>;

export type RowRefusal =
  | 'unknown-term'
  | 'repeated-row'
  | 'approved-and-forbidden'
  | 'hidden-character'
  | 'too-long';

export type TermsReport = {
  readonly changes: readonly TermChange[];
  readonly unchanged: number;
  /** By the number of the row below the headings, from 1. */
  readonly refused: readonly { readonly row: number; readonly why: RowRefusal }[];
};

const BETWEEN = ' | ';
const LONGEST = 500;

export function rowOf(copy: TermCopy, language: string): TermRow {
  const { approved, forbidden } = wordingsIn(copy, language);
  return {
    document: copy.document,
    term: copy.term,
    meaning: copy.plainMeaning,
    latin: copy.staysLatin ? 'yes' : '',
    approved: approved.join(BETWEEN),
    forbidden: forbidden.join(BETWEEN),
  };
}

/** What a table would change. Of a row only the wordings are taken; the term is found by its document. */
export function judgeTable(
  rows: readonly Pick<TermRow, 'document' | 'approved' | 'forbidden'>[],
  copies: readonly TermCopy[],
  language: string,
): TermsReport {
  const judged = rows.map((row, at) =>
    judgeRow(row, { copies, language, before: rows.slice(0, at) }),
  );
  return {
    changes: judged.filter((one) => typeof one === 'object'),
    unchanged: judged.filter((one) => one === 'unchanged').length,
    refused: judged.flatMap((one, at) =>
      typeof one === 'object' || one === 'unchanged' ? [] : [{ row: at + 1, why: one }],
    ),
  };
}

/** The wordings of a term with those of one language in place of what was there. */
export function changedWordings(
  wordings: readonly Wording[],
  language: string,
  { approved, forbidden }: Wordings,
): readonly Wording[] {
  const others = wordings.filter((wording) => wording.language !== language);
  const own = (use: Use, texts: readonly string[]) =>
    texts.map((wording): Wording => ({ language, use, wording }));
  return [...others, ...own('approved', approved), ...own('forbidden', forbidden)];
}

type About = {
  readonly copies: readonly TermCopy[];
  readonly language: string;
  readonly before: readonly Pick<TermRow, 'document'>[];
};

function judgeRow(
  row: Pick<TermRow, 'document' | 'approved' | 'forbidden'>,
  { before, copies, language }: About,
): TermChange | RowRefusal | 'unchanged' {
  const copy = copies.find(({ document }) => document === row.document.trim());
  if (copy === undefined) return 'unknown-term';
  if (before.some(({ document }) => document.trim() === copy.document)) return 'repeated-row';
  const becomes = { approved: split(row.approved), forbidden: split(row.forbidden) };
  const all = [...becomes.approved, ...becomes.forbidden];
  if (all.some((wording) => hiddenCharacterIn(wording) !== null)) return 'hidden-character';
  if (all.some(({ length }) => length > LONGEST)) return 'too-long';
  if (becomes.approved.some((wording) => becomes.forbidden.includes(wording)))
    return 'approved-and-forbidden';
  const was = wordingsIn(copy, language);
  if (JSON.stringify(was) === JSON.stringify(becomes)) return 'unchanged';
  const { document, revision, term } = copy;
  return { document, revision, term, was, becomes };
}

function wordingsIn({ wordings }: TermCopy, language: string): Wordings {
  const own = wordings.filter((wording) => wording.language === language);
  const textsOf = (wanted: Use) =>
    own.flatMap(({ use, wording }) => (use === wanted ? [wording] : []));
  return { approved: textsOf('approved'), forbidden: textsOf('forbidden') };
}

function split(cell: string): readonly string[] {
  const texts = cell.split(/[|\n]/).map((text) => text.normalize('NFC').trim());
  return [...new Set(texts.filter((text) => text !== ''))];
}

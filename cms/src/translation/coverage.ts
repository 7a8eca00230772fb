/** How much of what readers have in English they have in each language: for editors, weighed by what matters most. */

import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import {
  type CellState,
  cellStateOf,
  cellStates,
  coveredPart,
} from '@charterpress/shared/domain/translation/coverage.ts';
import { byPriority, priorityOf } from '@charterpress/shared/domain/translation/priority.ts';
import { language as languageOf } from '@charterpress/shared/languages.ts';
import words from '@charterpress/shared/strings/translating.json' with { type: 'json' };
import { stringify } from 'csv-stringify/sync';
import type { PayloadRequest } from 'payload';
import { counted, headOfTally, standpointOf, tallyIn } from './lists.ts';
import { type Released, type TallyRow, tallies } from './records.ts';

export type Cell = {
  readonly state: CellState;
  /** Since when there is something to do. */
  readonly since: string | null;
  /** English words that somebody has to translate. */
  readonly words: number;
  readonly released: Released | null;
};

export type CoverageRow = {
  readonly kind: Kind;
  readonly document: string;
  readonly title: string;
  readonly priority: number;
  readonly words: number;
  readonly publishedAt: string;
  readonly since: string | null;
  readonly languages: Readonly<Record<string, Cell>>;
};

export type Coverage = {
  readonly languages: readonly {
    readonly language: string;
    readonly name: string;
    /** Of a hundred, by words and weight: what readers have that says what the English says. */
    readonly covered: number;
    readonly states: Readonly<Record<CellState, number>>;
    readonly words: number;
  }[];
  readonly documents: readonly CoverageRow[];
};

export async function coverageOf(
  req: Pick<PayloadRequest, 'payload'>,
  languages: readonly string[],
): Promise<Coverage> {
  const projection = { ...headOfTally, safety: 1, languages: 1 };
  const rows = await tallies(req.payload).find(counted, { projection }).toArray();
  const documents = rows.map((row) => rowOf(row, languages)).sort(byPriority);
  return { languages: languages.map((tag) => columnOf(tag, documents)), documents };
}

/** The same as a table, one line for each document and language. */
export function coverageTable({ documents, languages }: Coverage): string {
  const { columns, states } = words.coverage;
  const lines = documents.flatMap(({ kind, publishedAt, title, ...row }) =>
    languages.map(({ language, name }) => {
      const cell = row.languages[language] as Cell;
      const { released } = cell;
      return [
        ...[title, kind, name, states[cell.state], cell.words, row.words, row.priority],
        ...[cell.since?.slice(0, 10), publishedAt.slice(0, 10), released?.publishedAt.slice(0, 10)],
      ];
    }),
  );
  const header = Object.values(columns);
  return stringify([header, ...lines], { bom: true, escape_formulas: true });
}

function rowOf(row: TallyRow, languages: readonly string[]): CoverageRow {
  const { document, kind, publishedAt, title } = row;
  const cells = languages.map((tag) => [tag, cellOf(row, tag)] as const);
  const ages = cells.flatMap(([, { since }]) => since ?? []);
  return {
    ...{ kind, document, title, priority: priorityOf(kind), words: row.words, publishedAt },
    since: ages.toSorted()[0] ?? null,
    languages: Object.fromEntries(cells),
  };
}

function cellOf(row: TallyRow, language: string): Cell {
  const tally = tallyIn(row, language);
  const { released, since, words } = tally;
  const state = cellStateOf({ ...standpointOf(row, tally), safety: row.safety });
  return { state, since, words, released };
}

function columnOf(tag: string, documents: readonly CoverageRow[]): Coverage['languages'][number] {
  const cells = documents.map((row) => ({ ...row, cell: row.languages[tag] as Cell }));
  const inState = (state: CellState) => cells.filter(({ cell }) => cell.state === state).length;
  return {
    language: tag,
    name: languageOf(tag)?.englishName ?? tag,
    covered: coveredPart(cells.map(({ cell, ...row }) => ({ ...row, state: cell.state }))),
    states: Object.fromEntries(cellStates.map((state) => [state, inState(state)])) as Record<
      CellState,
      number
    >,
    words: cells.reduce((sum, { cell }) => sum + cell.words, 0),
  };
}

/** Which languages that readers have say less than the English does. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { session, type Within } from '../transaction.ts';
import { headOfTally } from './lists.ts';
import { type Subject, type Tally, type TallyRow, tallies } from './records.ts';

/** The languages of a document in which segments have fallen behind, or that lack what was added. */
export async function languagesBehind(
  req: Within,
  { document }: Subject,
): Promise<readonly string[]> {
  const row = await tallies(req.payload).findOne({ document }, await session(req));
  if (row === null) return [];
  return behindIn(row).map(({ language }) => language);
}

export type DocumentBehind = Subject & {
  readonly languages: readonly {
    readonly language: string;
    /** Since when there is something to do. */
    readonly since: string;
    /** Segments that somebody has to translate or confirm. */
    readonly segments: number;
    /** The English changed for safety: readers are shown it in place of the old translation. */
    readonly unsafe: boolean;
  }[];
};

export async function documentsBehind(
  req: Within,
  kinds: readonly Kind[],
): Promise<readonly DocumentBehind[]> {
  const projection = { ...headOfTally, safety: 1, languages: 1 };
  const rows = await tallies(req.payload)
    .find({ kind: { $in: [...kinds] } }, { projection })
    .toArray();
  return rows
    .map((row) => ({ kind: row.kind, document: row.document, languages: behindIn(row) }))
    .filter(({ languages }) => languages.length > 0);
}

function behindIn(row: TallyRow): DocumentBehind['languages'] {
  return Object.entries(row.languages).flatMap(([language, tally]) => {
    if (!isBehind(row, tally)) return [];
    const { behind, released, since, untranslated } = tally;
    const unsafe = (released?.sourceEdition ?? 0) < row.safety;
    return [{ language, unsafe, segments: behind + untranslated, since: since ?? row.publishedAt }];
  });
}

/** Where readers have nothing, nothing is behind. */
function isBehind({ changed }: TallyRow, { behind, released }: Tally): boolean {
  return released !== null && (behind > 0 || released.sourceEdition < changed);
}

/** What there is to do: by language and document, from what was counted when a segment or the English changed. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { waitsForRelease } from '@charterpress/shared/domain/translation/coverage.ts';
import { byPriority, priorityOf } from '@charterpress/shared/domain/translation/priority.ts';
import { language as languageOf } from '@charterpress/shared/languages.ts';
import type { PayloadRequest } from 'payload';
import { type Deadline, deadlinesIn } from './agencies/deadlines.ts';
import { claimsIn } from './claims.ts';
import { segmentRows, type Tally, type TallyRow, tallies } from './records.ts';
import { nothingYet } from './tallies.ts';

export type Counts = Pick<
  Tally,
  'untranslated' | 'draft' | 'translated' | 'reviewed' | 'behind'
> & { readonly all: number };

export type Piece = {
  readonly kind: Kind;
  readonly document: string;
  readonly title: string;
  readonly priority: number;
  /** Since when there is something to do; `null` when there is nothing. */
  readonly since: string | null;
  readonly counts: Counts;
  /** Segments that wait for somebody else than whoever asks to have translated them. */
  readonly toReview: number;
  /** English words that somebody has to translate. */
  readonly words: number;
  readonly claimedBy: string | null;
  /** Until when somebody outside is to send it back. */
  readonly due: Deadline | null;
  /** The number of the edition that readers have in the language. */
  readonly released: number | null;
  /** Everything is reviewed, and readers do not have it yet. */
  readonly toRelease: boolean;
};

export type LanguageWork = {
  readonly language: string;
  readonly name: string;
  readonly words: number;
  readonly untranslated: number;
  readonly behind: number;
  readonly toReview: number;
  readonly documents: readonly Piece[];
};

/** For whoever asks, in these languages: what is not finished, what is most urgent first. */
export async function workIn(
  req: PayloadRequest,
  languages: readonly string[],
): Promise<readonly LanguageWork[]> {
  const fields = languages.map((tag) => [`languages.${tag}`, 1] as const);
  const projection = { ...headOfTally, ...Object.fromEntries(fields) };
  const rows = await tallies(req.payload).find(counted, { projection }).toArray();
  const claims = await claimsIn(req, languages);
  const deadlines = await deadlinesIn(req, languages);
  const own = await handedInBy(req, languages);
  return languages.map((language) => {
    const documents = rows
      .map((row) => pieceOf(row, language, { claims, deadlines, own }))
      .filter(({ since, toRelease }) => since !== null || toRelease)
      .sort(byPriority);
    return {
      language,
      name: languageOf(language)?.englishName ?? language,
      words: sum(documents, ({ words }) => words),
      untranslated: sum(documents, ({ counts }) => counts.untranslated),
      behind: sum(documents, ({ counts }) => counts.behind),
      toReview: sum(documents, ({ toReview }) => toReview),
      documents,
    };
  });
}

/** What has English that readers have. */
export const counted = { number: { $gt: 0 } };

export const headOfTally = {
  ...{ _id: 0, kind: 1, document: 1, title: 1, number: 1, changed: 1 },
  ...{ publishedAt: 1, segments: 1, words: 1 },
} as const;

export function tallyIn(row: TallyRow, language: string): Tally {
  return row.languages[language] ?? nothingYet(row);
}

/** Where a language is with a document, by the English editions. */
export function standpointOf(row: Pick<TallyRow, 'changed'>, tally: Tally) {
  const { changed } = row;
  return { changed, count: tally, madeFrom: tally.released?.sourceEdition ?? null };
}

type Beside = {
  readonly claims: ReadonlyMap<string, string>;
  readonly deadlines: ReadonlyMap<string, Deadline>;
  readonly own: ReadonlyMap<string, number>;
};

function pieceOf(row: TallyRow, language: string, { claims, deadlines, own }: Beside): Piece {
  const { document, kind, segments, title } = row;
  const tally = tallyIn(row, language);
  const { behind, behindToReview, draft, reviewed, since, translated, untranslated } = tally;
  const place = `${document}/${language}`;
  return {
    ...{ kind, document, title, priority: priorityOf(kind), since },
    counts: { all: segments, untranslated, draft, translated, reviewed, behind },
    toReview: Math.max(0, translated + behindToReview - (own.get(place) ?? 0)),
    words: tally.words,
    claimedBy: claims.get(place) ?? null,
    due: deadlines.get(place) ?? null,
    released: tally.released?.number ?? null,
    toRelease: waitsForRelease(standpointOf(row, tally)),
  };
}

/** By document and language: how much of what waits this person has handed in, and somebody else has to read. */
async function handedInBy(
  req: PayloadRequest,
  languages: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const stages = [
    { $match: { language: { $in: [...languages] }, waitsFrom: String(req.user?.email) } },
    { $group: { _id: { document: '$document', language: '$language' }, count: { $sum: 1 } } },
  ];
  const found = await segmentRows(req.payload)
    .aggregate<{ _id: { document: string; language: string }; count: number }>(stages)
    .toArray();
  return new Map(found.map(({ _id, count }) => [`${_id.document}/${_id.language}`, count]));
}

function sum(pieces: readonly Piece[], of: (piece: Piece) => number): number {
  return pieces.reduce((total, piece) => total + of(piece), 0);
}

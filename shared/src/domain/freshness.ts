/** Whether a language version says what the English says, and if not, since when and where. */
import { digestOf } from './digest.ts';
import type { EditionHead, ReadableEdition } from './edition.ts';
import { type Kind, kinds } from './kinds.ts';
import { isAboutChange } from './language-version.ts';
import { changesWhatCounts } from './translation/what-counts.ts';

/** The fields that differ, by name; for rows, the ids of the English rows that changed or came. */
export type ChangedSections = {
  readonly fields: readonly string[];
  readonly rows: readonly string[];
};

export type Freshness =
  | { readonly state: 'current' }
  | {
      readonly state: 'behind';
      /** The moment the English moved on. */
      readonly since: string;
      /** Whether a safety change stands between: then the old translation is not shown. */
      readonly unsafe: boolean;
      readonly changed: ChangedSections;
    };

/**
 * Compares a translation with the English editions since the one it was made from, oldest first, that one included.
 * Minor changes leave it current, unless one of them changed a number, a day, a time or where a link leads: those are never
 * minor to whoever acts upon them. Made from an edition that is not among them, it counts as behind in everything.
 */
export function freshness<K extends Kind>(
  translation: ReadableEdition<K>,
  english: readonly ReadableEdition<K>[],
): Freshness {
  const source = english.find((edition) => edition.number === translation.sourceEdition);
  const concerning = concerns(translation, source, english);
  const moved = movedOn(translation.sourceEdition, concerning) ?? movedUnsaid(source, concerning);
  const newest = english.at(-1);
  if (moved === null || newest === undefined) return { state: 'current' };
  return {
    state: 'behind',
    ...moved,
    changed: changedSections(translation.kind, source?.content ?? null, newest.content),
  };
}

/**
 * The editions that a language version can be behind: of one in another form, those that say something else where it is
 * about them. A change for safety concerns every version: what it warns of stands in none of their sentences.
 */
function concerns<K extends Kind>(
  { version }: ReadableEdition<K>,
  source: ReadableEdition<K> | undefined,
  english: readonly ReadableEdition<K>[],
): readonly ReadableEdition<K>[] {
  const newest = english.at(-1);
  if (version === undefined || source === undefined || newest === undefined) return english;
  const isOther = ({ content }: ReadableEdition<K>) =>
    isAboutChange(version, source.content, content);
  const isMoved = isOther(newest);
  return english.filter(
    (each) => each === source || each.change === 'safety' || (isMoved && isOther(each)),
  );
}

/**
 * When the English moved on from the edition that a translation was made from, and whether for safety; `null` while it
 * has not.
 */
function movedOn(
  sourceEdition: number | null,
  english: readonly Pick<EditionHead, 'number' | 'change' | 'publishedAt'>[],
): { readonly since: string; readonly unsafe: boolean } | null {
  const isKnown = english.some((edition) => edition.number === sourceEdition);
  const since = english.filter((edition) => edition.number > (sourceEdition ?? 0));
  const moved = isKnown ? since.filter((edition) => edition.change !== 'minor') : english;
  const [first] = moved;
  if (first === undefined) return null;
  return {
    since: first.publishedAt,
    unsafe: moved.some((edition) => edition.change === 'safety'),
  };
}

/** The first edition after the source that was called minor and is not, if what it changed still stands. */
function movedUnsaid<K extends Kind>(
  source: ReadableEdition<K> | undefined,
  english: readonly ReadableEdition<K>[],
): { readonly since: string; readonly unsafe: boolean } | null {
  if (source === undefined) return null;
  const after = english.filter(({ number }) => number > source.number);
  const isOther = ({ content, kind }: ReadableEdition<K>) =>
    changesWhatCounts(kind, source.content, content);
  const newest = after.at(-1);
  if (newest === undefined || !isOther(newest)) return null;
  return { since: (after.find(isOther) ?? newest).publishedAt, unsafe: false };
}

/** Which fields, and which rows of them, say something else than before. Structure that is not language counts too. */
export function changedSections(kind: Kind, before: unknown, after: unknown): ChangedSections {
  const old = (before ?? {}) as Record<string, unknown>;
  const fresh = after as Record<string, unknown>;
  const fields = Object.keys(kinds[kind]).filter((name) => differs(old[name], fresh[name]));
  return { fields, rows: fields.flatMap((name) => changedRows(old[name], fresh[name])) };
}

function changedRows(before: unknown, after: unknown): readonly string[] {
  if (!Array.isArray(after)) return [];
  const old = new Map((Array.isArray(before) ? before : []).map((row) => [row?.id, row]));
  return after
    .filter((row) => typeof row?.id === 'string' && differs(old.get(row.id), row))
    .map((row) => row.id as string);
}

function differs(before: unknown, after: unknown): boolean {
  return digestOf(before ?? null) !== digestOf(after ?? null);
}

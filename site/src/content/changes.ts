/**
 * What editions told parents that they changed, by language, in the order in which it was told. It is kept in portions
 * that never move: what is told next goes into the newest, so that the others need not be made again.
 */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { titleIn } from '@charterpress/shared/domain/title.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Statements } from './statements.ts';

export type Told = {
  readonly kind: Kind;
  readonly document: string;
  /** Of the edition that the note is about: with document and language it is that note's alone, for ever. */
  readonly number: number;
  /** The title and the slug that the page has today. */
  readonly title: string;
  readonly slug: string;
  readonly note: string;
  readonly publishedAt: string;
  /** When the note was corrected last; else as `publishedAt`. */
  readonly updatedAt: string;
};

export const TOLD_IN_A_PORTION = 25;
/** The newest page holds the newest portion, however few are in it, and the one before. */
const NEWEST_PORTIONS = 2;
const MOST_OF_A_DISTRICT = 50;

export const changesSchema = `
  CREATE TABLE IF NOT EXISTS told (
    language TEXT NOT NULL, place INTEGER NOT NULL, kind TEXT NOT NULL, document TEXT NOT NULL,
    number INTEGER NOT NULL, note TEXT NOT NULL, published_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    PRIMARY KEY (language, place)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS told_of ON told (kind, document, language);
  CREATE TABLE IF NOT EXISTS told_pages (
    kind TEXT NOT NULL, document TEXT NOT NULL, language TEXT NOT NULL, page TEXT NOT NULL,
    PRIMARY KEY (kind, document, language)) WITHOUT ROWID;
`;

/** One that is withdrawn, removed or sensitive has none, in any language once that is so in English. */
type Page = {
  readonly title: string;
  readonly slug: string;
  readonly districts: readonly string[];
};

type Place = { readonly language: string; readonly portion: number };
type OneDocument = Pick<Edition, 'kind' | 'document'>;

const joined = `
  SELECT told.*, own.page AS own, english.page AS english FROM told
  JOIN told_pages AS own ON own.kind = told.kind AND own.document = told.document AND own.language = told.language
  JOIN told_pages AS english ON english.kind = told.kind AND english.document = told.document
    AND english.language = '${SOURCE_LANGUAGE}'
  WHERE told.language = ?`;

export function changesIn({ all, row, write }: Statements) {
  return {
    /** Answers the portions that say something else than they did. */
    take(edition: Edition): readonly Place[] {
      const moved = takePage(edition) ? placesOf(edition) : [];
      const added = takeNote(edition);
      return added === null ? moved : [...moved, added];
    },

    /** Erases the words in one language, and answers where they stood. Their places stay empty: no other one moves. */
    forget(of: OneDocument, language: string): readonly Place[] {
      const places = placesOf({ ...of, language });
      const one = [of.kind, of.document, language] as const;
      write(
        `UPDATE told SET kind = '', document = '', note = ''
         WHERE kind = ? AND document = ? AND language = ?`,
        ...one,
      );
      write('DELETE FROM told_pages WHERE kind = ? AND document = ? AND language = ?', ...one);
      return places;
    },

    /** By the English: districts are no language. */
    districtsOf(kind: string, document: string): readonly string[] {
      const found = row(
        'SELECT page FROM told_pages WHERE kind = ? AND document = ? AND language = ?',
        ...[kind, document, SOURCE_LANGUAGE],
      );
      return found === undefined ? [] : (JSON.parse(String(found.page)) as Page).districts;
    },

    portions: (language: string): number => newestPortion(language) + 1,

    newest(language: string): readonly Told[] {
      const from = olderPortions(newestPortion(language) + 1) * TOLD_IN_A_PORTION;
      return shown(all(`${joined} AND place >= ? ORDER BY place DESC`, language, from));
    },

    portion(language: string, portion: number): readonly Told[] {
      const from = portion * TOLD_IN_A_PORTION;
      return shown(
        all(
          `${joined} AND place >= ? AND place < ? ORDER BY place DESC`,
          ...[language, from, from + TOLD_IN_A_PORTION],
        ),
      );
    },

    ofDistrict: (language: string, district: string): readonly Told[] =>
      shown(
        all(
          `${joined} AND EXISTS (SELECT 1 FROM json_each(english.page, '$.districts') WHERE value = ?)
           ORDER BY place DESC LIMIT ${MOST_OF_A_DISTRICT}`,
          ...[language, district],
        ),
      ),
  };

  /** Whether its page is another one. */
  function takePage(edition: Edition): boolean {
    const { document, kind, language } = edition;
    const one = [kind, document, language] as const;
    const found = 'SELECT page FROM told_pages WHERE kind = ? AND document = ? AND language = ?';
    const before = row(found, ...one)?.page?.toString();
    const page = pageOf(edition);
    const after = page === null ? undefined : JSON.stringify(page);
    if (before === after) return false;
    if (after === undefined) {
      write('DELETE FROM told_pages WHERE kind = ? AND document = ? AND language = ?', ...one);
    } else write('INSERT OR REPLACE INTO told_pages VALUES (?, ?, ?, ?)', ...one, after);
    return true;
  }

  function takeNote(edition: Edition): Place | null {
    const { action, changeNote, corrects, document, kind, language, number, publishedAt } = edition;
    if (action !== 'published' || changeNote === null || pageOf(edition) === null) return null;
    if (corrects !== undefined) return correctNote(edition, corrects);
    const place = newestPlace(language) + 1;
    write(
      'INSERT INTO told VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      ...[language, place, kind, document, number, changeNote, publishedAt, publishedAt],
    );
    return { language, portion: portionOf(place) };
  }

  function correctNote({ changeNote, document, kind, language, publishedAt }: Edition, of: number) {
    const one = [kind, document, language, of] as const;
    const which = 'kind = ? AND document = ? AND language = ? AND number = ?';
    const place = row(`SELECT place FROM told WHERE ${which}`, ...one)?.place;
    if (place === undefined) return null;
    write(
      `UPDATE told SET note = ?, updated_at = ? WHERE ${which}`,
      changeNote,
      publishedAt,
      ...one,
    );
    return { language, portion: portionOf(Number(place)) };
  }

  /** Of one language; of English those in every language, since what is shown hangs on the English. */
  function placesOf({ document, kind, language }: OneDocument & { readonly language: string }) {
    const found =
      language === SOURCE_LANGUAGE
        ? all('SELECT language, place FROM told WHERE kind = ? AND document = ?', kind, document)
        : all(
            'SELECT language, place FROM told WHERE kind = ? AND document = ? AND language = ?',
            ...[kind, document, language],
          );
    return found.map((one) => ({
      language: String(one.language),
      portion: portionOf(Number(one.place)),
    }));
  }

  function newestPlace(language: string): number {
    return Number(
      row('SELECT max(place) AS place FROM told WHERE language = ?', language)?.place ?? -1,
    );
  }

  function newestPortion(language: string): number {
    return portionOf(newestPlace(language));
  }
}

/** How many have a page of their own: all but the newest ones. */
export function olderPortions(portions: number): number {
  return Math.max(0, portions - NEWEST_PORTIONS);
}

function portionOf(place: number): number {
  return Math.floor(place / TOLD_IN_A_PORTION);
}

function pageOf(edition: Edition): Page | null {
  if (edition.action !== 'published') return null;
  const { kind, language, slug } = edition;
  const content = edition.content as {
    readonly sensitive?: boolean;
    readonly districts?: string[];
  };
  if (content.sensitive === true || pathOf({ kind, slug, language }) === null) return null;
  return { title: titleIn(content), slug, districts: content.districts ?? [] };
}

function shown(rows: readonly Readonly<Record<string, unknown>>[]): readonly Told[] {
  return rows.map((one) => {
    const [own, english] = [one.own, one.english].map((page) => JSON.parse(String(page)) as Page);
    return {
      kind: one.kind as Kind,
      document: String(one.document),
      number: Number(one.number),
      title: own?.title ?? '',
      slug: english?.slug ?? '',
      note: String(one.note),
      publishedAt: String(one.published_at),
      updatedAt: String(one.updated_at),
    };
  });
}

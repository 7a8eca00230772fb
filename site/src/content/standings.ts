/**
 * The same counts as `coverage.ts`, kept as editions come: the languages page of a site with ten thousand documents must
 * not read them all.
 */
import { type Edition, isReadable } from '@charterpress/shared/domain/edition.ts';
import { type Kind, kindNames } from '@charterpress/shared/domain/kinds.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { type Coverage, isCounted, isMove, type OneDocument, type Standing } from './coverage.ts';
import type { Statements } from './statements.ts';

/**
 * `source` is for English the number of the newest edition that is not minor, for a translation that of the English it
 * was made from: the translation is behind when the first is greater.
 */
export const standingsSchema = `
  CREATE TABLE IF NOT EXISTS standings (
    kind TEXT NOT NULL, document TEXT NOT NULL, language TEXT NOT NULL, source INTEGER NOT NULL, shown INTEGER NOT NULL,
    PRIMARY KEY (kind, document, language)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS coverage (
    language TEXT NOT NULL, kind TEXT NOT NULL, pages INTEGER NOT NULL, behind INTEGER NOT NULL,
    PRIMARY KEY (language, kind)) WITHOUT ROWID;
`;

type Row = { readonly language: string; readonly source: number; readonly shown: number };

export function standingsIn({ all, row, write }: Statements) {
  return {
    /** Answers the languages whose counts changed. */
    take: (edition: Edition) =>
      recount(edition, () => {
        const { action, kind, document, language } = edition;
        const shown = action === 'published' ? 1 : 0;
        write(
          'INSERT OR REPLACE INTO standings VALUES (?, ?, ?, ?, ?)',
          ...[kind, document, language, sourceOf(edition), shown],
        );
      }),
    forget: (of: OneDocument, language: string) =>
      recount(of, () =>
        write(
          'DELETE FROM standings WHERE kind = ? AND document = ? AND language = ?',
          ...[of.kind, of.document, language],
        ),
      ),
    of: (language: string): readonly Coverage[] => {
      const counted = all('SELECT * FROM coverage WHERE language = ? AND pages > 0', language);
      return kindNames.flatMap((kind) =>
        counted
          .filter((each) => each.kind === kind)
          .map(({ behind, pages }) => ({ kind, pages: Number(pages), behind: Number(behind) })),
      );
    },
  };

  function sourceOf(edition: Edition): number {
    const { document, kind, language, number, sourceEdition } = edition;
    if (language !== SOURCE_LANGUAGE) return sourceEdition ?? 0;
    const before = row(
      'SELECT source FROM standings WHERE kind = ? AND document = ? AND language = ?',
      ...[kind, document, language],
    )?.source;
    return before === undefined || hasMoved(edition) ? number : Number(before);
  }

  /** Small corrections are seldom, and only of them the text before has to be read. */
  function hasMoved(edition: Edition): boolean {
    if (!isReadable(edition)) return false;
    if (edition.change !== 'minor') return true;
    const { document, kind, language, number } = edition;
    const before = row(
      `SELECT edition FROM editions WHERE kind = ? AND document = ? AND language = ? AND number < ?
       AND action IN ('published', 'withdrawn') ORDER BY number DESC LIMIT 1`,
      ...[kind, document, language, number],
    )?.edition;
    return before !== undefined && isMove(edition, JSON.parse(String(before)));
  }

  function recount(of: OneDocument, change: () => void): readonly string[] {
    if (!isCounted(of.kind)) return [];
    const before = standings(of);
    change();
    const after = standings(of);
    const tags = new Set([...before.keys(), ...after.keys()]);
    return [...tags].filter((tag) =>
      move(of.kind, tag, [before.get(tag) ?? 'none', after.get(tag) ?? 'none']),
    );
  }

  function standings({ document, kind }: OneDocument): ReadonlyMap<string, Standing> {
    const rows = all(
      'SELECT language, source, shown FROM standings WHERE kind = ? AND document = ?',
      ...[kind, document],
    ) as readonly Row[];
    const english = rows.find(({ language }) => language === SOURCE_LANGUAGE);
    if (english === undefined || english.shown === 0) return new Map();
    const shown = rows.filter((one) => one.shown === 1);
    return new Map(
      shown.map((one) => [one.language, one.source < english.source ? 'behind' : 'current']),
    );
  }

  function move(
    kind: Kind,
    language: string,
    [before, after]: readonly [Standing, Standing],
  ): boolean {
    if (before === after) return false;
    const pages = Number(after !== 'none') - Number(before !== 'none');
    const behind = Number(after === 'behind') - Number(before === 'behind');
    write(
      `INSERT INTO coverage VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE
       SET pages = pages + excluded.pages, behind = behind + excluded.behind`,
      ...[language, kind, pages, behind],
    );
    return true;
  }
}

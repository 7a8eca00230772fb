/**
 * The same counts as `coverage.ts`, kept as editions come: the languages page of a site with ten thousand documents must
 * not read them all.
 */
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import { type Kind, kindNames } from '@charterpress/shared/domain/kinds.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { type Coverage, isCounted, type OneDocument, type Standing } from './coverage.ts';
import type { Statements } from './statements.ts';

/** `source` is the number of the English that a translation was made from; `shown` is one of the states below. */
export const standingsSchema = `
  CREATE TABLE IF NOT EXISTS standings (
    kind TEXT NOT NULL, document TEXT NOT NULL, language TEXT NOT NULL, source INTEGER NOT NULL, shown INTEGER NOT NULL,
    PRIMARY KEY (kind, document, language)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS coverage (
    language TEXT NOT NULL, kind TEXT NOT NULL, pages INTEGER NOT NULL, behind INTEGER NOT NULL,
    PRIMARY KEY (language, kind)) WITHOUT ROWID;
`;

/** As it was counted last: what a document counts for is taken back before it counts for something else. */
const states = { none: 0, current: 1, behind: 2 } as const;

type Row = { readonly language: string; readonly source: number; readonly shown: number };

/** `isBehind` compares the texts: asked where no number says it already. */
export function standingsIn(
  { all, row, write }: Statements,
  isBehind: (of: OneDocument, language: string) => boolean,
) {
  return {
    /** Answers the languages whose counts changed. */
    take: (edition: Edition) =>
      recount(edition, () => {
        const { action, kind, document, language, sourceEdition } = edition;
        const shown = action === 'published' ? states.current : states.none;
        write(
          'INSERT OR REPLACE INTO standings VALUES (?, ?, ?, ?, ?)',
          ...[kind, document, language, sourceEdition ?? 0, shown],
        );
        compareAnew(edition);
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

  function standings(of: OneDocument): ReadonlyMap<string, Standing> {
    const rows = rowsOf(of);
    const english = rows.find(({ language }) => language === SOURCE_LANGUAGE);
    if (english === undefined || english.shown === states.none) return new Map();
    const counted = rows.filter(({ shown }) => shown !== states.none);
    return new Map(
      counted.map((one) => [one.language, one.shown === states.behind ? 'behind' : 'current']),
    );
  }

  /** With what came: of its own language, and of every other when it is the English. */
  function compareAnew({ document, kind, language: came }: Edition): void {
    const of = { kind, document };
    const translations = rowsOf(of).filter(
      ({ language, shown }) =>
        language !== SOURCE_LANGUAGE &&
        shown !== states.none &&
        (came === SOURCE_LANGUAGE || language === came),
    );
    const newest = translations.length === 0 ? 0 : newestEnglish(of);
    for (const { language, shown, source } of translations) {
      const isNow = source < newest && isBehind(of, language) ? states.behind : states.current;
      if (isNow === shown) continue;
      write(
        'UPDATE standings SET shown = ? WHERE kind = ? AND document = ? AND language = ?',
        ...[isNow, kind, document, language],
      );
    }
  }

  function newestEnglish({ document, kind }: OneDocument): number {
    const found = row(
      'SELECT max(number) AS number FROM editions WHERE kind = ? AND document = ? AND language = ?',
      ...[kind, document, SOURCE_LANGUAGE],
    );
    return Number(found?.number ?? 0);
  }

  function rowsOf({ document, kind }: OneDocument): readonly Row[] {
    return all(
      'SELECT language, source, shown FROM standings WHERE kind = ? AND document = ?',
      ...[kind, document],
    ) as never;
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

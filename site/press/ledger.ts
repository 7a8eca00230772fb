/**
 * What the press knows of its own work, beside the editions in the same SQLite file, so that both are committed at
 * once: which pages there are and what each of them read, what every release changed, what failed.
 */
import type { SQLInputValue } from 'node:sqlite';
import { type BookletPdf, bookletPdfsIn } from '../src/content/booklet-pdfs.ts';
import { type Key, keys } from '../src/content/keys.ts';
import { pdfOfBooklet } from '../src/content/routes-of-booklets.ts';
import { statementsOn } from '../src/content/statements.ts';
import type { Store } from '../src/content/store.ts';
import type { SetAside } from './feed.ts';

/** A page as it stands in the newest release. */
export type Page = {
  readonly path: string;
  /** The file below the release that holds it. */
  readonly file: string;
  /** `guides 12` for a page of a document, `` for one that belongs to none. */
  readonly owner: string;
  /** SHA-256 of its bytes. */
  readonly digest: string;
  /** The addresses of this site that it leads to or loads. */
  readonly links: readonly string[];
};

export type Failure = { readonly path: string; readonly sequence: number; readonly why: string };
export type Receipt = {
  readonly release: number;
  readonly upTo: number;
  /** ISO 8601 moment at which the new bytes were read from the site; `null` until then. */
  readonly liveAt: string | null;
  readonly failed: readonly Failure[];
};

/** The number of a release that never comes. */
const FOR_EVER = Number.MAX_SAFE_INTEGER;

/** Joins are written in the order in which they are to be made: left to itself, SQLite begins with all reads of all pages. */
const schema = `
  CREATE TABLE IF NOT EXISTS pages (
    id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, file TEXT NOT NULL, owner TEXT NOT NULL,
    digest TEXT NOT NULL, links TEXT NOT NULL, reads TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS owned ON pages (owner);
  CREATE TABLE IF NOT EXISTS sensitive (path TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS keys (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
  CREATE TABLE IF NOT EXISTS reads (key INTEGER, page INTEGER, PRIMARY KEY (key, page)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS former_reads (
    key INTEGER, file TEXT, until INTEGER, PRIMARY KEY (key, file)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS changed (key TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS later (key TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS erased (key TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS to_scrub (file TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS moves (
    path TEXT, owner TEXT, destination TEXT, PRIMARY KEY (owner, path)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS failed (path TEXT PRIMARY KEY, sequence INTEGER, why TEXT) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS set_aside (sequence INTEGER PRIMARY KEY, row TEXT, why TEXT);
  CREATE TABLE IF NOT EXISTS releases (number INTEGER PRIMARY KEY, up_to INTEGER, fingerprint TEXT);
  CREATE TABLE IF NOT EXISTS changes (
    release INTEGER, file TEXT, PRIMARY KEY (release, file)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS pdf_reads (key TEXT, path TEXT, until INTEGER, PRIMARY KEY (key, path, until)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS receipts (release INTEGER PRIMARY KEY, receipt TEXT NOT NULL);
`;

/** What is known of pages and releases, by table. */
const pageTables = [
  ...['pages', 'sensitive', 'reads', 'former_reads', 'releases', 'changes', 'moves'],
];

export type Ledger = ReturnType<typeof openLedger>;

export function openLedger({ database, forgetAnswers }: Store) {
  database.exec(schema);
  const statements = statementsOn(database);
  const { row: one, all, write: run } = statements;
  const pdfs = bookletPdfsIn(statements);
  const keyIds = new Map<Key, number>();

  return {
    /** Runs `work` in one transaction; what throws leaves nothing behind. */
    async inTransaction<T>(work: () => T | Promise<T>): Promise<T> {
      database.exec('BEGIN IMMEDIATE');
      try {
        const made = await work();
        database.exec('COMMIT');
        return made;
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK');
        keyIds.clear();
        forgetAnswers();
        throw error;
      }
    },

    noteChanged(keys: Iterable<Key>): void {
      for (const key of keys) run('INSERT OR IGNORE INTO changed VALUES (?)', key);
    },
    /** Keys whose old texts must vanish from every kept release. */
    noteErased(keys: Iterable<Key>): void {
      for (const key of keys) run('INSERT OR IGNORE INTO erased VALUES (?)', key);
    },
    changedKeys: (): readonly Key[] => texts('SELECT key FROM changed ORDER BY key'),
    erasedKeys: (): readonly Key[] => texts('SELECT key FROM erased ORDER BY key'),
    /** Leaves these for the release after this one. */
    putOff(keys: Iterable<Key>): void {
      for (const key of keys) {
        run('DELETE FROM changed WHERE key = ?', key);
        run('INSERT OR IGNORE INTO later VALUES (?)', key);
      }
    },
    forgetChanged(): void {
      run('DELETE FROM changed');
      run('DELETE FROM erased');
      run('INSERT INTO changed SELECT key FROM later');
      run('DELETE FROM later');
    },

    /** The keys between two, by their letters, that any page read: the first left out, the last included. */
    keysBetween: (first: Key, last: Key): readonly Key[] =>
      texts(
        `SELECT key FROM keys WHERE key > ? AND key <= ?
         AND EXISTS (SELECT 1 FROM reads WHERE reads.key = keys.id) ORDER BY key`,
        ...[first, last],
      ),

    /** The paths of the pages that read any changed key. */
    affected: (): readonly string[] =>
      texts(`SELECT DISTINCT path FROM changed CROSS JOIN keys USING (key)
             CROSS JOIN reads ON reads.key = keys.id CROSS JOIN pages ON pages.id = reads.page ORDER BY path`),
    /** The files in which an erased key was shown by any kept release. */
    filesThatShowed: (): readonly string[] =>
      texts(`SELECT file FROM erased CROSS JOIN keys USING (key) CROSS JOIN reads ON reads.key = keys.id
             CROSS JOIN pages ON pages.id = reads.page
             WHERE file <> ''
             UNION SELECT file FROM erased CROSS JOIN keys USING (key)
             CROSS JOIN former_reads ON former_reads.key = keys.id
             WHERE file <> ''
             UNION SELECT substr(path, 2) FROM erased JOIN pdf_reads USING (key)`),

    page(path: string): Page | null {
      const found = one('SELECT * FROM pages WHERE path = ?', path);
      return found === undefined ? null : pageOf(found);
    },
    hasPage: (path: string): boolean =>
      one('SELECT 1 FROM pages WHERE path = ?', path) !== undefined,
    pathsOwnedBy: (owner: string): readonly string[] =>
      texts('SELECT path FROM pages WHERE owner = ?', owner),
    paths: (): readonly string[] => texts("SELECT path FROM pages WHERE file <> '' ORDER BY path"),
    /** The page stays as it was: its bytes, if it had any. */
    keepBytes(path: string, digest: string): void {
      run('UPDATE pages SET digest = ? WHERE path = ?', digest, path);
    },
    pageCount: (): number => Number(one("SELECT count(*) AS n FROM pages WHERE file <> ''")?.n),
    pagesThatLinkTo: (path: string): readonly string[] =>
      texts('SELECT path FROM pages WHERE instr(links, ?) > 0', `\n${path}\n`),

    keepPage(page: Page, reads: ReadonlySet<Key>, release: number): void {
      const ids = [...reads].map(keyId).sort((a, b) => a - b);
      const before = one('SELECT id, reads FROM pages WHERE path = ?', page.path);
      const links = `\n${page.links.join('\n')}\n`;
      const list = JSON.stringify(ids);
      if (before === undefined) {
        run(
          'INSERT INTO pages (path, file, owner, digest, links, reads) VALUES (?, ?, ?, ?, ?, ?)',
          page.path,
          page.file,
          page.owner,
          page.digest,
          links,
          list,
        );
        const id = Number(one('SELECT last_insert_rowid() AS id')?.id);
        run('INSERT INTO reads SELECT value, ? FROM json_each(?)', id, list);
        return;
      }
      run(
        'UPDATE pages SET file = ?, owner = ?, digest = ?, links = ?, reads = ? WHERE id = ?',
        page.file,
        page.owner,
        page.digest,
        links,
        list,
        before.id as number,
      );
      if (before.reads === list) return;
      const old = new Set(JSON.parse(String(before.reads)) as number[]);
      for (const key of ids) {
        if (!old.delete(key)) run('INSERT INTO reads VALUES (?, ?)', key, before.id as number);
      }
      for (const key of old) dropRead(key, before.id as number, page.file, release);
    },
    noteSensitive(path: string, is: boolean): void {
      if (is) run('INSERT OR IGNORE INTO sensitive VALUES (?)', path);
      else run('DELETE FROM sensitive WHERE path = ?', path);
    },
    sensitivePages: (): readonly Page[] =>
      all('SELECT pages.* FROM sensitive JOIN pages USING (path)').map(pageOf),
    removePage(path: string, release: number): void {
      const page = one('SELECT id, file, owner, reads FROM pages WHERE path = ?', path);
      if (page === undefined) return;
      for (const key of JSON.parse(String(page.reads)) as number[]) {
        dropRead(key, page.id as number, String(page.file), release);
      }
      run('DELETE FROM pages WHERE id = ?', page.id as number);
      run('DELETE FROM sensitive WHERE path = ?', path);
    },
    /** Where the former addresses of a document lead; `null` to nothing, its text was taken away. */
    keepMoves(owner: string, moves: ReadonlyMap<string, string | null>): void {
      run('DELETE FROM moves WHERE owner = ?', owner);
      for (const [path, destination] of moves) {
        run('INSERT INTO moves VALUES (?, ?, ?)', path, owner, destination);
      }
    },
    /** Without those at whose address another page stands by now. */
    moves,
    goneAddresses: (): readonly string[] =>
      moves()
        .filter(({ destination }) => destination === null)
        .map(({ path }) => path),

    isMove: (path: string): boolean =>
      one('SELECT 1 FROM moves WHERE path = ? AND destination IS NOT NULL', path) !== undefined,
    isLinked: (path: string): boolean =>
      one('SELECT 1 FROM pages WHERE instr(links, ?) > 0', `\n${path}\n`) !== undefined,

    keepFailed(failed: readonly Failure[]): void {
      run('DELETE FROM failed');
      for (const { path, sequence, why } of failed) {
        run('INSERT OR REPLACE INTO failed VALUES (?, ?, ?)', path, sequence, why);
      }
    },
    failed: (): readonly Failure[] =>
      all('SELECT path, sequence, why FROM failed ORDER BY path') as never,

    setAside(editions: readonly SetAside[]): void {
      for (const { sequence, row, why } of editions) {
        run(
          'INSERT OR REPLACE INTO set_aside VALUES (?, ?, ?)',
          sequence,
          JSON.stringify(row),
          why,
        );
      }
    },
    allSetAside: (): readonly SetAside[] =>
      all('SELECT * FROM set_aside ORDER BY sequence').map((each) => ({
        sequence: Number(each.sequence),
        row: JSON.parse(String(each.row)),
        why: String(each.why),
      })),
    forgetSetAside(sequence: number): void {
      run('DELETE FROM set_aside WHERE sequence = ?', sequence);
    },

    newestRelease(): { number: number; upTo: number; fingerprint: string } | null {
      const found = one('SELECT * FROM releases ORDER BY number DESC LIMIT 1');
      if (found === undefined) return null;
      return {
        number: Number(found.number),
        upTo: Number(found.up_to),
        fingerprint: String(found.fingerprint),
      };
    },
    releases: (): readonly number[] =>
      all('SELECT number FROM releases ORDER BY number').map((each) => Number(each.number)),
    /** Those that a later release of the same editions, by the same code, took the place of. */
    supersededReleases: (): readonly number[] =>
      all(
        `SELECT number FROM releases AS one WHERE EXISTS (SELECT 1 FROM releases AS later
         WHERE later.number > one.number AND later.up_to = one.up_to AND later.fingerprint = one.fingerprint)`,
      ).map((each) => Number(each.number)),
    keepRelease(number: number, upTo: number, fingerprint: string, files: Iterable<string>): void {
      run('INSERT INTO releases VALUES (?, ?, ?)', number, upTo, fingerprint);
      for (const file of files) run('INSERT OR IGNORE INTO changes VALUES (?, ?)', number, file);
    },
    /** The files in which a release differs from the newest. */
    changesSince: (release: number): readonly string[] =>
      texts('SELECT DISTINCT file FROM changes WHERE release > ?', release),
    forgetReleasesBefore(oldest: number): void {
      run('DELETE FROM releases WHERE number < ?', oldest);
      run('DELETE FROM changes WHERE release < ?', oldest);
      run('DELETE FROM former_reads WHERE until < ?', oldest);
      run('DELETE FROM pdf_reads WHERE until < ?', oldest);
    },
    /** After this every page is unknown and made afresh. */
    forgetPages(): void {
      for (const table of pageTables) {
        run(`DELETE FROM ${table}`);
      }
    },

    /** Booklets without a PDF of just these bytes, with the digest of them. They belong to their language. */
    staleBooklets: (): readonly { readonly path: string; readonly of: string }[] =>
      all(
        `SELECT path, digest AS of FROM pages
         WHERE owner > 'language ' AND owner < 'language ~' AND path LIKE '%/booklets/%.html'
         AND digest <> coalesce(
           (SELECT of FROM booklet_pdfs WHERE path = replace(pages.path, '.html', '.pdf')), '')
         ORDER BY path`,
      ) as never,
    pdfs,
    /** A PDF of the booklet as it is: what that read, its PDF shows until there is another. */
    keepPdf(booklet: string, pdf: BookletPdf): void {
      const path = pdfOfBooklet(booklet);
      endPdf(path);
      run(
        `INSERT INTO pdf_reads SELECT keys.key, ?, ${FOR_EVER} FROM pages
         JOIN reads ON reads.page = pages.id JOIN keys ON keys.id = reads.key WHERE pages.path = ?`,
        ...[path, booklet],
      );
      pdfs.keep(path, pdf);
      run('INSERT OR IGNORE INTO changed VALUES (?)', keys.pdf(path));
    },
    /** The paths of PDFs that show an erased key today. */
    pdfsThatShow: (): readonly string[] =>
      texts(
        `SELECT DISTINCT path FROM erased JOIN pdf_reads USING (key) WHERE until = ${FOR_EVER}`,
      ),
    forgetPdf(path: string): void {
      endPdf(path);
      pdfs.forget(path);
      run('INSERT OR IGNORE INTO changed VALUES (?)', keys.pdf(path));
    },

    toScrub: (): readonly string[] => texts('SELECT file FROM to_scrub ORDER BY file'),
    noteToScrub(files: Iterable<string>): void {
      for (const file of files) run('INSERT OR IGNORE INTO to_scrub VALUES (?)', file);
    },
    forgetToScrub(): void {
      run('DELETE FROM to_scrub');
    },

    keepReceipt(receipt: Receipt): void {
      run(
        'INSERT OR REPLACE INTO receipts VALUES (?, ?)',
        receipt.release,
        JSON.stringify(receipt),
      );
    },
    receipts: (): readonly Receipt[] =>
      texts('SELECT receipt FROM receipts ORDER BY release').map((each) => JSON.parse(each)),
    keepUpTo(release: number, upTo: number): void {
      run('UPDATE releases SET up_to = ? WHERE number = ?', upTo, release);
    },
    changesOf: (release: number): readonly string[] =>
      texts('SELECT file FROM changes WHERE release = ? ORDER BY file', release),
    forgetReceipt(release: number): void {
      run('DELETE FROM receipts WHERE release = ?', release);
    },
  };

  function moves(): readonly { readonly path: string; readonly destination: string | null }[] {
    return all(
      `SELECT path, max(destination) AS destination FROM moves
       WHERE path NOT IN (SELECT path FROM pages) GROUP BY path ORDER BY path`,
    ) as never;
  }

  /** Kept releases go on holding it. */
  function endPdf(path: string): void {
    run(
      `UPDATE OR REPLACE pdf_reads SET until = (SELECT coalesce(max(number), 0) FROM releases)
       WHERE path = ? AND until = ${FOR_EVER}`,
      path,
    );
  }

  function dropRead(key: number, page: number, file: string, release: number): void {
    run('DELETE FROM reads WHERE key = ? AND page = ?', key, page);
    run('INSERT OR REPLACE INTO former_reads VALUES (?, ?, ?)', key, file, release);
  }

  function keyId(key: Key): number {
    const known = keyIds.get(key);
    if (known !== undefined) return known;
    run('INSERT OR IGNORE INTO keys (key) VALUES (?)', key);
    const id = Number(one('SELECT id FROM keys WHERE key = ?', key)?.id);
    keyIds.set(key, id);
    return id;
  }

  function texts(sql: string, ...values: SQLInputValue[]): readonly string[] {
    return all(sql, ...values).map((each) => String(Object.values(each)[0]));
  }
}

function pageOf(row: Record<string, unknown>): Page {
  return {
    path: String(row.path),
    file: String(row.file),
    owner: String(row.owner),
    digest: String(row.digest),
    links: String(row.links)
      .split('\n')
      .filter((link) => link !== ''),
  };
}

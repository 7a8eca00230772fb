/**
 * The editions a site is made from, in an SQLite file, so that 120,000 of them are not 120,000 objects in memory. The
 * same store in memory (`:memory:`) serves a plain `astro build` and tests.
 */
import { DatabaseSync } from 'node:sqlite';
import type { Edition, ReadableEdition } from '@charterpress/shared/domain/edition.ts';
import { freshness } from '@charterpress/shared/domain/freshness.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { phaseAt } from '@charterpress/shared/domain/urgent-notice.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Trust } from '@charterpress/shared/trust.ts';
import { reading } from '../views/reading.ts';
import { type Answers, answersFrom, type Beside } from './answers.ts';
import { bookletPdfsIn, bookletPdfsSchema } from './booklet-pdfs.ts';
import { changesIn, changesSchema } from './changes.ts';
import { clockIn, clockSchema } from './clock.ts';
import type { OneDocument } from './coverage.ts';
import { facetsKeptIn, facetsSchema } from './facets.ts';
import { type Key, keys } from './keys.ts';
import { isWritten, lookUpsIn, type Notice } from './look-ups.ts';
import { searchableSchema, searchablesIn } from './searchable.ts';
import { standingsIn, standingsSchema } from './standings.ts';
import { statementsOn } from './statements.ts';
import { takingInto } from './taking-editions.ts';

export type Store = {
  /** For those who keep their own tables beside the editions and commit both at once. */
  readonly database: DatabaseSync;
  /** The sequence up to which the feed was read; 0 at first. */
  readonly head: () => number;
  /** What the editions were read by; `null` before the first. Later code may ask the feed for more than stands here. */
  readonly form: () => string | null;
  /** Forgets every edition, to be read again from the first. Call it inside the transaction that reads them. */
  readonly beginAgain: (form: string) => void;
  /**
   * Takes the next editions of the feed. Returns the keys of what they change. Call it inside a transaction: half a
   * run must never be kept. A tombstone erases every earlier text of its document in its language; in English, in all.
   */
  readonly add: (editions: readonly Edition[], head: number) => ReadonlySet<Key>;
  readonly content: Answers['content'];
  /** The moment up to which pages know that time has passed. */
  readonly now: () => string;
  /**
   * Reckons which urgent notices are in force at a moment, and shows those from here on. It is the time of pages too. Returns the notices that came,
   * went or say something else since it was asked last.
   */
  readonly settle: (now: Date) => readonly ReadableEdition<'notices'>[];
  /** Every edition that is kept of a document, in every language, oldest first. */
  readonly history: (kind: Kind, document: string) => readonly Edition[];
  /** The documents that may once have stood elsewhere: edited, renamed, withdrawn, removed or redirected. */
  readonly moved: () => readonly { readonly kind: Kind; readonly document: string }[];
  readonly hasMoved: (kind: Kind, document: string) => boolean;
  /** Whatever was answered is looked up anew: for whoever takes back what a transaction wrote. */
  readonly forgetAnswers: () => void;
  readonly close: () => void;
};

const schema = `
  CREATE TABLE IF NOT EXISTS editions (
    sequence INTEGER PRIMARY KEY, kind TEXT NOT NULL, document TEXT NOT NULL, language TEXT NOT NULL,
    number INTEGER NOT NULL, slug TEXT NOT NULL, action TEXT NOT NULL, edition TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS newest ON editions (kind, document, language, sequence DESC);
  CREATE TABLE IF NOT EXISTS listed (
    kind TEXT NOT NULL, language TEXT NOT NULL, document TEXT NOT NULL, listed TEXT NOT NULL,
    PRIMARY KEY (kind, language, document)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS readable ON listed (kind, document, language);
  CREATE TABLE IF NOT EXISTS slugs (
    kind TEXT NOT NULL, slug TEXT NOT NULL, document TEXT NOT NULL, sequence INTEGER NOT NULL,
    PRIMARY KEY (kind, slug, document)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS versions (
    made_by TEXT PRIMARY KEY, kind TEXT NOT NULL, document TEXT NOT NULL, language TEXT NOT NULL,
    sequence INTEGER NOT NULL, edition TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS version ON versions (kind, document, language);
  CREATE TABLE IF NOT EXISTS in_force (sequence INTEGER PRIMARY KEY, edition TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS head (one INTEGER PRIMARY KEY CHECK (one = 1), sequence INTEGER NOT NULL);
  INSERT OR IGNORE INTO head VALUES (1, 0);
  CREATE TABLE IF NOT EXISTS form (one INTEGER PRIMARY KEY CHECK (one = 1), form TEXT NOT NULL);
`;

/** All that comes from editions. */
const tables = [
  ...['editions', 'listed', 'slugs', 'versions', 'standings', 'coverage', 'facets', 'told'],
  ...['told_pages', 'searchable'],
];

export type StoreOptions = {
  /** A path, or `:memory:`. */
  readonly file: string;
  readonly trust: Trust;
  /** The trust's logo, as SVG. */
  readonly logo: string;
  /** Origin of the public site. */
  readonly site: string;
  readonly readOnly?: boolean;
};

export function openStore({ file, trust, logo, site, readOnly = false }: StoreOptions): Store {
  const database = new DatabaseSync(file, { readOnly });
  database.exec('PRAGMA busy_timeout = 5000');
  if (!readOnly) {
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON',
    );
    database.exec(schema + standingsSchema + facetsSchema + clockSchema + changesSchema);
    database.exec(bookletPdfsSchema + searchableSchema);
  }
  const statements = statementsOn(database);
  const { row, write } = statements;
  const clock = clockIn(statements);
  const lookUps = lookUpsIn(statements, trust);
  const beside: Beside = {
    standings: standingsIn(statements, isBehind),
    facets: facetsKeptIn(statements),
    clock,
    changes: changesIn(statements),
    pdfs: bookletPdfsIn(statements),
    searchables: searchablesIn(statements, { trust, isUnsafe }),
  };
  const answers: Answers = answersFrom({ trust, logo, site }, lookUps, beside);
  const take = takingInto({ statements, lookUps, answers, beside, trust });

  return {
    database,
    head: () => Number(row('SELECT sequence FROM head')?.sequence ?? 0),
    form: () => row('SELECT form FROM form')?.form?.toString() ?? null,
    beginAgain,
    add,
    now: clock.now,
    settle,
    content: answers.content,
    history: lookUps.history,
    moved: lookUps.moved,
    hasMoved: lookUps.hasMoved,
    forgetAnswers: answers.forgetAll,
    close: () => database.close(),
  };

  function isBehind({ document, kind }: OneDocument, tag: string): boolean {
    const own = lookUps.newest(kind, document, tag);
    if (own?.action !== 'published') return false;
    const source = own.sourceEdition ?? 0;
    if (isWritten(tag) && lookUps.hasMajorSince({ document, kind }, source)) return true;
    const since = lookUps.englishSince(kind, document, source) as readonly ReadableEdition[];
    return freshness(own as ReadableEdition, since).state === 'behind';
  }

  function isUnsafe({ document, kind }: OneDocument, tag: string): boolean {
    const content = answers.content();
    return reading(content, { kind, document, language: tag })?.textLanguage === SOURCE_LANGUAGE;
  }

  function settle(now: Date): readonly Notice[] {
    clock.set(now);
    const before = lookUps.inForce();
    const after = answers
      .content()
      .list('notices', SOURCE_LANGUAGE)
      .map(({ document }) => lookUps.newest('notices', document, SOURCE_LANGUAGE) as Notice)
      .filter((notice) => notice.action === 'published')
      .filter((notice) => phaseAt(now, notice.content) === 'in-force');
    const different = (some: readonly Notice[], others: readonly Notice[]) =>
      some.filter(({ sequence }) => !others.some((other) => other.sequence === sequence));
    const [gone, come] = [different(before, after), different(after, before)];
    for (const { sequence } of gone) write('DELETE FROM in_force WHERE sequence = ?', sequence);
    for (const notice of come) {
      write('INSERT INTO in_force VALUES (?, ?)', notice.sequence, JSON.stringify(notice));
    }
    answers.forget(keys.notices);
    return [...gone, ...come];
  }

  function beginAgain(form: string): void {
    for (const table of tables) write(`DELETE FROM ${table}`);
    write('UPDATE head SET sequence = 0');
    write('INSERT OR REPLACE INTO form VALUES (1, ?)', form);
    answers.forgetAll();
  }

  function add(run: readonly Edition[], head: number): ReadonlySet<Key> {
    const changed = new Set(run.flatMap((edition) => [...take(edition)]));
    write('UPDATE head SET sequence = ?', head);
    return changed;
  }
}

/**
 * The editions a site is made from, in an SQLite file, so that 120,000 of them are not 120,000 objects in memory. The
 * same store in memory (`:memory:`) serves a plain `astro build` and tests.
 */
import { DatabaseSync } from 'node:sqlite';
import type { Edition, EditionOf, ReadableEdition } from '@charterpress/shared/domain/edition.ts';
import { freshness } from '@charterpress/shared/domain/freshness.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { byUrgency, phaseAt } from '@charterpress/shared/domain/urgent-notice.ts';
import { language, SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { interfaceLanguage, type Overrides } from '@charterpress/shared/strings.ts';
import type { Trust } from '@charterpress/shared/trust.ts';
import { reading } from '../views/reading.ts';
import { bookletPdfsIn, bookletPdfsSchema } from './booklet-pdfs.ts';
import { changesIn, changesSchema, olderPortions, type Told } from './changes.ts';
import { clockIn, clockSchema, momentAsked } from './clock.ts';
import type { Address, ChangesOf, Content, Listed } from './content.ts';
import type { Coverage, OneDocument } from './coverage.ts';
import { facetsKeptIn, facetsSchema } from './facets.ts';
import { overridesIn } from './interface-words.ts';
import { keptAnswers } from './kept-answers.ts';
import { derivedFrom } from './language-versions.ts';
import { addressesIn, byOrder, listedOf } from './listed.ts';
import { type ListedService, listedServiceOf } from './listed-services.ts';
import { type SearchablePages, searchableSchema, searchablesIn } from './searchable.ts';
import { standingsIn, standingsSchema } from './standings.ts';
import { statementsOn } from './statements.ts';
import { type TermsOfLanguage, termOf, termsIn } from './terms.ts';

/** What a page read, or what an edition changes: the names by which the two find each other. */
export type Key = string;

export const keys = {
  edition: (kind: string, document: string, language: string): Key =>
    `edition ${kind} ${document} ${language}`,
  list: (kind: string, language: string): Key => `list ${kind} ${language}`,
  listedService: (document: string, language: string): Key =>
    `listed service ${document} ${language}`,
  addresses: (kind: string, language: string): Key => `addresses ${kind} ${language}`,
  lists: (kind: string, language: string): Key => `lists ${kind} ${language}`,
  slug: (kind: string, slug: string): Key => `slug ${kind} ${slug}`,
  having: (kind: string, field: string, value: string): Key => `having ${kind} ${field} ${value}`,
  reached: (moment: string): Key => `reached ${moment}`,
  changes: (language: string, of?: ChangesOf): Key =>
    `changes ${language} ${of === undefined ? 'newest' : Object.values(of)[0]}`,
  changePortions: (language: string): Key => `portions of changes ${language}`,
  notices: 'notices',
  languages: (kind: string, document: string): Key => `languages ${kind} ${document}`,
  coverage: (language: string): Key => `coverage ${language}`,
  words: (language: string): Key => `words ${language}`,
  terms: (language: string): Key => `terms of ${language}`,
  pdf: (path: string): Key => `pdf ${path}`,
  search: (language: string): Key => `search ${language}`,
};

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
  /** Look-ups that tell `record` what they looked for, whether or not they found it. */
  readonly content: (record?: (key: Key) => void) => Content;
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

const thatMoved = `HAVING count(*) > count(DISTINCT language) OR count(DISTINCT slug) > 1
  OR max(action <> 'published')`;

const thatWent = `WHERE json_extract(edition, '$.action') = 'removed'`;

/**
 * What stands on every page is asked for by every page, and the language versions of a document are made one after the
 * other: so many answers are enough at hand. A parsed edition is some 60 KB.
 */
const KEPT_EDITIONS = 300;
const KEPT_ANSWERS = 1_000;
/** Those of a county in a language or two: every way to look for help shows some of the same. */
const KEPT_SERVICES = 2_000;

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
  const { row, all, write } = statements;
  const standings = standingsIn(statements, isBehind);
  const facets = facetsKeptIn(statements);
  const clock = clockIn(statements);
  const changes = changesIn(statements);
  const pdfs = bookletPdfsIn(statements);
  const searchables = searchablesIn(statements, { trust, isUnsafe });
  const kept = {
    editions: keptAnswers<Edition | null>(KEPT_EDITIONS),
    since: keptAnswers<Map<number, readonly Edition[]>>(KEPT_EDITIONS),
    slugs: keptAnswers<string | null>(KEPT_ANSWERS),
    lists: keptAnswers<readonly Listed[]>(KEPT_ANSWERS),
    listedServices: keptAnswers<ListedService | null>(KEPT_SERVICES),
    addresses: keptAnswers<readonly Address[]>(KEPT_ANSWERS),
    isListed: keptAnswers<boolean>(KEPT_ANSWERS),
    languages: keptAnswers<readonly string[]>(KEPT_ANSWERS),
    having: keptAnswers<readonly Address[]>(KEPT_ANSWERS),
    changes: keptAnswers<readonly Told[]>(KEPT_ANSWERS),
    notices: keptAnswers<readonly Notice[]>(1),
    coverage: keptAnswers<readonly Coverage[]>(KEPT_ANSWERS),
    words: keptAnswers<Overrides | null>(KEPT_ANSWERS),
    terms: keptAnswers<TermsOfLanguage>(KEPT_ANSWERS),
    searchableCount: keptAnswers<number>(KEPT_ANSWERS),
    searchable: keptAnswers<SearchablePages>(1),
  };
  const order = new Map(trust.languages.map((tag, at) => [tag, at]));

  return {
    database,
    head: () => Number(row('SELECT sequence FROM head')?.sequence ?? 0),
    form: () => row('SELECT form FROM form')?.form?.toString() ?? null,
    beginAgain,
    add,
    now: clock.now,
    settle,
    content: contentThatRecords,
    history: (kind, document) =>
      all(
        'SELECT edition FROM editions WHERE kind = ? AND document = ? ORDER BY sequence',
        kind,
        document,
      )
        .concat(all('SELECT edition FROM versions WHERE kind = ? AND document = ?', kind, document))
        .map((each) => JSON.parse(String(each.edition)) as Edition),
    moved: () =>
      all(
        `SELECT kind, document FROM editions GROUP BY kind, document ${thatMoved}
         UNION SELECT kind, document FROM versions ${thatWent} ORDER BY kind, document`,
      ) as never,
    hasMoved: (kind, document) =>
      row(
        `SELECT 1 FROM editions WHERE kind = ?1 AND document = ?2 GROUP BY kind, document ${thatMoved}
         UNION SELECT 1 FROM versions ${thatWent} AND kind = ?1 AND document = ?2`,
        kind,
        document,
      ) !== undefined,
    forgetAnswers,
    close: () => database.close(),
  };

  function contentThatRecords(record: (key: Key) => void = () => {}): Content {
    return {
      trust,
      logo,
      site,
      edition: <K extends Kind>(kind: K, document: string, language: string) => {
        const key = keys.edition(kind, document, language);
        record(key);
        return kept.editions.get(key, () =>
          newest(kind, document, language),
        ) as EditionOf<K> | null;
      },
      englishSince: <K extends Kind>(kind: K, document: string, number: number) => {
        const key = keys.edition(kind, document, SOURCE_LANGUAGE);
        record(key);
        const byNumber = kept.since.get(key, () => new Map());
        const since = byNumber.get(number) ?? englishSince(kind, document, number);
        byNumber.set(number, since);
        return since as readonly ReadableEdition<K>[];
      },
      bySlug: (kind, slug) => {
        const key = keys.slug(kind, slug);
        record(key);
        return kept.slugs.get(key, () => documentOf(kind, slug));
      },
      list: (kind, language) => {
        const key = keys.list(kind, language);
        record(key);
        return kept.lists.get(key, () => listOf(kind, language));
      },
      listedService: (document, language) => {
        const key = keys.listedService(document, language);
        record(key);
        return kept.listedServices.get(key, () =>
          listedServiceOf(contentThatRecords(), { document, language }),
        );
      },
      addresses: (kind, language) => {
        const key = keys.addresses(kind, language);
        record(key);
        return kept.addresses.get(key, () => addressesIn(listOf(kind, language)));
      },
      lists: (kind, language) => {
        const key = keys.lists(kind, language);
        record(key);
        return kept.isListed.get(key, () => hasAny(kind, language));
      },
      having: (kind, field, value) => {
        const key = keys.having(kind, field, value);
        record(key);
        return kept.having.get(key, () => facets.having(kind, field, value));
      },
      // What has come stays: only what is to come is a reason to render a page again.
      reached: (when) => {
        const moment = momentAsked(when);
        if (moment <= clock.now()) return true;
        record(keys.reached(moment));
        return false;
      },
      changes: (language, of) => {
        const key = keys.changes(language, of);
        record(key);
        return kept.changes.get(key, () => changesOf(language, of));
      },
      changePortions: (language) => {
        record(keys.changePortions(language));
        return changes.portions(language);
      },
      notices: () => {
        record(keys.notices);
        const shown = kept.notices.get(keys.notices, inForce);
        // So that the removal of one finds every page that showed it.
        for (const { document } of shown) record(noticeKey(document));
        return shown;
      },
      languagesOf: (kind, document) => {
        const key = keys.languages(kind, document);
        record(key);
        return kept.languages.get(key, () => languagesOf(kind, document));
      },
      words: (language) => {
        const tag = interfaceLanguage(language);
        const key = keys.words(tag);
        record(key);
        return kept.words.get(key, () => overridesIn(contentThatRecords(), tag));
      },
      terms: (language) => {
        const key = keys.terms(language);
        record(key);
        return kept.terms.get(key, () => termsIn(contentThatRecords(), language));
      },
      pdfAt: (path) => {
        record(keys.pdf(path));
        return pdfs.at(path);
      },
      searchableCount: (language) => {
        const key = keys.search(language);
        record(key);
        return kept.searchableCount.get(key, () => searchables.count(language));
      },
      searchable: (language) => {
        const key = keys.search(language);
        record(key);
        return kept.searchable.get(key, () => searchables.pages(language));
      },
      coverage: (language) => {
        const key = keys.coverage(language);
        record(key);
        return kept.coverage.get(key, () => standings.of(language));
      },
    };
  }

  function newest(kind: string, document: string, language: string): Edition | null {
    if (!isWritten(language)) return newestVersion(kind, document, language);
    const found = row(
      `SELECT edition FROM editions WHERE kind = ? AND document = ? AND language = ?
       ORDER BY sequence DESC LIMIT 1`,
      kind,
      document,
      language,
    );
    return found === undefined ? null : (JSON.parse(String(found.edition)) as Edition);
  }

  /** Not one of the feed's own: see `derivedFrom`. */
  function newestVersion(kind: string, document: string, tag: string): Edition | null {
    const found = row(
      `SELECT edition FROM versions WHERE kind = ? AND document = ? AND language = ?
       ORDER BY json_extract(edition, '$.action') = 'removed', sequence DESC LIMIT 1`,
      ...[kind, document, tag],
    );
    return found === undefined ? null : (JSON.parse(String(found.edition)) as Edition);
  }

  function isBehind({ document, kind }: OneDocument, tag: string): boolean {
    const own = newest(kind, document, tag);
    if (own?.action !== 'published') return false;
    if (isWritten(tag) && hasMajorSince({ document, kind }, own.sourceEdition ?? 0)) return true;
    const since = englishSince(
      kind,
      document,
      own.sourceEdition ?? 0,
    ) as readonly ReadableEdition[];
    return freshness(own as ReadableEdition, since).state === 'behind';
  }

  function isUnsafe({ document, kind }: OneDocument, tag: string): boolean {
    const content = contentThatRecords();
    return reading(content, { kind, document, language: tag })?.textLanguage === SOURCE_LANGUAGE;
  }

  /** Found without reading the texts, which are long. */
  function hasMajorSince({ document, kind }: OneDocument, number: number): boolean {
    const major = row(
      `SELECT 1 FROM editions WHERE kind = ? AND document = ? AND language = ? AND number > ?
       AND action IN ('published', 'withdrawn') AND json_extract(edition, '$.change') <> 'minor'`,
      ...[kind, document, SOURCE_LANGUAGE, number],
    );
    return major !== undefined;
  }

  function englishSince(kind: string, document: string, number: number): readonly Edition[] {
    return all(
      `SELECT edition FROM editions WHERE kind = ? AND document = ? AND language = ?
       AND number >= ? AND action IN ('published', 'withdrawn') ORDER BY number`,
      kind,
      document,
      SOURCE_LANGUAGE,
      number,
    ).map((each) => JSON.parse(String(each.edition)) as Edition);
  }

  /**
   * Two documents may have had one slug, one after the other: the one that can be read has it, else the last. It is
   * asked for every edition that comes, so without reading any text.
   */
  function documentOf(kind: string, slug: string): string | null {
    const holder = row(
      `SELECT slugs.document FROM slugs JOIN editions ON editions.sequence =
         (SELECT max(sequence) FROM editions AS english WHERE english.kind = slugs.kind
          AND english.document = slugs.document AND english.language = ?)
       WHERE slugs.kind = ? AND slugs.slug = ? AND editions.slug = slugs.slug
       ORDER BY editions.action IN ('published', 'withdrawn') DESC, slugs.sequence DESC LIMIT 1`,
      SOURCE_LANGUAGE,
      kind,
      slug,
    );
    return holder === undefined ? null : String(holder.document);
  }

  function changesOf(language: string, of?: ChangesOf): readonly Told[] {
    if (of === undefined) return changes.newest(language);
    return 'portion' in of
      ? changes.portion(language, of.portion)
      : changes.ofDistrict(language, of.district);
  }

  function slugOf(kind: string, document: string): string | null {
    const found = row(
      `SELECT slug FROM editions WHERE kind = ? AND document = ? AND language = ?
       ORDER BY sequence DESC LIMIT 1`,
      kind,
      document,
      SOURCE_LANGUAGE,
    );
    return found === undefined ? null : String(found.slug);
  }

  function listOf(kind: string, language: string): readonly Listed[] {
    return all('SELECT listed FROM listed WHERE kind = ? AND language = ?', kind, language)
      .map((each) => JSON.parse(String(each.listed)) as Listed)
      .sort(byOrder(language));
  }

  function hasAny(kind: string, language: string): boolean {
    return (
      row('SELECT 1 FROM listed WHERE kind = ? AND language = ?', kind, language) !== undefined
    );
  }

  function languagesOf(kind: string, document: string): readonly string[] {
    return all('SELECT language FROM listed WHERE kind = ? AND document = ?', kind, document)
      .map((each) => String(each.language))
      .filter((tag) => order.has(tag))
      .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  }

  function inForce(): readonly Notice[] {
    return all('SELECT edition FROM in_force')
      .map((each) => JSON.parse(String(each.edition)) as Notice)
      .sort((a, b) => byUrgency(urgencyOf(a), urgencyOf(b)));
  }

  function settle(now: Date): readonly Notice[] {
    clock.set(now);
    const before = inForce();
    const after = contentThatRecords()
      .list('notices', SOURCE_LANGUAGE)
      .map(({ document }) => newest('notices', document, SOURCE_LANGUAGE) as Notice)
      .filter((notice) => notice.action === 'published')
      .filter((notice) => phaseAt(now, notice.content) === 'in-force');
    const different = (some: readonly Notice[], others: readonly Notice[]) =>
      some.filter(({ sequence }) => !others.some((other) => other.sequence === sequence));
    const [gone, come] = [different(before, after), different(after, before)];
    for (const { sequence } of gone) write('DELETE FROM in_force WHERE sequence = ?', sequence);
    for (const notice of come) {
      write('INSERT INTO in_force VALUES (?, ?)', notice.sequence, JSON.stringify(notice));
    }
    kept.notices.empty();
    return [...gone, ...come];
  }

  function beginAgain(form: string): void {
    for (const table of [
      'editions',
      'listed',
      'slugs',
      'versions',
      'standings',
      'coverage',
      'facets',
      'told',
      'told_pages',
      'searchable',
    ])
      write(`DELETE FROM ${table}`);
    write('UPDATE head SET sequence = 0');
    write('INSERT OR REPLACE INTO form VALUES (1, ?)', form);
    forgetAnswers();
  }

  function forgetAnswers(): void {
    for (const answers of Object.values(kept)) answers.empty();
  }

  /** What was answered of anything else stays true: it is by these keys that the press finds the pages to be made again. */
  function add(run: readonly Edition[], head: number): ReadonlySet<Key> {
    const all = new Set<Key>();
    for (const edition of run) {
      const changed = new ChangedKeys(forgetAnswer);
      addOne(edition, changed);
      // Some of it may have been asked again before all of it was changed.
      for (const key of changed) {
        forgetAnswer(key);
        all.add(key);
      }
    }
    write('UPDATE head SET sequence = ?', head);
    return all;
  }

  function forgetAnswer(key: Key): void {
    for (const answers of Object.values(kept)) answers.forget(key);
  }

  function addOne(edition: Edition, changed: Set<Key>): void {
    const { kind, document, language, slug } = edition;
    const holder = language === SOURCE_LANGUAGE ? documentOf(kind, slug) : null;
    const formerSlug = language === SOURCE_LANGUAGE ? slugOf(kind, document) : slug;
    const formerTerms = kind === 'terms' ? termOfEach(edition) : null;
    const formerLists = kind === 'services' ? listedOfEach(edition) : null;
    if (edition.action === 'removed') erase(edition, changed);
    write(
      'INSERT INTO editions VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      edition.sequence,
      kind,
      document,
      language,
      edition.number,
      slug,
      edition.action,
      JSON.stringify(edition),
    );
    changed.add(keys.edition(kind, document, language));
    relist(edition, changed);
    for (const tag of standings.take(edition)) changed.add(keys.coverage(tag));
    for (const { field, value } of facets.take(edition))
      changed.add(keys.having(kind, field, value));
    retell(edition, () => changes.take(edition), changed);
    for (const tag of searchables.take(edition)) changed.add(keys.search(tag));
    if (kind === 'language-versions') takeVersion(edition, changed);
    if (kind === 'interface-words') changed.add(keys.words(language));
    if (formerTerms !== null) {
      for (const tag of differing(formerTerms, termOfEach(edition))) changed.add(keys.terms(tag));
    }
    if (formerLists !== null) {
      for (const tag of differing(formerLists, listedOfEach(edition)))
        changed.add(keys.listedService(document, tag));
    }
    if (language !== SOURCE_LANGUAGE) return;
    write(
      'INSERT OR REPLACE INTO slugs VALUES (?, ?, ?, ?)',
      kind,
      slug,
      document,
      edition.sequence,
    );
    if (holder !== documentOf(kind, slug)) changed.add(keys.slug(kind, slug));
    if (formerSlug !== null && formerSlug !== slug) changed.add(keys.slug(kind, formerSlug));
  }

  /** How the languages that an edition may change write its term. */
  function termOfEach({ document, language }: Edition): ReadonlyMap<string, string> {
    const english = newest('terms', document, SOURCE_LANGUAGE) as EditionOf<'terms'> | null;
    const tags = language === SOURCE_LANGUAGE ? trust.languages : [language];
    return new Map(
      tags.map((tag) => {
        const own = newest('terms', document, tag) as EditionOf<'terms'> | null;
        return [tag, JSON.stringify(termOf(english, own))];
      }),
    );
  }

  /** What lists say of a service in the languages that an edition of it may change. */
  function listedOfEach({ document, language }: Place): ReadonlyMap<string, string> {
    const content = contentThatRecords();
    const tags = language === SOURCE_LANGUAGE ? trust.languages : [language];
    return new Map(
      tags.map((tag) => [
        tag,
        JSON.stringify(listedServiceOf(content, { document, language: tag })),
      ]),
    );
  }

  /** What is told of changes is looked up by portion, by district, and by how many older portions there are. */
  function retell({ document, kind, language }: Place, take: Retelling, changed: Set<Key>): void {
    const portions = changes.portions(language);
    const former = changes.districtsOf(kind, document);
    const places = take();
    const districts = new Set([...former, ...changes.districtsOf(kind, document)]);
    for (const { language: tag, portion } of places) {
      const isOlder = portion < olderPortions(changes.portions(tag));
      const of = isOlder ? { portion } : undefined;
      changed.add(keys.changes(tag, of));
      for (const district of districts) changed.add(keys.changes(tag, { district }));
    }
    if (changes.portions(language) !== portions) changed.add(keys.changePortions(language));
  }

  /** What readers had of this version goes, wherever it was, and what they get of it comes. */
  function takeVersion(edition: Edition, changed: Set<Key>): void {
    const { document: madeBy } = edition;
    const former = row('SELECT edition FROM versions WHERE made_by = ?', madeBy)?.edition;
    write('DELETE FROM versions WHERE made_by = ?', madeBy);
    const derived = derivedFrom(contentThatRecords(), edition);
    if (derived !== null) {
      const { document, kind, language, sequence } = derived;
      const text = JSON.stringify(derived);
      write(
        'INSERT INTO versions VALUES (?, ?, ?, ?, ?, ?)',
        ...[madeBy, kind, document, language, sequence, text],
      );
      settleVersion(derived, changed);
    }
    if (former !== undefined) settleVersion(JSON.parse(String(former)) as Edition, changed);
  }

  /** Lists and counts of a place that a version came to or went from. */
  function settleVersion({ document, kind, language }: Edition, changed: Set<Key>): void {
    const there = newestVersion(kind, document, language);
    const place = { kind, document, language };
    changed.add(keys.edition(kind, document, language));
    if (kind === 'services') changed.add(keys.listedService(document, language));
    relist(there ?? { ...place, action: 'removed' }, changed);
    const counts = there === null ? standings.forget(place, language) : standings.take(there);
    for (const tag of counts) changed.add(keys.coverage(tag));
    const found = there === null ? searchables.forget(place, language) : searchables.take(there);
    for (const tag of found) changed.add(keys.search(tag));
  }

  /** A list is another list just when the row that it shows is another row. */
  function relist(edition: Edition | Gone, changed: Set<Key>): void {
    const { kind, document, language } = edition;
    const place = [kind, language, document] as const;
    const before = row(
      'SELECT listed FROM listed WHERE kind = ? AND language = ? AND document = ?',
      ...place,
    )?.listed;
    const listed = 'sequence' in edition ? listedOf(edition) : null;
    const hadAny = hasAny(kind, language);
    const after = listed === null ? undefined : JSON.stringify(listed);
    if (before === after) return;
    changed.add(keys.list(kind, language));
    if (addressOf(before) !== addressOf(after)) changed.add(keys.addresses(kind, language));
    if (after === undefined) {
      write('DELETE FROM listed WHERE kind = ? AND language = ? AND document = ?', ...place);
    } else {
      write('INSERT OR REPLACE INTO listed VALUES (?, ?, ?, ?)', ...place, after);
    }
    if ((before === undefined) === (after === undefined)) return;
    changed.add(keys.languages(kind, document));
    if (hadAny !== hasAny(kind, language)) changed.add(keys.lists(kind, language));
  }

  function erase({ kind, document, language }: Edition, changed: Set<Key>): void {
    const erased =
      language === SOURCE_LANGUAGE
        ? all(
            `SELECT language FROM editions WHERE kind = ?1 AND document = ?2
             UNION SELECT language FROM versions WHERE kind = ?1 AND document = ?2`,
            kind,
            document,
          ).map((each) => String(each.language))
        : [language];
    if (kind === 'notices') {
      for (const notice of inForce().filter((one) => one.document === document)) {
        write('DELETE FROM in_force WHERE sequence = ?', notice.sequence);
        changed.add(keys.notices);
      }
    }
    retell(
      { kind, document, language },
      () => erased.flatMap((tag) => changes.forget({ kind, document }, tag)),
      changed,
    );
    for (const tag of erased) {
      const place = [kind, document, tag] as const;
      write('DELETE FROM editions WHERE kind = ? AND document = ? AND language = ?', ...place);
      write('DELETE FROM listed WHERE kind = ? AND document = ? AND language = ?', ...place);
      write('DELETE FROM versions WHERE kind = ? AND document = ? AND language = ?', ...place);
      changed.add(keys.edition(...place)).add(keys.list(kind, tag));
      if (kind === 'interface-words') changed.add(keys.words(tag));
      changed.add(keys.addresses(kind, tag));
      if (!hasAny(kind, tag)) changed.add(keys.lists(kind, tag));
      for (const each of standings.forget({ kind, document }, tag)) {
        changed.add(keys.coverage(each));
      }
      for (const each of searchables.forget({ kind, document }, tag)) {
        changed.add(keys.search(each));
      }
    }
    changed.add(keys.languages(kind, document));
  }
}

/** An answer is forgotten as soon as what it tells of is another: the next one may be asked for by the same change. */
class ChangedKeys extends Set<Key> {
  readonly #forget: (key: Key) => void;

  constructor(forget: (key: Key) => void) {
    super();
    this.#forget = forget;
  }

  override add(key: Key): this {
    this.#forget(key);
    return super.add(key);
  }
}

type Notice = ReadableEdition<'notices'>;

type Place = Pick<Edition, 'kind' | 'document' | 'language'>;
type Retelling = () => readonly { readonly language: string; readonly portion: number }[];

/** A language version that nothing stands for any more. */
type Gone = Pick<Edition, 'kind' | 'document' | 'language'> & { readonly action: 'removed' };

/** Texts come as editions of the feed; other forms are made from their versions. */
function isWritten(tag: string): boolean {
  return language(tag)?.form === 'text';
}

function noticeKey(document: string): Key {
  return keys.edition('notices', document, SOURCE_LANGUAGE);
}

function urgencyOf({ content, document, publishedAt }: Notice) {
  return { document, publishedAt, severity: content.severity };
}

/** The languages in which something else is said now than before. */
function differing(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  return [...after].flatMap(([tag, says]) => (before.get(tag) === says ? [] : [tag]));
}

/** Where lists lead for a row of `listed`; `null` when they leave it out. */
function addressOf(row: unknown): string | null {
  if (row === undefined) return null;
  const { slug, withdrawn } = JSON.parse(String(row)) as Listed;
  return withdrawn ? null : slug;
}

/** What an edition of the feed changes in the store: rows, lists, counts, and the keys of all that tells of them. */
import type { Edition, EditionOf } from '@charterpress/shared/domain/edition.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Trust } from '@charterpress/shared/trust.ts';
import type { Answers, Beside } from './answers.ts';
import { olderPortions } from './changes.ts';
import type { Listed } from './content.ts';
import { type Key, keys } from './keys.ts';
import { derivedFrom } from './language-versions.ts';
import { listedOf } from './listed.ts';
import { listedServiceOf } from './listed-services.ts';
import type { LookUps } from './look-ups.ts';
import type { Statements } from './statements.ts';
import { termOf } from './terms.ts';

type Into = {
  readonly statements: Statements;
  readonly lookUps: LookUps;
  readonly answers: Answers;
  readonly beside: Beside;
  readonly trust: Trust;
};

/** Answers how to take one edition, which returns the keys of what it changes. */
export function takingInto({ answers, beside, lookUps, statements, trust }: Into) {
  const { all, row, write } = statements;
  const { documentOf, hasAny, inForce, newest, newestVersion, slugOf } = lookUps;
  const { changes, facets, searchables, standings } = beside;

  return (edition: Edition): ReadonlySet<Key> => {
    const changed = new ChangedKeys(answers.forget);
    addOne(edition, changed);
    // Some of it may have been asked again before all of it was changed.
    for (const key of changed) answers.forget(key);
    return changed;
  };

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
    const content = answers.content();
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
    const derived = derivedFrom(answers.content(), edition);
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

type Place = Pick<Edition, 'kind' | 'document' | 'language'>;
type Retelling = () => readonly { readonly language: string; readonly portion: number }[];

/** A language version that nothing stands for any more. */
type Gone = Pick<Edition, 'kind' | 'document' | 'language'> & { readonly action: 'removed' };

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

/** What the store is asked by SQL, each question alone and nothing of it kept. */
import type { Edition, ReadableEdition } from '@charterpress/shared/domain/edition.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { byUrgency } from '@charterpress/shared/domain/urgent-notice.ts';
import { language, SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Trust } from '@charterpress/shared/trust.ts';
import type { Listed } from './content.ts';
import type { OneDocument } from './coverage.ts';
import { byOrder } from './listed.ts';
import type { Statements } from './statements.ts';

export type Notice = ReadableEdition<'notices'>;

export type LookUps = ReturnType<typeof lookUpsIn>;

const thatMoved = `HAVING count(*) > count(DISTINCT language) OR count(DISTINCT slug) > 1
  OR max(action <> 'published')`;

const thatWent = `WHERE json_extract(edition, '$.action') = 'removed'`;

export function lookUpsIn({ all, row }: Statements, trust: Trust) {
  const order = new Map(trust.languages.map((tag, at) => [tag, at]));

  return {
    ...{ newest, newestVersion, hasMajorSince, englishSince, documentOf, slugOf },
    ...{ listOf, hasAny, languagesOf, inForce, history, moved, hasMoved },
  };

  function newest(kind: string, document: string, language: string): Edition | null {
    if (!isWritten(language)) return newestVersion(kind, document, language);
    const found = row(
      `SELECT edition FROM editions WHERE kind = ? AND document = ? AND language = ?
       ORDER BY sequence DESC LIMIT 1`,
      kind,
      document,
      language,
    );
    return found === undefined ? null : editionIn(found);
  }

  /** Not one of the feed's own: see `derivedFrom`. */
  function newestVersion(kind: string, document: string, tag: string): Edition | null {
    const found = row(
      `SELECT edition FROM versions WHERE kind = ? AND document = ? AND language = ?
       ORDER BY json_extract(edition, '$.action') = 'removed', sequence DESC LIMIT 1`,
      ...[kind, document, tag],
    );
    return found === undefined ? null : editionIn(found);
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
    ).map(editionIn);
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

  /** Urgent notices, the most urgent first. */
  function inForce(): readonly Notice[] {
    return all('SELECT edition FROM in_force')
      .map((each) => editionIn(each) as Notice)
      .sort((a, b) => byUrgency(urgencyOf(a), urgencyOf(b)));
  }

  function history(kind: Kind, document: string): readonly Edition[] {
    return all(
      'SELECT edition FROM editions WHERE kind = ? AND document = ? ORDER BY sequence',
      kind,
      document,
    )
      .concat(all('SELECT edition FROM versions WHERE kind = ? AND document = ?', kind, document))
      .map(editionIn);
  }

  function moved(): readonly { readonly kind: Kind; readonly document: string }[] {
    return all(
      `SELECT kind, document FROM editions GROUP BY kind, document ${thatMoved}
       UNION SELECT kind, document FROM versions ${thatWent} ORDER BY kind, document`,
    ) as never;
  }

  function hasMoved(kind: Kind, document: string): boolean {
    return (
      row(
        `SELECT 1 FROM editions WHERE kind = ?1 AND document = ?2 GROUP BY kind, document ${thatMoved}
         UNION SELECT 1 FROM versions ${thatWent} AND kind = ?1 AND document = ?2`,
        kind,
        document,
      ) !== undefined
    );
  }
}

function editionIn({ edition }: { readonly edition?: unknown }): Edition {
  return JSON.parse(String(edition)) as Edition;
}

/** Texts come as editions of the feed; other forms are made from their versions. */
export function isWritten(tag: string): boolean {
  return language(tag)?.form === 'text';
}

function urgencyOf({ content, document, publishedAt }: Notice) {
  return { document, publishedAt, severity: content.severity };
}

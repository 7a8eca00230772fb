/**
 * What documents can be looked up by: what their newest English edition chose, and whom it refers to. Kept as editions
 * come, so that a page which lists the services of a district need not read every service there is.
 */
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import { kinds } from '@charterpress/shared/domain/kinds.ts';
import type { Field, Reference, Shape } from '@charterpress/shared/domain/shape.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Address } from './content.ts';
import type { Statements } from './statements.ts';

/** `field` is a path without the numbers of rows: `districts`, `reports.evidence`. */
export type Facet = { readonly field: string; readonly value: string };

export const facetsSchema = `
  CREATE TABLE IF NOT EXISTS facets (
    kind TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, document TEXT NOT NULL, slug TEXT NOT NULL,
    PRIMARY KEY (kind, field, value, document)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS facets_of ON facets (kind, document);
`;

/** By what an edition is found, each once. A withdrawn one is found by nothing. */
export function facetsOf(edition: Edition): readonly Facet[] {
  if (edition.action !== 'published' || edition.language !== SOURCE_LANGUAGE) return [];
  const content = edition.content as unknown as Readonly<Record<string, unknown>>;
  const found = facetsIn(kinds[edition.kind], content, '');
  const byName = new Map(found.map((facet) => [nameOf(facet), facet]));
  return [...byName.values()];
}

function facetsIn(
  shape: Shape,
  content: Readonly<Record<string, unknown>>,
  path: string,
): readonly Facet[] {
  return Object.entries(shape).flatMap(([name, field]): readonly Facet[] => {
    const value = content[name] ?? null;
    if (value === null) return [];
    if (field.holds === 'rows') {
      const rows = value as readonly Readonly<Record<string, unknown>>[];
      return rows.flatMap((row) => facetsIn(field.fields, row, `${path}${name}.`));
    }
    return valuesOf(field, value).map((each) => ({ field: path + name, value: each }));
  });
}

function valuesOf(field: Field, value: unknown): readonly string[] {
  switch (field.holds) {
    case 'choice':
    case 'number':
      return [String(value)];
    case 'yes':
      return value === true ? ['yes'] : [];
    case 'several':
    case 'districts':
      return value as readonly string[];
    case 'one':
      return [(value as Reference).document];
    case 'many':
      return (value as readonly Reference[]).map(({ document }) => document);
    default:
      return [];
  }
}

export function facetsKeptIn({ all, write }: Statements) {
  return {
    /** Answers the facets of which somebody who looks them up now finds something else. */
    take(edition: Edition): readonly Facet[] {
      if (edition.language !== SOURCE_LANGUAGE) return [];
      const { document, kind, slug } = edition;
      const before = new Map(
        all('SELECT * FROM facets WHERE kind = ? AND document = ?', kind, document).map((row) => {
          const facet = { field: String(row.field), value: String(row.value) };
          return [nameOf(facet), { facet, slug: String(row.slug) }];
        }),
      );
      const after = new Map(facetsOf(edition).map((facet) => [nameOf(facet), facet]));
      const gone = [...before].filter(([name]) => !after.has(name)).map(([, { facet }]) => facet);
      const come = [...after]
        .filter(([name]) => before.get(name)?.slug !== slug)
        .map(([, facet]) => facet);
      for (const { field, value } of gone) {
        write(
          'DELETE FROM facets WHERE kind = ? AND field = ? AND value = ? AND document = ?',
          ...[kind, field, value, document],
        );
      }
      for (const { field, value } of come) {
        write(
          'INSERT OR REPLACE INTO facets VALUES (?, ?, ?, ?, ?)',
          ...[kind, field, value, document, slug],
        );
      }
      return [...gone, ...come];
    },
    having: (kind: string, field: string, value: string): readonly Address[] =>
      all(
        'SELECT document, slug FROM facets WHERE kind = ? AND field = ? AND value = ? ORDER BY document',
        ...[kind, field, value],
      ).map(({ document, slug }) => ({ document: String(document), slug: String(slug) })),
  };
}

function nameOf({ field, value }: Facet): string {
  return `${field}\n${value}`;
}

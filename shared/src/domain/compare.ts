/**
 * What differs between two texts of one document, for people: two versions, two editions, or one of each. Every field that
 * parents see, by its shape: prose line by line, rows by their ids whatever their order, references by their names.
 */
import { diffArrays } from 'diff';
import { linesOf, type Names } from './compare-lines.ts';
import { compareLines, type LineChange } from './compare-words.ts';
import { type Kind, kinds } from './kinds.ts';
import type { Field, Shape } from './shape.ts';

type Values = Readonly<Record<string, unknown>>;

export type Side = {
  readonly language: string;
  /** The last part of the address. */
  readonly slug: string | null;
  readonly content: Values;
};

export type FieldChange = {
  readonly name: string;
  readonly lines: readonly LineChange[];
  /** Only for fields that hold rows. */
  readonly rows: readonly RowChange[];
  /** How many lines and rows differ, those in rows included; 0 for a field that stayed as it was. */
  readonly changes: number;
};

export type RowChange = {
  readonly id: string;
  readonly is: 'same' | 'changed' | 'added' | 'removed';
  /** It stands somewhere else among the others. */
  readonly isMoved: boolean;
  readonly fields: readonly FieldChange[];
};

export type Comparison = { readonly fields: readonly FieldChange[]; readonly changes: number };

/** The address comes first, under the name `slug`; then the fields in the order of the shape. */
export function compareTexts(
  kind: Kind,
  { after, before, names }: { readonly before: Side; readonly after: Side; readonly names: Names },
): Comparison {
  const sameLanguage = before.language === after.language ? after.language : null;
  const compare = comparer(names, sameLanguage);
  const address = compare.field(addressField, { name: 'slug', old: before.slug, now: after.slug });
  const fields = [address, ...compare.shape(kinds[kind], before.content, after.content)];
  return { fields, changes: total(fields) };
}

const addressField: Field = { holds: 'text', translated: false, lines: 'one', needed: true };

type Compared = { readonly name: string; readonly old: unknown; readonly now: unknown };

function comparer(names: Names, sameLanguage: string | null) {
  return { shape, field };

  function shape(of: Shape, before: Values, after: Values): readonly FieldChange[] {
    return Object.entries(of).map(([name, part]) =>
      field(part, { name, old: before[name], now: after[name] }),
    );
  }

  function field(part: Field, { name, now, old }: Compared): FieldChange {
    if (part.holds === 'rows') return rows(part.fields, name, rowsIn(old), rowsIn(now));
    // A number, a day or a name is the same in every language.
    const tag = 'translated' in part && part.translated ? sameLanguage : 'en';
    const lines = compareLines(linesOf(part, old, names), linesOf(part, now, names), tag);
    return { name, lines, rows: [], changes: lines.filter(({ is }) => is !== 'same').length };
  }

  function rows(
    of: Shape,
    name: string,
    before: readonly Row[],
    after: readonly Row[],
  ): FieldChange {
    const compared = inOrder(before, after).map(({ id, isMoved }): RowChange => {
      const old = before.find((row) => row.id === id);
      const now = after.find((row) => row.id === id);
      const fields = shape(of, old ?? {}, now ?? {});
      if (old === undefined) return { id, is: 'added', isMoved: false, fields };
      if (now === undefined) return { id, is: 'removed', isMoved: false, fields };
      return { id, is: total(fields) === 0 ? 'same' : 'changed', isMoved, fields };
    });
    const changes = compared.map((row) => total(row.fields) + (row.isMoved ? 1 : 0));
    return { name, lines: [], rows: compared, changes: sum(changes) };
  }
}

type Row = Values & { readonly id: string };

/** As they stand after, with those that went where they stood before. */
export function inOrder(
  before: readonly { readonly id: string }[],
  after: readonly { readonly id: string }[],
): readonly { readonly id: string; readonly isMoved: boolean }[] {
  const ids = after.map(({ id }) => id);
  const runs = diffArrays(
    before.map(({ id }) => id),
    ids,
  );
  const left = new Set(runs.flatMap(({ removed, value }) => (removed ? value : [])));
  return runs.flatMap(({ removed, value }) =>
    value
      .filter((id) => !removed || !ids.includes(id))
      .map((id) => ({ id, isMoved: left.has(id) && ids.includes(id) })),
  );
}

function rowsIn(value: unknown): readonly Row[] {
  return Array.isArray(value) ? value : [];
}

function total(fields: readonly FieldChange[]): number {
  return sum(fields.map(({ changes }) => changes));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

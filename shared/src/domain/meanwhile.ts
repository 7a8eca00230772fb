/** What somebody else changed while a person was writing, field by field, and how both are put together. */
import { digestOf } from './digest.ts';
import { type Kind, kinds } from './kinds.ts';
import { proseFromLexical } from './lexical.ts';
import { type Field, type Shape, same } from './shape.ts';

type Values = Readonly<Record<string, unknown>>;

/** Working copies of one document: what the person began from, what they wrote, and what is saved. */
export type ThreeCopies = { readonly base: Values; readonly mine: Values; readonly theirs: Values };

export type Meanwhile = {
  /** `statement`, or in a row `parts.0.body`. */
  readonly path: string;
  readonly field: Field;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** Whether both changed it. */
  readonly both: boolean;
};

/** Every field that the other person changed, where it does not say the same as mine. */
export function meanwhile(kind: Kind, copies: ThreeCopies): readonly Meanwhile[] {
  return inShape(shapeOf(kind), copies, '');
}

/** My copy with theirs in place of each field that they changed, but for the paths of those that I keep. */
export function putTogether(
  mine: Values,
  changed: readonly Pick<Meanwhile, 'path' | 'theirs'>[],
  kept: readonly string[],
): Values {
  return changed
    .filter(({ path }) => !kept.includes(path))
    .reduce((copy, { path, theirs }) => withValue(copy, path.split('.'), theirs) as Values, mine);
}

/** An authored address is changed like any other field, though it is not part of the content. */
function shapeOf(kind: Kind): Shape {
  return { ...kinds[kind], slug: same() };
}

function inShape(shape: Shape, copies: ThreeCopies, place: string): readonly Meanwhile[] {
  return Object.entries(shape).flatMap(([name, field]) => {
    const at = (copy: Values) => copy[name];
    const { base, mine, theirs } = copies;
    return inField(field, `${place}${name}`, [at(base), at(mine), at(theirs)]);
  });
}

type Three = readonly [base: unknown, mine: unknown, theirs: unknown];

function inField(field: Field, path: string, three: Three): readonly Meanwhile[] {
  const [base, mine, theirs] = three;
  if (isSame(field, theirs, base) || isSame(field, theirs, mine)) return [];
  if (field.holds === 'rows' && haveSameRows(three)) return inRows(field.fields, path, three);
  return [{ path, field, mine, theirs, both: !isSame(field, mine, base) }];
}

function inRows(fields: Shape, path: string, [base, mine, theirs]: Three): readonly Meanwhile[] {
  const [before, own, others] = [rowsOf(base), rowsOf(mine), rowsOf(theirs)];
  return others.flatMap((row, at) => {
    const copies = { base: before[at] ?? {}, mine: own[at] ?? {}, theirs: row };
    return inShape(fields, copies, `${path}.${at}.`);
  });
}

/** Rows that nobody added, took out or moved can be compared one by one. */
function haveSameRows(three: Three): boolean {
  const [base, mine, theirs] = three.map((rows) => rowsOf(rows).map(({ id }) => id));
  return digestOf(base) === digestOf(mine) && digestOf(mine) === digestOf(theirs);
}

function rowsOf(value: unknown): readonly Values[] {
  return Array.isArray(value) ? value : [];
}

function isSame(field: Field, one: unknown, other: unknown): boolean {
  return digestOf(said(field, one)) === digestOf(said(field, other));
}

/** What a value says, without what an editor adds on its own: empty is empty, and a tree is its prose. */
function said(field: Field, value: unknown): unknown {
  if (value === undefined || value === '' || value === null) return null;
  if (field.holds === 'yes') return value || null;
  if (field.holds === 'prose') return saidInProse(value);
  if (field.holds === 'rows') return rowsOf(value).map((row) => saidInRow(field.fields, row));
  return Array.isArray(value) && value.length === 0 ? null : value;
}

/** What pages cannot show is compared as it stands: it is a difference all the same. */
function saidInProse(value: unknown): unknown {
  const { problems, prose } = proseFromLexical(value, '');
  if (problems.length > 0) return value;
  return prose.length === 0 ? null : prose;
}

function saidInRow(fields: Shape, row: Values): Values {
  const names = Object.entries(fields);
  return {
    id: row.id,
    ...Object.fromEntries(names.map(([name, field]) => [name, said(field, row[name])])),
  };
}

function withValue(into: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  if (Array.isArray(into)) {
    return into.map((each, at) => (at === Number(name) ? withValue(each, rest, value) : each));
  }
  const values = (into ?? {}) as Values;
  return { ...values, [name]: withValue(values[name], rest, value) };
}

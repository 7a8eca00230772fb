/**
 * Editions as the database keeps them, and the one way to read them whole. Payload cannot read a group that is `null`, so
 * what is empty is left out when it is written and put back when it is read: digests and translations are made of whole
 * content.
 */
import { type Kind, kinds } from '@charterpress/shared/domain/kinds.ts';
import type { Field, Shape } from '@charterpress/shared/domain/shape.ts';
import { editionsOf } from '../fields/edition.ts';
import { session, type Within } from '../transaction.ts';
import type { EditionAddress, StoredEdition } from './ledger.ts';

type Values = Readonly<Record<string, unknown>>;
type Stored = Omit<StoredEdition, 'kind'>;

type Which = { readonly kind: Kind } & Partial<
  Pick<StoredEdition, 'document' | 'language' | 'number'>
>;

type Asked = {
  /** What else holds of them, in the words of MongoDB: never what came from outside. */
  readonly also?: Readonly<Record<string, unknown>>;
  /** The newest of a document and language first, unless this says otherwise. */
  readonly sort?: Readonly<Record<string, 1 | -1>>;
  /** All of them, when it is left out. */
  readonly limit?: number;
  readonly without?: 'content';
};

/** Below Payload's API, which takes ten times as long to give a long text. */
export async function editionsWhere(
  req: Within,
  { kind, ...which }: Which,
  { also = {}, limit = 0, sort = { number: -1 }, without }: Asked = {},
): Promise<readonly StoredEdition[]> {
  const projection = { _id: 0, ...(without && { [without]: 0 }) };
  const found = await req.payload.db.connection
    .collection<Stored>(editionsOf(kind))
    .find({ ...exactly(which), ...also }, { projection, sort, limit, ...(await session(req)) })
    .toArray();
  return found.map((stored) => editionFrom(kind, stored));
}

/** The newest edition of a document in a language, whatever its action. */
export async function newestEdition(
  req: Within,
  { document, kind, language }: EditionAddress,
): Promise<StoredEdition | null> {
  const [newest] = await editionsWhere(req, { kind, document, language }, { limit: 1 });
  return newest ?? null;
}

/** The newest edition whose text readers had, though the document may lead elsewhere since. */
export async function newestText(
  req: Within,
  { document, kind, language }: EditionAddress,
): Promise<StoredEdition | null> {
  const also = { action: { $in: ['published', 'withdrawn'] } };
  const [newest] = await editionsWhere(req, { kind, document, language }, { also, limit: 1 });
  return newest ?? null;
}

/** Whatever came from outside is compared as it is, and never taken for an operator. */
function exactly(which: Values): Values {
  return Object.fromEntries(Object.entries(which).map(([name, $eq]) => [name, { $eq }]));
}

function editionFrom(kind: Kind, stored: Stored): StoredEdition {
  return { ...stored, kind, content: wholeContent(kind, stored.content) };
}

/** Leaves out what is `null`, in rows too. */
export function storedContent(kind: Kind, content: Values): Record<string, unknown> {
  return storedShape(kinds[kind], content);
}

/** Puts back what was left out. `null` when the content was erased or there never was any. */
export function wholeContent(kind: Kind, stored: unknown): Values | null {
  const values = (stored ?? {}) as Values;
  return Object.keys(values).length === 0 ? null : wholeShape(kinds[kind], values);
}

function storedShape(shape: Shape, values: Values): Record<string, unknown> {
  const present = Object.entries(shape).filter(([name]) => values[name] != null);
  return Object.fromEntries(
    present.map(([name, field]) => [name, storedField(field, values[name])]),
  );
}

function storedField(field: Field, value: unknown): unknown {
  if (field.holds !== 'rows') return value;
  return (value as Values[]).map((row) => ({ id: row.id, ...storedShape(field.fields, row) }));
}

function wholeShape(shape: Shape, stored: Values): Values {
  return Object.fromEntries(
    Object.entries(shape).map(([name, field]) => [name, wholeField(field, stored[name])]),
  );
}

function wholeField(field: Field, value: unknown): unknown {
  switch (field.holds) {
    case 'one':
      return reference(value);
    case 'many':
      return rowsOf(value).map(reference);
    case 'rows':
      return rowsOf(value).map((row) => ({ id: String(row.id), ...wholeShape(field.fields, row) }));
    default:
      return value ?? null;
  }
}

function reference(value: unknown): Values | null {
  const { kind, document } = (value ?? {}) as Values;
  return kind == null || document == null ? null : { kind, document };
}

function rowsOf(value: unknown): readonly Values[] {
  return Array.isArray(value) ? value : [];
}

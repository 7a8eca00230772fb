/**
 * From a row of the feed to an edition, by the shape of its kind. Nothing about the row is believed: what this program
 * cannot show, it says so of, and the edition is set aside while the rest goes on.
 */

import { actions, changes, type Edition, type Place } from '@charterpress/shared/domain/edition.ts';
import {
  isKind,
  type Kind,
  kindNames,
  kinds,
  singularOf,
} from '@charterpress/shared/domain/kinds.ts';
import { isAllowedUrl } from '@charterpress/shared/domain/lexical.ts';
import { tones } from '@charterpress/shared/domain/prose.ts';
import type { Field, Shape } from '@charterpress/shared/domain/shape.ts';
import { isSlug } from '@charterpress/shared/domain/slug.ts';
import { language } from '@charterpress/shared/languages.ts';

export type Read =
  | { readonly ok: true; readonly edition: Edition }
  | { readonly ok: false; readonly why: string };

type Values = Readonly<Record<string, unknown>>;

/** Reads a row as GraphQL gives it: flat head, `content`, and the kind in `__typename` (`GuideEdition`). */
export function readEdition(row: unknown): Read {
  try {
    return { ok: true, edition: editionOf(values(row, 'the row')) };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, why: error.message };
    throw error;
  }
}

class Unreadable extends Error {}

const kindOfType: ReadonlyMap<string, Kind> = new Map(
  kindNames.map((kind) => [`${singularOf[kind]}Edition`, kind]),
);

/** The name that a kind has in GraphQL; `undefined` for what is no kind. */
export function typeOfKind(kind: string): string | undefined {
  return isKind(kind) ? `${singularOf[kind]}Edition` : undefined;
}

function editionOf(row: Values): Edition {
  const type = text(row.__typename, '__typename');
  const kind = kindOfType.get(type);
  if (kind === undefined) throw new Unreadable(`the kind ${type} is not known`);
  const tag = text(row.language, 'language');
  if (language(tag) === null) throw new Unreadable(`the language ${tag} is not known`);
  const head = {
    kind,
    document: text(row.document, 'document'),
    slug: text(row.slug, 'slug'),
    language: tag,
    number: whole(row.number, 'number'),
    sequence: whole(row.sequence, 'sequence'),
    change: oneOf(changes, row.change ?? 'minor', 'change'),
    changeNote: textOrNull(row.changeNote, 'changeNote'),
    publishedAt: moment(row.publishedAt, 'publishedAt'),
    firstPublishedAt: moment(row.firstPublishedAt, 'firstPublishedAt'),
    changedAt: moment(row.changedAt ?? row.publishedAt, 'changedAt'),
    ...(row.corrects == null ? {} : { corrects: whole(row.corrects, 'corrects') }),
    sourceEdition: row.sourceEdition == null ? null : whole(row.sourceEdition, 'sourceEdition'),
    digest: text(row.digest, 'digest'),
  };
  const action = oneOf(actions, row.action, 'action');
  if (action === 'removed') {
    const stoodAt = row.stoodAt == null ? null : values(row.stoodAt, 'stoodAt');
    const stood = stoodAt?.language == null ? {} : { stoodAt: place(stoodAt) };
    return { ...head, action, ...stood } as Edition;
  }
  if (action === 'redirected') {
    return { ...head, action, redirectTo: reference(row.redirectTo, 'redirectTo') } as Edition;
  }
  checkSlug(head.slug, 'slug');
  const content = shaped(kinds[kind], values(row.content, 'content'), 'content');
  return { ...head, action, content } as Edition;
}

function place(stoodAt: Values): Place {
  const language = text(stoodAt.language, 'stoodAt.language');
  return { ...reference(stoodAt, 'stoodAt'), language } as Place;
}

/** What stands in an address becomes a folder: nothing in it may lead out of the release, or be no folder's name. */
function checkSlug(slug: string, path: string): void {
  if (isSlug(slug)) return;
  throw new Unreadable(`${path} is ${JSON.stringify(slug.slice(0, 120))}, which is no address`);
}

/** It stands in addresses. Whether the trust has it, its configuration says: a former one shows nothing. */
function district(value: unknown, path: string): string {
  const slug = text(value, path);
  checkSlug(slug, path);
  return slug;
}

function shaped(shape: Shape, from: Values, path: string): Values {
  return Object.fromEntries(
    Object.entries(shape).map(([name, field]) => [
      name,
      fieldOf(field, from[name], `${path}.${name}`),
    ]),
  );
}

function fieldOf(field: Field, value: unknown, path: string): unknown {
  if (field.holds === 'yes') return value === true;
  if (field.holds === 'many') return list(value ?? [], path).map((each) => reference(each, path));
  if (field.holds === 'several' || field.holds === 'districts') {
    return list(value ?? [], path).map((each) =>
      field.holds === 'several' ? oneOf(field.of, each, path) : district(each, path),
    );
  }
  if (field.holds === 'rows') {
    return list(value ?? [], path).map((each, at) => {
      const row = values(each, `${path}.${at}`);
      return {
        id: text(row.id, `${path}.${at}.id`),
        ...shaped(field.fields, row, `${path}.${at}`),
      };
    });
  }
  const isAbsent = value == null || (field.holds === 'one' && isEmptyGroup(value));
  if (isAbsent && field.needed) throw new Unreadable(`${path} is missing`);
  return isAbsent ? null : single(field, value, path);
}

/** GraphQL gives a group that holds nothing as an object of nulls. */
function isEmptyGroup(value: unknown): boolean {
  return Object.values(values(value, 'a group')).every((inner) => inner === null);
}

function single(field: Field, value: unknown, path: string): unknown {
  if (field.holds === 'prose') return prose(value, path);
  if (field.holds === 'number') return number(value, path);
  if (field.holds === 'choice') return oneOf(field.of, value, path);
  if (field.holds === 'one') return reference(value, path);
  if (field.holds === 'moment') return moment(value, path);
  if (field.holds === 'file') return list(value, path).map((each) => rendition(each, path));
  if (path.endsWith('.slug')) checkSlug(text(value, path), path);
  return text(value, path);
}

function prose(value: unknown, path: string): unknown {
  for (const [at, block] of list(value, path).entries()) checkBlock(block, `${path}.${at}`);
  return value;
}

function checkBlock(value: unknown, path: string): void {
  const block = values(value, path);
  if (block.type === 'list') {
    checkList(block, path);
    return;
  }
  if (block.type === 'table') {
    checkTable(block, path);
    return;
  }
  if (block.type === 'callout') {
    oneOf(tones, block.tone, `${path}.tone`);
    prose(block.children, path);
    return;
  }
  if (block.type === 'heading') oneOf(['2', '3', '4'], String(block.level), `${path}.level`);
  else if (block.type !== 'paragraph') {
    throw new Unreadable(`${path} holds a block of type ${String(block.type)}, which is not known`);
  }
  checkInlines(block.children, path);
}

function checkList(value: Values, path: string): void {
  oneOf(['bullet', 'number'], value.style, `${path}.style`);
  for (const each of list(value.items, path)) {
    const item = values(each, path);
    checkInlines(item.children, path);
    for (const inner of list(item.lists, path)) checkList(values(inner, path), path);
  }
}

function checkTable(table: Values, path: string): void {
  for (const name of ['headerRow', 'headerColumn']) {
    if (typeof table[name] !== 'boolean') throw new Unreadable(`${path}.${name} is not yes or no`);
  }
  for (const each of list(table.rows, path)) {
    const { cells } = values(each, path);
    for (const cell of list(cells, path)) checkInlines(values(cell, path).children, path);
  }
}

function checkInlines(value: unknown, path: string): void {
  for (const each of list(value, path)) checkInline(values(each, path), path);
}

function checkInline(inline: Values, path: string): void {
  if (inline.type === 'break') return;
  if (inline.type === 'fact') {
    reference(inline.fact, path);
    return;
  }
  if (inline.type === 'text') {
    if (typeof inline.text !== 'string') throw new Unreadable(`${path} holds a text without words`);
    for (const mark of list(inline.marks, path)) oneOf(['bold', 'italic'], mark, path);
    return;
  }
  if (inline.type !== 'link') {
    throw new Unreadable(`${path} holds ${String(inline.type)} in a line, which is not known`);
  }
  const to = values(inline.to, path);
  if ('document' in to) reference(to.document, path);
  else if (!isAllowedUrl(text(to.url, path))) {
    throw new Unreadable(`${path} links to ${String(to.url)}, which no page may link to`);
  }
  checkInlines(inline.children, path);
}

function rendition(value: unknown, path: string): Values {
  const from = values(value, path);
  const sha256 = text(from.sha256, `${path}.sha256`);
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Unreadable(`${path}.sha256 is not a SHA-256`);
  return {
    name: text(from.name, `${path}.name`),
    sha256,
    mime: text(from.mime, `${path}.mime`),
    width: number(from.width, `${path}.width`),
    height: number(from.height, `${path}.height`),
    bytes: number(from.bytes, `${path}.bytes`),
  };
}

function reference(value: unknown, path: string): Values {
  const from = values(value, path);
  return {
    kind: text(from.kind, `${path}.kind`),
    document: text(from.document, `${path}.document`),
  };
}

function values(value: unknown, path: string): Values {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Values;
  throw new Unreadable(`${path} is not an object`);
}

function list(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Unreadable(`${path} is not a list`);
}

function text(value: unknown, path: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new Unreadable(`${path} is not a text`);
}

function textOrNull(value: unknown, path: string): string | null {
  return value == null || value === '' ? null : text(value, path);
}

function number(value: unknown, path: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new Unreadable(`${path} is not a number`);
}

function whole(value: unknown, path: string): number {
  if (Number.isSafeInteger(value) && Number(value) > 0) return Number(value);
  throw new Unreadable(`${path} is not a whole number above 0`);
}

function moment(value: unknown, path: string): string {
  const given = text(value, path);
  if (Number.isNaN(Date.parse(given))) throw new Unreadable(`${path} is not a moment`);
  return given;
}

function oneOf<const C extends string>(of: readonly C[], value: unknown, path: string): C {
  const found = of.find((each) => each === value);
  if (found === undefined)
    throw new Unreadable(`${path} is ${JSON.stringify(value)}, which is not known`);
  return found;
}

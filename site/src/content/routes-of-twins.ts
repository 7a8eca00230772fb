/** The addresses of pages as data: beside each page of a document in a written language, each list, and what leads on to lists. */
import { HOME, pathOf } from '@charterpress/shared/domain/addresses.ts';
import { type Kind, kindNames } from '@charterpress/shared/domain/kinds.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { hasTwins, twinPath } from '../twins/paths.ts';
import { SCHEMA_PATH } from '../twins/schema.ts';
import { reading } from '../views/reading.ts';
import type { Content } from './content.ts';
import { type OneDocument, type Route, routesOfDocument, routesOfLanguage } from './routes.ts';
import { filterAt } from './services-in.ts';

export const schemaRoute: Route = {
  ...{ path: SCHEMA_PATH, status: 200, view: 'twin-schema', params: {} },
  language: SOURCE_LANGUAGE,
};

/** The pages of a document, and one twin for all of them, at the address of the first. */
export function withTwin(content: Content, asked: OneDocument): readonly Route[] {
  const pages = routesOfDocument(content, asked);
  const path = pages[0]?.path ?? homePath(content, asked);
  const isData = path !== null && hasTwins(asked.language);
  return isData ? [...pages, twinRoute(asked.language, path)] : pages;
}

/** A front page stands whether or not anyone wrote a text for it; a twin does not. */
function homePath(content: Content, { document, kind, language }: OneDocument): string | null {
  if (kind !== 'pages') return null;
  const slug = reading(content, { kind, document, language })?.slug;
  return slug === HOME ? pathOf({ kind, slug, language }) : null;
}

/** The pages of a language that belong to no document, and a twin for each that lists documents. */
export function withTwinsOfLists(content: Content, language: string): readonly Route[] {
  const pages = routesOfLanguage(content, language);
  if (!hasTwins(language)) return pages;
  const listed = pages.filter(({ path }) => isListWithTwin(content, path));
  return [...pages, ...listed.map(({ path }) => twinRoute(language, path))];
}

/** Whether the page at a path stands as data too, though it is no document: it lists some, or leads on to lists. */
export function isListWithTwin(content: Content, path: string): boolean {
  const [, language = '', ...below] = path.split('/');
  if (below[0] === 'services' && filterAt(content, below.slice(1, -1).join('/')) !== null)
    return true;
  if (besideServicesAt(content, path) !== null) return true;
  if (isLeadingOn(path) || changesAt(path) !== null) return true;
  // The path first: a page must not depend on lists that it has nothing to do with.
  return kindNames.some(
    (kind) => listPath(kind, language) === path && content.lists(kind, SOURCE_LANGUAGE),
  );
}

/** Beside the lists of services stand those of who runs them and of the places in a district; `null` elsewhere. */
export function besideServicesAt(
  { trust }: Content,
  path: string,
): { readonly kind: 'organisations' } | { readonly kind: 'places'; readonly in: string } | null {
  const [, below = '', slug] =
    /\/services\/(organisations|places)\/(?:([\w-]+)\/)?$/.exec(path) ?? [];
  if (below === 'organisations' && slug === undefined) return { kind: below };
  const isDistrict = trust.districts.some((district) => district.slug === slug);
  return below === 'places' && slug !== undefined && isDistrict ? { kind: below, in: slug } : null;
}

/** Outcodes, and the districts in which there are places: nothing is listed there, but what leads on to lists. */
function isLeadingOn(path: string): boolean {
  return /^\/[\w-]+\/services\/(near\/(\w+\/)?|places\/)$/.test(path);
}

/** Which changes a page shows: all, an older portion or a district’s; `null` for another page. */
export function changesAt(
  path: string,
): { readonly district?: string; readonly portion?: string } | null {
  const found = /^\/[\w-]+\/changes\/(?:older\/(\d+)\/|([\w-]+)\/)?$/.exec(path);
  if (found === null) return null;
  const [, portion, district] = found;
  return { ...(portion && { portion }), ...(district && { district }) };
}

/** Pages have no list: where it would stand is the front page. */
function listPath(kind: Kind, language: string): string | null {
  if (kind === 'pages') return null;
  return pathOf({ kind, slug: 'x', language })?.replace(/x\/$/, '') ?? null;
}

function twinRoute(language: string, path: string): Route {
  const params = { language, twin: path.slice(language.length + 2, -1) };
  return { path: twinPath(path), status: 200, view: 'twin', params, language };
}

/**
 * Every address of the site, from its content: the press renders what an edition touches from it, `astro build` the
 * whole. A route names the page that answers it and what that page is asked for.
 */
import { CHARTER, HOME, pathOf } from '@charterpress/shared/domain/addresses.ts';
import { type Kind, kindNames } from '@charterpress/shared/domain/kinds.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { logoPath } from '../views/brand.ts';
import { hasInterpreterCard } from '../views/interpreter-card.ts';
import { TRACES } from '../views/leave.ts';
import { isVersion, reading } from '../views/reading.ts';
import type { Content } from './content.ts';
import { routesBesideEnglish } from './routes-of-beside.ts';
import { routesOfBooklets } from './routes-of-booklets.ts';
import { type ChangesView, routesOfChanges } from './routes-of-changes.ts';
import { progressRoutes } from './routes-of-promises.ts';
import { routesOfSearch } from './routes-of-search.ts';
import { openDataRoutes, routesOfServices } from './routes-of-services.ts';
import { listsAroundStrategies, routesBeside, strategyViews } from './routes-of-strategy.ts';
import {
  isTakingPart,
  type TakingPartView,
  takingPartOfDocument,
  takingPartOfLanguage,
} from './routes-of-taking-part.ts';
import { schemaRoute, withTwin, withTwinsOfLists } from './routes-of-twins.ts';

export type View =
  | TakingPartView
  | ChangesView
  | 'front'
  | 'home'
  | 'charter'
  | 'promise'
  | 'principles'
  | 'principle'
  | 'guides'
  | 'guide'
  | 'guide-part'
  | 'progress'
  | 'action'
  | 'languages'
  | 'traces'
  | 'words'
  | 'term'
  | 'find-help'
  | 'hsds'
  | 'hsds-file'
  | 'services'
  | 'place'
  | 'organisation'
  | 'strategies'
  | 'strategy'
  | 'strategy-changes'
  | 'bodies'
  | 'decisions'
  | 'body'
  | 'decision'
  | 'evidence-list'
  | 'evidence'
  | 'professionals'
  | 'course'
  | 'page'
  | 'beside-english'
  | 'interpreter-card'
  | 'booklets'
  | 'booklet'
  | 'accessibility'
  | 'not-found'
  | 'gone'
  | 'broken'
  | 'root-not-found'
  | 'root-broken'
  | 'robots'
  | 'sitemaps'
  | 'sitemap'
  | 'sitemap-portion'
  | 'search'
  | 'search-file'
  | 'twin'
  | 'twin-schema'
  | 'asset';

export type Route = {
  /** As it is requested: `/pl/guides/children-centres/`, `/404`, `/robots.txt`. */
  readonly path: string;
  /** The status that the page has to answer with; another one is a failed render. */
  readonly status: 200 | 404 | 410 | 500;
  readonly view: View;
  readonly params: Readonly<Record<string, string>>;
  /** The tag of the language that the page is in. */
  readonly language: string;
};

/** The file of a path, below the folder of a release: `pl/index.html`, `404.html`, `robots.txt`. */
export function fileOfPath(path: string): string {
  if (path.endsWith('/')) return `${path.slice(1)}index.html`;
  return path.includes('.') ? path.slice(1) : `${path.slice(1)}.html`;
}

/** In an order that keeps the language versions of a document together: one is asked for by the pages of the others. */
export function* siteRoutes(content: Content): Generator<Route> {
  yield* routesOfTrust(content);
  for (const language of content.trust.languages) yield* withTwinsOfLists(content, language);
  for (const kind of kindNames) {
    for (const document of documentsOf(content, kind)) {
      for (const language of content.trust.languages) {
        yield* withTwin(content, { kind, document, language });
      }
    }
  }
}

/** Those that are listed in any language. */
export function documentsOf(content: Content, kind: Kind): ReadonlySet<string> {
  const { languages } = content.trust;
  return new Set(languages.flatMap((tag) => content.list(kind, tag).map((one) => one.document)));
}

/** What there is once, whatever the language. */
export function routesOfTrust(content: Content): readonly Route[] {
  const once = { params: {}, language: SOURCE_LANGUAGE };
  const asset = (path: string): Route => ({
    ...{ path, status: 200, view: 'asset', language: SOURCE_LANGUAGE },
    params: { file: path.slice(path.lastIndexOf('/') + 1) },
  });
  return [
    { ...once, path: '/', status: 200, view: 'front' },
    { ...once, path: '/404', status: 404, view: 'root-not-found' },
    { ...once, path: '/500', status: 500, view: 'root-broken' },
    { ...once, path: '/robots.txt', status: 200, view: 'robots' },
    { ...once, path: '/sitemap.xml', status: 200, view: 'sitemaps' },
    schemaRoute,
    asset(logoPath(content)),
    ...openDataRoutes(content),
  ];
}

/** Below the tag of a language: the statement that the tests write. No document of this name takes its place. */
export const ACCESSIBILITY = 'accessibility';

/** The front page of a language, its lists, and its pages for what is not there. */
export function routesOfLanguage(content: Content, language: string): readonly Route[] {
  const one = (status: Route['status'], view: View, ending: string): Route => ({
    ...{ path: `/${language}/${ending}`, status, view, language },
    params: { language },
  });
  return [
    one(200, 'home', ''),
    ...(hasList(content, 'principles') ? [one(200, 'principles', 'principles/')] : []),
    ...(hasList(content, 'guides') ? [one(200, 'guides', 'guides/')] : []),
    ...(hasList(content, 'terms') ? [one(200, 'words', 'words/')] : []),
    ...progressRoutes(content, language),
    ...routesOfServices(content, language),
    ...listsAroundStrategies(content, language),
    ...takingPartOfLanguage(content, language),
    ...routesOfChanges(content, language),
    ...routesOfBooklets(content, language),
    ...routesOfSearch(content, language),
    one(200, 'languages', 'languages/'),
    one(200, 'accessibility', `${ACCESSIBILITY}/`),
    ...(hasInterpreterCard(language) ? [one(200, 'interpreter-card', 'interpreter-card/')] : []),
    one(200, 'traces', `${TRACES}/`),
    one(404, 'not-found', '404/'),
    one(410, 'gone', '410/'),
    one(500, 'broken', '500/'),
    ...sitemapPaths(content, language).map((path, at): Route => {
      const params = at === 0 ? { language } : { language, portion: String(at) };
      const view = at === 0 ? 'sitemap' : 'sitemap-portion';
      return { path, status: 200, view, params, language };
    }),
  ];
}

/** With twelve languages a sitemap of so many documents weighs about a megabyte. */
export const DOCUMENTS_OF_A_SITEMAP = 1_000;

/** The sitemaps of a language: one for every thousand documents that stand in English, and one while there are fewer. */
export function sitemapPaths(content: Content, language: string): readonly string[] {
  const documents = kindNames.reduce(
    (sum, kind) => sum + content.addresses(kind, SOURCE_LANGUAGE).length,
    0,
  );
  const more = Math.max(0, Math.ceil(documents / DOCUMENTS_OF_A_SITEMAP) - 1);
  return [
    `/${language}/sitemap.xml`,
    ...Array.from({ length: more }, (_, at) => `/${language}/sitemap-${at + 1}.xml`),
  ];
}

/** A list stands in every language as soon as there is something to list in English. */
export function hasList(content: Content, kind: Kind): boolean {
  return content.lists(kind, SOURCE_LANGUAGE);
}

export type OneDocument = {
  readonly kind: Kind;
  readonly document: string;
  readonly language: string;
};

/**
 * The pages of one document in one language: none when it cannot be read in it, one a part for guides, and each beside its
 * English.
 */
export function routesOfDocument(content: Content, asked: OneDocument): readonly Route[] {
  const pages = pagesOfDocument(content, asked);
  return [...pages, ...routesBesideEnglish(asked.kind, pages)];
}

function pagesOfDocument(content: Content, asked: OneDocument): readonly Route[] {
  const { kind, document, language } = asked;
  if (kind === 'guides') return routesOfGuide(content, document, language);
  if (isTakingPart(kind)) return takingPartOfDocument(content, { ...asked, kind });
  const shown = reading(content, asked);
  const view = shown === null ? null : viewOf(kind, shown.slug);
  if (shown === null || view === null) return [];
  const { slug } = shown;
  const path = pathOf({ kind, slug, language });
  if (path === null) return [];
  const params = paramsOf(view, language, slug);
  return [{ path, status: 200, view, params, language }, ...routesBeside(content, asked)];
}

/** Services stand among their lists, which have addresses of several names. */
function paramsOf(view: View, language: string, slug: string): Route['params'] {
  if (view === 'services') return { language, path: slug };
  return view === 'charter' && slug === CHARTER ? { language } : { language, slug };
}

function viewOf(kind: Kind, slug: string): View | null {
  switch (kind) {
    case 'charter':
      return slug === CHARTER ? 'charter' : 'promise';
    case 'pledges':
      return 'promise';
    case 'principles':
      return 'principle';
    case 'actions':
      return 'action';
    case 'terms':
      return 'term';
    case 'organisations':
      return 'organisation';
    case 'places':
      return 'place';
    case 'services':
      return 'services';
    case 'pages':
      return slug === HOME || slug === ACCESSIBILITY ? null : 'page';
    default:
      return strategyViews[kind] ?? null;
  }
}

function routesOfGuide(content: Content, document: string, language: string): readonly Route[] {
  const shown = reading(content, { kind: 'guides', document, language });
  if (shown === null) return [];
  const { slug } = shown;
  const parts = isVersion(shown) ? shown.text.parts.slice(0, 1) : shown.text.parts;
  return parts.map((part, at): Route => {
    const isFirst = at === 0;
    const address = isFirst ? { slug } : { slug, part: part.slug };
    return {
      path: pathOf({ kind: 'guides', language, ...address }) as string,
      status: 200,
      view: isFirst ? 'guide' : 'guide-part',
      params: { language, ...address },
      language,
    };
  });
}

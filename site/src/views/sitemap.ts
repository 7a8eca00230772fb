/**
 * What search engines are told: which pages there are, and each in which languages. A language has as many sitemaps as
 * its documents need, so that none is too long to be made in one piece, or for an engine to take.
 */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import { type Kind, kindNames } from '@charterpress/shared/domain/kinds.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Address, Content } from '../content/content.ts';
import { DOCUMENTS_OF_A_SITEMAP, hasList, sitemapPaths } from '../content/routes.ts';
import { hasChanges } from '../content/routes-of-changes.ts';
import { servicePaths } from '../content/routes-of-services.ts';
import { foldersAroundStrategies } from '../content/routes-of-strategy.ts';
import { takingPartLists } from '../content/routes-of-taking-part.ts';
import { TRACES } from './leave.ts';

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const schema = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** Names every sitemap of every language. */
export function sitemaps(content: Content): string {
  const paths = content.trust.languages.flatMap((tag) => sitemapPaths(content, tag));
  const each = paths.map((path) => `<sitemap><loc>${content.site}${path}</loc></sitemap>\n`);
  return `${head}<sitemapindex xmlns="${schema}">\n${each.join('')}</sitemapindex>\n`;
}

type Asked = {
  readonly language: string;
  /** 1 for the second sitemap of the language, and so on; left out for the first. */
  readonly portion?: string;
};

/** The pages of one portion of a language, each with its other languages. Withdrawn pages are not for finding. */
export function sitemap(content: Content, { language, portion = '0' }: Asked): string {
  const at = Number(portion);
  const pages = [
    ...(at === 0 ? fixedPages(content, language) : []),
    ...documentPages(content, language, portionOf(content, at)),
  ];
  const urls = pages.map((page) => urlOf(content, page));
  const space = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"';
  return `${head}<urlset xmlns="${schema}" ${space}>\n${urls.join('')}</urlset>\n`;
}

export function robots(content: Content): string {
  return `User-agent: *\nAllow: /\nSitemap: ${content.site}/sitemap.xml\n`;
}

type Page = { readonly path: string; readonly others: readonly { tag: string; path: string }[] };

function fixedPages(content: Content, language: string): readonly Page[] {
  const lists = (['principles', 'guides', 'terms', 'actions'] as const).filter((kind) =>
    hasList(content, kind),
  );
  const services = servicePaths(content).map((path) => `services/${path}/`.replace('//', '/'));
  const around = foldersAroundStrategies(content).map(([, folder]) => `${folder}/`);
  const own = lists.map((kind) => `${listFolders[kind]}/`);
  const endings = [
    '',
    ...own,
    ...services,
    ...around,
    ...takingPartLists(content),
    'languages/',
    `${TRACES}/`,
  ];
  const everywhere = endings.map((ending) => fixedPage(content.trust.languages, language, ending));
  const told = content.trust.languages.filter((tag) => hasChanges(content, tag));
  return told.includes(language)
    ? [...everywhere, fixedPage(told, language, 'changes/')]
    : everywhere;
}

function fixedPage(tags: readonly string[], language: string, ending: string): Page {
  return {
    path: `/${language}/${ending}`,
    others: tags.map((tag) => ({ tag, path: `/${tag}/${ending}` })),
  };
}

const listFolders = {
  principles: 'principles',
  guides: 'guides',
  terms: 'words',
  actions: 'progress',
} as const;

type Portion = readonly (Address & { readonly kind: Kind })[];

function portionOf(content: Content, at: number): Portion {
  const documents = kindNames.flatMap((kind) =>
    content.addresses(kind, SOURCE_LANGUAGE).map((address) => ({ kind, ...address })),
  );
  return documents.slice(at * DOCUMENTS_OF_A_SITEMAP, (at + 1) * DOCUMENTS_OF_A_SITEMAP);
}

/**
 * A document's own page, not the parts below it: those are one link away, and reading every text in every language
 * for one list would cost more than all the pages that an edition touches.
 */
function documentPages(content: Content, language: string, english: Portion): readonly Page[] {
  return kindNames.flatMap((kind) => {
    const documents = english.filter((one) => one.kind === kind);
    const first = documents.at(0)?.document;
    const last = documents.at(-1)?.document;
    if (first === undefined || last === undefined) return [];
    const there = content.trust.languages.map((tag) => ({
      tag,
      documents: within(content.addresses(kind, tag), first, last),
    }));
    const own = there.find(({ tag }) => tag === language)?.documents ?? new Set();
    return documents
      .filter(({ document }) => own.has(document))
      .flatMap(({ document, slug }) => {
        const others = there
          .filter(({ documents }) => documents.has(document))
          .flatMap(({ tag }) => pageIn(kind, slug, tag));
        const page = others.find(({ tag }) => tag === language);
        return page === undefined ? [] : [{ path: page.path, others }];
      });
  });
}

/** A front page stands in every language, and among the fixed pages. */
function pageIn(kind: Kind, slug: string, tag: string) {
  const path = pathOf({ kind, slug, language: tag });
  return path === null || path === `/${tag}/` ? [] : [{ tag, path }];
}

/** The documents between two, both included; the addresses are in the order of their documents. */
function within(addresses: readonly Address[], first: string, last: string): ReadonlySet<string> {
  const documents = new Set<string>();
  for (let at = placeOf(addresses, first); at < addresses.length; at += 1) {
    const document = addresses[at]?.document ?? '';
    if (document > last) break;
    documents.add(document);
  }
  return documents;
}

/** Where a document stands, or would stand, by halving: the list may be of ten thousands. */
function placeOf(addresses: readonly Address[], document: string): number {
  let [low, high] = [0, addresses.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((addresses[middle]?.document ?? '') < document) low = middle + 1;
    else high = middle;
  }
  return low;
}

function urlOf({ site }: Content, { path, others }: Page): string {
  const english = others.filter(({ tag }) => tag === SOURCE_LANGUAGE);
  const named = [...others, ...english.map(({ path }) => ({ tag: 'x-default', path }))];
  const links = named.map(
    ({ tag, path }) => `<xhtml:link rel="alternate" hreflang="${tag}" href="${site}${path}"/>`,
  );
  return `<url><loc>${site}${path}</loc>${others.length > 1 ? links.join('') : ''}</url>\n`;
}

/** What search engines are told: which pages there are, and each in which languages. */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import { kindNames } from '@charterpress/shared/domain/kinds.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Content } from '../content/content.ts';
import { hasList } from '../content/routes.ts';

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const schema = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** Names the sitemap of each language. */
export function sitemaps(content: Content): string {
  const each = content.trust.languages.map(
    (tag) => `<sitemap><loc>${content.site}/${tag}/sitemap.xml</loc></sitemap>\n`,
  );
  return `${head}<sitemapindex xmlns="${schema}">\n${each.join('')}</sitemapindex>\n`;
}

/** The pages of one language, each with its other languages. Withdrawn pages are not for finding. */
export function sitemap(content: Content, { language }: { readonly language: string }): string {
  const pages = [...fixedPages(content, language), ...documentPages(content, language)];
  const urls = pages.map((page) => urlOf(content, page));
  const space = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"';
  return `${head}<urlset xmlns="${schema}" ${space}>\n${urls.join('')}</urlset>\n`;
}

export function robots(content: Content): string {
  return `User-agent: *\nAllow: /\nSitemap: ${content.site}/sitemap.xml\n`;
}

type Page = { readonly path: string; readonly others: readonly { tag: string; path: string }[] };

function fixedPages(content: Content, language: string): readonly Page[] {
  const lists = (['principles', 'guides'] as const).filter((kind) => hasList(content, kind));
  return ['', ...lists.map((kind) => `${kind}/`)].map((ending) => ({
    path: `/${language}/${ending}`,
    others: content.trust.languages.map((tag) => ({ tag, path: `/${tag}/${ending}` })),
  }));
}

/**
 * A document's own page, not the parts below it: those are one link away, and reading every text in every language
 * for one list would cost more than all the pages that an edition touches.
 */
function documentPages(content: Content, language: string): readonly Page[] {
  return kindNames.flatMap((kind) => {
    const english = new Map(
      content.addresses(kind, SOURCE_LANGUAGE).map(({ document, slug }) => [document, slug]),
    );
    const there = content.trust.languages.map((tag) => ({
      tag,
      documents: new Set(content.addresses(kind, tag).map(({ document }) => document)),
    }));
    return content.addresses(kind, language).flatMap(({ document }) => {
      const slug = english.get(document);
      if (slug === undefined) return [];
      const others = there
        .filter(({ documents }) => documents.has(document))
        .flatMap(({ tag }) => {
          const path = pathOf({ kind, slug, language: tag });
          return path === null || isFrontPage(path, tag) ? [] : [{ tag, path }];
        });
      const own = others.find(({ tag }) => tag === language);
      return own === undefined ? [] : [{ path: own.path, others }];
    });
  });
}

/** It stands in every language, and among the fixed pages. */
function isFrontPage(path: string, tag: string): boolean {
  return path === `/${tag}/`;
}

function urlOf({ site }: Content, { path, others }: Page): string {
  const english = others.filter(({ tag }) => tag === SOURCE_LANGUAGE);
  const named = [...others, ...english.map(({ path }) => ({ tag: 'x-default', path }))];
  const links = named.map(
    ({ tag, path }) => `<xhtml:link rel="alternate" hreflang="${tag}" href="${site}${path}"/>`,
  );
  return `<url><loc>${site}${path}</loc>${others.length > 1 ? links.join('') : ''}</url>\n`;
}

import { describe, expect, it } from 'vitest';
import { siteRoutes } from '../../site/src/content/routes.ts';
import { sitemap, sitemaps } from '../../site/src/views/sitemap.ts';
import { feed, page, prose } from '../support/parent-site.ts';
import { contentOf } from '../support/site.ts';

/** More than two sitemaps hold, every second one in Polish as well. */
const COUNT = 2_100;

const { editions, publish } = feed();
for (let number = 1; number <= COUNT; number += 1) {
  publish('pages', `page-${number}`, page(`Page ${number}`, prose('Words.')));
  if (number % 2 === 0)
    publish('pages', `page-${number}`, page(`Strona ${number}`, prose('Słowa.')), {
      language: 'pl',
      sourceEdition: 1,
    });
}
const content = contentOf(editions);

describe('the sitemaps of a large site', () => {
  const paths = [...siteRoutes(content)]
    .filter(({ view }) => view === 'sitemap' || view === 'sitemap-portion')
    .map(({ path, params }) => ({ path, params: params as { language: string } }));

  it('are all named by the one that engines are told of', () => {
    const index = sitemaps(content);
    const named = [...index.matchAll(/<loc>https?:\/\/[^/]+([^<]+)<\/loc>/g)].map(
      ([, path]) => path,
    );
    expect(named.toSorted()).toEqual(paths.map(({ path }) => path).toSorted());
    expect(named).toContain('/pl/sitemap-2.xml');
  });

  it('together name every page of a language once, and none is too long', () => {
    for (const [language, count] of [
      ['en', COUNT],
      ['pl', COUNT / 2],
    ] as const) {
      const texts = paths
        .filter(({ params }) => params.language === language)
        .map(({ params }) => sitemap(content, params));
      const urls = texts.flatMap((text) =>
        [...text.matchAll(/<loc>[^<]*\/(page-\d+)\/<\/loc>/g)].map(([, slug]) => slug),
      );
      expect(new Set(urls).size).toBe(count);
      expect(urls).toHaveLength(count);
      for (const text of texts) expect(text.match(/<url>/g)?.length ?? 0).toBeLessThan(1_010);
    }
  });

  it('name the other languages of a page in every portion', () => {
    const all = paths
      .filter(({ params }) => params.language === 'en')
      .map(({ params }) => sitemap(content, params))
      .join('');
    expect(all.match(/hreflang="pl" href="[^"]*\/page-\d+\/"/g)).toHaveLength(COUNT / 2);
  });
});

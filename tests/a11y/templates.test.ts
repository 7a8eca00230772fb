import { describe, expect, it } from 'vitest';
import { siteRoutes } from '../../site/src/content/routes.ts';
import { sampleEditions } from '../support/sample-editions.ts';
import { contentOf } from '../support/site.ts';
import { isPage, kindOf, oneEach, single, templates, visits } from './templates.ts';

const content = contentOf(await sampleEditions('kent'));
const routes = new Map([...siteRoutes(content)].map((route) => [route.path, route]));
const pages = [...routes.values()].filter(isPage);
const visited = visits(routes, false);

describe('the pages that are looked at', () => {
  it('are of every kind that the site has', () => {
    const seen = new Set(visited.flatMap(({ path }) => kindOf(routes.get(path) as never)));
    expect([...new Set(pages.map(kindOf))].filter((kind) => !seen.has(kind))).toEqual([]);
  });

  it('are all there', () => {
    const named = new Set(visited.map(({ template }) => template));
    expect(templates.filter((each) => !named.has(each))).toEqual([]);
    expect(single.filter((each) => !routes.has(each))).toEqual([]);
    expect(visited.filter(({ path }) => !routes.has(path))).toEqual([]);
  });

  it('stand in English, Urdu and Polish wherever they are, and each other language on many', () => {
    const paths = new Set(visited.map(({ path }) => path));
    const wanted = templates.flatMap((each) => ['en', 'ur', 'pl'].map((tag) => `/${tag}/${each}`));
    expect(wanted.filter((path) => routes.has(path) && !paths.has(path))).toEqual([]);
    const counts = content.trust.languages.map(
      (tag) => visited.filter(({ language }) => language === tag).length,
    );
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(3);
  });

  it('are each template once where its words do not matter, in each of the three languages', () => {
    const once = oneEach(routes);
    expect(once).toHaveLength(templates.length + single.length);
    const tags = new Set(once.map(({ language }) => language));
    expect(['en', 'ur', 'pl'].filter((tag) => !tags.has(tag))).toEqual([]);
  });

  it('are every template in every language when everything is asked for', () => {
    const all = new Set(visits(routes, true).map(({ path }) => path));
    const wanted = pages
      .map(({ path }) => path)
      .filter((path) => path !== '/' && templates.includes(path.split('/').slice(2).join('/')))
      .filter((path) => !single.includes(path));
    expect(wanted.filter((path) => !all.has(path))).toEqual([]);
  });
});

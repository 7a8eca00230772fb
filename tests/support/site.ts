/** The site made from given editions, by the pages themselves: bundled as for the press, asked path by path. */
import { readFileSync } from 'node:fs';
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import type { Trust } from '@charterpress/shared/trust.ts';
import { renderRoute } from '../../site/press/render.ts';
import type { Content } from '../../site/src/content/content.ts';
import { type Route, siteRoutes } from '../../site/src/content/routes.ts';
import { openStore } from '../../site/src/content/store.ts';
import { bundle } from './press-at-work.ts';
import { sampleEditions, sampleTrust } from './sample-editions.ts';

export const site = 'https://charter.example.org';

const logo = readFileSync(
  new URL(`../../shared/trusts/kent/${sampleTrust('kent').logo}`, import.meta.url),
  'utf8',
);

export function contentOf(
  editions: readonly Edition[],
  trust: Trust = sampleTrust('kent'),
): Content {
  const store = openStore({ file: ':memory:', trust, logo, site });
  store.add(editions, editions.length);
  return store.content();
}

export type RenderedSite = {
  readonly routes: readonly Route[];
  /** What each path answers. */
  readonly pages: ReadonlyMap<string, string>;
  readonly assetsFolder: string;
};

let ofSample: Promise<RenderedSite> | null = null;

/** All of Kent's sample content, rendered once for all the files that one worker runs. */
export function sampleSite(): Promise<RenderedSite> {
  ofSample ??= sampleEditions('kent').then((editions) => renderSite(contentOf(editions)));
  return ofSample;
}

/** Throws when a page does not come out as its route expects. */
export async function renderSite(content: Content): Promise<RenderedSite> {
  const made = await bundle();
  const routes = [...siteRoutes(content)];
  const pages = new Map<string, string>();
  for (const route of routes) {
    const rendered = await renderRoute(made, route, { site, content: () => content });
    if (!rendered.ok) throw new Error(`${route.path}: ${rendered.why}`);
    pages.set(route.path, rendered.bytes.toString());
  }
  return { routes, pages, assetsFolder: made.assetsFolder };
}

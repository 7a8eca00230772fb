/** The addresses of one page for `astro build`. The press asks the same list and never calls this. */
import type { Route, View } from './routes.ts';

type StaticPath = { readonly params: Record<string, string> };

let routes: Promise<ReadonlyMap<View, readonly Route[]>> | undefined;

export async function staticPaths(view: View): Promise<StaticPath[]> {
  routes ??= routesByView();
  return ((await routes).get(view) ?? []).map(({ params }) => ({ params: { ...params } }));
}

/** Every page of the site asks for its own: to find them reads all texts, so all are found at once. */
async function routesByView(): Promise<ReadonlyMap<View, readonly Route[]>> {
  const { contentFromGraphql } = await import('./from-graphql.ts');
  const { siteRoutes } = await import('./routes.ts');
  return Map.groupBy(siteRoutes(await contentFromGraphql()), ({ view }) => view);
}

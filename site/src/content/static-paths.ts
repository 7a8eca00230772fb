/** The addresses of one page for `astro build`. The press asks the same list and never calls this. */
import type { View } from './routes.ts';

type StaticPath = { readonly params: Record<string, string> };

export async function staticPaths(view: View): Promise<StaticPath[]> {
  const { contentFromGraphql } = await import('./from-graphql.ts');
  const { siteRoutes } = await import('./routes.ts');
  return [...siteRoutes(await contentFromGraphql())]
    .filter((route) => route.view === view)
    .map((route) => ({ params: { ...route.params } }));
}

/** What stands at the address of data. No page of Astro's makes it: finding one takes longer than to say the data. */
import type { Content } from '../content/content.ts';
import type { Route } from '../content/routes.ts';
import { twinSchema } from './schema.ts';
import { twin } from './twin.ts';

export function isData({ view }: Route): boolean {
  return view === 'twin' || view === 'twin-schema';
}

/** Throws for a path that the routes do not list. */
export function dataAt(content: Content, { params, view }: Route): string {
  if (view === 'twin-schema') return `${JSON.stringify(twinSchema(content.site))}\n`;
  return twin(content, params as { language: string; twin: string });
}

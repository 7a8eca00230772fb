/** What stands at the address of data: beside pages, and of the index that is searched. No page of Astro's makes it: finding one takes longer than to say the data. */
import type { Content } from '../content/content.ts';
import type { Route } from '../content/routes.ts';
import { searchFile } from '../search/search-file.ts';
import { twinSchema } from './schema.ts';
import { twin } from './twin.ts';

export function isData({ view }: Route): boolean {
  return view === 'twin' || view === 'twin-schema' || view === 'search-file';
}

/** Throws for a path that the routes do not list. */
export function dataAt(content: Content, { params, view }: Route): string {
  if (view === 'twin-schema') return `${JSON.stringify(twinSchema(content.site))}\n`;
  if (view === 'search-file') {
    return `${JSON.stringify(searchFile(content, params as { language: string; file: string }))}\n`;
  }
  return twin(content, params as { language: string; twin: string });
}

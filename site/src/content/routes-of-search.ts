/** Where somebody searches in a language, and the files of the index that are read there. */
import { partsFor, portionsFor, spellingsFor } from '@charterpress/shared/domain/search/files.ts';
import type { Content } from './content.ts';
import type { Route } from './routes.ts';

export function searchPath(language: string): string {
  return `/${language}/search/`;
}

export function routesOfSearch(content: Content, language: string): readonly Route[] {
  const pages = content.searchableCount(language);
  const parts = partsFor(pages);
  const names = [
    'start',
    ...numbered('words', parts),
    ...numbered('spelling', spellingsFor(parts)),
    ...numbered('pages', portionsFor(pages)),
  ];
  const one = { status: 200, language } as const;
  return [
    { ...one, path: searchPath(language), view: 'search', params: { language } },
    ...names.map(
      (file): Route => ({
        ...one,
        path: `${searchPath(language)}${file}.json`,
        view: 'search-file',
        params: { language, file },
      }),
    ),
  ];
}

function numbered(name: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `${name}-${at}`);
}

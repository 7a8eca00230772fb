/** Where pages stand as data. */
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { knownLanguage } from '../views/reader.ts';

/** `/ur/principles/7/` → `/ur/principles/7.json`. */
export function twinPath(path: string): string {
  return `${path.slice(0, -1)}.json`;
}

/** Whether a language has twins: Easy Read and signing are made of pictures and films, which the page itself shows. */
export function hasTwins(language: string): boolean {
  return language === SOURCE_LANGUAGE || knownLanguage(language).form === 'text';
}

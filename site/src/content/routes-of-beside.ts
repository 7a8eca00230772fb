/**
 * A page beside its English: at the address of the page, below a folder of its own, because whatever stood below the page
 * itself could be the name of a part of a guide.
 */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { language as known, SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Route } from './routes.ts';

const FOLDER = 'beside-english';

/**
 * Texts that people read through together, page for page, so that none is heavier than two pages. Of what stands in a line
 * or a table (terms, actions, places, decisions) one page is short enough to lay beside another; a strategy is cited by
 * its numbers, and is too long.
 */
const readThrough: readonly Kind[] = [
  'charter',
  'pledges',
  'principles',
  'guides',
  'pages',
  'services',
  'consultations',
  'forums',
];

/** Easy Read and signing are no translations: they have no paragraphs of the English. */
export function standsBesideEnglish(kind: Kind, language: string): boolean {
  const isTranslation = language !== SOURCE_LANGUAGE && known(language)?.form === 'text';
  return isTranslation && readThrough.includes(kind);
}

/** `/pl/guides/centres/` gives `/pl/beside-english/guides/centres/`. */
export function besidePath(path: string): string {
  const [, language = '', ...rest] = path.split('/');
  return `/${language}/${FOLDER}/${rest.join('/')}`;
}

/** It says nothing but what two other pages say. */
export function isBesidePath(path: string): boolean {
  return path.split('/')[2] === FOLDER;
}

/** One for each page of a document that is a text; a calendar is none. */
export function routesBesideEnglish(kind: Kind, pages: readonly Route[]): readonly Route[] {
  return pages
    .filter(({ language, path }) => standsBesideEnglish(kind, language) && path.endsWith('/'))
    .map(({ language, path }) => {
      const params = { language, path: path.slice(language.length + 2, -1) };
      return { path: besidePath(path), status: 200, view: 'beside-english', params, language };
    });
}

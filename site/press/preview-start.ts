/** Where a preview begins in a language: at the page of the document, or where a reader would come upon it. */
import type { DatabaseSync } from 'node:sqlite';
import { HOME } from '@charterpress/shared/domain/addresses.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Content } from '../src/content/content.ts';
import { keys } from '../src/content/keys.ts';
import { routesOfDocument, routesOfLanguage } from '../src/content/routes.ts';
import { pagesThatRead } from './reading-pages.ts';

type Asked = {
  readonly kind: Kind;
  readonly document: string;
  readonly language: string;
  /** The press's, of which page read what. */
  readonly database: DatabaseSync;
};

export function startPath(content: Content, asked: Asked): string {
  const { kind, document, language } = asked;
  const [own] = routesOfDocument(content, { kind, document, language });
  return (
    own?.path ??
    frontPage(content, asked) ??
    listPath(content, asked) ??
    pageThatShows(asked) ??
    `/${language}/`
  );
}

/** The home page stands in every language, whether or not its own words are translated. */
export function frontPage(
  content: Content,
  { document, kind, language }: Pick<Asked, 'document' | 'kind' | 'language'>,
): string | null {
  const isHome = kind === 'pages' && content.bySlug('pages', HOME) === document;
  return isHome ? `/${language}/` : null;
}

/** Where it stands among its kind, marked as English. */
function listPath(content: Content, { kind, language }: Asked): string | null {
  const lists: Readonly<Partial<Record<Kind, string>>> = { pledges: 'charter' };
  const list = `/${language}/${lists[kind] ?? kind}/`;
  return routesOfLanguage(content, language).find(({ path }) => path === list)?.path ?? null;
}

/** A fact, an image or the settings have no page: the first one that read them shows them. */
function pageThatShows({ database, document, kind, language }: Asked): string | null {
  const key = keys.edition(kind, document, SOURCE_LANGUAGE);
  const found = pagesThatRead(database, [key]).find(
    ({ owner, path }) => path.startsWith(`/${language}/`) && owner.startsWith('document '),
  );
  return found?.path ?? null;
}

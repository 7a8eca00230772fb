/** Addresses that led to a page once: where each leads, or that its text was taken away. */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import { type Edition, isReadable } from '@charterpress/shared/domain/edition.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { targetOf } from '../views/links.ts';
import { reading } from '../views/reading.ts';
import { changesPath } from '../views/strategy/changes.ts';
import type { Content } from './content.ts';
import { routesOfDocument } from './routes.ts';
import { besidePath, standsBesideEnglish } from './routes-of-beside.ts';

export type Moves = {
  /** From a path to the path of a page that answers 200: never to another move. */
  readonly redirects: Readonly<Record<string, string>>;
  /** Paths that answer 410, with everything below them. */
  readonly gone: readonly string[];
};

/**
 * The moves of many documents, each with all of its editions in every language, oldest first. In the order of their
 * paths, and with one answer a path, as the press keeps them.
 */
export function siteMoves(content: Content, histories: Iterable<readonly Edition[]>): Moves {
  const moves = [...histories].map((history) => movesOfDocument(content, history));
  const redirects = moves.flatMap((each) => Object.entries(each.redirects)).sort(byPath);
  const leadOn = new Set(redirects.map(([path]) => path));
  const gone = new Set(moves.flatMap((each) => each.gone).filter((path) => !leadOn.has(path)));
  return { redirects: Object.fromEntries(redirects), gone: [...gone].sort() };
}

type Redirect = readonly [from: string, to: string];

function byPath([from, to]: Redirect, [otherFrom, otherTo]: Redirect): number {
  if (from !== otherFrom) return from < otherFrom ? -1 : 1;
  return to < otherTo ? -1 : 1;
}

/** `history` holds every edition of one document in every language, oldest first. */
export function movesOfDocument(content: Content, history: readonly Edition[]): Moves {
  const [first] = history;
  if (first === undefined) return { redirects: {}, gone: [] };
  const { kind, document } = first;
  const former = formerPages(content, history);
  const target = targetOf({ content }, { kind, document });
  const redirects: Record<string, string> = {};
  const gone: string[] = [];
  for (const page of former) {
    const isErased = content.edition(kind, document, page.place.language)?.action === 'removed';
    const to = target === null || isErased ? null : pathIn(content, { ...target, ...page.place });
    const hadBeside = standsBesideEnglish(kind, page.place.language);
    const paths = hadBeside ? [page.path, besidePath(page.path)] : [page.path];
    if (to === null) gone.push(...paths);
    else for (const path of paths) redirects[path] = to;
  }
  return { redirects, gone };
}

/** The page beside a strategy; no row has this for its id. */
const CHANGES = 'changes';

type Place = { readonly language: string; readonly partId: string | null };
type FormerPage = { readonly path: string; readonly place: Place };

/** Every path that a page of the document ever had and that no page has today. */
function formerPages(content: Content, history: readonly Edition[]): readonly FormerPage[] {
  const slugs = [...new Set(history.map((edition) => edition.slug))];
  const pages = new Map<string, FormerPage>();
  for (const edition of history) {
    for (const slug of slugs) {
      for (const page of pagesUnder(edition, slug)) pages.set(page.path, page);
    }
  }
  const live = livePaths(content, history, slugs);
  return [...pages.values()].filter((page) => !live.has(page.path));
}

function pagesUnder(edition: Edition, slug: string): readonly FormerPage[] {
  const { kind, language } = edition;
  const path = pathOf({ kind, slug, language });
  if (path === null) return [];
  const parts = kind === 'guides' && isReadable(edition) ? edition.content.parts : [];
  const hasDraft = kind === 'strategies' && isReadable(edition) && edition.content.draft !== null;
  return [
    { path, place: { language, partId: null } },
    ...(hasDraft ? [{ path: `${path}${CHANGES}/`, place: { language, partId: CHANGES } }] : []),
    ...parts.map((part) => ({
      path: `${path}${part.slug}/`,
      place: { language, partId: part.id },
    })),
  ];
}

/** The document's own pages, and those of a document that took one of its former slugs over. */
function livePaths(
  content: Content,
  history: readonly Edition[],
  slugs: readonly string[],
): ReadonlySet<string> {
  const languages = new Set(history.map((edition) => edition.language));
  const owners = history.slice(0, 1).flatMap(({ kind, document }) => [
    { kind, document },
    ...slugs.flatMap((slug) => {
      const owner = content.bySlug(kind, slug);
      return owner === null ? [] : [{ kind, document: owner }];
    }),
  ]);
  const routes = owners.flatMap((owner) =>
    [...languages].flatMap((language) => routesOfDocument(content, { ...owner, language })),
  );
  return new Set(routes.map((route) => route.path));
}

type Asked = { readonly kind: Kind; readonly document: string } & Place;

/** The page in the same language where there is one, else the English one; the same part where there is one. */
function pathIn(content: Content, { kind, document, language, partId }: Asked): string | null {
  for (const tag of [language, SOURCE_LANGUAGE]) {
    const shown = reading(content, { kind, document, language: tag });
    if (shown === null) continue;
    const changes = partId === CHANGES ? changesPath(content, document, tag) : null;
    if (changes !== null) return changes;
    const parts = 'parts' in shown.text ? shown.text.parts : [];
    const at = parts.findIndex((part) => part.id === partId);
    const part = at > 0 ? parts[at]?.slug : undefined;
    return pathOf({
      kind,
      slug: shown.slug,
      language: tag,
      ...(part === undefined ? {} : { part }),
    });
  }
  return null;
}

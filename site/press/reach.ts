/**
 * How far a change reaches, before it is published. The press keeps what every page read when it was made, and that is
 * asked here: no other list of uses can miss one. Which of those pages come out different is seen by making them.
 */
import type { DatabaseSync } from 'node:sqlite';
import { type Edition, isReadable } from '@charterpress/shared/domain/edition.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Content } from '../src/content/content.ts';
import { type Key, keys } from '../src/content/keys.ts';
import { routeAt } from '../src/content/route-at.ts';
import { type Route, routesOfDocument } from '../src/content/routes.ts';
import { isBesidePath } from '../src/content/routes-of-beside.ts';
import type { Store } from '../src/content/store.ts';
import type { Bundle } from './bundle.ts';
import { isPublished, withCandidate } from './candidate.ts';
import { keysChangedBy } from './keys-changed.ts';
import { digestOfPage } from './page-digest.ts';
import { hasLedger, pagesThatRead, type ReadingPage } from './reading-pages.ts';
import { renderRoute } from './render.ts';

export type PageOf = { readonly path: string; readonly title: string | null };
export type PagesOf = {
  readonly language: string;
  readonly count: number;
  /** The first of them. */
  readonly pages: readonly PageOf[];
};

export type Reach = {
  /** The sequence up to which the press has made the site: what it knows is from then. */
  readonly asOf: number;
  /** Pages of others that say something of it today, by language. */
  readonly usedOn: readonly PagesOf[];
  /** Pages that would come out different, its own ones too; `null` when making them all would take too long. */
  readonly changes: readonly PagesOf[] | null;
  /** How many pages would be made anew, whether or not they come out different. */
  readonly touched: number;
  /** Addresses that would lead on to others. */
  readonly moves: readonly string[];
};

/** Making a page, twice at most, takes a millisecond or two: so many can be waited for, and so long on a machine that is busy. */
const MOST_COMPARED = 300;
const PATIENCE_MS = 2_000;
const MOST_NAMED = 30;

type Source = {
  readonly bundle: Bundle;
  readonly site: string;
  /** How long somebody who asks is kept waiting. */
  readonly patienceMs?: number;
};

export async function reachOf(store: Store, edition: Edition, source: Source): Promise<Reach> {
  const live = store.content();
  const usedOn = byLanguage(live, usesOf(store.database, live, edition));
  const asOf = store.head();
  if (isPublished(live, edition)) return { asOf, usedOn, changes: [], touched: 0, moves: [] };
  const next = withCandidate(live, edition);
  const reading = pagesThatRead(store.database, [...keysChangedBy(live, edition)]).filter(
    isCounted,
  );
  const own = live.trust.languages.flatMap((language) => routesIn(next, edition, language));
  const former = live.trust.languages.flatMap((language) => routesIn(live, edition, language));
  const paths = new Set([...reading.map(({ path }) => path), ...own.map(({ path }) => path)]);
  const changed =
    paths.size > MOST_COMPARED ? null : await differing([...paths], { store, edition, source });
  return {
    asOf,
    usedOn,
    changes: changed === null ? null : byLanguage(next, changed.map(withOwner(store.database))),
    touched: paths.size,
    moves: former
      .map(({ path }) => path)
      .filter((path) => !own.some((route) => route.path === path)),
  };
}

/** A page beside its English is the same page again. */
function isCounted({ path }: { readonly path: string }): boolean {
  return !isBesidePath(path);
}

function routesIn(content: Content, { document, kind }: Edition, language: string) {
  return routesOfDocument(content, { kind, document, language }).filter(isCounted);
}

function usesOf(database: DatabaseSync, live: Content, edition: Edition): readonly ReadingPage[] {
  const { document, kind } = edition;
  const editions = live.trust.languages.map((tag) => keys.edition(kind, document, tag));
  const own = `document ${kind} ${document}`;
  return pagesThatRead(database, editions).filter((page) => page.owner !== own && isCounted(page));
}

type Differing = { readonly store: Store; readonly edition: Edition; readonly source: Source };

async function differing(
  paths: readonly string[],
  { edition, source, store }: Differing,
): Promise<readonly string[] | null> {
  const until = Date.now() + (source.patienceMs ?? PATIENCE_MS);
  const before = (record: (key: Key) => void) => store.content(record);
  const after = (record: (key: Key) => void) => withCandidate(store.content(record), edition);
  const kept = keptIn(store.database);
  const changed: string[] = [];
  for (const path of paths) {
    if (Date.now() > until) return null;
    const fresh = await pageAt(path, after, source);
    // Half of the pages that read a document do not show what changed in it: what readers have need not be made for them.
    if (fresh !== null && digestOfPage(fresh) === kept(path)?.digest) continue;
    // A page that the day alone changed differs from what readers have, and not because of this.
    const old = await pageAt(path, before, source);
    if (old === null || fresh === null || !old.equals(fresh)) changed.push(path);
  }
  return changed;
}

/** `null` where there is no page, or none can be made. */
async function pageAt(
  path: string,
  content: (record: (key: Key) => void) => Content,
  { bundle, site }: Source,
): Promise<Buffer | null> {
  const route: Route | null = routeAt(
    content(() => {}),
    path,
  );
  const render = route === null ? null : await renderRoute(bundle, route, { site, content });
  return render?.ok ? render.bytes : null;
}

function withOwner(database: DatabaseSync): (path: string) => ReadingPage {
  const kept = keptIn(database);
  return (path) => ({ path, owner: kept(path)?.owner ?? '' });
}

type Kept = { readonly owner: string; readonly digest: string };

/** What the press wrote down of the page that readers have; `null` where there is none. */
function keptIn(database: DatabaseSync): (path: string) => Kept | null {
  if (!hasLedger(database)) return () => null;
  const asked = database.prepare('SELECT owner, digest FROM pages WHERE path = ?');
  return (path) => (asked.get(path) as Kept | undefined) ?? null;
}

function byLanguage(content: Content, pages: readonly ReadingPage[]): readonly PagesOf[] {
  return content.trust.languages.flatMap((language) => {
    const inIt = pages.filter(({ path }) => languageOf(path) === language);
    if (inIt.length === 0) return [];
    const named = inIt.slice(0, MOST_NAMED);
    return [
      {
        language,
        count: inIt.length,
        pages: named.map((page) => ({ path: page.path, title: titleOf(content, page, language) })),
      },
    ];
  });
}

/** The front page of the site is the English one under another address. */
function languageOf(path: string): string {
  return path === '/' ? SOURCE_LANGUAGE : (path.split('/')[1] ?? '');
}

/** What the page's own document is called, and its part; `null` for pages of no one document. */
function titleOf(content: Content, { owner, path }: ReadingPage, language: string): string | null {
  const [what, kind, document = ''] = owner.split(' ');
  if (what !== 'document') return null;
  const listed = content.list(kind as Kind, language).find((one) => one.document === document);
  const part = kind === 'guides' ? partAt(content, { document, language, path }) : null;
  const titles = [listed?.title, part].filter((title) => title != null);
  return titles.length === 0 ? null : titles.join(': ');
}

type Place = { readonly document: string; readonly language: string; readonly path: string };

function partAt(content: Content, { document, language, path }: Place): string | null {
  const guide = content.edition('guides', document, language);
  const [, , , , slug] = path.split('/');
  if (guide === null || !isReadable(guide)) return null;
  return guide.content.parts.find((part) => part.slug === slug)?.title ?? null;
}

/** Which pages there must be, and which of them an edition touches. */

import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { kindNames } from '@charterpress/shared/domain/kinds.ts';
import type { Content } from '../src/content/content.ts';
import type { Key } from '../src/content/keys.ts';
import { movesOfDocument } from '../src/content/moves.ts';
import { documentsOf, type Route, routesOfLanguage, routesOfTrust } from '../src/content/routes.ts';
import { withTwin, withTwinsOfLists } from '../src/content/routes-of-twins.ts';
import type { Store } from '../src/content/store.ts';
import type { Ledger } from './ledger.ts';
import { documentsAbout } from './notices-first.ts';

/** What a page belongs to: `document guides 12`, `language pl`, `trust`. */
export type Owner = string;
export type Planned = { readonly owner: Owner; readonly route: Route };

export type Plan = {
  /** Found as they are asked for: the routes of a whole site take as long to find as its texts to read. */
  readonly render: Iterable<Planned>;
  /** Paths of pages that are there and no longer belong. Known when all that are to be rendered were asked for. */
  readonly remove: () => readonly string[];
  /** Documents whose former addresses have to be reckoned again. */
  readonly moves: readonly { readonly kind: Kind; readonly document: string }[];
};

/** Every page, in an order that keeps the language versions of a document together. */
export function planEverything(store: Store, ledger: Ledger): Plan {
  const content = store.content();
  const left = new Set(ledger.paths());
  function* render(): Generator<Planned> {
    for (const owner of ownersOf(content)) {
      for (const each of planned(content, owner)) {
        left.delete(each.route.path);
        yield each;
      }
    }
  }
  return { render: render(), remove: () => [...left], moves: store.moved() };
}

type Beside = {
  /** Paths of pages to be made whatever they read. */
  readonly also: readonly string[];
  /** Paths of pages that stay as they are, once they are there. */
  readonly not: readonly string[];
};

/**
 * The pages that read a changed key, those that came or went with a changed document, those that failed, and what is named
 * beside them.
 */
export function planChanges(store: Store, ledger: Ledger, { also, not }: Beside): Plan {
  const content = store.content();
  const changed = changedDocuments(ledger.changedKeys());
  const affected = [...new Set([...ledger.affected(), ...also])];
  const touched = affected.filter((path) => !isMoves(path)).map((path) => ledger.page(path)?.owner);
  const owners = new Set<Owner>([
    ...changed.map(({ kind, document }) => ownerOf(kind, document)),
    ...content.trust.languages.map((tag) => `language ${tag}`),
    'trust',
    ...touched.filter((owner) => owner !== undefined),
    ...ledger.failed().flatMap(({ path }) => ledger.page(path)?.owner ?? []),
  ]);
  const wanted = new Set([...affected, ...ledger.failed().map(({ path }) => path)]);
  for (const path of not) wanted.delete(path);
  const all = [...owners].flatMap((owner) => planned(content, owner));
  const expected = new Set(all.map(({ route }) => route.path));
  const owned = [...owners].flatMap((owner) => ledger.pathsOwnedBy(owner));
  return {
    render: all.filter(({ route }) => wanted.has(route.path) || !ledger.hasPage(route.path)),
    remove: () => owned.filter((path) => !expected.has(path)),
    moves: [...changed, ...changedDocuments(affected.filter(isMoves).map(ownerOfMoves))].filter(
      ({ kind, document }) => store.hasMoved(kind, document),
    ),
  };
}

/** Pages on which a parent in trouble begins to look. */
const beginnings: readonly Route['view'][] = ['front', 'home', 'guides'];

/** The pages that show an urgent notice before the others do: where people begin to look, and those it is about. */
export function pathsFirst(store: Store, ledger: Ledger): readonly string[] {
  const content = store.content();
  const begun = [
    ...routesOfTrust(content),
    ...content.trust.languages.flatMap((language) => routesOfLanguage(content, language)),
  ].filter(({ view }) => beginnings.includes(view));
  const about = documentsAbout(ledger.changedKeys());
  return [
    ...begun.map(({ path }) => path).filter(ledger.hasPage),
    ...about.flatMap(({ kind, document }) => ledger.pathsOwnedBy(ownerOf(kind, document))),
  ];
}

/** Reckons the former addresses of a document, and keeps with them what they were reckoned from. */
export function keepMoves(
  { kind, document }: { kind: Kind; document: string },
  { store, ledger, release }: { store: Store; ledger: Ledger; release: number },
): void {
  const reads = new Set<Key>();
  const content = store.content((key) => reads.add(key));
  const { redirects, gone } = movesOfDocument(content, store.history(kind, document));
  const owner = ownerOf(kind, document);
  ledger.keepMoves(
    owner,
    new Map([...gone.map((path) => [path, null] as const), ...Object.entries(redirects)]),
  );
  const page = { path: `moves ${owner}`, file: '', owner: `moves ${owner}`, digest: '', links: [] };
  ledger.keepPage(page, reads, release);
}

/** The edition that a page shows, by its sequence; `null` for a page of no one document. */
export function sequenceOf(store: Store, { owner, route }: Planned): number | null {
  const [what, kind = '', document = ''] = owner.split(' ');
  if (what !== 'document') return null;
  return store.content().edition(kind as Kind, document, route.language)?.sequence ?? null;
}

function planned(content: Content, owner: Owner): readonly Planned[] {
  return routesOfOwner(content, owner).map((route) => ({ owner, route }));
}

function routesOfOwner(content: Content, owner: Owner): readonly Route[] {
  const [what, name = '', document = ''] = owner.split(' ');
  if (what === 'trust') return routesOfTrust(content);
  if (what === 'language') return withTwinsOfLists(content, name);
  return content.trust.languages.flatMap((language) =>
    withTwin(content, { kind: name as Kind, document, language }),
  );
}

function* ownersOf(content: Content): Generator<Owner> {
  yield 'trust';
  for (const language of content.trust.languages) yield `language ${language}`;
  for (const kind of kindNames) {
    for (const document of documentsOf(content, kind)) yield ownerOf(kind, document);
  }
}

function ownerOf(kind: string, document: string): Owner {
  return `document ${kind} ${document}`;
}

function isMoves(path: string): boolean {
  return path.startsWith('moves ');
}

/** As the key of an edition, so that both are read alike. */
function ownerOfMoves(path: string): Key {
  return path.replace('moves document', 'edition');
}

function changedDocuments(keys: readonly Key[]) {
  const documents = keys
    .filter((key) => key.startsWith('edition '))
    .map((key) => key.split(' ').slice(1, 3).join(' '));
  return [...new Set(documents)].map((each) => {
    const [kind = '', document = ''] = each.split(' ');
    return { kind: kind as Kind, document };
  });
}

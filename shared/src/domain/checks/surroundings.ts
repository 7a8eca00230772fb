/**
 * What a text refers to, and how that stands: whoever checks a text asks what it mentions, looks that up, and gives the
 * answers to the rules.
 */
import { type Kind, kinds } from '../kinds.ts';
import { referencesIn } from '../prose.ts';
import type { Reference } from '../shape.ts';
import { type Content, inlinesIn, prosesIn, type ReferenceAt, relationsIn } from './texts.ts';

/** How a document stands with readers in English. */
export type Standing = 'published' | 'withdrawn' | 'removed' | 'unpublished';

export type Known = {
  readonly standing: Standing;
  /** What staff call it. */
  readonly title: string;
  /** What it says: to readers, or in its working copy where readers have nothing of it. */
  readonly content: Content;
};

/** The words of the common language, and what is said in their place elsewhere. */
export type Term = { readonly say: string; readonly insteadOf: readonly string[] };

export type Surroundings = {
  /** The calendar day on the clock of the trust, `YYYY-MM-DD`. */
  readonly today: string;
  /** The tag of the language that the text is in. */
  readonly language: string;
  /** The address of our own site, without a path. */
  readonly site: string;
  readonly known: (to: Reference) => Known;
  /** How the page at a path of our own site stands. */
  readonly pageAt: (path: string) => Standing;
  readonly terms: readonly Term[];
  /** What readers have of the same document in English, whatever its page says above it; `null` for nothing yet. */
  readonly published: Content | null;
  /** How many published outcomes name this document as the consultation that they came of. */
  readonly outcomes: number;
};

export type Mentioned = {
  readonly references: readonly ReferenceAt[];
  /** Links by address to our own site, each with its path. */
  readonly addresses: readonly AddressAt[];
};

type AddressAt = { readonly field: string; readonly url: string; readonly path: string };

/** Everything that a document leads to or shows. */
export function mentionedIn(kind: Kind, content: Content, site: string): Mentioned {
  const proses = prosesIn(kinds[kind], content);
  const inTexts = proses.flatMap(({ field, prose }) =>
    referencesIn(prose).map((to) => ({ field, to })),
  );
  const addresses = proses.flatMap(({ field, prose }) =>
    inlinesIn(prose).flatMap((inline): AddressAt[] => {
      if (inline.type !== 'link' || !('url' in inline.to)) return [];
      const path = ownPath(inline.to.url, site);
      return path === null ? [] : [{ field, url: inline.to.url, path }];
    }),
  );
  return { references: [...relationsIn(kinds[kind], content), ...inTexts], addresses };
}

/** The path of an address of our own site, under whatever scheme; `null` for every other address. */
function ownPath(url: string, site: string): string | null {
  if (!/^https?:/.test(url) || !URL.canParse(url)) return null;
  const { host, pathname } = new URL(url);
  if (host !== new URL(site).host) return null;
  const path = decoded(pathname);
  return /\/$|\.\w+$/.test(path) ? path : `${path}/`;
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    // A percent sign with nothing behind it: no page is called so.
    return path;
  }
}

/** Where a document stands on the site. The same in every language but for the tag in front. */
import type { Kind } from './kinds.ts';

const folders: Readonly<Record<Kind, string | null>> = {
  charter: 'charter',
  pledges: 'charter',
  principles: 'principles',
  guides: 'guides',
  pages: '',
  facts: null,
  settings: null,
  media: null,
};

/** The slug of the document that is the front page, the charter in force, and the one settings document. */
export const HOME = 'home';
export const CHARTER = 'charter';

/**
 * The path of a document's page, `/pl/principles/7/`, or `null` when its kind has no page of its own. A guide's first
 * part stands at the guide's own address; give `part` for the others.
 */
export function pathOf(address: {
  kind: Kind;
  slug: string;
  language: string;
  part?: string;
}): string | null {
  const folder = folders[address.kind];
  if (folder === null) return null;
  const isIndex =
    (address.kind === 'pages' && address.slug === HOME) ||
    (address.kind === 'charter' && address.slug === CHARTER);
  return join(address.language, folder, isIndex ? '' : address.slug, address.part ?? '');
}

/** The slug that a document of a numbered kind has by its number; `null` for kinds whose slug is authored. */
export function slugByNumber(kind: Kind, number: number): string | null {
  if (kind === 'principles') return String(number);
  return kind === 'pledges' ? `pledge-${number}` : null;
}

function join(...parts: readonly string[]): string {
  return `/${parts.filter((part) => part !== '').join('/')}/`;
}

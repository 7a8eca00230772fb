/** Where a document stands on the site. The same in every language but for the tag in front. */
import { type Kind, kindNames } from './kinds.ts';

const folders: Readonly<Record<Kind, string | null>> = {
  charter: 'charter',
  pledges: 'charter',
  principles: 'principles',
  guides: 'guides',
  pages: '',
  facts: null,
  settings: null,
  terms: 'words',
  notices: null,
  media: null,
  'language-versions': null,
  'interface-words': null,
  organisations: 'organisations',
  places: 'places',
  services: 'services',
  actions: 'progress',
  outcomes: null,
  strategies: 'strategies',
  bodies: 'boards',
  decisions: 'decisions',
  evidence: 'evidence',
  courses: 'for-professionals',
  consultations: 'consultations',
  forums: 'have-your-say',
  events: 'events',
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
  const isIndex = indexes[address.kind] === address.slug;
  return join(address.language, folder, isIndex ? '' : address.slug, address.part ?? '');
}

/** The slug that a document of a numbered kind has by its number; `null` for kinds whose slug is authored. */
export function slugByNumber(kind: Kind, number: number): string | null {
  if (kind === 'principles') return String(number);
  return kind === 'pledges' ? `pledge-${number}` : null;
}

/** Whether a page that nobody authors has the address of such a document, whatever was published so far. */
export function isReserved(kind: Kind, slug: string): boolean {
  if (kind === 'pages') return ownNames.includes(slug) || isFolder(slug);
  if (kind === 'events') return slug === 'past';
  return kind === 'charter' && /^pledge-\d+$/.test(slug);
}

/** What the site has below the tag of a language by itself, and the folders whose files hosts and browsers keep for good. */
const ownNames: readonly string[] = [
  ...['404', '410', '500', 'accessibility', 'assets', 'beside-english', 'booklets', 'changes'],
  ...['files', 'interpreter-card', 'languages', 'search', 'using-this-site'],
];

/** A page stands beside the folders of the other kinds, and cannot be called like one of them. */
function isFolder(slug: string): boolean {
  return Object.values(folders).includes(slug);
}

export type Place = {
  readonly kind: Kind;
  /** `null` for the list of a kind. */
  readonly slug: string | null;
  readonly language: string;
  readonly part: string | null;
};

/** What can stand at a path, `/pl/guides/centres/cost/`: a pledge and a former charter share a folder. */
export function placesAt(path: string): readonly Place[] {
  const [language = '', ...below] = path.split('/').filter((name) => name !== '');
  return kindNames.flatMap((kind) => {
    const names = namesBelow(kind, below);
    if (names === null || names.length > 2) return [];
    const [slug = indexes[kind] ?? null, part = null] = names;
    return [{ kind, slug, language, part }];
  });
}

const indexes: Readonly<Partial<Record<Kind, string>>> = { pages: HOME, charter: CHARTER };

/** What follows the folder of a kind in an address; `null` where it is another folder. */
function namesBelow(kind: Kind, names: readonly string[]): readonly string[] | null {
  const folder = folders[kind];
  if (folder === null) return null;
  if (folder === '') return names;
  return names[0] === folder ? names.slice(1) : null;
}

function join(...parts: readonly string[]): string {
  return `/${parts.filter((part) => part !== '').join('/')}/`;
}

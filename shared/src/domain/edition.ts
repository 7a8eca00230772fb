/** What was published: one immutable record for one document in one language. */
import type { ContentOfKind, Kind } from './kinds.ts';
import type { Reference } from './shape.ts';

export const actions = ['published', 'withdrawn', 'removed', 'redirected'] as const;
/**
 * published: the text is live. withdrawn: the page and its text stay under a dated explanation (`changeNote`).
 * removed: the text is erased everywhere, a tombstone with the digest stays. redirected: the address leads to another
 * document.
 */
export type Action = (typeof actions)[number];

export const changes = ['minor', 'major', 'safety'] as const;
/** What an edition changed for parents. After `safety` no old translation is shown. */
export type Change = (typeof changes)[number];

export type EditionHead = {
  readonly kind: Kind;
  /** The id of the document this was composed from. */
  readonly document: string;
  readonly slug: string;
  readonly language: string;
  /** 1, 2, ... per document and language. */
  readonly number: number;
  /** Place in the feed: 1, 2, ... over everything, without gaps. */
  readonly sequence: number;
  readonly change: Change;
  /** For parents: what changed, or why the page was withdrawn. */
  readonly changeNote: string | null;
  /** ISO 8601 moment, UTC. */
  readonly publishedAt: string;
  readonly firstPublishedAt: string;
  /** The moment of the newest change that is not minor: the date that readers are shown. */
  readonly changedAt: string;
  /** The number of the edition whose note this one's note stands in the place of. The text is the same. */
  readonly corrects?: number;
  /** For a translation: the number of the English edition it was made from. */
  readonly sourceEdition: number | null;
  /** SHA-256 of what was published, in hexadecimal. It stays when the text is erased. */
  readonly digest: string;
};

/** An edition whose text a reader may see. */
export type ReadableEdition<K extends Kind = Kind> = EditionHead & {
  readonly kind: K;
  readonly action: 'published' | 'withdrawn';
  readonly content: ContentOfKind<K>;
  /** In Easy Read and in signing: what readers get in the place of the content, which is that of the English. */
  readonly version?: ContentOfKind<'language-versions'>;
};

/** What is left of a removed text. */
export type Tombstone<K extends Kind = Kind> = EditionHead & {
  readonly kind: K;
  readonly action: 'removed';
  /** Of a version in another form: where readers found it, for its address answers that it is gone. */
  readonly stoodAt?: Place;
};

/** A text in a language, whatever document it was made by. */
export type Place = Reference & { readonly language: string };

/** An address that leads to another document. */
export type Redirection<K extends Kind = Kind> = EditionHead & {
  readonly kind: K;
  readonly action: 'redirected';
  readonly redirectTo: Reference;
};

export type EditionOf<K extends Kind> = ReadableEdition<K> | Tombstone<K> | Redirection<K>;
export type Edition = { [K in Kind]: EditionOf<K> }[Kind];

export function isReadable<K extends Kind>(edition: EditionOf<K>): edition is ReadableEdition<K> {
  return edition.action === 'published' || edition.action === 'withdrawn';
}

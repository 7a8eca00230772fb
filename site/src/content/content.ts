/**
 * What pages are made from: pure look-ups over editions. Each look-up is recorded as it is made, the ones that found
 * nothing too, so that the press knows which pages an edition touches.
 */
import type { EditionOf, ReadableEdition } from '@charterpress/shared/domain/edition.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import type { Overrides } from '@charterpress/shared/strings.ts';
import type { Trust } from '@charterpress/shared/trust.ts';
import type { BookletPdf } from './booklet-pdfs.ts';
import type { Told } from './changes.ts';
import type { Coverage } from './coverage.ts';
import type { ListedService } from './listed-services.ts';
import type { SearchablePages } from './searchable.ts';
import type { TermsOfLanguage } from './terms.ts';

/** What a list shows of one document. */
export type Listed = {
  readonly document: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string | null;
  /** For numbered kinds; others are in the order of their titles. */
  readonly number: number | null;
  /** It can be read under the explanation why it was withdrawn; lists leave it out. */
  readonly withdrawn: boolean;
};

export type Address = { readonly document: string; readonly slug: string };

export type ChangesOf = { readonly portion: number } | { readonly district: string };

export type Content = {
  readonly trust: Trust;
  /** The text of the trust's logo, an SVG. */
  readonly logo: string;
  /** Origin of the public site, `https://charter.example.org`, for canonical addresses. */
  readonly site: string;
  /** The newest edition of a document in a language, whatever its action; `null` when there never was one. */
  readonly edition: <K extends Kind>(
    kind: K,
    document: string,
    language: string,
  ) => EditionOf<K> | null;
  /** The readable English editions since the one with this number, it included, oldest first. */
  readonly englishSince: <K extends Kind>(
    kind: K,
    document: string,
    number: number,
  ) => readonly ReadableEdition<K>[];
  /** The document whose newest English edition has this slug. */
  readonly bySlug: (kind: Kind, slug: string) => string | null;
  /** Every document of a kind with a readable edition in this language, in order. */
  readonly list: (kind: Kind, language: string) => readonly Listed[];
  /** What lists say of a service in a language, and in English for want of it; `null` where nobody can read of it. */
  readonly listedService: (document: string, language: string) => ListedService | null;
  /** Where the documents of that list stand, withdrawn ones left out: of less moment than what the list says of them. */
  readonly addresses: (kind: Kind, language: string) => readonly Address[];
  /** Whether that list has anything in it: asked by every page, and seldom another answer. */
  readonly lists: (kind: Kind, language: string) => boolean;
  /**
   * The documents of a kind whose newest English edition holds a value in a field, by document: a choice, one of several,
   * a number, a district, a tick (`yes`), whom it refers to (by document). `reports.evidence` is a field of rows.
   * Withdrawn ones are left out.
   */
  readonly having: (kind: Kind, field: string, value: string) => readonly Address[];
  /** Whether a moment (ISO 8601) or a day in London (`YYYY-MM-DD`) has come: the only clock that a page may look at. */
  readonly reached: (when: string) => boolean;
  /**
   * What parents were told that changed, newest first, withdrawn, removed and sensitive pages left out: the newest of it,
   * an older portion by its number, or what is of a district.
   */
  readonly changes: (language: string, of?: ChangesOf) => readonly Told[];
  /** How many portions of that there are; 0 where nothing was told yet. */
  readonly changePortions: (language: string) => number;
  /** The urgent notices that are in force, the gravest first. */
  readonly notices: () => readonly ReadableEdition<'notices'>[];
  /** The tags of the languages in which a document can be read, in the trust's order. */
  readonly languagesOf: (kind: Kind, document: string) => readonly string[];
  /** What the trust says in the place of shipped words of the interface; `null` where it says nothing. */
  readonly words: (language: string) => Overrides | null;
  /** The terms that a text in this language links to their meanings, and how it writes them. */
  readonly terms: (language: string) => TermsOfLanguage;
  /** How many pages somebody who searches in a language may find, and what is searched of them. */
  readonly searchableCount: (language: string) => number;
  readonly searchable: (language: string) => SearchablePages;
  /** How many pages there are in a language, by kind, and how many of them are behind the English. */
  readonly coverage: (language: string) => readonly Coverage[];
  /** The PDF that the press made of a booklet; `null` while there is none, and in a plain `astro build`. */
  readonly pdfAt: (path: string) => BookletPdf | null;
};

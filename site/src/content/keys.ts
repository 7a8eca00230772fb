/** The names by which what a page read and what an edition changes find each other. */
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { ChangesOf } from './content.ts';

/** What a page read, or what an edition changes: the names by which the two find each other. */
export type Key = string;

export const keys = {
  edition: (kind: string, document: string, language: string): Key =>
    `edition ${kind} ${document} ${language}`,
  list: (kind: string, language: string): Key => `list ${kind} ${language}`,
  listedService: (document: string, language: string): Key =>
    `listed service ${document} ${language}`,
  addresses: (kind: string, language: string): Key => `addresses ${kind} ${language}`,
  lists: (kind: string, language: string): Key => `lists ${kind} ${language}`,
  slug: (kind: string, slug: string): Key => `slug ${kind} ${slug}`,
  having: (kind: string, field: string, value: string): Key => `having ${kind} ${field} ${value}`,
  reached: (moment: string): Key => `reached ${moment}`,
  changes: (language: string, of?: ChangesOf): Key =>
    `changes ${language} ${of === undefined ? 'newest' : Object.values(of)[0]}`,
  changePortions: (language: string): Key => `portions of changes ${language}`,
  notices: 'notices',
  languages: (kind: string, document: string): Key => `languages ${kind} ${document}`,
  coverage: (language: string): Key => `coverage ${language}`,
  words: (language: string): Key => `words ${language}`,
  terms: (language: string): Key => `terms of ${language}`,
  pdf: (path: string): Key => `pdf ${path}`,
  search: (language: string): Key => `search ${language}`,
};

/** What a page reads that shows an urgent notice. */
export function noticeKey(document: string): Key {
  return keys.edition('notices', document, SOURCE_LANGUAGE);
}

/**
 * The short address of a document, to be printed and spoken: `/s/k7m2qxp4/ur/`. It hangs on the document alone, so that it
 * leads there however the page is called, for ever.
 */

import { SOURCE_LANGUAGE } from '../languages.ts';
import { digestOf } from './digest.ts';

/** Without letters that look like figures or like each other. */
const SIGNS = '0123456789abcdefghjkmnpqrstvwxyz';
/** Among ten thousand documents two have the same code with a chance of one in twenty thousand. */
const LENGTH = 8;

/** In place of a kind, for a page that belongs to no document; in place of the document stands its path below the language. */
export const LISTS = 'lists';

export function shortCode(kind: string, document: string): string {
  // Five bits a sign: forty in all, which a number holds exactly.
  let rest = Number.parseInt(digestOf([kind, document]).slice(0, 10), 16);
  let code = '';
  for (let at = 0; at < LENGTH; at += 1) {
    code = SIGNS[rest % SIGNS.length] + code;
    rest = Math.floor(rest / SIGNS.length);
  }
  return code;
}

/** English is what somebody gets who types no language. */
export function shortPath(code: string, language: string): string {
  return language === SOURCE_LANGUAGE ? `/s/${code}/` : `/s/${code}/${language}/`;
}

/** What a short path asks for; `null` for another path. */
export function readShortPath(path: string): { code: string; language: string } | null {
  const [, code, language = SOURCE_LANGUAGE] =
    /^\/s\/([0-9a-z]+)\/(?:([a-z-]+)\/)?$/.exec(path) ?? [];
  return code === undefined ? null : { code, language };
}

/** What a page may load and run. */
import { createHash } from 'node:crypto';
import type { Trust } from '@charterpress/shared/trust.ts';
import { bookletStyles } from './views/booklet/styles.ts';
import { brandStyles } from './views/brand.ts';

/**
 * Every script there is: `scripts/<name>.ts`, made into a file of our own. With each what its pages need beside it, as in
 * `connect-src 'self'`. A page that has none of them runs nothing.
 */
const needs = {
  leave: [],
  search: ["connect-src 'self'"],
} satisfies Readonly<Record<string, readonly string[]>>;

export type Script = keyof typeof needs;

export const scriptNames = Object.keys(needs) as readonly Script[];

/**
 * The policy of a page: its own styles, images, recordings and films, and nothing else that its scripts do not need. No
 * script stands in a page and no style but `styles`, by its hash, so that text which slips through everywhere else still
 * cannot run, and no script makes markup out of text. The layout writes the policy into each page, for hosts that send no
 * headers of their own.
 */
export function contentSecurityPolicy(
  scripts: readonly Script[] = [],
  styles: readonly string[] = [],
): string {
  const running = ["script-src 'self'", "require-trusted-types-for 'script'"];
  return [
    "default-src 'none'",
    ...(scripts.length === 0 ? [] : running),
    ...new Set(scripts.flatMap((name) => needs[name])),
    ["style-src 'self'", ...styles.map(hashOf)].join(' '),
    "img-src 'self'",
    "media-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function hashOf(styles: string): string {
  return `'sha256-${createHash('sha256').update(styles).digest('base64')}'`;
}

/** The policy of a booklet, which loads nothing. */
export const bookletPolicy = `default-src 'none'; style-src ${hashOf(bookletStyles)}; base-uri 'none'; form-action 'none'`;

/** What the server sends with every page: all that some page needs. Each page's own policy takes the rest away again. */
export function policyOfAllPages({ colours }: Trust): string {
  return contentSecurityPolicy(scriptNames, [bookletStyles, brandStyles(colours)]);
}

/** With what only a header can say: nobody may frame the page. */
export function contentSecurityPolicyHeader(trust: Trust): string {
  return `${policyOfAllPages(trust)}; frame-ancestors 'none'`;
}

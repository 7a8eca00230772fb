/** What a page may load and run. */
import { createHash } from 'node:crypto';
import { bookletStyles } from './views/booklet/styles.ts';

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
 * script or style stands in a page, so that text which slips through everywhere else still cannot run, and no script makes
 * markup out of text. The layout writes the policy into each page, for hosts that send no headers of their own.
 */
export function contentSecurityPolicy(scripts: readonly Script[] = []): string {
  const running = ["script-src 'self'", "require-trusted-types-for 'script'"];
  return [
    "default-src 'none'",
    ...(scripts.length === 0 ? [] : running),
    ...new Set(scripts.flatMap((name) => needs[name])),
    "style-src 'self'",
    "img-src 'self'",
    "media-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** The styles that stand in a booklet itself, by their hash: no other inline style runs anywhere. */
const bookletStyle = `'sha256-${createHash('sha256').update(bookletStyles).digest('base64')}'`;

/** The policy of a booklet, which loads nothing. */
export const bookletPolicy = `default-src 'none'; style-src ${bookletStyle}; base-uri 'none'; form-action 'none'`;

/** What the server sends with every page: all that some page needs. Each page's own policy takes the rest away again. */
export const policyOfAllPages = contentSecurityPolicy(scriptNames).replace(
  "style-src 'self'",
  `style-src 'self' ${bookletStyle}`,
);

/** With what only a header can say: nobody may frame the page. */
export const contentSecurityPolicyHeader = `${policyOfAllPages}; frame-ancestors 'none'`;

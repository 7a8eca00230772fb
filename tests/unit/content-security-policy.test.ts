/** What pages may do, held word by word: the press compares each page with the same function, and would let a weaker one go. */

import { describe, expect, it } from 'vitest';
import { fallbackPolicy } from '../../site/press/fallback-page.ts';
import {
  bookletPolicy,
  contentSecurityPolicy,
  contentSecurityPolicyHeader,
} from '../../site/src/csp.ts';
import { sampleTrust } from '../support/sample-editions.ts';

const rulesOf = (policy: string) =>
  Object.fromEntries(
    policy.split('; ').map((rule) => {
      const [name = '', ...values] = rule.split(' ');
      return [name, values.join(' ')];
    }),
  );

const ownFiles = { 'style-src': "'self'", 'img-src': "'self'", 'media-src': "'self'" };
const closed = { 'default-src': "'none'", 'base-uri': "'none'", 'form-action': "'none'" };
const running = { 'script-src': "'self'", 'require-trusted-types-for': "'script'" };

describe('the policy', () => {
  it('of a page without scripts runs nothing', () => {
    expect(rulesOf(contentSecurityPolicy())).toEqual({ ...closed, ...ownFiles });
  });

  it('of a page that can be left runs our own files, makes no markup of text and asks nobody', () => {
    expect(rulesOf(contentSecurityPolicy(['leave']))).toEqual({
      ...closed,
      ...ownFiles,
      ...running,
    });
  });

  it('of the search page may ask its own site, too', () => {
    const search = rulesOf(contentSecurityPolicy(['search']));
    expect(search).toEqual({ ...closed, ...ownFiles, ...running, 'connect-src': "'self'" });
  });

  it('that the server sends lets nobody frame a page, and no style in that is not a booklet’s or the trust’s', () => {
    expect(rulesOf(contentSecurityPolicyHeader(sampleTrust('kent')))).toEqual({
      ...closed,
      ...ownFiles,
      ...running,
      'connect-src': "'self'",
      'frame-ancestors': "'none'",
      'style-src': expect.stringMatching(/^'self'( 'sha256-[\w+/]{43}='){2}$/),
    });
  });

  it('of a booklet loads nothing', () => {
    expect(rulesOf(bookletPolicy)).toEqual({
      ...closed,
      'style-src': expect.stringMatching(/^'sha256-[\w+/]{43}='$/),
    });
  });

  it('of a page made in place of all others runs nothing, and stands in no frame', () => {
    expect(rulesOf(fallbackPolicy)).toEqual({
      ...closed,
      'frame-ancestors': "'none'",
      'style-src': expect.stringMatching(/^'sha256-[\w+/]{43}='$/),
    });
  });
});

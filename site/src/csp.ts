/**
 * What a page may load: its own styles, images, recordings and films, and nothing else. There is no script and no inline style, so that
 * text which slips through everywhere else still cannot run. The layout writes it into each page, for hosts that
 * send no headers of their own.
 */
export const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; base-uri 'none'; form-action 'none'";

/** The same as a header, with what only a header can say: nobody may frame the page. */
export const contentSecurityPolicyHeader = `${contentSecurityPolicy}; frame-ancestors 'none'`;

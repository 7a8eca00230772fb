/** In every release, not for readers: the server reads in it what no browser may keep. */
export const SENSITIVE_FILE = '_sensitive.json';

/** The addresses of this site that a page leads to or loads. */
type Page = { readonly path: string; readonly links: readonly string[] };

/** Sensitive pages, and the pictures and recordings on them, by their paths. */
export function notToBeKept(pages: readonly Page[]): readonly string[] {
  const files = pages.flatMap(({ links }) => links.filter((link) => link.startsWith('/files/')));
  return [...new Set([...pages.map(({ path }) => path), ...files])].sort();
}

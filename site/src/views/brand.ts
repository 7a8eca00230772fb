/** What makes the site look like this trust: two colours, which stand in each page, and a logo in a file named by its bytes. */
import { digestOf } from '@charterpress/shared/domain/digest.ts';
import type { Trust } from '@charterpress/shared/trust.ts';
import type { Content } from '../content/content.ts';

export function logoPath(content: Content): string {
  return named('logo', content.logo, 'svg');
}

export type Asset = { readonly type: string; readonly body: string };

/** Throws when the file does not have this name. */
export function assetNamed(content: Content, file: string): Asset {
  if (logoPath(content) === `/assets/${file}`) {
    return { type: 'image/svg+xml', body: content.logo };
  }
  throw new Error(`The trust "${content.trust.folder}" has no file /assets/${file}.`);
}

/** In a file of their own they would cost a reader a connection, and the page would wait for it. */
export function brandStyles({ accent, brand }: Trust['colours']): string {
  return `:root{--brand:${brand};--accent:${accent}}`;
}

/** What `brandStyles` can say, whatever the trust: nothing else passes for it. */
export const isBrandStyles = (styles: string): boolean =>
  /^:root\{--brand:#[\da-f]{6};--accent:#[\da-f]{6}\}$/i.test(styles);

/** Every page names these files: their hashes are reckoned once. */
const hashes = new Map<string, string>();

/** A file keeps its address while its bytes stay, so that browsers may keep it for good. */
function named(stem: string, body: string, ending: string): string {
  const hash = hashes.get(body) ?? digestOf(body).slice(0, 12);
  hashes.set(body, hash);
  return `/assets/${stem}-${hash}.${ending}`;
}

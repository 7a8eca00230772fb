/** What makes the site look like this trust: two colours and a logo, in files named by their bytes. */
import { digestOf } from '@charterpress/shared/domain/digest.ts';
import type { Content } from '../content/content.ts';

export function brandPath(content: Content): string {
  return named('trust', brandCss(content), 'css');
}

export function logoPath(content: Content): string {
  return named('logo', content.logo, 'svg');
}

export type Asset = { readonly type: string; readonly body: string };

/** Throws when neither file has this name. */
export function assetNamed(content: Content, file: string): Asset {
  if (brandPath(content) === `/assets/${file}`) {
    return { type: 'text/css; charset=utf-8', body: brandCss(content) };
  }
  if (logoPath(content) === `/assets/${file}`) {
    return { type: 'image/svg+xml', body: content.logo };
  }
  throw new Error(`The trust "${content.trust.folder}" has no file /assets/${file}.`);
}

function brandCss(content: Content): string {
  const { brand, accent } = content.trust.colours;
  return `:root{--brand:${brand};--accent:${accent}}\n`;
}

/** Every page names these files: their hashes are reckoned once. */
const hashes = new Map<string, string>();

/** A file keeps its address while its bytes stay, so that browsers may keep it for good. */
function named(stem: string, body: string, ending: string): string {
  const hash = hashes.get(body) ?? digestOf(body).slice(0, 12);
  hashes.set(body, hash);
  return `/assets/${stem}-${hash}.${ending}`;
}

/** Our own drawings: files of a kilobyte, beside words that say the same, and so without words of their own. */
import type { Drawing } from '../views/drawings.ts';
import { attributes, type Html, html } from './html.ts';

const files = import.meta.glob<string>('../drawings/*.svg', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** `isFirst` above the fold, where it is fetched at once. */
export function drawing({ name, width, height }: Drawing, isFirst = false): Html {
  const src = String(files[`../drawings/${name}.svg`]);
  const loading = isFirst ? null : 'lazy';
  const size = { width: String(width), height: String(height) };
  // The words and their styles come first on a slow line.
  const later = { fetchpriority: 'low', decoding: 'async' };
  return html`<img${attributes({ class: `drawing ${name}`, src, alt: '', ...size, loading, ...later })}>`;
}

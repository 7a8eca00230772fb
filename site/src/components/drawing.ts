/**
 * Our own drawings, beside words that say the same, and so without words of their own. What is seen first is a file of its
 * own; the small ones further down stand in the page, where a dozen requests would keep a slow line busy for a second.
 */
import type { Drawing } from '../views/drawings.ts';
import { attributes, Html, html } from './html.ts';

const files = import.meta.glob<string>('../drawings/*.svg', {
  query: '?url',
  import: 'default',
  eager: true,
});
/** Their shapes, to stand in a page: found once, and not for each. */
const inside = new Map(
  Object.entries(
    import.meta.glob<string>('../drawings/*.svg', {
      query: '?raw',
      import: 'default',
      eager: true,
    }),
  ).map(([file, text]) => {
    const [, viewBox = '', shapes = ''] = /viewBox="([^"]*)"[^>]*>(.*)<\/svg>/s.exec(text) ?? [];
    return [file, { viewBox, shapes: new Html(shapes.replace(/\n\s*/g, '')) }];
  }),
);

/** In pixels: a larger one is too heavy to stand in every page that shows it. */
const SMALL = 96;

/** `isFirst` above the fold, where it is fetched at once. */
export function drawing(of: Drawing, isFirst = false): Html {
  return isFirst || of.width > SMALL ? asFile(of, isFirst) : inThePage(of);
}

function asFile({ height, name, width }: Drawing, isFirst: boolean): Html {
  const src = String(files[`../drawings/${name}.svg`]);
  const loading = isFirst ? null : 'lazy';
  const size = { width: String(width), height: String(height) };
  // The words and their styles come first on a slow line.
  const later = { fetchpriority: 'low', decoding: 'async' };
  return html`<img${attributes({ class: `drawing ${name}`, src, alt: '', ...size, loading, ...later })}>`;
}

function inThePage({ height, name, width }: Drawing): Html {
  const { shapes = null, viewBox } = inside.get(`../drawings/${name}.svg`) ?? {};
  const size = { width: String(width), height: String(height) };
  const unseen = { 'aria-hidden': 'true' };
  return html`<svg${attributes({ class: `drawing ${name}`, viewBox, ...size, ...unseen })}>${shapes}</svg>`;
}

/** Numbers are read in the list beside the drawing; the drawing itself is one picture with a name. */
import type { Pane, Windscreen } from '../views/strategy/windscreen.ts';
import { type Html, html } from './html.ts';

export function windscreen({ description, height, panes, title, width }: Windscreen): Html {
  return html`<svg class="windscreen" role="img" aria-labelledby="windscreen-title windscreen-text" viewBox="0 0 ${width} ${height}"><title id="windscreen-title">${title}</title><desc id="windscreen-text">${description}</desc>${panes.map(pane)}</svg>`;
}

/** Around a middle of 0: people as they come, a hand held out, services that work together, an umbrella over a family. */
const signs: Readonly<Record<Pane['tier'], string>> = {
  1: 'M0-22a8 8 0 1 1 0 16a8 8 0 1 1 0-16zM-24-14a6.500 6.500 0 1 1 0 13a6.500 6.500 0 1 1 0-13zM24-14a6.500 6.500 0 1 1 0 13a6.500 6.500 0 1 1 0-13zM-12 22V8a12 12 0 0 1 24 0v14zM-35 22V11a11 11 0 0 1 18-7v18zM35 22V11a11 11 0 0 0-18-7v18z',
  2: 'M0-24c8-8 20 0 14 10L0-1-14-14c-6-10 6-18 14-10zM-30 4h8c10 0 14 6 22 6h10c6 0 6 8 0 8H-6h18l14-8c6-3 10 4 5 8L12 28h-24c-8 0-10-4-18-4z',
  3: 'M-14-24a14 14 0 1 1 0 28a14 14 0 1 1 0-28zM14-24a14 14 0 1 1 0 28a14 14 0 1 1 0-28zM0 0a14 14 0 1 1 0 28a14 14 0 1 1 0-28z',
  4: 'M-34 2a34 30 0 0 1 68 0c-7-6-15-6-20 0-7-6-21-6-28 0-5-6-13-6-20 0zM-2 0h4v8h-4zM-11 6a6 6 0 1 1 0 12a6 6 0 1 1 0-12zM11 10a5 5 0 1 1 0 10a5 5 0 1 1 0-10zM-21 32a10 11 0 0 1 20 0zM3 32a8 9 0 0 1 16 0z',
};

function pane({ outline, sign, tier, x, y }: Pane): Html {
  return html`<g class="pane pane-${tier}"><path d="${outline}"/><path class="sign" d="${signs[tier]}" transform="translate(${sign.x} ${sign.y})"/><text x="${x}" y="${y}" text-anchor="middle" dominant-baseline="central">${tier}</text></g>`;
}

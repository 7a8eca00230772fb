/** Numbers are read in the list beside the drawing; the drawing itself is one picture with a name. */
import type { Pane, Windscreen } from '../views/strategy/windscreen.ts';
import { type Html, html } from './html.ts';

export function windscreen({ description, height, panes, title, width }: Windscreen): Html {
  return html`<svg class="windscreen" role="img" aria-labelledby="windscreen-title windscreen-text" viewBox="0 0 ${width} ${height}"><title id="windscreen-title">${title}</title><desc id="windscreen-text">${description}</desc>${panes.map(pane)}</svg>`;
}

function pane({ outline, tier, x, y }: Pane): Html {
  return html`<g class="pane pane-${tier}"><path d="${outline}"/><text x="${x}" y="${y}" text-anchor="middle" dominant-baseline="central">${tier}</text></g>`;
}

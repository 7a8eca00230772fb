/** The promises as one bar. Stripes and lines tell its parts apart without colours, on screen and on paper. */
import type { Bar, Chart } from '../views/progress/chart.ts';
import { type Html, html } from './html.ts';

export function chart({ bars, description, title }: Chart): Html {
  const shown = bars.filter(({ width }) => width > 0);
  return html`<figure class="chart"><svg role="img" aria-labelledby="chart-title chart-text" width="100%" height="48"><title id="chart-title">${title}</title><desc id="chart-text">${description}</desc><defs>${stripes('on-track', 0)}${stripes('late', 45)}${stripes('not-started', 135)}</defs>${shown.map(bar)}</svg><ul>${bars.map(entry)}</ul><figcaption>${title}</figcaption></figure>`;
}

function bar({ is, width, x }: Bar): Html {
  return html`<g class="bar ${is}">${part({ is, x: `${x}%`, width: `${width}%` })}</g>`;
}

function entry({ count, is, label }: Bar): Html {
  const sample = part({ is, x: '0', width: '100%' });
  return html`<li><svg class="bar ${is}" aria-hidden="true" width="24" height="24">${sample}</svg> ${label}: <strong>${count}</strong></li>`;
}

function part({ is, width, x }: Pick<Bar, 'is'> & { x: string; width: string }): Html {
  const plain = html`<rect class="ground" x="${x}" width="${width}" height="100%"/>`;
  if (is === 'done' || is === 'none') return plain;
  return html`${plain}<rect x="${x}" width="${width}" height="100%" fill="url(#${is}-stripes)"/>`;
}

function stripes(is: Bar['is'], angle: number): Html {
  return html`<pattern id="${is}-stripes" class="${is}" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(${angle})"><rect class="stripe" width="3" height="8"/></pattern>`;
}

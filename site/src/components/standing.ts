/** How a promise or an action stands, in a word. */
import type { Stood } from '../views/progress/actions.ts';
import { type Html, html } from './html.ts';

export function standing({ is, words }: Stood): Html {
  return html`<strong class="tag standing ${is}">${words}</strong>`;
}

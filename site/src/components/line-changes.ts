/** Lines of two texts: what was put in and taken out is marked for the eye, and said for the ear. */
import type { LineChange } from '@charterpress/shared/domain/compare-words.ts';
import { type Html, html } from './html.ts';

type Spoken = { readonly added: string; readonly removed: string };

export function lineChanges(lines: readonly LineChange[], spoken: Spoken): Html {
  return html`${lines.map((line) => html`<p>${line.pieces.map((piece) => pieceOf(piece, spoken))}</p>`)}`;
}

function pieceOf({ is, words }: LineChange['pieces'][number], spoken: Spoken): Html {
  if (is === 'same') return html`${words}`;
  const said = html`<span class="spoken">${spoken[is]} </span>`;
  return is === 'removed' ? html`<del>${said}${words}</del>` : html`<ins>${said}${words}</ins>`;
}

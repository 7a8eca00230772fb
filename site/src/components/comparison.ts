/** What changed between two wordings: crossed out and underlined to the eye, said in words to the ear. */
import type { Compared } from '../views/compared.ts';
import { attributes, type Html, html } from './html.ts';
import { words } from './markup.ts';

/** The wordings stand in one paragraph: it can be read from beginning to end. */
export function comparison({ in: tongue, key, pieces, putIn, takenOut }: Compared): Html {
  const all = pieces.map(({ is, words: text }) => {
    if (is === 'removed') return html`<del>${spoken(takenOut)}${text}</del>`;
    return is === 'added' ? html`<ins>${spoken(putIn)}${text}</ins>` : html`${text}`;
  });
  const language = attributes({ lang: tongue?.tag, dir: tongue?.direction });
  return html`<p class="changed"${language}>${all}</p><p class="key">${key}</p>`;
}

function spoken(of: Compared['takenOut']): Html {
  return html`<span class="spoken">${words(of)} </span>`;
}

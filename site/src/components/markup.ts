/**
 * What stands in a line, and rich text, as HTML. What a text may hold is decided in `views/prose.ts`. Functions and not
 * components, because a page holds a hundred of these, and components are what rendering takes longest over.
 */
import type { Mark } from '@charterpress/shared/domain/prose.ts';
import type { English } from '../views/beside.ts';
import type { ShownFact, Way } from '../views/facts.ts';
import type { Link } from '../views/links.ts';
import type { Made } from '../views/made.ts';
import type { ShownBlock, ShownCell, ShownInline, ShownList, ShownTable } from '../views/prose.ts';
import type { Piece, Said, Tongue } from '../views/reader.ts';
import type { ShownPair } from '../views/side-by-side.ts';
import type { Wrong } from '../views/wrong.ts';
import { attributes, element, type Html, html } from './html.ts';

/** Words in another language than the page's say so. */
export function words(of: Said | string): Html {
  if (typeof of === 'string') return html`${of}`;
  const inside = html`${piecesOf(of).map(piece)}`;
  if (of.in === undefined) return inside;
  return html`<span lang="${of.in.tag}" dir="${of.in.direction}">${inside}</span>`;
}

/** Words of several lines, each in a paragraph of its own. */
export function lines(of: Said, name?: string): Html {
  const tongue = { lang: of.in?.tag, dir: of.in?.direction };
  const paragraphs = linesOf(piecesOf(of)).map((line) => html`${line.map(piece)}`);
  return html`${paragraphs.map((line) => html`<p${attributes({ class: name, ...tongue })}>${line}</p>`)}`;
}

function piecesOf(of: Said): readonly Piece[] {
  return of.pieces ?? [{ text: of.text, href: null }];
}

function linesOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [[]];
  for (const { text, ...rest } of pieces) {
    for (const [at, part] of text.split(/\n+/).entries()) {
      if (at > 0) lines.push([]);
      lines.at(-1)?.push({ ...rest, text: part });
    }
  }
  return lines.filter((line) => line.some(({ text }) => text.trim() !== ''));
}

function piece({ href, in: tongue, text }: Piece): Html {
  if (tongue !== undefined) return words({ text, in: tongue });
  return href === null ? html`${text}` : termTo(href, html`${text}`);
}

function termTo(href: string, inside: Html): Html {
  return html`<a class="term" href="${href}">${inside}</a>`;
}

/** A number to ring or an address: read from left to right in every language. */
export function wayTo(way: Way): Html {
  return html`<a class="way" href="${way.href}"><bdi dir="ltr">${way.text}</bdi></a>`;
}

type More = {
  readonly class?: string;
  readonly rel?: string;
  readonly 'aria-current'?: 'page' | undefined;
};

/** A link that says so when it leads to another language. */
export function linkTo({ href, hreflang, label, note }: Link, more: More = {}): Html {
  return html`<a${attributes({ href, hreflang, ...more })}>${words(label)}${noteOf(note)}</a>`;
}

/** A fact on its own: what it is, and each way to reach it. */
export function factLine({ label, value, telephone, email, web }: ShownFact): Html {
  const ways = [telephone, email, web].filter((way) => way !== null).map(wayTo);
  const said = value === null ? null : html`<span>${words(value)}</span>`;
  return html`<span class="fact"><span class="fact-label">${words(label)}</span>${said}${ways}</span>`;
}

/** The English of one section, under or beside the old translation of it. */
export function inEnglish({ blocks, in: tongue, label, more }: English): Html {
  const text = html`<div class="prose"${attributes({ lang: tongue.tag, dir: tongue.direction })}>${prose(blocks)}</div>`;
  const rest = more === null ? null : html`<p>${linkTo(more)}</p>`;
  return html`<div class="english"><p class="english-label">${label}</p>${blocks.length === 0 ? null : text}${rest}</div>`;
}

/** A section that is as the English, or one beside the English of it. */
export function besideEnglish(own: Html, english: English | null): Html {
  return english === null
    ? own
    : html`<div class="pair"><div>${own}</div>${inEnglish(english)}</div>`;
}

/** For whom a translated page is, when it was translated, and where it stands beside its English. */
export function madeLine({ for: whom, translated }: Made, beside: Link | null): Html {
  const on = translated && html` <time datetime="${translated.moment}">${translated.text}</time>`;
  return html`<p class="made width"><span>${whom.label} <strong>${whom.who}</strong></span>${on}${beside && html` ${linkTo(beside, { class: 'on-screen' })}`}</p>`;
}

export function prose(blocks: readonly ShownBlock[]): Html {
  return html`${blocks.map(block)}`;
}

/** How to say that the page is wrong. On paper: where its newest version is. */
export function wrongLine({ address, fact, newest, tell, title }: Wrong): Html {
  const ways = [fact.telephone, fact.email].filter((way) => way !== null).map(wayTo);
  const spaced = ways.map((way) => html` ${way}`);
  const parts = address
    .split('/')
    .map((part, at) => (at === 0 ? html`${part}` : html`/<wbr>${part}`));
  return html`<p class="wrong width"><span class="on-screen"><strong>${title}</strong> ${tell}</span><span class="on-paper">${newest}</span> <bdi dir="ltr">${parts}</bdi><span class="on-screen">${spaced}</span></p>`;
}

/** One row: what it says in the language of the page, and the same in English. */
export function sideBySide({ english, own }: ShownPair, tongue: Tongue): Html {
  const said = { lang: tongue.tag, dir: tongue.direction };
  return html`<div class="beside-row"><div>${prose(own)}</div><div${attributes(said)}>${prose(english)}</div></div>`;
}

function block(shown: ShownBlock): Html {
  switch (shown.type) {
    case 'heading':
      return element(`h${shown.level}`, inlines(shown.children));
    case 'paragraph':
      return html`<p>${inlines(shown.children)}</p>`;
    case 'list':
      return list(shown);
    case 'table':
      return table(shown);
    case 'callout':
      return html`<div class="callout ${shown.tone}"><p class="callout-label">${shown.label}</p>${prose(shown.blocks)}</div>`;
  }
}

function list({ style, items }: ShownList): Html {
  const rows = items.map((item) => html`<li>${inlines(item.children)}${item.lists.map(list)}</li>`);
  return element(style === 'number' ? 'ol' : 'ul', html`${rows}`);
}

/**
 * One that is wider than the screen scrolls within its own place, which the keyboard can reach; the page does not. One of
 * three columns is cards on a telephone, and says what it is: a browser may forget the role of a table drawn as blocks.
 */
function table({ name, head, body, columns }: ShownTable): Html {
  const top = head === null ? null : html`<thead>${row(head, columns)}</thead>`;
  const rows = body.map((cells) => row(cells, columns));
  const inside = html`<caption>${name}</caption>${top}<tbody>${rows}</tbody>`;
  const stacked = columns === null ? {} : { class: 'stacked', role: 'table' };
  return html`<section class="table" aria-label="${name}" tabindex="0"><table${attributes(stacked)}>${inside}</table></section>`;
}

function row(cells: readonly ShownCell[], columns: ShownTable['columns']): Html {
  const role = columns === null ? undefined : 'row';
  return html`<tr${attributes({ role })}>${cells.map((one, at) => cell(one, columns?.[at]))}</tr>`;
}

/** `column` is what it says before itself on a card, where its row is one. */
function cell({ tag, scope, children }: ShownCell, column: string | undefined): Html {
  if (column === undefined) return element(tag, inlines(children), { scope });
  const role = scope === undefined ? 'cell' : scope === 'col' ? 'columnheader' : 'rowheader';
  const label = scope === undefined ? column : undefined;
  return element(tag, inlines(children), { scope, role, 'data-column': label });
}

function inlines(children: readonly ShownInline[]): Html {
  return html`${children.map(inline)}`;
}

function inline(child: ShownInline): Html {
  switch (child.type) {
    case 'text':
      return child.marks.reduceRight(marked, html`${child.text}`);
    case 'term':
      return termTo(child.href, child.marks.reduceRight(marked, html`${child.text}`));
    case 'break':
      return html`<br>`;
    case 'way':
      return wayTo(child.way);
    case 'said':
      return words(child.said);
    case 'plain':
      return inlines(child.children);
    case 'link':
      return inlineLink(child);
  }
}

function marked(inside: Html, mark: Mark): Html {
  return mark === 'bold' ? html`<strong>${inside}</strong>` : html`<em>${inside}</em>`;
}

function inlineLink({ to, isTelephone, children }: ShownInline & { type: 'link' }): Html {
  const { href, hreflang, note } = to;
  const said = inlines(children);
  const inside = isTelephone ? html`<bdi dir="ltr">${said}</bdi>` : said;
  return html`<a${attributes({ href, hreflang })}>${inside}${noteOf(note)}</a>`;
}

function noteOf(note: string | null): Html | null {
  return note === null ? null : html` <span class="note">(${note})</span>`;
}

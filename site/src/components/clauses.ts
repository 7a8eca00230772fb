/** The sections of a strategy as HTML: each can be linked to, and each of its paragraphs cited by its number. */
import type { Milestones, StrategySection } from '../views/strategy/sections.ts';
import { attributes, type Html, html } from './html.ts';
import { besideEnglish, prose } from './markup.ts';

export function strategySection(section: StrategySection): Html {
  const { clauses, english, heading, id } = section;
  const own = html`<h2>${heading}</h2>${clauses.map(clause)}${milestonesIn(section.milestones)}`;
  return html`<section id="${id}">${besideEnglish(own, english)}</section>`;
}

/** A number says where it leads; a sign alone has to be told. */
function clause({ blocks, formerId, id, link }: StrategySection['clauses'][number]): Html {
  const former = formerId === null ? null : html`<span id="${formerId}"></span>`;
  const to = html`<a${attributes({ href: `#${id}`, 'aria-label': link.label })}><bdi dir="ltr">${link.words}</bdi></a>`;
  return html`<div class="clause" id="${id}"><p class="clause-number">${former}${to}</p><div class="clause-text">${prose(blocks)}</div></div>`;
}

export function milestonesIn(milestones: Milestones | null): Html | null {
  return milestones && besideEnglish(prose([milestones.table]), milestones.english);
}

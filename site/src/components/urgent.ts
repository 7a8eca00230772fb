/**
 * Urgent notices as HTML: the one piece of a page that the press may put into a release made earlier. So it is made by
 * functions, and holds no `div`: whoever replaces it finds its end by that.
 */
import type { Urgent, UrgentNotice } from '../views/urgent.ts';
import { type Html, html } from './html.ts';
import { factLine, words } from './markup.ts';

/** What stands inside the place for them: nothing when there are none. */
export function urgent({ label, notices }: Urgent): Html {
  return urgentSection(label, notices.map(urgentNotice));
}

export function urgentSection(label: string, notices: readonly Html[]): Html {
  if (notices.length === 0) return html``;
  return html`<section aria-label="${label}">${notices}</section>`;
}

/** The word says how serious it is, not the colour. */
export function urgentNotice(notice: UrgentNotice): Html {
  const { about, instead, sentence, severity, text, tone, until } = notice;
  const lines: readonly (Html | null)[] = [
    sentence === null ? null : html`<p>${sentence}</p>`,
    about === null ? null : html`<p>${about.words} <strong>${words(about.name)}</strong></p>`,
    instead === null ? null : html`<p>${instead.words} ${factLine(instead.fact)}</p>`,
    text === null ? null : html`<p>${before(text.words)}${words(text.said)}</p>`,
  ];
  return html`<article class="urgent-notice ${tone}"><p class="notice-title">${severity}</p>${lines.filter((line) => line !== null)}<p class="until">${until}</p></article>`;
}

function before(said: string | null): Html | null {
  return said === null ? null : html`<small>${said}</small> `;
}

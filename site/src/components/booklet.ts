/** A booklet as one file of HTML that asks for nothing else. Its addresses are whole, for it is read far from the site. */
import { bookletPolicy } from '../csp.ts';
import type { Booklet } from '../views/booklet/booklet.ts';
import type { BookletEntry } from '../views/booklet/entries.ts';
import { bookletStyles } from '../views/booklet/styles.ts';
import type { Said } from '../views/reader.ts';
import { Html, html } from './html.ts';
import { factLine, lines, wayTo, words } from './markup.ts';

export function bookletFile(booklet: Booklet): string {
  const { asOf, contents, language, licence, name, newest, sample, title, trust, wrong } = booklet;
  const box = `-4 -4 ${newest.qr.size + 8} ${newest.qr.size + 8}`;
  return html`<!DOCTYPE html>
<html lang="${language.tag}" dir="${language.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${bookletPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${name}</title>
<meta name="description" content="${name}">
<style>${new Html(bookletStyles)}</style>
</head>
<body>
<header>
<p>${words(trust)}</p>
<h1>${words(title)}</h1>
${asOf && html`<p class="quiet"><time datetime="${asOf.moment}">${asOf.text}</time></p>`}
${sample && html`<p class="sample"><strong>${sample.title}</strong> ${sample.texts.join(' ')}</p>`}
<nav aria-label="${contents.label}"><ul>${contents.links.map(({ id, title: to }) => html`<li><a href="#${id}">${titleOf(to)}</a></li>`)}</ul></nav>
</header>
<main>
${callSection(booklet.call)}
${booklet.promises && promisesSection(booklet.promises)}
${booklet.help && helpSection(booklet.help)}
${booklet.places && listSection(booklet.places)}
${booklet.say && saySection(booklet.say)}
</main>
<footer>
<div class="newest"><svg viewBox="${box}" role="img" aria-label="${newest.address}"><path d="${newest.qr.path}"></path></svg><p>${newest.words} <bdi dir="ltr">${newest.address}</bdi></p></div>
${wrong && html`<p><strong>${wrong.title}</strong> ${wrong.tell}</p>${factLine(wrong.fact)}`}
<p class="quiet">${licence.before}${words(licence.name)}${licence.after}</p>
</footer>
</body>
</html>
`.text;
}

function titleOf(title: string | Said): Html {
  return typeof title === 'string' ? html`${title}` : words(title);
}

function section(id: string, title: string | Said, inside: Html): Html {
  return html`<section id="${id}"><h2>${titleOf(title)}</h2>${inside}</section>`;
}

function callSection({ emergency, helplines, id, interpreter, title }: Booklet['call']): Html {
  const numbers = emergency.numbers.map(
    (one) => html`<li>${words(one.name)}: ${wayTo(one.way)}</li>`,
  );
  const lines = helplines.facts.map((fact) => html`<li>${factLine(fact)}</li>`);
  return section(
    id,
    title,
    html`<h3>${emergency.title}</h3><ul class="plain">${numbers}</ul>${interpreter && html`<h3>${interpreter.title}</h3>${factLine(interpreter.fact)}`}<h3>${helplines.title}</h3><ul class="plain">${lines}</ul>`,
  );
}

function promisesSection({ entries, id, title }: NonNullable<Booklet['promises']>): Html {
  const promises = entries.map((one) => html`<li value="${one.number}">${words(one.words)}</li>`);
  return section(id, title, html`<ol>${promises}</ol>`);
}

function helpSection({ groups, id, more, title }: NonNullable<Booklet['help']>): Html {
  const each = groups.map(
    (group) =>
      html`<h3>${titleOf(group.title)}</h3>${group.entries.map((one) => entry(one, 'h4'))}`,
  );
  const rest = more && html`<p>${more.words} <bdi dir="ltr">${more.address}</bdi></p>`;
  return section(id, title, html`${each}${rest}`);
}

function listSection({ entries, id, title }: NonNullable<Booklet['places']>): Html {
  return section(id, title, html`${entries.map((one) => entry(one, 'h3'))}`);
}

function saySection({ address, entries, id, title }: NonNullable<Booklet['say']>): Html {
  return section(
    id,
    title,
    html`${entries.map((one) => entry(one, 'h3'))}<p><bdi dir="ltr">${address}</bdi></p>`,
  );
}

function entry({ facts, lines: told, name, texts }: BookletEntry, level: 'h3' | 'h4'): Html {
  const heading = new Html(`<${level}>${words(name).text}</${level}>`);
  const list =
    told.length === 0 ? null : html`<ul>${told.map((one) => html`<li>${words(one)}</li>`)}</ul>`;
  return html`<div class="entry">${heading}${texts.map((one) => lines(one))}${list}${facts.map((fact) => html`<p>${factLine(fact)}</p>`)}</div>`;
}

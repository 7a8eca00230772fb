/** The site writes the words of a text by functions: none of them may ever come out as HTML of its own. */
import { describe, expect, it } from 'vitest';
import { attributes, element, html } from '../../site/src/components/html.ts';
import { linkTo, prose } from '../../site/src/components/markup.ts';

const hostile = `<script>alert("x")</script>&'`;
const harmless = '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;';

describe('words that look like HTML', () => {
  it('are words between tags and between quotes', () => {
    expect(html`<p title="${hostile}">${hostile}</p>`.text).toBe(
      `<p title="${harmless}">${harmless}</p>`,
    );
  });

  it('are words in an attribute', () => {
    expect(attributes({ href: hostile, rel: undefined }).text).toBe(` href="${harmless}"`);
  });

  it('are words in a text, a link and a table', () => {
    const text = { type: 'text', text: hostile, marks: ['bold'] } as const;
    const to = { href: hostile, hreflang: undefined, note: hostile };
    const link = { type: 'link', to, isTelephone: true, children: [text] } as const;
    const cell = { tag: 'td', scope: undefined, children: [link] } as const;
    const table = {
      type: 'table',
      name: hostile,
      head: null,
      columns: null,
      body: [[cell]],
    } as const;
    const shown = prose([{ type: 'paragraph', children: [text] }, table]).text;
    expect(shown.split(harmless).length).toBe(7);
    expect(shown).not.toContain('<script');
  });

  it('are words in what a cell says before itself', () => {
    const cell = { tag: 'td', scope: undefined, children: [] } as const;
    const head = { tag: 'th', scope: 'col', children: [] } as const;
    const columns = ['When', hostile, 'Who'];
    const body = [[cell, cell, cell]];
    const shown = prose([
      { type: 'table', name: 'By when', head: [head, head, head], columns, body },
    ]).text;
    expect(shown).toContain('<table class="stacked" role="table">');
    expect(shown).toContain('<th scope="col" role="columnheader"></th>');
    expect(shown).toContain(`<td role="cell" data-column="${harmless}"></td>`);
  });

  it('are words in what a link is called', () => {
    const label = { text: hostile, in: undefined };
    const link = { href: '/en/', hreflang: undefined, note: null, label };
    expect(linkTo(link).text).toBe(`<a href="/en/">${harmless}</a>`);
  });
});

it('what was written as HTML is not escaped twice', () => {
  const inner = html`<b>${hostile}</b>`;
  expect(element('th', html`${[inner, inner]}`).text).toBe(
    `<th><b>${harmless}</b><b>${harmless}</b></th>`,
  );
});

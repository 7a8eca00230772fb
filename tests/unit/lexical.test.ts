import { proseFromLexical } from '@charterpress/shared/domain/lexical.ts';
import { describe, expect, test } from 'vitest';
import { paragraph, text, tree } from '../support/texts.ts';

const prose = (...nodes: unknown[]) => proseFromLexical(tree(nodes), 'body').prose;
const problems = (...nodes: unknown[]) => proseFromLexical(tree(nodes), 'body').problems;
const inline = (...children: unknown[]) => ({ type: 'paragraph', children });
const link = (fields: object, ...children: unknown[]) => ({ type: 'link', fields, children });
const item = (...children: unknown[]) => ({ type: 'listitem', children });
const list = (...children: unknown[]) => ({ type: 'list', listType: 'bullet', children });

describe('what an editor wrote', () => {
  test('keeps headings of levels 2 to 4, bold and italic', () => {
    const heading = { type: 'heading', tag: 'h3', children: [text('Who it is for')] };
    expect(prose(heading, inline(text('both', 3)))).toEqual([
      { type: 'heading', level: 3, children: [{ type: 'text', text: 'Who it is for', marks: [] }] },
      { type: 'paragraph', children: [{ type: 'text', text: 'both', marks: ['bold', 'italic'] }] },
    ]);
  });

  test('keeps a list within a list under the item it belongs to', () => {
    expect(prose(list(item(text('one')), item(list(item(text('one and a half'))))))).toMatchObject([
      {
        type: 'list',
        items: [
          {
            children: [{ text: 'one' }],
            lists: [{ items: [{ children: [{ text: 'one and a half' }] }] }],
          },
        ],
      },
    ]);
  });

  test('loses its empty paragraphs', () => {
    expect(prose(inline(), inline(text('  ')), inline({ type: 'linebreak' }))).toEqual([]);
  });

  test('keeps callouts and facts', () => {
    const callout = {
      type: 'block',
      fields: { blockType: 'callout', tone: 'warning', text: paragraph('Call 999.') },
    };
    const fact = { type: 'inlineBlock', fields: { blockType: 'fact', fact: '17' } };
    expect(prose(callout, inline(fact))).toMatchObject([
      { type: 'callout', tone: 'warning', children: [{ type: 'paragraph' }] },
      { type: 'paragraph', children: [{ type: 'fact', fact: { kind: 'facts', document: '17' } }] },
    ]);
  });
});

describe('what pages cannot show', () => {
  test('is named, never dropped in silence', () => {
    expect(problems({ type: 'hashtag', children: [] }, inline({ type: 'upload' }))).toEqual([
      { field: 'body', problem: 'unknown-node', node: 'hashtag' },
      { field: 'body', problem: 'unknown-node', node: 'upload' },
    ]);
  });

  test('a heading without words is named', () => {
    expect(problems({ type: 'heading', tag: 'h2', children: [text(' ')] })).toEqual([
      { field: 'body', problem: 'heading-empty' },
    ]);
  });

  test('underlining and other marks are named', () => {
    expect(problems(inline(text('underlined', 8)))).toEqual([
      { field: 'body', problem: 'unknown-node', node: 'text format 8' },
    ]);
  });

  test('a mark that turns what follows around is named', () => {
    expect(problems(inline(text('ring \u202e10 23')))).toEqual([
      { field: 'body', problem: 'hidden-character', character: 'U+202E' },
    ]);
  });

  test('a heading of level 1 is the page’s own', () => {
    expect(problems({ type: 'heading', tag: 'h1', children: [text('Big')] })).toEqual([
      { field: 'body', problem: 'heading-level', level: 'h1' },
    ]);
  });
});

describe('a link', () => {
  test.each([
    'https://example.org/a',
    'http://example.org/',
    'mailto:help@example.org',
    'tel:01632960000',
  ])('may lead to %s', (url) => {
    expect(problems(inline(link({ linkType: 'custom', url }, text('x'))))).toEqual([]);
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'https://example.org/a\nb',
    'data:text/html,x',
    'https://www.kent.gov.uk@example.org/',
    'https://example.org/\u202egpj.exe',
    '/relative',
    '//example.org',
  ])('may not lead to %j', (url) => {
    expect(problems(inline(link({ linkType: 'custom', url }, text('x'))))).toEqual([
      { field: 'body', problem: 'link-scheme', url },
    ]);
  });

  test('leads to a document by its id', () => {
    const doc = { relationTo: 'guides', value: { id: 'g1', title: 'not kept' } };
    expect(prose(inline(link({ linkType: 'internal', doc }, text('x'))))).toMatchObject([
      { children: [{ type: 'link', to: { document: { kind: 'guides', document: 'g1' } } }] },
    ]);
  });

  test.each(['users', 'facts', 'media'])('cannot lead to %s, which have no pages', (relationTo) => {
    const doc = { relationTo, value: '1' };
    expect(problems(inline(link({ linkType: 'internal', doc }, text('x'))))).toEqual([
      { field: 'body', problem: 'link-without-target' },
    ]);
  });

  test('cannot stand within a link', () => {
    const inner = link({ linkType: 'custom', url: 'https://example.org/' }, text('x'));
    const outer = link({ linkType: 'custom', url: 'https://example.org/' }, inner);
    expect(problems(inline(outer))).toEqual([
      { field: 'body', problem: 'unknown-node', node: 'link within a link' },
    ]);
  });
});

/** Editions as a feed would give them, made by rule: realistic in size and links, the same at every run. */
import { digestOf } from '@charterpress/shared/domain/digest.ts';
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import type { Block, Prose } from '@charterpress/shared/domain/prose.ts';
import type { Trust } from '@charterpress/shared/trust.ts';

const SENTENCE =
  'A worker in your area listens first, tells you what there is nearby, and goes with you the first time if you like';
const firstDay = Date.parse('2026-01-05T09:00:00.000Z');

/** A list of more would weigh too much for a telephone; what comes above is pages of the same size. */
const MOST_GUIDES = 400;

/** The languages of the benchmark: the source and eleven that are read as text. */
export const TWELVE = ['en', 'ar', 'bg', 'bn', 'gu', 'ne', 'pa', 'pl', 'ro', 'sk', 'so', 'ur'];

export function inLanguages(trust: Trust, languages: readonly string[]): Trust {
  return { ...trust, languages: [...languages] };
}

/** `documents` documents, most of them guides, in every language. Ids are `kind-number`. */
export function* generate(documents: number, languages: readonly string[]): Generator<Edition> {
  let sequence = 0;
  for (const document of documentsOf(documents)) {
    for (const language of languages) {
      sequence += 1;
      yield editionOf(document, language, sequence);
    }
  }
}

type Document = { kind: Kind; id: string; slug: string; content: (tag: string) => object };

function* documentsOf(count: number): Generator<Document> {
  yield { kind: 'facts', id: 'facts-1', slug: 'family-line', content: fact };
  yield { kind: 'settings', id: 'settings-1', slug: 'settings', content: settings };
  yield { kind: 'pages', id: 'pages-1', slug: 'home', content: (tag) => page(tag, 'Home') };
  yield { kind: 'pages', id: 'pages-2', slug: 'about', content: (tag) => page(tag, 'About') };
  yield { kind: 'charter', id: 'charter-1', slug: 'charter', content: charter };
  yield { kind: 'pledges', id: 'pledges-1', slug: 'pledge-1', content: pledge };
  for (let number = 1; number <= 15; number += 1) {
    yield {
      kind: 'principles',
      id: `principles-${number}`,
      slug: String(number),
      content: (tag) => principle(tag, number),
    };
  }
  const guides = Math.min(count - 21, MOST_GUIDES);
  for (let number = 1; number <= guides; number += 1) {
    yield {
      kind: 'guides',
      id: `guides-${number}`,
      slug: `guide-${number}`,
      content: (tag) => guide(tag, number, guides),
    };
  }
  for (let number = 1; number <= count - 21 - guides; number += 1) {
    const title = `Page ${number}`;
    const next = `guides-${(number % guides) + 1}`;
    const content = (tag: string) => ({ ...page(tag, title), body: body(tag, number, next) });
    yield { kind: 'pages', id: `pages-${number + 2}`, slug: `page-${number}`, content };
  }
}

function editionOf({ kind, id, slug, content }: Document, language: string, sequence: number) {
  const text = content(language);
  const publishedAt = new Date(firstDay + sequence * 1_000).toISOString();
  return {
    ...{ kind, document: id, slug, language, number: 1, sequence },
    ...{ action: 'published', change: 'major', changeNote: null, publishedAt },
    firstPublishedAt: publishedAt,
    sourceEdition: language === 'en' ? null : 1,
    digest: digestOf(text),
    content: text,
  } as Edition;
}

function guide(tag: string, number: number, guides: number): object {
  const next = `guides-${(number % guides) + 1}`;
  return {
    title: words(tag, `Guide ${number}`),
    summary: words(tag, `What guide ${number} tells you, for whom, and how to get it.`),
    audience: 'parents',
    sensitive: false,
    image: null,
    parts: [
      {
        id: `part-${number}`,
        slug: 'what-it-is',
        title: words(tag, `What it is (${number})`),
        body: body(tag, number, next),
      },
    ],
    principles: [{ kind: 'principles', document: `principles-${(number % 15) + 1}` }],
  };
}

/** About eight thousand characters, so that the page comes to some sixteen thousand. */
function body(tag: string, number: number, next: string): Prose {
  const blocks: Block[] = [];
  for (let section = 1; section <= 8; section += 1) {
    blocks.push({
      type: 'heading',
      level: 2,
      children: [text(tag, `Step ${section} of ${number}`)],
    });
    for (let at = 1; at <= 5; at += 1) {
      blocks.push({ type: 'paragraph', children: [text(tag, `${SENTENCE} (${section}.${at}).`)] });
    }
  }
  blocks.push({
    type: 'paragraph',
    children: [
      {
        type: 'link',
        to: { document: { kind: 'guides', document: next } },
        children: [text(tag, 'The next guide')],
      },
      { type: 'text', text: ' ', marks: [] },
      { type: 'fact', fact: { kind: 'facts', document: 'facts-1' } },
    ],
  });
  return blocks;
}

function principle(tag: string, number: number): object {
  return {
    number,
    statement: words(tag, `Principle ${number}: ${SENTENCE}.`),
    meaning: [{ type: 'paragraph', children: [text(tag, `${SENTENCE}.`)] }],
    status: 'adopted',
    earlier: [],
  };
}

function pledge(tag: string): object {
  return {
    number: 1,
    promise: words(tag, 'We answer within five working days.'),
    meaning: [{ type: 'paragraph', children: [text(tag, `${SENTENCE}.`)] }],
    answerable: words(tag, 'The children’s trust'),
    ifNotKept: [{ type: 'paragraph', children: [text(tag, `${SENTENCE}.`)] }],
    principles: [{ kind: 'principles', document: 'principles-1' }],
    guides: [{ kind: 'guides', document: 'guides-1' }],
  };
}

function charter(tag: string): object {
  return {
    title: words(tag, 'Parent’s Charter'),
    introduction: [{ type: 'paragraph', children: [text(tag, `${SENTENCE}.`)] }],
    version: '1',
    status: 'adopted',
    ...{ adoptedOn: '2026-01-05', inForceFrom: '2026-01-05', inForceTo: null, replaces: null },
    pledges: [{ kind: 'pledges', document: 'pledges-1' }],
  };
}

function page(tag: string, title: string): object {
  return {
    title: words(tag, title),
    summary: words(tag, `${SENTENCE}.`),
    image: null,
    body: [{ type: 'paragraph', children: [text(tag, `${SENTENCE}.`)] }],
    sensitive: false,
  };
}

function fact(tag: string): object {
  return {
    type: 'contact',
    label: words(tag, 'Family line'),
    telephone: '01632 960100',
    email: null,
    web: null,
    value: null,
    confirmedBy: null,
    confirmedOn: '2026-01-05',
    expires: null,
  };
}

function settings(): object {
  const line = { kind: 'facts', document: 'facts-1' };
  return {
    helplines: [line],
    footerPages: [{ kind: 'pages', document: 'pages-2' }],
    interpreterLine: line,
  };
}

function text(tag: string, said: string) {
  return { type: 'text' as const, text: words(tag, said), marks: [] };
}

/** Texts differ from language to language, as they do in truth. */
function words(tag: string, said: string): string {
  return tag === 'en' ? said : `[${tag}] ${said}`;
}

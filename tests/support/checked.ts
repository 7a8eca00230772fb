/** Texts as composing gives them, and a world around them, for the checks. */
import { check } from '@charterpress/shared/domain/checks/check.ts';
import type {
  Known,
  Standing,
  Surroundings,
  Term,
} from '@charterpress/shared/domain/checks/surroundings.ts';
import type { Content } from '@charterpress/shared/domain/checks/texts.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import type { Block, Inline, Prose, Table } from '@charterpress/shared/domain/prose.ts';

export const said = (words: string): Inline => ({ type: 'text', text: words, marks: [] });
export const paragraphOf = (...children: Inline[]): Block => ({ type: 'paragraph', children });
export const words = (text: string): Prose => [paragraphOf(said(text))];
export const heading = (level: 2 | 3 | 4, text: string): Block => ({
  ...{ type: 'heading', level, children: [said(text)] },
});
export const linked = (text: string, url = 'https://example.org/'): Inline => ({
  ...{ type: 'link', to: { url }, children: [said(text)] },
});
export const linkedTo = (kind: string, document: string): Inline => ({
  ...{ type: 'link', to: { document: { kind, document } }, children: [said('what it is')] },
});
export const factOf = (document: string): Inline => ({
  ...{ type: 'fact', fact: { kind: 'facts', document } },
});
export const tableOf = (
  headers: Partial<Table>,
  ...rows: readonly (readonly string[])[]
): Table => ({
  ...{ type: 'table', headerRow: false, headerColumn: false, ...headers },
  rows: rows.map((cells) => ({
    cells: cells.map((text) => ({ children: text === '' ? [] : [said(text)] })),
  })),
});

type World = {
  readonly known?: Readonly<Record<string, Partial<Known>>>;
  readonly pages?: Readonly<Record<string, Standing>>;
  readonly terms?: readonly Term[];
  readonly language?: string;
  readonly published?: Content;
  readonly outcomes?: number;
};

/** 2 November 2026, a site at https://charter.example.org, and what a test says of it. */
export function around({
  known = {},
  language = 'en',
  outcomes = 0,
  pages = {},
  published,
  terms = [],
}: World = {}): Surroundings {
  return {
    ...{ today: '2026-11-02', language, site: 'https://charter.example.org', terms },
    ...{ published: published ?? null, outcomes },
    known: ({ document, kind }) => ({
      ...{ standing: 'unpublished', title: document, content: {} },
      ...known[`${kind}/${document}`],
    }),
    pageAt: (path) => pages[path] ?? 'unpublished',
  };
}

/** What the checks find in a page with this text. */
export function inText(prose: Prose, world: World = {}) {
  return inContent('pages', { title: 'About us', summary: 'Who we are.', body: prose }, world);
}

export function inContent(kind: Kind, content: Content, world: World = {}) {
  return check(kind, content, around(world));
}

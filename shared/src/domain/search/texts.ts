/** What of a document is searched, by how much it says of it. */
import { type ContentOfKind, type Kind, kinds } from '../kinds.ts';
import { type Block, type Inline, type List, type Prose, plainText } from '../prose.ts';
import type { Field, Shape } from '../shape.ts';
import { titleIn } from '../title.ts';
import type { WordsOfPage } from './files.ts';
import { wordsOf } from './words.ts';

export type Texts = {
  readonly title: string;
  /** What a list of results shows below the title. */
  readonly summary: string;
  /** What a reader may call it beside its title. */
  readonly names: readonly string[];
  readonly headings: readonly string[];
  readonly text: readonly string[];
};

type Values = Readonly<Record<string, unknown>>;

export function textsOf(kind: Kind, content: ContentOfKind<Kind>): Texts {
  const values = content as unknown as Values;
  const title = titleIn(values);
  const found: Found = { headings: [], text: [] };
  collect(kinds[kind], values, found);
  const summary = summaryOf(values) ?? found.text[0] ?? '';
  return { title, summary: shortened(summary), names: [], ...found };
}

/** The words at each rank, each once and at the highest that it has. */
export function wordsByRank(texts: Texts, language: string): WordsOfPage {
  const { headings, names, summary, text, title } = texts;
  const seen = new Set<string>();
  return [[title, ...names], [summary], headings, text]
    .map((some) => {
      const words = new Set(some.flatMap((each) => wordsOf(each, language)));
      const fresh = [...words].filter((word) => !seen.has(word));
      for (const word of fresh) seen.add(word);
      return fresh;
    })
    .reverse();
}

type Found = { readonly headings: string[]; readonly text: string[] };

function collect(shape: Shape, values: Values, found: Found): void {
  for (const [name, field] of Object.entries(shape)) {
    const value = values[name] ?? null;
    if (value !== null) collectField(name, field, value, found);
  }
}

/** Of what is the same in every language, addresses alone: codes, numbers and web addresses are no words. */
const places = new Set(['street', 'town', 'postcode']);

function collectField(name: string, field: Field, value: unknown, found: Found): void {
  switch (field.holds) {
    case 'text':
      if (field.translated && name === 'title') found.headings.push(value as string);
      else if (field.translated || places.has(name)) found.text.push(value as string);
      return;
    case 'prose':
      for (const block of value as Prose) collectBlock(block, found);
      return;
    case 'rows':
      for (const row of value as readonly Values[]) collect(field.fields, row, found);
      return;
    default:
      return;
  }
}

function collectBlock(block: Block, found: Found): void {
  switch (block.type) {
    case 'heading':
      found.headings.push(plainText(block.children));
      return;
    case 'paragraph':
      found.text.push(plainText(block.children));
      return;
    case 'callout':
      for (const inner of block.children) collectBlock(inner, found);
      return;
    case 'list':
      found.text.push(...linesOf(block));
      return;
    case 'table':
      for (const { cells } of block.rows) found.text.push(...cells.map(inCell));
  }
}

function inCell({ children }: { readonly children: readonly Inline[] }): string {
  return plainText(children);
}

function linesOf({ items }: List): readonly string[] {
  return items.flatMap(({ children, lists }) => [plainText(children), ...lists.flatMap(linesOf)]);
}

function summaryOf({ measure, plainMeaning, summary }: Values): string | null {
  return [summary, plainMeaning, measure].find((each) => typeof each === 'string') ?? null;
}

const LONGEST_SUMMARY = 200;

function shortened(text: string): string {
  if (text.length <= LONGEST_SUMMARY) return text;
  return `${text.slice(0, LONGEST_SUMMARY).replace(/\s+\S*$/u, '')} …`;
}

/** The English of the sections that a translation is behind in, to stand beside the old translation of each. */
import { digestOf } from '@charterpress/shared/domain/digest.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import type { Block, Prose } from '@charterpress/shared/domain/prose.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { destination, type Link } from './links.ts';
import { type Above, type ShownBlock, showProse } from './prose.ts';
import { type Reader, reader as readerIn, said, type Tongue, tongue } from './reader.ts';
import type { Reading } from './reading.ts';

export type English = {
  /** In the language of the page. */
  readonly label: string;
  readonly in: Tongue;
  /** The paragraphs that came or changed; none where the English has nothing there any more. */
  readonly blocks: readonly ShownBlock[];
  /** To the rest, where there is more than a page can hold. */
  readonly more: Link | null;
};

/** The name of a field, or the id of a row: `meaning`, `{ part: 'row-cost' }`. */
type Section = string | { readonly part: string };

/** Returns `null` where the English says what it said when these sections were translated. */
export type Beside = (sections: readonly Section[], above: Above) => English | null;

const nothingBeside: Beside = () => null;

/** What is longer is not read beside another text, and would make the page too heavy for a telephone. */
const MOST_CHARACTERS = 6_000;

/** `englishPath` is the address of the same page in English. A text that is not behind has nothing beside it. */
export function besideText<K extends Kind>(
  reader: Reader,
  { edition, freshness, source, text, textLanguage }: Reading<K>,
  englishPath: string,
): Beside {
  const isOld = freshness.state === 'behind' && edition.action === 'published';
  if (!isOld || textLanguage !== reader.language) return nothingBeside;
  const since = edition.sourceEdition ?? 0;
  const [first] = reader.content.englishSince(edition.kind, edition.document, since);
  const old: Values = first?.number === since ? first.content : {};
  const fresh: Values = source.content;
  const asEnglish = readerIn(reader.content, SOURCE_LANGUAGE);
  return (sections, above) => {
    const known = sections.filter((section) => valuesIn(text, section).some(isSaid));
    const blocks = sections.flatMap((section) => {
      const before = valuesIn(old, section);
      return valuesIn(fresh, section).flatMap((value, at) => changedBlocks(before[at], value));
    });
    const isGone = known.some((section) => !valuesIn(fresh, section).some(isSaid));
    if (blocks.length === 0 && !isGone) return null;
    const shown = withinReach(blocks);
    return {
      label: reader.words(blocks.length === 0 ? 'behind.gone' : 'behind.now'),
      in: tongue(SOURCE_LANGUAGE),
      blocks: showProse(asEnglish, shown, above),
      more: shown.length < blocks.length ? readEnglish(reader, englishPath) : null,
    };
  };
}

/** The words already say that it is in English. */
export function readEnglish(reader: Reader, englishPath: string): Link {
  const label = said(reader, reader.words('behind.readEnglish'), reader.language);
  return { ...destination(reader, englishPath, SOURCE_LANGUAGE), note: null, label };
}

type Values = Readonly<Record<string, unknown>>;
type Part = { readonly id: string; readonly title: string; readonly body: Prose };

function valuesIn(content: object, section: Section): readonly unknown[] {
  const values = content as Values;
  if (typeof section === 'string') return [values[section]];
  const parts = (values.parts ?? []) as readonly Part[];
  const part = parts.find(({ id }) => id === section.part);
  return part === undefined ? [undefined, undefined] : [part.title, part.body];
}

function isSaid(value: unknown): boolean {
  return typeof value === 'string' ? value !== '' : Array.isArray(value) && value.length > 0;
}

/** Of a text its new wording; of rich text the blocks that were not there, or the whole where some only went or moved. */
function changedBlocks(before: unknown, after: unknown): readonly Block[] {
  if (!isSaid(after) || digestOf(before ?? null) === digestOf(after)) return [];
  if (typeof after === 'string') return [paragraph(after)];
  const known = new Set(isSaid(before) ? (before as Prose).map(digestOf) : []);
  const fresh = (after as Prose).filter((block) => !known.has(digestOf(block)));
  return fresh.length > 0 ? fresh : (after as Prose);
}

function paragraph(text: string): Block {
  return { type: 'paragraph', children: [{ type: 'text', text, marks: [] }] };
}

function withinReach(blocks: readonly Block[]): readonly Block[] {
  let left = MOST_CHARACTERS;
  return blocks.filter((block) => {
    left -= JSON.stringify(block).length;
    return left >= 0;
  });
}

/** The English of the sections that a translation is behind in, to stand beside the old translation of each. */
import { digestOf } from '@charterpress/shared/domain/digest.ts';
import { type Kind, kinds } from '@charterpress/shared/domain/kinds.ts';
import type { Block, Prose } from '@charterpress/shared/domain/prose.ts';
import type { Field, Shape } from '@charterpress/shared/domain/shape.ts';
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

/**
 * The name of a field, the id of a part, or texts of one row of a field:
 * `meaning`, `{ part: 'row-cost' }`, `{ row: '7', of: 'questions', texts: ['question', 'about'] }`.
 */
type Section =
  | string
  | { readonly part: string }
  | { readonly row: string; readonly of: string; readonly texts: readonly string[] };

/** Returns `null` where the English says what it said when these sections were translated. */
export type Beside = (sections: readonly Section[], above: Above) => English | null;

const nothingBeside: Beside = () => null;

/** What is longer is not read beside another text, and would make the page too heavy for a telephone. */
const MOST_CHARACTERS = 6_000;

/**
 * `englishPath` is the address of the same page in English; `rewrite` puts words in the place of what only that page can
 * follow. A text that is not behind has nothing beside it.
 */
export function besideText<K extends Kind>(
  reader: Reader,
  { edition, freshness, source, text, textLanguage }: Reading<K>,
  englishPath: string,
  rewrite: (prose: Prose) => Prose = (prose) => prose,
): Beside {
  const isOld = freshness.state === 'behind' && edition.action === 'published';
  if (!isOld || textLanguage !== reader.language) return nothingBeside;
  const since = edition.sourceEdition ?? 0;
  const [first] = reader.content.englishSince(edition.kind, edition.document, since);
  const old: Values = first?.number === since ? first.content : {};
  const fresh: Values = source.content;
  const shape = kinds[edition.kind];
  const asEnglish = { ...readerIn(reader.content, SOURCE_LANGUAGE), linked: reader.linked };
  return (sections, above) => {
    const known = sections.filter((section) => valuesIn(shape, text, section).some(isSaid));
    const blocks = sections.flatMap((section) => {
      const before = valuesIn(shape, old, section);
      return valuesIn(shape, fresh, section).flatMap((value, at) =>
        changedBlocks(before[at], value),
      );
    });
    const isGone = known.some((section) => !valuesIn(shape, fresh, section).some(isSaid));
    if (blocks.length === 0 && !isGone) return null;
    const shown = withinReach(blocks);
    return {
      label: reader.words(blocks.length === 0 ? 'behind.gone' : 'behind.now'),
      in: tongue(SOURCE_LANGUAGE),
      blocks: showProse(asEnglish, rewrite(shown), above),
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

function valuesIn(shape: Shape, content: object, section: Section): readonly unknown[] {
  const values = content as Values;
  if (typeof section === 'string') return [inOnePiece(shape[section], values[section])];
  if ('row' in section) {
    const rows = (values[section.of] ?? []) as readonly (Values & { readonly id: string })[];
    const row = rows.find(({ id }) => id === section.row);
    const field = shape[section.of];
    const fields = field?.holds === 'rows' ? field.fields : {};
    return section.texts.map((name) => inOnePiece(fields[name], row?.[name]));
  }
  const parts = (values.parts ?? []) as readonly Part[];
  const part = parts.find(({ id }) => id === section.part);
  return part === undefined ? [undefined, undefined] : [part.title, part.body];
}

/** Rows as one text: which of their blocks is new can be told, and which row it is in says the page around it. */
function inOnePiece(field: Field | undefined, value: unknown): unknown {
  if (field?.holds !== 'rows') return value;
  return ((value ?? []) as readonly Values[]).flatMap((row) =>
    Object.entries(field.fields).flatMap(([name, own]): Prose => {
      const words = row[name];
      if (!isSaid(words)) return [];
      if (own.holds === 'rows') return inOnePiece(own, words) as Prose;
      if (own.holds === 'prose') return words as Prose;
      return own.holds === 'text' && own.translated ? [paragraph(String(words))] : [];
    }),
  );
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

/** What a document holds, as data for other systems: by its shape, with everything that it refers to looked up. */
import { isKind } from '@charterpress/shared/domain/kinds.ts';
import type { Prose } from '@charterpress/shared/domain/prose.ts';
import type { Field, Reference, Rendition, Shape } from '@charterpress/shared/domain/shape.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { prose as asHtml } from '../components/markup.ts';
import { factFor } from '../views/facts.ts';
import { destinationOf, titleOf } from '../views/links.ts';
import { fileOf } from '../views/picture.ts';
import { showProse } from '../views/prose.ts';
import type { Reader, Said } from '../views/reader.ts';
import { readable } from '../views/reading.ts';

type Data = Readonly<Record<string, unknown>>;

/** Where the text is read as a page, and what stands there in the place of what only that page can follow. */
export type From = { readonly address: string; readonly rewrite: (prose: Prose) => Prose };

/** `reader` is in the language of the text. Values have the names of their fields; what is not known is `null`. */
export function dataOf(reader: Reader, shape: Shape, content: object, from: From): Data {
  const values = content as Data;
  return Object.fromEntries(
    Object.entries(shape).map(([name, field]) => [
      name,
      valueIn(reader, field, values[name], from),
    ]),
  );
}

function valueIn(reader: Reader, field: Field, value: unknown, from: From): unknown {
  if (value === null || value === undefined) return null;
  switch (field.holds) {
    case 'prose':
      return htmlOf(reader, value as Prose, from);
    case 'one':
      return referenceOf(reader, value as Reference);
    case 'many':
      return (value as readonly Reference[]).map((each) => referenceOf(reader, each));
    case 'rows':
      return (value as readonly Data[]).map((row) => ({
        id: row.id,
        ...dataOf(reader, field.fields, row, from),
      }));
    case 'file':
      return filesOf(reader, value as readonly Rendition[]);
    default:
      return value;
  }
}

/** Whoever shows it elsewhere finds every address whole. */
function htmlOf(reader: Reader, prose: Prose, { address, rewrite }: From): string {
  const { text } = asHtml(showProse(reader, rewrite(prose), { level: 1, heading: '' }));
  const { site } = reader.content;
  return text
    .replaceAll(' href="/', ` href="${site}/`)
    .replaceAll(' href="#', ` href="${address}#`);
}

function referenceOf(reader: Reader, reference: Reference): Data {
  const { document, kind } = reference;
  if (kind === 'facts') return { kind, document, ...factOf(reader, reference) };
  if (kind === 'media') return { kind, document, ...mediaOf(reader, reference) };
  const to = isKind(kind) ? destinationOf(reader, reference) : null;
  return {
    ...{ kind, document, title: to === null ? null : textOf(reader, titleOf(reader, reference)) },
    address: to === null ? null : reader.content.site + to.href,
  };
}

function factOf(reader: Reader, reference: Reference): Data {
  const fact = factFor(reader, reference);
  return {
    label: textOf(reader, fact?.label ?? null),
    telephone: fact?.telephone?.text ?? null,
    email: fact?.email?.text ?? null,
    web: fact?.web?.href ?? null,
    value: textOf(reader, fact?.value ?? null),
  };
}

function mediaOf(reader: Reader, { document }: Reference): Data {
  const asked = { kind: 'media', document } as const;
  const english = readable(reader.content, { ...asked, language: SOURCE_LANGUAGE });
  const own = readable(reader.content, { ...asked, language: reader.language }) ?? english;
  const isShown = english !== null && english.action === 'published';
  return {
    alternativeText: isShown ? (own?.content.alternativeText ?? null) : null,
    files: isShown ? filesOf(reader, english.content.file) : [],
  };
}

function filesOf({ content }: Reader, files: readonly Rendition[]): readonly Data[] {
  return files.flatMap(({ height, mime, sha256, width }) => {
    const path = fileOf({ sha256, mime });
    return path === null ? [] : [{ address: content.site + path, type: mime, width, height }];
  });
}

/** Words, and the tag of the language they are in. */
export function textOf(reader: Reader, said: Said | null): Data | null {
  return said === null ? null : { text: said.text, language: said.in?.tag ?? reader.language };
}

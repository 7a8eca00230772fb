/** Lists of documents: those in the reader's language, and the rest in English, saying so. */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Listed } from '../content/content.ts';
import { destination, type Link } from './links.ts';
import { numberIn, type Reader, type Said, said } from './reader.ts';

export type Entry = Link & {
  readonly document: string;
  readonly summary: Said | null;
  /** "Principle 7"; `null` for kinds that are not numbered. */
  readonly number: string | null;
};

/** Numbered kinds by number; others with the reader's language first. What was withdrawn is left out. */
export function entriesOf(reader: Reader, kind: Kind): readonly Entry[] {
  const addresses = reader.content.addresses(kind, SOURCE_LANGUAGE);
  const slugs = new Map(addresses.map((one) => [one.document, one.slug]));
  const own = current(reader, kind, reader.language);
  const ownDocuments = new Set(own.map((one) => one.document));
  const inOwn = own
    .filter((one) => slugs.has(one.document))
    .map((one) => ({ one, language: reader.language }));
  // A list that is translated throughout is the same whatever the English titles say.
  const isWhole = addresses.every((one) => ownDocuments.has(one.document));
  const inEnglish = (isWhole ? [] : current(reader, kind, SOURCE_LANGUAGE))
    .filter((one) => !ownDocuments.has(one.document))
    .map((one) => ({ one, language: SOURCE_LANGUAGE }));
  return [...inOwn, ...inEnglish]
    .toSorted((a, b) => (a.one.number ?? 0) - (b.one.number ?? 0))
    .map(({ one, language }) =>
      entry({
        reader,
        kind,
        language,
        listed: { ...one, slug: slugs.get(one.document) ?? one.slug },
      }),
    );
}

function current({ content }: Reader, kind: Kind, language: string): readonly Listed[] {
  return content.list(kind, language).filter((one) => !one.withdrawn);
}

type One = {
  readonly reader: Reader;
  readonly kind: Kind;
  readonly language: string;
  readonly listed: Listed;
};

function entry({ reader, kind, language, listed }: One): Entry {
  const href = pathOf({ kind, slug: listed.slug, language }) as string;
  return {
    ...destination(reader, href, language),
    document: listed.document,
    label: said(reader, listed.title, language),
    summary: listed.summary === null ? null : said(reader, listed.summary, language),
    number: listed.number === null ? null : numberIn(reader.language, listed.number),
  };
}

/** Texts with parts of their own: the parts of a guide, the promises of a charter, the sections of a strategy. */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import { numbered } from '@charterpress/shared/domain/strategy/numbering.ts';
import { linksTo } from '../links.ts';
import { type Reader, reader as readerIn } from '../reader.ts';
import type { Reading } from '../reading.ts';
import { headingOf } from '../strategy/sections.ts';
import type { Facts } from './graph.ts';

type Part = { readonly name: string; readonly url: string };

export function guideFacts(
  { content, language }: Reader,
  { slug, text }: Reading<'guides'>,
): Facts {
  const parts = text.parts.map((part, at): Part => {
    const address = { kind: 'guides', slug, language } as const;
    const path = pathOf(at === 0 ? address : { ...address, part: part.slug });
    return { name: part.title, url: `${content.site}${path}` };
  });
  return partsOf(parts);
}

export function charterFacts(reader: Reader, { text }: Reading<'charter'>): Facts {
  const { site } = reader.content;
  const promises = linksTo(reader, text.pledges);
  return partsOf(promises.map(({ href, label }) => ({ name: label.text, url: site + href })));
}

export function strategyFacts(
  { content, language }: Reader,
  { slug, source, text, textLanguage }: Reading<'strategies'>,
): Facts {
  const page = `${content.site}${pathOf({ kind: 'strategies', slug, language })}`;
  const textReader = readerIn(content, textLanguage);
  const parts = numbered(text).map(
    (section): Part => ({
      name: headingOf(textReader, section),
      url: `${page}#${section.anchor}`,
    }),
  );
  return {
    ...{ abstract: text.summary, version: source.content.version ?? undefined },
    ...partsOf(parts),
  };
}

/** A text in one part has no list of them. */
function partsOf(parts: readonly Part[]): Facts {
  if (parts.length < 2) return {};
  return { hasPart: parts.map((part) => ({ '@type': 'CreativeWork', ...part })) };
}

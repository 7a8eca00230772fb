/** The promises of the charter in force, in its order. */

import type { Reference } from '@charterpress/shared/domain/shape.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { type Drawing, smallDrawing } from './drawings.ts';
import { charterOf } from './frame.ts';
import { type Link, linkTo } from './links.ts';
import { numberIn, type Reader } from './reader.ts';
import { readable } from './reading.ts';

export type Promised = Link & { readonly number: string; readonly drawing: Drawing | null };

export function promisesOf(reader: Reader, pledges: readonly Reference[]): readonly Promised[] {
  return pledges.flatMap((reference) => {
    const link = linkTo(reader, reference);
    const pledge = pledgeOf(reader, reference);
    return link === null || pledge === null
      ? []
      : [
          {
            ...link,
            number: numberIn(reader.language, pledge.number),
            drawing: pledge.drawing && smallDrawing(pledge.drawing),
          },
        ];
  });
}

export function promisesInForce(reader: Reader): readonly Promised[] {
  return promisesOf(reader, pledgesInForce(reader));
}

/** The promises in force that say they stand on this principle, or that this guide helps to keep. */
export function promisesAbout(
  reader: Reader,
  about: { readonly field: 'principles' | 'guides'; readonly document: string },
): readonly Promised[] {
  const pledges = pledgesInForce(reader).filter((reference) =>
    pledgeOf(reader, reference)?.[about.field].some((one) => one.document === about.document),
  );
  return promisesOf(reader, pledges);
}

/** In the English charter: order and number are not language. */
export function pledgesInForce(reader: Reader): readonly Reference[] {
  const charter = charterOf(reader);
  if (charter === null) return [];
  const asked = { kind: 'charter', document: charter.document, language: SOURCE_LANGUAGE } as const;
  return readable(reader.content, asked)?.content.pledges ?? [];
}

function pledgeOf(reader: Reader, { document }: Reference) {
  const english = readable(reader.content, {
    kind: 'pledges',
    document,
    language: SOURCE_LANGUAGE,
  });
  return english === null || english.action === 'withdrawn' ? null : english.content;
}

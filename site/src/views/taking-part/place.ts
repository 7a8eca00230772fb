/** The place of an event: its address is said in one place, and is the same in every language. */
import type { ContentOfKind } from '@charterpress/shared/domain/kinds.ts';
import type { Reference } from '@charterpress/shared/domain/shape.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { targetOf } from '../links.ts';
import { inEnglish, type Reader, type Said } from '../reader.ts';
import { readable } from '../reading.ts';

type Place = ContentOfKind<'places'>;

/** In English; `null` where there is none that a reader may have. */
export function placeOf(reader: Reader, reference: Reference | null): Place | null {
  const target = reference === null ? null : targetOf(reader, reference);
  if (target?.kind !== 'places') return null;
  const { document } = target;
  const place = readable(reader.content, { kind: 'places', document, language: SOURCE_LANGUAGE });
  return place === null || place.action === 'withdrawn' ? null : place.content;
}

/** As on an envelope, the name left out. */
export function addressLines(reader: Reader, place: Place): readonly Said[] {
  return [place.street, place.town, place.postcode]
    .filter((line) => line !== null)
    .map((line) => inEnglish(reader, line));
}

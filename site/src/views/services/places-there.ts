/** The places of a service: called by name, with the address that stands in one document, and how one gets in. */
import type { ContentOfKind } from '@charterpress/shared/domain/kinds.ts';
import type { Reference } from '@charterpress/shared/domain/shape.ts';
import { type Link, linkTo, targetOf } from '../links.ts';
import { inEnglish, type Reader, type Said, said } from '../reader.ts';
import { type Reading, readingOrEnglish } from '../reading.ts';
import { told } from '../terms.ts';

export type PlaceThere = {
  readonly link: Link;
  /** Street, town and postcode, as an envelope has them; `null` where none is known. */
  readonly address: Said | null;
  readonly shown: Reading<'places'>;
};

/** Those that readers can be sent to. */
export function placesThere(
  reader: Reader,
  references: readonly Reference[],
): readonly PlaceThere[] {
  return references.flatMap((reference): PlaceThere[] => {
    const target = targetOf(reader, reference);
    const link = linkTo(reader, reference);
    if (target === null || link === null) return [];
    const { document } = target;
    const { content, language } = reader;
    const shown = readingOrEnglish(content, { kind: 'places', document, language });
    if (shown === null || shown.source.action === 'withdrawn') return [];
    return [{ link, address: addressOf(reader, shown.source.content), shown }];
  });
}

export function addressOf(reader: Reader, place: ContentOfKind<'places'>): Said | null {
  const postcode = place.postcode?.replaceAll(' ', '\u00a0') ?? null;
  const lines = [place.street, place.town, postcode].filter((line) => line !== null);
  return lines.length === 0 ? null : inEnglish(reader, lines.join(', '));
}

export function transportOf(
  reader: Reader,
  places: readonly PlaceThere[],
): readonly (Said | null)[] {
  return places.map(({ shown: { text, textLanguage } }) =>
    text.transport === null ? null : told(reader, text.transport, textLanguage),
  );
}

/** What each place says of steps and of the rest, the place by its name where there are several. */
export function accessOf(reader: Reader, places: readonly PlaceThere[]): readonly (Said | null)[] {
  return places.flatMap(({ shown }) => {
    const { source, text, textLanguage } = shown;
    const { stepFree } = source.content;
    const steps =
      stepFree === null
        ? null
        : said(reader, reader.words(`services.stepFree.${stepFree}`), reader.language);
    const access = text.access === null ? null : told(reader, text.access, textLanguage);
    const isNamed = places.length > 1 && (steps !== null || access !== null);
    return [isNamed ? said(reader, `${text.name}:`, textLanguage) : null, steps, access];
  });
}

/** A service as lists show it, and which services lists leave out. */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import { type CheckedState, checkedState } from '@charterpress/shared/domain/services/checked.ts';
import { districtsOfService } from '@charterpress/shared/domain/services/where.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Address } from '../../content/content.ts';
import type { ListedService } from '../../content/listed-services.ts';
import { destination, type Link } from '../links.ts';
import { inEnglish, onceALanguage, type Reader, type Said, said, saying } from '../reader.ts';
import { readable } from '../reading.ts';
import { districtNames } from './districts.ts';

export type ServiceEntry = Link & {
  readonly document: string;
  readonly summary: Said;
  /** In which districts: names that are written in English in every language. */
  readonly where: Said | null;
  /** Said of what nobody has checked for long. */
  readonly tag: string | null;
};

/** In their order. What was not checked for a year is left out. */
export function entriesOfServices(
  reader: Reader,
  addresses: readonly Address[],
): readonly ServiceEntry[] {
  const { content, language } = reader;
  const found = addresses.flatMap(
    ({ document }) => content.listedService(document, language) ?? [],
  );
  return found
    .filter(({ facts }) => stateOf(reader, facts) !== 'too-old')
    .toSorted(inOrderFor(reader))
    .map((shown) => entryOf(reader, shown));
}

type Named = { readonly name: string; readonly textLanguage: string };

/** Those in the reader's language first, each part by name. */
export function inOrderFor({ language }: Reader): (one: Named, other: Named) => number {
  const { compare } = collatorOf(language);
  return (one, other) =>
    Number(other.textLanguage === language) - Number(one.textLanguage === language) ||
    compare(one.name, other.name);
}

const collatorOf = onceALanguage((tag) => new Intl.Collator(tag, { numeric: true }));

/** By the English: what was checked there is so in every language. */
export function stateOf(
  { content }: Reader,
  { checkedOn }: Pick<ListedService['facts'], 'checkedOn'>,
): CheckedState {
  return checkedState(checkedOn, content.reached);
}

function entryOf(reader: Reader, shown: ListedService): ServiceEntry {
  const { document, facts, language, slug, textLanguage } = shown;
  const isOld = stateOf(reader, facts) !== 'fresh';
  return {
    ...destination(reader, pathOf({ kind: 'services', slug, language }) as string, language),
    document,
    label: said(reader, shown.name, textLanguage),
    summary: said(reader, shown.summary, textLanguage),
    where: whereOf(reader, facts),
    tag: isOld ? reader.words('services.checked.tag') : null,
  };
}

type Where = Parameters<typeof districtsOfService>[0] & {
  readonly places: readonly { readonly document: string }[];
};

/** `null` where it is not known. */
export function whereOf(reader: Reader, service: Where): Said | null {
  const { trust } = reader.content;
  if (service.everywhere) {
    return saying(reader, 'services.in.whole', { area: inEnglish(reader, trust.area) });
  }
  return districtNames(reader, districtsThere(reader, service));
}

export function districtsThere(reader: Reader, service: Where): readonly string[] {
  const { content } = reader;
  const ofPlaces = service.places.flatMap(({ document }) => {
    const place = readable(content, { kind: 'places', document, language: SOURCE_LANGUAGE });
    return place?.action === 'published' ? place.content.districts : [];
  });
  const all = content.trust.districts.map(({ slug }) => slug);
  return districtsOfService(service, ofPlaces, all);
}

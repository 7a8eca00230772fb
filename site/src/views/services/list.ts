/** One list of services, a portion a page: of a district, a worry, an age, a carer, a tier, or all of them. */
import { sensitiveTopics } from '@charterpress/shared/domain/shapes/services.ts';
import type { Content } from '../../content/content.ts';
import { bookletPath, hasBooklets } from '../../content/routes-of-booklets.ts';
import {
  everywhereIn,
  type Filter,
  filterAt,
  pathOfFilter,
  placesIn,
  portionOf,
  portionsOf,
} from '../../content/services-in.ts';
import { type Frame, frameFor, ownLink } from '../frame.ts';
import { type Link, linkTo } from '../links.ts';
import {
  inARow,
  inEnglish,
  numberIn,
  type Reader,
  reader,
  type Said,
  said,
  saying,
} from '../reader.ts';
import { districtLinks, districtName, districtsNextTo } from './districts.ts';
import { entriesOfServices, type ServiceEntry } from './entry.ts';
import { findHelpLink } from './find-help.ts';
import { forumsOf, type Nothing, nothingFor, wholeArea } from './nothing.ts';

export type LinkGroup = { readonly title: string; readonly links: readonly Link[] };

export type ServicesPage = {
  readonly frame: Frame;
  readonly title: Said;
  readonly introduction: string | null;
  /** A group without a title is the whole list. */
  readonly groups: readonly {
    readonly title: Said | null;
    readonly entries: readonly ServiceEntry[];
  }[];
  readonly nothing: Nothing | null;
  readonly portions: {
    readonly label: string;
    readonly links: readonly (Link & { readonly isCurrent: boolean })[];
  } | null;
  readonly related: readonly LinkGroup[];
};

type Asked = { readonly language: string; readonly path: string };

/** `null` when no list stands at this path below `/services/`. */
export function servicesPage(content: Content, { language, path }: Asked): ServicesPage | null {
  const found = filterAt(content, path);
  if (found === null) return null;
  const { filter, portion } = found;
  const who = reader(content, language);
  const title = titleOf(who, filter);
  const total = portionsOf(content, filter);
  const page = portion === 1 ? title : inARow([title, `: ${pageName(who, portion, total)}`]);
  const groups = groupsOf(who, filter, portion);
  return {
    frame: frameFor(who, {
      title: page.text,
      description: title.text,
      section: 'services',
      isSensitive: filter.by === 'worry' && sensitiveTopics.includes(filter.value),
      trail: [findHelpLink(who)],
      isHandedOn: true,
      heading: page,
      pathIn: (tag) => `/${tag}/services/${path}/`,
    }),
    title: page,
    introduction: null,
    groups,
    nothing: groups.length === 0 && total === 1 ? nothingFor(who, filter) : null,
    portions: total === 1 ? null : portionLinks(who, filter, { portion, total }),
    related: relatedTo(who, filter),
  };
}

/** What a list is called, as a heading. */
export function titleOf(reader: Reader, filter: Filter): Said {
  const name = nameOf(reader, filter);
  if (filter.by === 'a-z' || filter.by === 'tier') return name;
  return saying(reader, `services.in.${filter.by}`, { name });
}

/** What a list is called among its like. */
export function nameOf(reader: Reader, filter: Filter): Said {
  if (filter.by === 'district') return inEnglish(reader, districtName(reader, filter.value));
  return said(reader, wordsFor(reader, filter), reader.language);
}

function wordsFor({ words }: Reader, filter: Exclude<Filter, { by: 'district' }>): string {
  switch (filter.by) {
    case 'a-z':
      return words('services.by.a-z');
    case 'worry':
      return words(`services.worry.${filter.value}`);
    case 'age':
      return words(`services.age.${filter.value}`);
    case 'carer':
      return words(`services.carer.${filter.value}`);
    case 'tier':
      return words(`services.tier.${filter.value}`);
  }
}

export function filterLink(reader: Reader, filter: Filter): Link {
  const href = `/${reader.language}/services/${pathOfFilter(filter)}/`;
  return ownLink(reader, href, nameOf(reader, filter));
}

/** Those of the district by themselves, and those of the whole area under a heading that says so. */
export function groupsOf(reader: Reader, filter: Filter, portion: number): ServicesPage['groups'] {
  const there = portionOf(reader.content, filter, portion);
  const isDistrict = filter.by === 'district';
  const wide = new Set(
    isDistrict ? everywhereIn(reader.content).map(({ document }) => document) : [],
  );
  const groups = [
    { title: null, addresses: there.filter(({ document }) => !wide.has(document)) },
    { title: wholeArea(reader), addresses: there.filter(({ document }) => wide.has(document)) },
  ];
  return (
    groups
      .map(({ addresses, title }) => ({ title, entries: entriesOfServices(reader, addresses) }))
      // The heading says already where it is.
      .map(({ entries, title }) => ({
        title,
        entries: isDistrict ? entries.map((entry) => ({ ...entry, where: null })) : entries,
      }))
      .filter(({ entries }) => entries.length > 0)
  );
}

type Portion = { readonly portion: number; readonly total: number };

function portionLinks(
  reader: Reader,
  filter: Filter,
  { portion, total }: Portion,
): ServicesPage['portions'] {
  const links = Array.from({ length: total }, (_, at) => ({
    ...ownLink(
      reader,
      `/${reader.language}/services/${pathOfFilter(filter, at + 1)}/`,
      pageName(reader, at + 1, total),
    ),
    isCurrent: at + 1 === portion,
  }));
  return { label: reader.words('services.more.label'), links };
}

function pageName({ language, words }: Reader, portion: number, total: number): string {
  const number = numberIn(language, portion);
  return words('services.more.page', { number, total: numberIn(language, total) });
}

function relatedTo(reader: Reader, filter: Filter): readonly LinkGroup[] {
  if (filter.by !== 'district') return [];
  const { content, language, words } = reader;
  const { value } = filter;
  const places = placesIn(content, value);
  const groups = [
    {
      title: words('services.more.places'),
      links:
        places.length > MOST_PLACES
          ? [ownLink(reader, `/${language}/services/places/${value}/`, placesTitle(reader, value))]
          : places.flatMap(({ document }) => linkTo(reader, { kind: 'places', document }) ?? []),
    },
    {
      title: words('services.nothing.next'),
      links: districtLinks(reader, districtsNextTo(reader, value)),
    },
    { title: words('services.nothing.forum'), links: forumsOf(reader, value) },
    { title: words('booklet.title'), links: bookletLinks(reader, value) },
  ];
  return groups.filter(({ links }) => links.length > 0);
}

/** To the booklet of the district. */
function bookletLinks(reader: Reader, district: string): readonly Link[] {
  const { content, language } = reader;
  if (!hasBooklets(content, language)) return [];
  const place = inEnglish(reader, districtName(reader, district));
  const title = saying(reader, 'booklet.of', { place });
  return [ownLink(reader, bookletPath(language, district), title)];
}

/** More have a list of their own. */
const MOST_PLACES = 12;

export function placesTitle(reader: Reader, district: string): Said {
  const name = inEnglish(reader, districtName(reader, district));
  return saying(reader, 'services.in.places', { name });
}

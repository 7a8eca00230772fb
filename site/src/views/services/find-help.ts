/** The front page of finding help: every way in, and what each leads to. */
import { byOutcode, districtsAt } from '@charterpress/shared/domain/services/where.ts';
import { placeTypes } from '@charterpress/shared/domain/shapes/services.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import openDataWords from '@charterpress/shared/strings/open-data.json' with { type: 'json' };
import type { Content } from '../../content/content.ts';
import { type Filter, filtersOf, placesIn } from '../../content/services-in.ts';
import { HSDS } from '../../open-data/hsds.ts';
import { type Frame, frameFor, ownLink } from '../frame.ts';
import { type Link, linkTo } from '../links.ts';
import { inEnglish, type Reader, reader, type Said, saying, textOf } from '../reader.ts';
import { readable } from '../reading.ts';
import { districtLinks } from './districts.ts';
import { filterLink, placesTitle } from './list.ts';
import { wholeArea } from './nothing.ts';

/** Links in groups, below an optional list of contents. */
export type WaysPage = {
  readonly frame: Frame;
  readonly title: string | Said;
  readonly introduction: string | null;
  readonly contents: { readonly label: string; readonly links: readonly Link[] } | null;
  readonly groups: readonly {
    readonly id: string;
    readonly title: string | Said;
    readonly links: readonly Link[];
    /** Of a few letters each, so that some stand beside each other. */
    readonly isBrief?: true;
  }[];
};

export function findHelpLink(reader: Reader): Link {
  return ownLink(reader, `/${reader.language}/services/`, reader.words('services.title'));
}

const sections = ['district', 'worry', 'age', 'carer', 'tier'] as const;

export function findHelpPage(content: Content, { language }: { language: string }): WaysPage {
  const who = reader(content, language);
  const { words } = who;
  const groups = sections.map((by) => ({
    id: by,
    title: words(`services.by.${by}`),
    links: linksBy(who, by),
  }));
  const inPage = groups.map(({ id, title }) => ownLink(who, `#${id}`, title));
  const [district, ...others] = inPage;
  const near = Object.keys(content.trust.outcodes).length > 0 ? [wayLink(who, 'near')] : [];
  const places = content.lists('places', SOURCE_LANGUAGE) ? [wayLink(who, 'places')] : [];
  const last = [wayLink(who, 'a-z'), wayLink(who, 'organisations')];
  return {
    frame: frameFor(who, {
      title: words('services.title'),
      description: words('services.intro'),
      section: 'services',
      isHandedOn: true,
      pathIn: (tag) => `/${tag}/services/`,
    }),
    title: words('services.title'),
    introduction: words('services.intro'),
    contents: {
      label: words('services.title'),
      links: [district, ...near, ...places, ...others, ...last].filter(
        (link) => link !== undefined,
      ),
    },
    groups: [...groups, openData(who)],
  };
}

function openData(reader: Reader): WaysPage['groups'][number] {
  const title = reader.words('services.more.openData');
  const page = { href: HSDS, hreflang: SOURCE_LANGUAGE, note: null };
  const label = inEnglish(reader, openDataWords.standard);
  return { id: 'open-data', title, links: [{ ...page, label }] };
}

type Way = 'near' | 'places' | 'a-z' | 'organisations';

function wayLink(reader: Reader, way: Way): Link {
  return ownLink(
    reader,
    `/${reader.language}/services/${way}/`,
    reader.words(`services.by.${way}`),
  );
}

function linksBy(reader: Reader, by: Filter['by']): readonly Link[] {
  const filters = filtersOf(reader.content.trust).filter((filter) => filter.by === by);
  return by === 'district'
    ? districtLinks(
        reader,
        filters.flatMap((filter) => (filter.by === 'district' ? filter.value : [])),
      )
    : filters.map((filter) => filterLink(reader, filter));
}

type Asked = { readonly language: string; readonly path: string };

/** `near`, `near/ct1`, `places`, `places/swale`, `organisations`; `null` for another path. */
export function waysPage(content: Content, { language, path }: Asked): WaysPage | null {
  const who = reader(content, language);
  const made = waysAt(who, path);
  if (made === null) return null;
  const above = path.includes('/') ? [wayLink(who, path.split('/')[0] as Way)] : [];
  const frame = frameFor(who, {
    title: textOf(made.title),
    description: made.introduction ?? textOf(made.title),
    section: 'services',
    trail: [findHelpLink(who), ...above],
    isHandedOn: true,
    ...(typeof made.title === 'string' ? {} : { heading: made.title }),
    pathIn: (tag) => `/${tag}/services/${path}/`,
  });
  return { ...made, frame, contents: null };
}

type Made = Pick<WaysPage, 'title' | 'introduction' | 'groups'>;

/** The same without what is around it. */
export function waysAt(reader: Reader, path: string): Made | null {
  const [way = '', value = null] = path.split('/');
  if (way === 'near') return value === null ? allOutcodes(reader) : oneOutcode(reader, value);
  if (way === 'places') return value === null ? allPlaces(reader) : placesOf(reader, value);
  return way === 'organisations' && value === null ? organisations(reader) : null;
}

/** By the letters that they begin with. */
function allOutcodes(reader: Reader): Made {
  const { content, language, words } = reader;
  const outcodes = Object.keys(content.trust.outcodes).toSorted(byOutcode);
  const areas = Map.groupBy(outcodes, (outcode) => /^[A-Z]+/.exec(outcode)?.[0] ?? '');
  return {
    title: words('services.by.near'),
    introduction: words('services.near.intro'),
    groups: [...areas].map(([area, own]) => ({
      id: area.toLowerCase(),
      title: area,
      isBrief: true,
      links: own.map((outcode) =>
        ownLink(reader, `/${language}/services/near/${outcode.toLowerCase()}/`, outcode),
      ),
    })),
  };
}

function oneOutcode(reader: Reader, value: string): Made | null {
  const { content, language, words } = reader;
  const outcode = value.toUpperCase();
  const districts = districtsAt(outcode, content.trust);
  if (districts.length === 0) return null;
  const all = ownLink(reader, `/${language}/services/a-z/`, words('services.by.a-z'));
  return {
    title: words('services.near.title', { outcode }),
    introduction: words('services.near.choose', { outcode }),
    groups: [
      {
        id: 'district',
        title: words('services.nothing.districts'),
        links: districtLinks(reader, districts),
      },
      { id: 'whole', title: wholeArea(reader), links: [all] },
    ],
  };
}

function allPlaces(reader: Reader): Made {
  const { content, language, words } = reader;
  const links = content.trust.districts.map(({ slug }) =>
    ownLink(reader, `/${language}/services/places/${slug}/`, placesTitle(reader, slug)),
  );
  const title = words('services.by.places');
  const groups = [{ id: 'district', title: words('services.by.district'), links }];
  return { title, introduction: null, groups };
}

function placesOf(reader: Reader, district: string): Made | null {
  const { content, words } = reader;
  if (!content.trust.districts.some(({ slug }) => slug === district)) return null;
  const there = placesIn(content, district);
  const groups = placeTypes.map((type) => ({
    id: type,
    title: words(`services.place.${type}`),
    links: there
      .filter(({ document }) => typeOf(reader, document) === type)
      .flatMap(({ document }) => linkTo(reader, { kind: 'places', document }) ?? []),
  }));
  const found = groups.filter(({ links }) => links.length > 0);
  const services = filterLink(reader, { by: 'district', value: district });
  const label = saying(reader, 'services.in.district', { name: services.label });
  const ownServices = { ...services, label };
  return {
    title: placesTitle(reader, district),
    introduction: found.length === 0 ? words('services.nothing.text') : null,
    groups: [...found, { id: 'help', title: words('services.title'), links: [ownServices] }],
  };
}

function typeOf({ content }: Reader, document: string) {
  return readable(content, { kind: 'places', document, language: SOURCE_LANGUAGE })?.content.type;
}

function organisations(reader: Reader): Made {
  const { content, words } = reader;
  const links = content
    .addresses('organisations', SOURCE_LANGUAGE)
    .toSorted((one, other) => (one.slug < other.slug ? -1 : 1))
    .flatMap(({ document }) => linkTo(reader, { kind: 'organisations', document }) ?? []);
  const title = words('services.by.organisations');
  return { title, introduction: null, groups: [{ id: 'all', title: '', links }] };
}

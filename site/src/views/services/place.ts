/** A place: whom to ask for here, what is on, where it is and when it is open. An organisation: what it runs, and where. */
import type { Reference } from '@charterpress/shared/domain/shape.ts';
import type { Content } from '../../content/content.ts';
import type { English } from '../beside.ts';
import {
  besideOpened,
  type DocumentPage,
  documentPage,
  type Opened,
  openPage,
} from '../document.ts';
import { factFor, type ShownFact, type Way, web } from '../facts.ts';
import { ownLink } from '../frame.ts';
import { linksTo, linkTo } from '../links.ts';
import type { Related } from '../pledge.ts';
import { inEnglish, type Reader, type Said, said } from '../reader.ts';
import { told } from '../terms.ts';
import { districtLinks, districtName } from './districts.ts';
import { entriesOfServices, type ServiceEntry } from './entry.ts';
import { findHelpLink } from './find-help.ts';
import { placesTitle } from './list.ts';
import { openingFor, type ShownOpening } from './opening.ts';
import { addressOf } from './places-there.ts';

type Section = {
  readonly title: string;
  readonly texts: readonly Said[];
  readonly facts: readonly ShownFact[];
  readonly ways: readonly Way[];
  readonly opening: ShownOpening | null;
  readonly english: English | null;
};

export type PlacePage = DocumentPage & {
  readonly caption: Said | null;
  readonly title: Said;
  readonly summary: Said | null;
  readonly headInEnglish: English | null;
  readonly sections: readonly Section[];
  readonly services: {
    readonly title: string;
    readonly entries: readonly ServiceEntry[];
    /** Where there is none that we know of. */
    readonly nothing: string | null;
  };
  readonly related: readonly Related[];
};

type Params = { readonly language: string; readonly slug: string };
const empty = { texts: [], facts: [], ways: [], opening: null, english: null };

export function placePage(content: Content, { language, slug }: Params): PlacePage {
  const opened = openPage(content, { kind: 'places', slug, language });
  const { reader, shown } = opened;
  const { text } = shown;
  const place = shown.source.content;
  const [district = ''] = place.districts;
  const list = ownLink(
    reader,
    `/${language}/services/places/${district}/`,
    placesTitle(reader, district),
  );
  return {
    ...headOf(opened, { name: text.name, summary: text.summary }, [list]),
    caption: district === '' ? null : inEnglish(reader, districtName(reader, district)),
    sections: sectionsOf(opened),
    services: servicesOf(reader, 'places', shown.edition.document),
    related: [
      {
        title: reader.words('services.service.organisation'),
        links: linksTo(reader, place.organisation === null ? [] : [place.organisation]),
      },
      { title: reader.words('services.more.like'), links: districtLinks(reader, place.districts) },
    ].filter(({ links }) => links.length > 0),
  };
}

function sectionsOf(opened: Opened<'places'>): readonly Section[] {
  const { reader, shown } = opened;
  const { text } = shown;
  const { words } = reader;
  const place = shown.source.content;
  const beside = besideOpened(opened);
  const own = (line: string | null) =>
    line === null ? [] : [told(reader, line, shown.textLanguage)];
  const or = (known: readonly Said[], ask: 'askFor' | 'travel' | 'stepFree' | 'when' | 'where') =>
    known.length > 0 ? known : [said(reader, words(`services.ask.${ask}`), reader.language)];
  const english = (title: string, field: string) => beside([field], { level: 2, heading: title });
  const steps =
    place.stepFree === null
      ? []
      : [said(reader, words(`services.stepFree.${place.stepFree}`), reader.language)];
  const address = addressOf(reader, place);
  const asked = or(own(text.askFor), 'askFor');
  const opening = openingFor(reader, shown);
  const contact = factsOf(reader, place.contact);
  const askFor = words('services.place.askFor');
  const travel = words('services.service.travel');
  const stepFree = words('services.service.stepFree');
  return [
    {
      ...empty,
      title: askFor,
      texts: asked,
      english: english(askFor, 'askFor'),
    },
    {
      ...empty,
      title: words('services.place.address'),
      texts: or(address === null ? [] : [address], 'where'),
    },
    {
      ...empty,
      title: words('services.service.contact'),
      facts: contact,
      texts:
        contact.length > 0 ? [] : [said(reader, words('services.ask.contact'), reader.language)],
    },
    {
      ...empty,
      title: words('services.opening.title'),
      opening,
      texts: opening === null ? or([], 'when') : [],
    },
    {
      ...empty,
      title: travel,
      texts: or(own(text.transport), 'travel'),
      english: english(travel, 'transport'),
    },
    {
      ...empty,
      title: stepFree,
      texts: [...or(steps, 'stepFree'), ...own(text.access)],
      english: english(stepFree, 'access'),
    },
    ...(text.cluster === null
      ? []
      : [{ ...empty, title: words('services.place.cluster'), texts: own(text.cluster) }]),
  ];
}

export function organisationPage(content: Content, { language, slug }: Params): PlacePage {
  const opened = openPage(content, { kind: 'organisations', slug, language });
  const { reader, shown } = opened;
  const { words } = reader;
  const { document } = shown.edition;
  const organisation = shown.source.content;
  const list = ownLink(
    reader,
    `/${language}/services/organisations/`,
    words('services.by.organisations'),
  );
  const facts = factsOf(reader, organisation.contact);
  const isSaid = (href: string) => facts.some((fact) => fact.web?.href === href);
  const ways = [web(organisation.web)]
    .filter((way) => way !== null)
    .filter(({ href }) => !isSaid(href));
  const isKnown = facts.length + ways.length > 0;
  const ask = said(reader, words('services.ask.contact'), language);
  const title = words('services.service.contact');
  const places = content
    .having('places', 'organisation', document)
    .flatMap((place) => linkTo(reader, { kind: 'places', document: place.document }) ?? []);
  return {
    ...headOf(opened, shown.text, [list]),
    caption: said(reader, words(`services.organisation.${organisation.type}`), language),
    sections: [{ ...empty, title, facts, ways, texts: isKnown ? [] : [ask] }],
    services: servicesOf(reader, 'organisation', document),
    related: [{ title: words('services.organisation.places'), links: places }].filter(
      ({ links }) => links.length > 0,
    ),
  };
}

type Head = { readonly name: string; readonly summary: string | null };

function headOf<K extends 'places' | 'organisations'>(
  opened: Opened<K>,
  { name, summary }: Head,
  trail: Parameters<typeof documentPage>[1]['trail'] & {},
) {
  const { reader, shown } = opened;
  return {
    ...documentPage(opened, {
      title: name,
      description: summary,
      section: 'services',
      trail: [findHelpLink(reader), ...trail],
    }),
    title: said(reader, name, shown.textLanguage),
    summary: summary === null ? null : told(reader, summary, shown.textLanguage),
    headInEnglish: besideOpened(opened)(['name', 'summary'], { level: 1, heading: name }),
  };
}

function factsOf(reader: Reader, reference: Reference | null): readonly ShownFact[] {
  return reference === null ? [] : [factFor(reader, reference)].filter((fact) => fact !== null);
}

/** Services point at their places and at who runs them; here they are found from the other end. */
function servicesOf(reader: Reader, field: 'places' | 'organisation', document: string) {
  const entries = entriesOfServices(reader, reader.content.having('services', field, document));
  const title = field === 'places' ? 'services.place.services' : 'services.organisation.services';
  const nothing = entries.length === 0 ? reader.words('services.nothing.title') : null;
  return { title: reader.words(title), entries, nothing };
}

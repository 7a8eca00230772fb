/** Services, who runs them and where, as rows of HSDS 3.0. Only what a public page says, and only in English. */

import type { ContentOfKind, Kind } from '@charterpress/shared/domain/kinds.ts';
import { knownAges } from '@charterpress/shared/domain/services/ages.ts';
import type { Reference } from '@charterpress/shared/domain/shape.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import openData from '@charterpress/shared/strings/open-data.json' with { type: 'json' };
import { factFor } from '../views/facts.ts';
import { targetOf } from '../views/links.ts';
import { knownLanguage, type Reader } from '../views/reader.ts';
import { readable } from '../views/reading.ts';
import { districtName } from '../views/services/districts.ts';
import { districtsThere } from '../views/services/entry.ts';
import { scheduleRows } from './schedules.ts';
import { type Row, rowOf, type Table } from './tables.ts';
import { termsOf } from './taxonomies.ts';
import { uuidOf } from './uuid.ts';

type Document = { readonly kind: Kind; readonly document: string };

export function idOf({ content }: Reader, ...name: readonly string[]): string {
  return uuidOf([content.trust.folder, ...name].join('/'));
}

function published<K extends Kind>({ content }: Reader, kind: K, document: string) {
  const edition = readable(content, { kind, document, language: SOURCE_LANGUAGE });
  return edition?.action === 'published' ? edition : null;
}

/** The rows that one document gives a table. */
export function rowsOf(reader: Reader, { document, kind }: Document, table: Table): readonly Row[] {
  if (kind === 'services') return rowsOfService(reader, document, table);
  if (kind === 'places') return rowsOfPlace(reader, document, table);
  return kind === 'organisations' ? rowsOfOrganisation(reader, document, table) : [];
}

function rowsOfService(reader: Reader, document: string, table: Table): readonly Row[] {
  const edition = published(reader, 'services', document);
  if (edition === null) return [];
  const { content: service } = edition;
  const id = idOf(reader, 'services', document);
  const own = { service_id: id };
  const part = (...name: readonly string[]) => idOf(reader, 'services', document, ...name);
  switch (table) {
    case 'service':
      return [
        rowOf(table, { id, ...serviceFields(reader, service), last_modified: edition.changedAt }),
      ];
    case 'service_area':
      return areasOf(reader, service).map(({ key, name }) =>
        rowOf(table, { id: part('area', key), ...own, name }),
      );
    case 'service_at_location':
      return placesOf(reader, service).map((place) =>
        rowOf(table, {
          ...{ id: part('place', place), ...own },
          location_id: idOf(reader, 'places', place),
        }),
      );
    case 'phone':
      return phonesOf(reader, service.contacts, own, part);
    case 'schedule':
      return scheduleRows(reader, service, own, part);
    case 'language':
      return service.languages.map((code) =>
        rowOf(table, { id: part('language', code), ...own, code, name: englishName(code) }),
      );
    case 'cost_option':
      return costsOf(reader, service).map((cost) =>
        rowOf(table, { id: part('cost'), ...own, ...cost }),
      );
    case 'attribute':
      return termsOf(reader, service).map(({ term, type }) =>
        rowOf(table, {
          ...{ id: part('attribute', term), link_id: id, taxonomy_term_id: term },
          ...{ link_type: type, link_entity: 'service' },
        }),
      );
    default:
      return [];
  }
}

type Service = ContentOfKind<'services'>;

function serviceFields(reader: Reader, service: Service) {
  const { words } = reader;
  const ages = knownAges(service);
  const { cost, interpreters, referral } = service;
  return {
    organization_id: organisationOf(reader, service.organisation),
    name: service.name,
    description: service.summary,
    url: service.web,
    email: emailOf(reader, service.contacts),
    status: 'active',
    interpretation_services: interpreters && words(`services.interpreters.${interpreters}`),
    application_process: joined(referral && openData.referral[referral], service.referralNote),
    fees_description: joined(cost && words(`services.cost.${cost}`), service.costNote),
    wait_time: service.wait,
    eligibility_description: service.forWhom,
    minimum_age: 'from' in ages ? ages.from : ages.is === 'every-age' ? 0 : null,
    maximum_age: 'to' in ages ? ages.to : null,
    assured_date: service.checkedOn,
  };
}

function joined(...texts: readonly (string | null)[]): string | null {
  const known = texts.filter((text) => text !== null);
  return known.length === 0 ? null : known.join(' ');
}

function organisationOf(reader: Reader, reference: Reference | null): string | null {
  const target = reference === null ? null : targetOf(reader, reference);
  return target === null ? null : idOf(reader, 'organisations', target.document);
}

function placesOf(reader: Reader, { places }: Service): readonly string[] {
  return places.flatMap((reference) => {
    const target = targetOf(reader, reference);
    const isThere = target !== null && published(reader, 'places', target.document) !== null;
    return isThere ? target.document : [];
  });
}

function areasOf(reader: Reader, service: Service) {
  const { area } = reader.content.trust;
  if (service.everywhere) return [{ key: 'everywhere', name: area }];
  return districtsThere(reader, service).map((key) => ({ key, name: districtName(reader, key) }));
}

function costsOf(reader: Reader, { cost, price }: Service) {
  if (cost === 'free') return [{ currency: 'GBP', amount: 0 }];
  const fact = price === null ? null : factFor(reader, price);
  return fact === null || fact.value === null
    ? []
    : [{ currency: 'GBP', option: fact.label.text, amount_description: fact.value.text }];
}

type Part = (...name: readonly string[]) => string;

function phonesOf(
  reader: Reader,
  contacts: readonly Reference[],
  owner: object,
  part: Part,
): readonly Row[] {
  return contacts.flatMap((contact) => {
    const fact = factFor(reader, contact);
    if (fact === null || fact.telephone === null) return [];
    const id = part('phone', contact.document);
    const number = fact.telephone.text;
    return [rowOf('phone', { id, ...owner, number, type: 'voice', description: fact.label.text })];
  });
}

function emailOf(reader: Reader, contacts: readonly Reference[]): string | null {
  const emails = contacts.flatMap((contact) => factFor(reader, contact)?.email?.text ?? []);
  return emails[0] ?? null;
}

const englishNames = new Intl.DisplayNames('en-GB', { type: 'language' });

function englishName(code: string): string {
  return englishNames.of(knownLanguage(code).tag) ?? code;
}

function rowsOfPlace(reader: Reader, document: string, table: Table): readonly Row[] {
  const edition = published(reader, 'places', document);
  if (edition === null) return [];
  const { content: place } = edition;
  const id = idOf(reader, 'places', document);
  const own = { location_id: id };
  const part = (...name: readonly string[]) => idOf(reader, 'places', document, ...name);
  switch (table) {
    case 'location':
      return [
        rowOf(table, {
          ...{ id, location_type: 'physical', name: place.name, description: place.summary },
          organization_id: organisationOf(reader, place.organisation),
          transportation: place.transport,
        }),
      ];
    case 'address':
      return addressesOf(reader, place).map((address) =>
        rowOf(table, { id: part('address'), ...own, ...address }),
      );
    case 'phone':
      return phonesOf(reader, place.contact === null ? [] : [place.contact], own, part);
    case 'schedule':
      return scheduleRows(reader, place, own, part);
    case 'accessibility': {
      const steps = place.stepFree && reader.words(`services.stepFree.${place.stepFree}`);
      const description = steps && `${reader.words('services.service.stepFree')} ${steps}`;
      if (steps === null && place.access === null) return [];
      return [rowOf(table, { id: part('access'), ...own, description, details: place.access })];
    }
    default:
      return [];
  }
}

/** HSDS knows whole addresses only; without its postcode or street a place has none, rather than an invented one. */
function addressesOf({ content }: Reader, place: ContentOfKind<'places'>) {
  const { postcode, street, town } = place;
  if (street === null || town === null || postcode === null) return [];
  const address = { address_1: street, city: town, postal_code: postcode };
  const known = { state_province: content.trust.area, country: 'GB', address_type: 'physical' };
  return [{ ...address, ...known }];
}

function rowsOfOrganisation(reader: Reader, document: string, table: Table): readonly Row[] {
  const edition = published(reader, 'organisations', document);
  if (edition === null) return [];
  const { contact, name, summary, type, web } = edition.content;
  const id = idOf(reader, 'organisations', document);
  const contacts = contact === null ? [] : [contact];
  const own = { organization_id: id };
  if (table === 'phone') {
    return phonesOf(reader, contacts, own, (...each) =>
      idOf(reader, 'organisations', document, ...each),
    );
  }
  if (table !== 'organization') return [];
  const legal_status = reader.words(`services.organisation.${type}`);
  const email = emailOf(reader, contacts);
  return [rowOf(table, { id, name, description: summary, website: web, email, legal_status })];
}

/** Places and organisations in the words of schema.org. */
import type { ContentOfKind } from '@charterpress/shared/domain/kinds.ts';
import type { Reference } from '@charterpress/shared/domain/shape.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { factFor, web } from '../facts.ts';
import { linkTo, targetOf } from '../links.ts';
import type { Reader } from '../reader.ts';
import { type Reading, readable } from '../reading.ts';
import { districtName } from '../services/districts.ts';
import type { Facts } from './graph.ts';
import { hoursOf } from './hours.ts';

type Place = ContentOfKind<'places'>;

const placeTypes = {
  school: 'School',
  'childrens-centre': 'CivicStructure',
  clinic: 'MedicalClinic',
  library: 'Library',
  hall: 'CivicStructure',
  office: 'Place',
} as const;

const organisationTypes = {
  council: 'GovernmentOrganization',
  health: 'GovernmentOrganization',
  police: 'GovernmentOrganization',
  charity: 'NGO',
  'school-partnership': 'Organization',
  other: 'Organization',
} as const;

export function placeFacts(reader: Reader, { source, text }: Reading<'places'>): Facts {
  const place = source.content;
  const contact = place.contact === null ? null : factFor(reader, place.contact);
  const { regular, special } = hoursOf(reader, place);
  return {
    '@type': placeTypes[place.type],
    description: text.summary ?? undefined,
    address: addressOf(place),
    telephone: contact?.telephone?.text,
    openingHoursSpecification: regular,
    specialOpeningHoursSpecification: special,
    containedInPlace: place.districts.map((slug) => areaNamed(districtName(reader, slug))),
    amenityFeature: stepFreeOf(reader, place),
  };
}

/** The place of something else: by name, with its address. */
export function placeNamed(name: string, place: Place): Facts {
  return { '@type': placeTypes[place.type], name, address: addressOf(place) };
}

export function areaNamed(name: string): Facts {
  return { '@type': 'AdministrativeArea', name };
}

function addressOf({ postcode, street, town }: Place): Facts | undefined {
  if (street === null && town === null && postcode === null) return undefined;
  return {
    '@type': 'PostalAddress',
    ...(street === null ? {} : { streetAddress: street }),
    ...(town === null ? {} : { addressLocality: town }),
    ...(postcode === null ? {} : { postalCode: postcode }),
  };
}

/** "Partly" is neither, and what nobody has looked at is not said. */
function stepFreeOf({ words }: Reader, { stepFree }: Place): Facts | undefined {
  if (stepFree !== 'yes' && stepFree !== 'no') return undefined;
  const name = words('services.service.stepFree');
  return { '@type': 'LocationFeatureSpecification', name, value: stepFree === 'yes' };
}

export function organisationFacts(
  reader: Reader,
  { source, text }: Reading<'organisations'>,
): Facts {
  const { contact, type } = source.content;
  const fact = contact === null ? null : factFor(reader, contact);
  return {
    ...{ '@type': organisationTypes[type], description: text.summary },
    telephone: fact?.telephone?.text,
    email: fact?.email?.text,
    sameAs: web(source.content.web)?.href,
  };
}

/** One that has a page; `undefined` where it cannot be named. */
export function organisationNamed(reader: Reader, reference: Reference): Facts | undefined {
  const link = linkTo(reader, reference);
  if (link === null) return undefined;
  const url = reader.content.site + link.href;
  const type = organisationTypes[typeOf(reader, reference) ?? 'other'];
  return { '@type': type, name: link.label.text, url };
}

export function isOfTheState(reader: Reader, reference: Reference): boolean {
  return organisationTypes[typeOf(reader, reference) ?? 'other'] === 'GovernmentOrganization';
}

function typeOf(reader: Reader, reference: Reference): keyof typeof organisationTypes | null {
  const target = targetOf(reader, reference);
  if (target === null) return null;
  const asked = { kind: 'organisations', language: SOURCE_LANGUAGE } as const;
  return readable(reader.content, { ...asked, document: target.document })?.content.type ?? null;
}

/**
 * The part of the vocabulary of schema.org (release 29, https://schema.org/docs/schemas.html) that our pages use: which type
 * is a kind of which, which property a type may have, and what its value may be.
 */

const parents: Readonly<Record<string, readonly string[]>> = {
  AdministrativeArea: ['Place'],
  Audience: ['Thing'],
  BreadcrumbList: ['ItemList'],
  CivicStructure: ['Place'],
  ContactPoint: ['Thing'],
  Course: ['CreativeWork'],
  CreativeWork: ['Thing'],
  DefinedTerm: ['Thing'],
  DefinedTermSet: ['CreativeWork'],
  EducationalOrganization: ['CivicStructure', 'Organization'],
  Event: ['Thing'],
  GovernmentOrganization: ['Organization'],
  GovernmentService: ['Service'],
  ItemList: ['Thing'],
  Library: ['LocalBusiness'],
  ListItem: ['Thing'],
  LocalBusiness: ['Organization', 'Place'],
  LocationFeatureSpecification: ['PropertyValue'],
  MedicalClinic: ['LocalBusiness'],
  NGO: ['Organization'],
  Offer: ['Thing'],
  OpeningHoursSpecification: ['Thing'],
  Organization: ['Thing'],
  PeopleAudience: ['Audience'],
  Place: ['Thing'],
  PostalAddress: ['ContactPoint'],
  PropertyValue: ['Thing'],
  School: ['EducationalOrganization'],
  Service: ['Thing'],
  ServiceChannel: ['Thing'],
  Thing: [],
  WebPage: ['CreativeWork'],
};

type Property = { readonly of: readonly string[]; readonly is: readonly string[] };

/** `is`: a type, or `Text`, `URL`, `Number`, `Boolean`, `Date`, `DateTime`, `Time`, or a name of schema.org itself. */
const properties: Readonly<Record<string, Property>> = {
  about: { of: ['CreativeWork', 'Event'], is: ['Thing'] },
  abstract: { of: ['CreativeWork'], is: ['Text'] },
  address: { of: ['Organization', 'Place'], is: ['PostalAddress', 'Text'] },
  addressLocality: { of: ['PostalAddress'], is: ['Text'] },
  amenityFeature: { of: ['Place'], is: ['LocationFeatureSpecification'] },
  areaServed: {
    of: ['ContactPoint', 'Offer', 'Organization', 'Service'],
    is: ['AdministrativeArea', 'Place', 'Text'],
  },
  audience: { of: ['CreativeWork', 'Event', 'Service'], is: ['Audience'] },
  audienceType: { of: ['Audience'], is: ['Text'] },
  availableChannel: { of: ['Service'], is: ['ServiceChannel'] },
  availableLanguage: { of: ['ContactPoint', 'Course', 'ServiceChannel'], is: ['Text'] },
  closes: { of: ['OpeningHoursSpecification'], is: ['Time'] },
  containedInPlace: { of: ['Place'], is: ['Place'] },
  dateModified: { of: ['CreativeWork'], is: ['Date', 'DateTime'] },
  datePublished: { of: ['CreativeWork'], is: ['Date', 'DateTime'] },
  dayOfWeek: { of: ['OpeningHoursSpecification'], is: ['DayOfWeek'] },
  description: { of: ['Thing'], is: ['Text'] },
  email: { of: ['ContactPoint', 'Organization'], is: ['Text'] },
  endDate: { of: ['Event'], is: ['Date', 'DateTime'] },
  eventAttendanceMode: { of: ['Event'], is: ['EventAttendanceModeEnumeration'] },
  eventStatus: { of: ['Event'], is: ['EventStatusType'] },
  hasPart: { of: ['CreativeWork'], is: ['CreativeWork'] },
  hoursAvailable: { of: ['ContactPoint', 'Service'], is: ['OpeningHoursSpecification'] },
  inDefinedTermSet: { of: ['DefinedTerm'], is: ['DefinedTermSet', 'URL'] },
  inLanguage: { of: ['CreativeWork', 'Event'], is: ['Text'] },
  item: { of: ['ListItem'], is: ['Thing', 'URL'] },
  itemListElement: { of: ['ItemList'], is: ['ListItem'] },
  location: { of: ['Event', 'Organization'], is: ['Place', 'PostalAddress', 'Text'] },
  mainEntityOfPage: { of: ['Thing'], is: ['CreativeWork', 'URL'] },
  name: { of: ['Thing'], is: ['Text'] },
  offers: { of: ['CreativeWork', 'Event', 'Service'], is: ['Offer'] },
  opens: { of: ['OpeningHoursSpecification'], is: ['Time'] },
  openingHoursSpecification: { of: ['Place'], is: ['OpeningHoursSpecification'] },
  organizer: { of: ['Event'], is: ['Organization'] },
  position: { of: ['CreativeWork', 'ListItem'], is: ['Number', 'Text'] },
  postalCode: { of: ['PostalAddress'], is: ['Text'] },
  price: { of: ['Offer'], is: ['Number', 'Text'] },
  provider: { of: ['CreativeWork', 'Service'], is: ['Organization'] },
  sameAs: { of: ['Thing'], is: ['URL'] },
  serviceLocation: { of: ['ServiceChannel'], is: ['Place'] },
  servicePhone: { of: ['ServiceChannel'], is: ['ContactPoint'] },
  serviceUrl: { of: ['ServiceChannel'], is: ['URL'] },
  specialOpeningHoursSpecification: { of: ['Place'], is: ['OpeningHoursSpecification'] },
  startDate: { of: ['Event'], is: ['Date', 'DateTime'] },
  streetAddress: { of: ['PostalAddress'], is: ['Text'] },
  suggestedMaxAge: { of: ['PeopleAudience'], is: ['Number'] },
  suggestedMinAge: { of: ['PeopleAudience'], is: ['Number'] },
  telephone: { of: ['ContactPoint', 'Organization', 'Place'], is: ['Text'] },
  url: { of: ['Thing'], is: ['URL'] },
  validFrom: { of: ['OpeningHoursSpecification'], is: ['Date', 'DateTime'] },
  validThrough: { of: ['OpeningHoursSpecification'], is: ['Date', 'DateTime'] },
  value: { of: ['PropertyValue'], is: ['Boolean', 'Number', 'Text'] },
  version: { of: ['CreativeWork'], is: ['Number', 'Text'] },
};

const named: Readonly<Record<string, RegExp>> = {
  DayOfWeek: /^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/,
  EventAttendanceModeEnumeration: /^(Mixed|Offline|Online)EventAttendanceMode$/,
  EventStatusType: /^Event(Cancelled|MovedOnline|Postponed|Rescheduled|Scheduled)$/,
};

type Node = Readonly<Record<string, unknown>>;

/** What in a node does not hold to the vocabulary, in words; nothing where all does. */
export function faultsIn(node: Node): readonly string[] {
  const type = String(node['@type']);
  if (!Object.hasOwn(parents, type)) return [`There is no type ${type}.`];
  return Object.entries(node).flatMap(([name, value]) => {
    if (name.startsWith('@')) return [];
    const property = properties[name];
    if (property === undefined) return [`There is no property ${name} (${type}).`];
    if (!property.of.some((one) => isA(type, one))) return [`${type} has no ${name}.`];
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (values.length === 0) return [`${type}.${name} is empty.`];
    return values.flatMap((each) => faultsOf(`${type}.${name}`, property.is, each));
  });
}

function faultsOf(place: string, is: readonly string[], value: unknown): readonly string[] {
  if (typeof value === 'object' && value !== null) {
    const node = value as Node;
    const fits = is.some((one) => isA(String(node['@type']), one));
    return [...(fits ? [] : [`${place} cannot be ${node['@type']}.`]), ...faultsIn(node)];
  }
  return is.some((one) => isValue(one, value)) ? [] : [`${place} cannot be ${value}.`];
}

function isA(type: string, wanted: string): boolean {
  return type === wanted || (parents[type] ?? []).some((parent) => isA(parent, wanted));
}

function isValue(wanted: string, value: unknown): boolean {
  const text = typeof value === 'string' ? value : null;
  switch (wanted) {
    case 'Boolean':
      return typeof value === 'boolean';
    case 'Number':
      return typeof value === 'number';
    case 'Text':
      return text !== null && text.trim() !== '';
    case 'URL':
      return text !== null && URL.canParse(text);
    case 'Date':
      return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);
    case 'DateTime':
      return text !== null && /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text));
    case 'Time':
      return text !== null && /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
    default:
      return named[wanted]?.test(text?.replace('https://schema.org/', '') ?? '') ?? false;
  }
}

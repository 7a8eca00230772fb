/** A service in the words of schema.org. */
import type { ContentOfKind } from '@charterpress/shared/domain/kinds.ts';
import { knownAges } from '@charterpress/shared/domain/services/ages.ts';
import { factFor, web } from '../facts.ts';
import type { Reader } from '../reader.ts';
import type { Reading } from '../reading.ts';
import { districtName } from '../services/districts.ts';
import { districtsThere } from '../services/entry.ts';
import { placesThere } from '../services/places-there.ts';
import type { Facts } from './graph.ts';
import { hoursOf } from './hours.ts';
import { areaNamed, isOfTheState, organisationNamed, placeNamed } from './places.ts';

type Service = ContentOfKind<'services'>;

/** What is no language comes from the newest English, as on the page. */
export function serviceFacts(reader: Reader, { source, text }: Reading<'services'>): Facts {
  const service = source.content;
  const { regular = [], special = [] } = hoursOf(reader, service);
  const hours = [...regular, ...special];
  return {
    '@type': isOfTheState(reader, service.organisation) ? 'GovernmentService' : 'Service',
    description: text.summary,
    provider: organisationNamed(reader, service.organisation),
    areaServed: areasOf(reader, service),
    audience: audienceOf(service, text.forWhom),
    // Only what is known to be free: "some of it" and "costs" say no price.
    offers: service.cost === 'free' ? { '@type': 'Offer', price: 0 } : undefined,
    hoursAvailable: hours.length === 0 ? undefined : hours,
    availableChannel: channelsOf(reader, service),
  };
}

function areasOf(reader: Reader, service: Service): readonly Facts[] | undefined {
  if (service.everywhere) return [areaNamed(reader.content.trust.area)];
  const names = districtsThere(reader, service).map((slug) => districtName(reader, slug));
  return names.length === 0 ? undefined : names.map(areaNamed);
}

function audienceOf(service: Service, forWhom: string | null): Facts | undefined {
  const ages = knownAges(service);
  const years = {
    ...('from' in ages ? { suggestedMinAge: ages.from } : {}),
    ...('to' in ages ? { suggestedMaxAge: ages.to } : {}),
  };
  const known = { ...(forWhom === null ? {} : { audienceType: forWhom }), ...years };
  return Object.keys(known).length === 0 ? undefined : { '@type': 'PeopleAudience', ...known };
}

/** Each way to it: a place to go to, a number to ring, a site to open. */
function channelsOf(reader: Reader, service: Service): readonly Facts[] | undefined {
  const places = placesThere(reader, service.places).map(({ link, shown }) => ({
    serviceLocation: placeNamed(link.label.text, shown.source.content),
  }));
  const telephones = service.contacts.flatMap((reference) => {
    const number = factFor(reader, reference)?.telephone?.text;
    if (number === undefined) return [];
    return [{ servicePhone: { '@type': 'ContactPoint', telephone: number } }];
  });
  const site = web(service.web);
  const sites = site === null ? [] : [{ serviceUrl: site.href }];
  const languages = service.languages.length === 0 ? {} : { availableLanguage: service.languages };
  const channels = [...places, ...telephones, ...sites].map((channel) => ({
    ...{ '@type': 'ServiceChannel', ...channel, ...languages },
  }));
  return channels.length === 0 ? undefined : channels;
}

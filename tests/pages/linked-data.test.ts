/** What pages say of services, places and events in the words of schema.org: all that is known, and nothing else. */
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import { type ContentOfKind, kinds } from '@charterpress/shared/domain/kinds.ts';
import { openStore } from '@charterpress/site/src/content/store.ts';
import { placePage } from '@charterpress/site/src/views/services/place.ts';
import { servicePage } from '@charterpress/site/src/views/services/service.ts';
import { eventPage } from '@charterpress/site/src/views/taking-part/event.ts';
import { describe, expect, test } from 'vitest';
import { feed } from '../support/parent-site.ts';
import { logo, SITE } from '../support/press-at-work.ts';
import { sampleTrust } from '../support/sample-editions.ts';
import { faultsIn } from '../support/schema-org.ts';
import { line, organisation, place, service } from '../support/services.ts';
import { event, forum } from '../support/taking-part.ts';

type Said = {
  readonly service?: Partial<ContentOfKind<'services'>>;
  readonly place?: Partial<ContentOfKind<'places'>>;
  readonly event?: Partial<ContentOfKind<'events'>>;
};

function contentOf(said: Said) {
  const { editions, publish } = feed();
  publish('facts', 'line', line);
  publish('organisations', 'trust', organisation);
  publish('places', 'hall', place(said.place));
  publish('services', 'play', service(said.service));
  publish('forums', 'parents', forum('Swanley forum'));
  publish('events', 'tea', event('Tea', said.event));
  const store = openStore({ file: ':memory:', trust: sampleTrust('kent'), logo, site: SITE });
  store.settle(new Date('2026-06-01T09:00:00.000Z'));
  store.add(editions as readonly Edition[], editions.length);
  return store.content();
}

type Node = Readonly<Record<string, unknown>>;

function nodeOf(page: { readonly frame: { readonly data: string | null } } | null): Node {
  return JSON.parse(page?.frame.data ?? '{}')['@graph'][0];
}

const language = 'en';
const serviceNode = (said: Said['service'] = {}) =>
  nodeOf(servicePage(contentOf({ service: said }), { language, slug: 'play' }));
const placeNode = (said: Said['place'] = {}) =>
  nodeOf(placePage(contentOf({ place: said }), { language, slug: 'hall' }));
const eventNode = (said: Said['event'] = {}) =>
  nodeOf(eventPage(contentOf({ event: said }), { language, slug: 'tea' }));

const mondays = { id: 'h1', days: ['monday'], opens: '09:30', closes: '11:00' } as const;
const everyWeek = { ...mondays, weeks: 'every-week' } as const;
const address = {
  ...{ '@type': 'PostalAddress', streetAddress: '1 Mill Street' },
  ...{ addressLocality: 'Faversham', postalCode: 'ME13 1AA' },
};

describe('a service', () => {
  test('is run by someone, for somebody, somewhere, and can be reached', () => {
    const node = serviceNode({ ages: 'from-to', fromAge: 0, toAge: 4, hours: [everyWeek] });
    expect(faultsIn(node)).toEqual([]);
    expect(node).toMatchObject({
      '@type': 'Service',
      provider: { '@type': 'NGO', name: 'Oast trust', url: `${SITE}/en/organisations/trust/` },
      areaServed: [{ '@type': 'AdministrativeArea', name: 'Swale' }],
      audience: { audienceType: 'Families with small children', suggestedMaxAge: 4 },
      offers: { price: 0 },
      hoursAvailable: [{ dayOfWeek: ['https://schema.org/Monday'], opens: '09:30' }],
      availableChannel: [
        {
          serviceLocation: { '@type': 'CivicStructure', name: 'Mill hall', address },
          availableLanguage: ['en', 'pl'],
        },
        { servicePhone: { '@type': 'ContactPoint', telephone: '01632 960100' } },
        { serviceUrl: 'https://play.example.org/' },
      ],
    });
  });

  test('of which little is known says little, and nothing that nobody knows', () => {
    const unknown = {
      ...{ contacts: [], web: null, forWhom: null, ages: null, cost: null, districts: [] },
      ...{ places: [], hours: [], languages: [] },
    } as const;
    expect(Object.keys(serviceNode(unknown))).toEqual([
      ...['@type', 'name', 'description', 'provider', 'url', 'mainEntityOfPage'],
    ]);
  });

  test('is free only where that is known, whatever else is empty', () => {
    expect(serviceNode({ cost: null })).not.toHaveProperty('offers');
    expect(serviceNode({ cost: 'some-of-it-costs' })).not.toHaveProperty('offers');
  });

  test.each(Object.keys(kinds.services))('holds to the vocabulary without its %s', (field) => {
    const shape = kinds.services[field as keyof typeof kinds.services];
    const empty = ['many', 'several', 'districts', 'rows'].includes(shape.holds) ? [] : null;
    const needed = 'needed' in shape && shape.needed;
    expect(faultsIn(serviceNode(needed ? {} : { [field]: empty }))).toEqual([]);
  });

  test('has no hours where they hold in term time alone', () => {
    expect(serviceNode()).not.toHaveProperty('hoursAvailable');
  });

  test('has the language of its page, which is not its own', () => {
    const page = { '@type': 'WebPage', '@id': `${SITE}/en/services/play/`, inLanguage: 'en' };
    expect(serviceNode()).toMatchObject({ mainEntityOfPage: page });
    expect(serviceNode()).not.toHaveProperty('inLanguage');
  });
});

describe('a place', () => {
  test('has an address, hours, days on which it is closed, and whether there are steps', () => {
    const exception = { ...{ id: 'x', closed: true, opens: null, closes: null, why: null } };
    const past = { ...exception, from: '2026-01-01', to: null };
    const coming = { ...exception, from: '2026-12-25', to: '2026-12-26' };
    const node = placeNode({ hours: [everyWeek], exceptions: [past, coming], stepFree: 'no' });
    expect(faultsIn(node)).toEqual([]);
    expect(node).toMatchObject({
      ...{ '@type': 'CivicStructure', address },
      openingHoursSpecification: [{ opens: '09:30', closes: '11:00' }],
      amenityFeature: { value: false },
      containedInPlace: [{ name: 'Swale' }],
    });
    expect(node.specialOpeningHoursSpecification).toEqual([
      {
        ...{ '@type': 'OpeningHoursSpecification' },
        ...{ validFrom: '2026-12-25', validThrough: '2026-12-26' },
      },
    ]);
  });

  test('where nobody has looked says nothing of steps', () => {
    expect(placeNode()).not.toHaveProperty('amenityFeature');
    expect(placeNode({ stepFree: 'partly' })).not.toHaveProperty('amenityFeature');
  });
});

describe('an event', () => {
  test('takes place somewhere, at a time, and somebody asks people to it', () => {
    const node = eventNode({
      place: { kind: 'places', document: 'hall' },
      forum: { kind: 'forums', document: 'parents' },
    });
    expect(faultsIn(node)).toEqual([]);
    expect(node).toMatchObject({
      ...{ '@type': 'Event', startDate: '2026-06-10T18:00:00.000Z' },
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      location: { '@type': 'CivicStructure', name: 'Mill hall', address },
      organizer: { '@type': 'Organization', name: 'Swanley forum' },
    });
  });

  test('that was called off says so', () => {
    const node = eventNode({ cancelled: true });
    expect(node.eventStatus).toBe('https://schema.org/EventCancelled');
  });

  test('never says that it is free, nor where, when nobody has said so', () => {
    const node = eventNode();
    expect(node).not.toHaveProperty('isAccessibleForFree');
    expect(node).not.toHaveProperty('location');
    expect(node).not.toHaveProperty('eventAttendanceMode');
  });
});

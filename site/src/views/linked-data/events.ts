/** An event in the words of schema.org. */
import { type Link, linkTo } from '../links.ts';
import type { Reader } from '../reader.ts';
import type { Reading } from '../reading.ts';
import { placeOf } from '../taking-part/place.ts';
import type { Facts } from './graph.ts';
import { placeNamed } from './places.ts';

type Event = Reading<'events'>['source']['content'];

/** Whether it costs anything nobody is asked, so it is not said. */
export function eventFacts(reader: Reader, { source, text }: Reading<'events'>): Facts {
  const { begins, cancelled, consultation, ends, forum } = source.content;
  const organiser = forum === null ? null : linkTo(reader, forum);
  const about = consultation === null ? null : linkTo(reader, consultation);
  const { site } = reader.content;
  return {
    '@type': 'Event',
    description: text.summary,
    startDate: begins,
    endDate: ends ?? undefined,
    eventStatus: `https://schema.org/${cancelled ? 'EventCancelled' : 'EventScheduled'}`,
    ...whereOf(reader, source.content),
    organizer: organiser === null ? undefined : named('Organization', organiser, site),
    about: about === null ? undefined : named('CreativeWork', about, site),
  };
}

function named(type: string, { href, label }: Link, site: string): Facts {
  return { '@type': type, name: label.text, url: site + href };
}

/** An address online stands on the page for those who may still come, and nowhere else. */
function whereOf(reader: Reader, { online, place: reference }: Event): Facts {
  const place = placeOf(reader, reference);
  const name = reference === null ? null : linkTo(reader, reference)?.label.text;
  if (place !== null) {
    const mode = online === null ? 'Offline' : 'Mixed';
    return { location: placeNamed(name ?? place.name, place), ...attended(mode) };
  }
  return online === null ? {} : attended('Online');
}

function attended(mode: 'Offline' | 'Online' | 'Mixed'): Facts {
  return { eventAttendanceMode: `https://schema.org/${mode}EventAttendanceMode` };
}

/** An event, the meetings of a forum and the events of a district as calendars to keep or to follow. */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Address, Content } from '../../content/content.ts';
import { titleOf } from '../links.ts';
import { type Reader, reader } from '../reader.ts';
import { readable } from '../reading.ts';
import { textWithin } from '../within.ts';
import { type CalendarEvent, icalendar } from './icalendar.ts';
import { addressLines, placeOf } from './place.ts';

/** What people follow has to hold what is to come, and what they may want to look up. */
const MOST_EVENTS = 200;

/** `/pl/events/gravesham-forum.ics`: the page's own address, with another ending. */
export function calendarPath(kind: 'events' | 'forums', slug: string, language: string): string {
  return `${(pathOf({ kind, slug, language }) as string).slice(0, -1)}.ics`;
}

export function districtCalendarPath(district: string, language: string): string {
  return `/${language}/events/districts/${district}.ics`;
}

type Params = { readonly language: string; readonly slug: string };

export function eventCalendar(content: Content, { language, slug }: Params): string {
  const who = reader(content, language);
  const document = content.bySlug('events', slug);
  const event = document === null ? null : calendarEvent(who, { document, slug });
  if (event === null) throw new Error(`There is no event "${slug}" to make a calendar of.`);
  return icalendar(event.title, [event]);
}

export function forumCalendar(content: Content, { language, slug }: Params): string {
  const who = reader(content, language);
  const document = content.bySlug('forums', slug);
  const name = document === null ? null : titleOf(who, { kind: 'forums', document });
  if (document === null || name === null) {
    throw new Error(`There is no forum "${slug}" to make a calendar of.`);
  }
  return calendarOf(who, name.text, content.having('events', 'forum', document));
}

export function districtCalendar(content: Content, { language, slug }: Params): string {
  const who = reader(content, language);
  const district = content.trust.districts.find((one) => one.slug === slug);
  if (district === undefined) throw new Error(`The trust has no district "${slug}".`);
  const name = who.words('event.calendarOf', { place: district.name });
  return calendarOf(who, name, content.having('events', 'districts', slug));
}

function calendarOf(who: Reader, name: string, addresses: readonly Address[]): string {
  const events = addresses
    .flatMap((address) => calendarEvent(who, address) ?? [])
    .toSorted((a, b) => (a.begins < b.begins ? 1 : -1))
    .slice(0, MOST_EVENTS);
  return icalendar(name, events.toReversed());
}

function calendarEvent(who: Reader, { document }: Address): CalendarEvent | null {
  const { content, language } = who;
  const found = textWithin(who, { kind: 'events', document });
  const english = readable(content, { kind: 'events', document, language: SOURCE_LANGUAGE });
  if (found === null || english === null) return null;
  const { begins, cancelled, ends, online, place: reference } = found.source;
  const own = content.edition('events', document, found.language) ?? english;
  const isOwn = content.languagesOf('events', document).includes(language);
  const page = pathOf({
    ...{ kind: 'events', slug: found.slug },
    language: isOwn ? language : SOURCE_LANGUAGE,
  });
  return {
    uid: `events-${document}@${new URL(content.site).hostname}`,
    stamp: [own.publishedAt, english.publishedAt].sort().at(-1) as string,
    sequence: english.number - 1,
    ...{ begins, cancelled, ends },
    title: found.text.title,
    titleIn: found.language,
    about: found.text.summary,
    where: whereOf(who, reference) ?? online,
    url: `${content.site}${page}`,
  };
}

function whereOf(who: Reader, reference: Parameters<typeof placeOf>[1]): string | null {
  const place = placeOf(who, reference);
  if (place === null) return null;
  return [place.name, ...addressLines(who, place).map(({ text }) => text)].join(', ');
}

/** Events to come, with calendars to follow; and those that are over. */
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Content } from '../../content/content.ts';
import { type Frame, frameFor, ownLink } from '../frame.ts';
import type { Link } from '../links.ts';
import { inEnglish, type Reader, reader, saying } from '../reader.ts';
import { districtCalendarPath } from './calendar.ts';
import { type EventEntry, eventEntries } from './event-entries.ts';
import { haveYourSayLink } from './have-your-say.ts';

export type EventsPage = {
  readonly frame: Frame;
  readonly title: string;
  readonly introduction: string;
  readonly entries: readonly EventEntry[];
  readonly nothing: string;
  readonly more: Link | null;
  readonly calendars: { readonly title: string; readonly links: readonly Link[] } | null;
};

/** Older ones stand with their forum, and are found by searching. */
const MOST_PAST = 150;

type Params = { readonly language: string };

export function eventsPage(content: Content, { language }: Params): EventsPage {
  const who = reader(content, language);
  const { words } = who;
  const { coming, past } = eventEntries(who, content.addresses('events', SOURCE_LANGUAGE));
  return {
    ...headOf(who, 'event.title', 'events/'),
    introduction: words('event.intro'),
    entries: coming,
    more: past.length === 0 ? null : ownLink(who, `/${language}/events/past/`, words('event.past')),
    calendars: calendarsOf(who),
  };
}

export function pastEventsPage(content: Content, { language }: Params): EventsPage {
  const who = reader(content, language);
  const { past } = eventEntries(who, content.addresses('events', SOURCE_LANGUAGE));
  const head = headOf(who, 'event.past', 'events/past/');
  return {
    ...head,
    introduction: who.words('event.intro'),
    entries: past.slice(0, MOST_PAST),
    more: ownLink(who, `/${language}/events/`, who.words('event.coming')),
    calendars: null,
  };
}

function headOf(who: Reader, key: 'event.title' | 'event.past', ending: string) {
  const { language, words } = who;
  const title = words(key);
  const list = ownLink(who, `/${language}/events/`, words('event.title'));
  const frame = frameFor(who, {
    title,
    description: words('event.intro'),
    trail: [haveYourSayLink(who), ...(key === 'event.past' ? [list] : [])],
    section: 'part',
    isHandedOn: true,
    pathIn: (tag) => `/${tag}/${ending}`,
  });
  return { frame, title, nothing: words('event.nothing') };
}

function calendarsOf(who: Reader): EventsPage['calendars'] {
  const links = who.content.trust.districts.map(({ name, slug }) => {
    const href = districtCalendarPath(slug, who.language);
    return ownLink(who, href, saying(who, 'event.calendarOf', { place: inEnglish(who, name) }));
  });
  return links.length === 0 ? null : { title: who.words('event.calendars'), links };
}

/** Where taking part stands: consultations, forums and events, their lists, and calendars to follow. */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import { takingPartKinds } from '@charterpress/shared/domain/shapes/taking-part.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { reading } from '../views/reading.ts';
import { calendarPath, districtCalendarPath } from '../views/taking-part/calendar.ts';
import type { Content } from './content.ts';
import type { Route } from './routes.ts';

export type TakingPartView =
  | 'have-your-say'
  | 'consultations'
  | 'consultation'
  | 'forum'
  | 'forum-calendar'
  | 'events'
  | 'past-events'
  | 'event'
  | 'event-calendar'
  | 'district-calendar';

type TakingPartKind = (typeof takingPartKinds)[number];

export function isTakingPart(kind: string): kind is TakingPartKind {
  return (takingPartKinds as readonly string[]).includes(kind);
}

/** The lists stand in every language as soon as there is something to list in English. */
export function takingPartOfLanguage(content: Content, language: string): readonly Route[] {
  const there = takingPartKinds.filter((kind) => content.lists(kind, SOURCE_LANGUAGE));
  const one = (view: TakingPartView, ending: string): Route => ({
    ...{ path: `/${language}/${ending}`, status: 200, view, language },
    params: { language },
  });
  return [
    ...(there.length === 0 ? [] : [one('have-your-say', 'have-your-say/')]),
    ...(there.includes('consultations') ? [one('consultations', 'consultations/')] : []),
    ...(there.includes('events')
      ? [
          one('events', 'events/'),
          one('past-events', 'events/past/'),
          ...content.trust.districts.map(({ slug }) => districtRoute(slug, language)),
        ]
      : []),
  ];
}

/** Folders of lists, for the sitemap. */
export function takingPartLists(content: Content): readonly string[] {
  return takingPartOfLanguage(content, SOURCE_LANGUAGE)
    .filter(({ view }) => view !== 'district-calendar')
    .map(({ path }) => path.slice(`/${SOURCE_LANGUAGE}/`.length));
}

function districtRoute(slug: string, language: string): Route {
  const path = districtCalendarPath(slug, language);
  return { path, status: 200, view: 'district-calendar', params: { language, slug }, language };
}

const views = { consultations: 'consultation', forums: 'forum', events: 'event' } as const;

type Asked = {
  readonly kind: TakingPartKind;
  readonly document: string;
  readonly language: string;
};

/** The page of a document, and its calendar. What was withdrawn has none: nobody should follow it. */
export function takingPartOfDocument(content: Content, asked: Asked): readonly Route[] {
  const shown = reading(content, asked);
  if (shown === null) return [];
  const { kind, language } = asked;
  const { slug } = shown;
  const own = { status: 200, params: { language, slug }, language } as const;
  const path = pathOf({ kind, slug, language }) as string;
  const page: Route = { ...own, path, view: views[kind] };
  if (kind === 'consultations' || shown.edition.action === 'withdrawn') return [page];
  const view = kind === 'events' ? 'event-calendar' : 'forum-calendar';
  return [page, { ...own, path: calendarPath(kind, slug, language), view }];
}

/** One event: when and where, who can come and how; afterwards, who came and what came of it. */
import type { ContentOfKind } from '@charterpress/shared/domain/kinds.ts';
import {
  type EventStage,
  eventStage,
  mayBook,
} from '@charterpress/shared/domain/taking-part/event-stage.ts';
import type { Content } from '../../content/content.ts';
import type { English } from '../beside.ts';
import {
  besideOpened,
  type DocumentPage,
  documentPage,
  type Opened,
  openPage,
} from '../document.ts';
import { factFor } from '../facts.ts';
import { ownLink } from '../frame.ts';
import { type Link, linksTo, linkTo } from '../links.ts';
import type { Related, ShownSection } from '../pledge.ts';
import { showProse } from '../prose.ts';
import { dayIn, inEnglish, numberIn, type Reader, type Said } from '../reader.ts';
import { calendarPath } from './calendar.ts';
import { type Detail, detail, details } from './details.ts';
import { forPeopleIn } from './districts.ts';
import { type EventState, eventState } from './event-entries.ts';
import { haveYourSayLink } from './have-your-say.ts';
import { ownWords } from './own-words.ts';
import { addressLines, placeOf } from './place.ts';
import { timesIn } from './when.ts';

export type EventPage = DocumentPage & {
  readonly type: string;
  readonly title: Said;
  readonly summary: Said;
  readonly headInEnglish: English | null;
  readonly state: EventState | null;
  /** That it will not take place; `null` where it does or did. */
  readonly cancelled: string | null;
  readonly details: readonly Detail[];
  /** `null` when it is over. */
  readonly calendar: Link | null;
  readonly body: Omit<ShownSection, 'title'> | null;
  readonly came: {
    readonly title: string;
    readonly group: string;
    readonly people: string;
    readonly rows: readonly { readonly sector: Said; readonly people: string }[];
  } | null;
  readonly result: ShownSection | { readonly title: string; readonly nothing: string } | null;
  readonly related: readonly Related[];
};

type Params = { readonly language: string; readonly slug: string };
type Event = ContentOfKind<'events'>;

export function eventPage(content: Content, { language, slug }: Params): EventPage {
  const opened = openPage(content, { kind: 'events', slug, language });
  const { reader, shown } = opened;
  const { text } = shown;
  const { words } = reader;
  const { begins, cancelled, consultation, ends, forum, type } = shown.source.content;
  const stage = eventStage({ begins, ends }, content.reached);
  const own = ownWords(opened);
  const isOver = stage === 'over';
  const isHeld = isOver && !cancelled;
  return {
    ...documentPage(opened, {
      title: text.title,
      description: text.summary,
      section: 'part',
      trail: [
        haveYourSayLink(reader),
        ownLink(reader, `/${language}/events/`, words('event.title')),
      ],
    }),
    type: words(`event.type.${type}`),
    title: own(text.title),
    summary: own.told(text.summary),
    headInEnglish: besideOpened(opened)(['title', 'summary'], { level: 1, heading: text.title }),
    state: eventState(reader, stage, cancelled),
    cancelled: cancelled ? words('event.cancelledText') : null,
    details: detailsOf(opened, stage),
    calendar: isOver ? null : calendarOf(opened),
    body: bodyOf(opened),
    came: isHeld ? whoCame(opened) : null,
    result: isHeld ? resultOf(opened) : null,
    related: [
      { title: words('forum.one'), links: linksTo(reader, forum === null ? [] : [forum]) },
      {
        title: words('consultation.title'),
        links: linksTo(reader, consultation === null ? [] : [consultation]),
      },
    ].filter(({ links }) => links.length > 0),
  };
}

function calendarOf({ reader, shown }: Opened<'events'>): Link | null {
  if (shown.edition.action === 'withdrawn') return null;
  const href = calendarPath('events', shown.slug, reader.language);
  return ownLink(reader, href, reader.words('event.calendar'));
}

/** What is not language is taken from the English: a translation that is behind must send nobody to the wrong door. */
function detailsOf({ reader, shown }: Opened<'events'>, stage: EventStage): readonly Detail[] {
  const { words } = reader;
  const event = shown.source.content;
  const place = placeOf(reader, event.place);
  const lines = (...texts: readonly string[]) => texts.map((text) => ({ text, in: undefined }));
  const isAhead = stage !== 'over' && !event.cancelled;
  const offer = (key: 'stepFree' | 'interpreters' | 'childcare', known: Offer | null) =>
    known === null && !isAhead
      ? null
      : detail(words(`event.${key}`), { lines: lines(words(`event.offer.${known ?? 'ask'}`)) });
  const fact = event.contact === null ? null : factFor(reader, event.contact);
  return details(
    detail(words('event.when'), {
      lines: lines(timesIn(reader.language, event.begins, event.ends)),
    }),
    whereOf(reader, event),
    event.online === null || !isAhead
      ? null
      : detail(words('event.online'), { way: onlineWay(event.online) }),
    detail(words('event.who'), { lines: forPeopleIn(reader, event.districts) }),
    offer('stepFree', event.stepFree ?? place?.stepFree ?? null),
    offer('interpreters', event.interpreters),
    offer('childcare', event.childcare),
    isAhead ? bookingOf(reader, event.bookBy) : null,
    detail(words('event.contact'), { fact }),
  );
}

type Offer = 'yes' | 'partly' | 'on-request' | 'no';

function whereOf(reader: Reader, { place: reference }: Event): Detail | null {
  const place = placeOf(reader, reference);
  if (place === null || reference === null) return null;
  const link = linkTo(reader, reference);
  return detail(reader.words('event.where'), {
    links: link === null ? [] : [link],
    lines: [
      ...(link === null ? [inEnglish(reader, place.name)] : []),
      ...addressLines(reader, place),
    ],
  });
}

function onlineWay(address: string) {
  const isWeb = URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
  return isWeb ? { href: address, text: new URL(address).host } : null;
}

function bookingOf(reader: Reader, bookBy: string | null): Detail | null {
  const isOpen = mayBook(bookBy, reader.content.reached);
  if (bookBy === null || isOpen === null) return null;
  const date = dayIn(reader.language, bookBy);
  const text = reader.words(isOpen ? 'event.bookBy' : 'event.bookOver', { date });
  return detail(reader.words('event.book'), { lines: [{ text, in: undefined }] });
}

function bodyOf(opened: Opened<'events'>): EventPage['body'] {
  const { shown, textReader } = opened;
  const { body, title } = shown.text;
  const above = { level: 1, heading: title } as const;
  if (body === null) return null;
  return {
    blocks: showProse(textReader, body, above),
    english: besideOpened(opened)(['body'], above),
  };
}

function whoCame(opened: Opened<'events'>): EventPage['came'] {
  const { reader, shown } = opened;
  const rows = shown.source.content.cameBySector.map((row) => {
    const own = ownWords(opened, shown.text.cameBySector, row);
    return { sector: own(own.text.sector), people: numberIn(reader.language, row.people) };
  });
  if (rows.length === 0) return null;
  const { words } = reader;
  return {
    ...{ title: words('event.came'), group: words('event.group'), people: words('event.people') },
    rows,
  };
}

function resultOf(opened: Opened<'events'>): EventPage['result'] {
  const { reader, shown, textReader } = opened;
  const title = reader.words('consultation.reported');
  const { whatCameOfIt } = shown.text;
  const above = { level: 2, heading: title } as const;
  if (whatCameOfIt === null) return { title, nothing: reader.words('event.noResult') };
  return {
    title,
    blocks: showProse(textReader, whatCameOfIt, above),
    english: besideOpened(opened)(['whatCameOfIt'], above),
  };
}

/** A parent forum: where it meets and when next, what it raised and what it was answered. */
import type { Content } from '../../content/content.ts';
import type { English } from '../beside.ts';
import {
  besideOpened,
  type Dated,
  type DocumentPage,
  documentPage,
  type Opened,
  openPage,
} from '../document.ts';
import { factFor } from '../facts.ts';
import { ownLink } from '../frame.ts';
import { type Link, linkTo } from '../links.ts';
import type { ShownSection } from '../pledge.ts';
import { showProse } from '../prose.ts';
import { dayIn, type Reader, type Said } from '../reader.ts';
import { textWithin } from '../within.ts';
import { calendarPath } from './calendar.ts';
import { type Detail, detail, details } from './details.ts';
import { districtNames } from './districts.ts';
import { type EventEntry, eventEntries } from './event-entries.ts';
import { haveYourSayLink } from './have-your-say.ts';
import { ownWords } from './own-words.ts';

type Matter = {
  readonly raised: Dated;
  readonly said: Said;
  readonly english: English | null;
  /** `null` until it was answered. */
  readonly answer: {
    readonly title: string;
    readonly words: Said | null;
    readonly by: Said | null;
    /** To the page on which what came of it stands. */
    readonly outcome: Link | null;
  } | null;
};

export type ForumPage = DocumentPage & {
  readonly kind: string;
  readonly name: Said;
  readonly standing: { readonly words: string; readonly tone: 'waiting' | 'done' | 'past' };
  readonly summary: Said;
  readonly headInEnglish: English | null;
  readonly details: readonly Detail[];
  readonly join: ShownSection | null;
  readonly next: Meetings & { readonly nothing: string; readonly calendar: Link | null };
  readonly past: Meetings | null;
  readonly raised: {
    readonly title: string;
    readonly matters: readonly Matter[];
    readonly nothing: string;
    readonly noAnswer: string;
  };
};

type Meetings = { readonly title: string; readonly entries: readonly EventEntry[] };

const tones = { meets: 'done', 'is-starting': 'waiting', 'none-yet': 'past' } as const;
const MOST_PAST = 12;

type Params = { readonly language: string; readonly slug: string };

export function forumPage(content: Content, { language, slug }: Params): ForumPage {
  const opened = openPage(content, { kind: 'forums', slug, language });
  const { reader, shown } = opened;
  const { text } = shown;
  const { words } = reader;
  const { standing } = shown.source.content;
  const own = ownWords(opened);
  const { document } = shown.edition;
  const meetings = eventEntries(reader, content.having('events', 'forum', document));
  return {
    ...documentPage(opened, {
      title: text.name,
      description: text.summary,
      section: 'part',
      trail: [haveYourSayLink(reader)],
    }),
    kind: words('forum.one'),
    name: own(text.name),
    standing: { words: words(`forum.standing.${standing}`), tone: tones[standing] },
    summary: own.told(text.summary),
    headInEnglish: besideOpened(opened)(['name', 'summary', 'area', 'meets'], {
      level: 1,
      heading: text.name,
    }),
    details: detailsOf(opened),
    join: joinOf(opened),
    next: {
      title: words('forum.next'),
      entries: meetings.coming,
      nothing: words('event.nothing'),
      calendar: calendarOf(opened),
    },
    past:
      meetings.past.length === 0
        ? null
        : { title: words('forum.past'), entries: meetings.past.slice(0, MOST_PAST) },
    raised: {
      title: words('forum.raised'),
      matters: mattersOf(opened),
      nothing: words('forum.nothingRaised'),
      noAnswer: words('forum.noAnswer'),
    },
  };
}

function calendarOf({ reader, shown }: Opened<'forums'>): Link | null {
  const isFollowed = shown.edition.action !== 'withdrawn';
  const href = calendarPath('forums', shown.slug, reader.language);
  return isFollowed ? ownLink(reader, href, reader.words('forum.calendar')) : null;
}

function detailsOf(opened: Opened<'forums'>): readonly Detail[] {
  const { reader, shown } = opened;
  const own = ownWords(opened);
  const { contact, districts } = shown.source.content;
  const { area, meets } = shown.text;
  const { words } = reader;
  const fact = contact === null ? null : factFor(reader, contact);
  return details(
    detail(words('forum.area'), { lines: [own.told(area)] }),
    detail(words('forum.districts'), { lines: districtNames(reader, districts) }),
    meets === null ? null : detail(words('forum.meets'), { lines: [own.told(meets)] }),
    detail(words('event.contact'), { fact }),
  );
}

function joinOf(opened: Opened<'forums'>): ShownSection | null {
  const { reader, shown, textReader } = opened;
  const { howToJoin } = shown.text;
  if (howToJoin === null) return null;
  const isNone = shown.source.content.standing === 'none-yet';
  const above = { level: 2, heading: reader.words(isNone ? 'forum.start' : 'forum.join') } as const;
  return {
    title: above.heading,
    blocks: showProse(textReader, howToJoin, above),
    english: besideOpened(opened)(['howToJoin'], above),
  };
}

/** The last that was raised stands first. */
function mattersOf(opened: Opened<'forums'>): readonly Matter[] {
  const { reader, shown } = opened;
  const { words } = reader;
  const beside = besideOpened(opened);
  const raised = shown.source.content.raised.toSorted((a, b) => (a.on < b.on ? 1 : -1));
  return raised.map((matter): Matter => {
    const own = ownWords(opened, shown.text.raised, matter);
    const { answer, answeredBy } = own.text;
    const date = dayIn(reader.language, matter.on);
    const isAnswered = matter.answeredOn !== null || matter.answer !== null;
    return {
      raised: { text: words('forum.said', { date }), moment: matter.on },
      said: own.told(own.text.said),
      english: beside([{ row: matter.id, of: 'raised', texts: ['said', 'answer'] }], {
        level: 3,
        heading: words('forum.said', { date }),
      }),
      answer: isAnswered
        ? {
            title: answeredTitle(reader, matter.answeredOn),
            words: answer === null ? null : own.told(answer),
            by: answeredBy === null ? null : own(answeredBy),
            outcome: outcomeLink(reader, matter.outcome),
          }
        : null,
    };
  });
}

function answeredTitle({ language, words }: Reader, on: string | null): string {
  return on === null
    ? words('forum.answer')
    : words('forum.answered', { date: dayIn(language, on) });
}

/** An outcome has no page of its own: it stands on the pages of what it is about. */
function outcomeLink(reader: Reader, reference: Parameters<typeof linkTo>[1] | null): Link | null {
  if (reference === null) return null;
  const { document } = reference;
  const outcome = textWithin(reader, { kind: 'outcomes', document });
  if (outcome === null) return null;
  const { consultation, pledges, principles } = outcome.source;
  const where = [...pledges, ...principles, consultation]
    .filter((one) => one !== null)
    .flatMap((one) => linkTo(reader, one) ?? [])[0];
  return where === undefined ? null : { ...where, href: `${where.href}#outcome-${outcome.slug}` };
}

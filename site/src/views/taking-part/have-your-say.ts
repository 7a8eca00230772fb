/** What a parent can do today: answer, come, find the forum near home, or start one. */
import { forumsByDistrict } from '@charterpress/shared/domain/taking-part/forums-by-district.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Content } from '../../content/content.ts';
import { hasList } from '../../content/routes.ts';
import { type Frame, frameFor, ownLink } from '../frame.ts';
import { type Link, linkTo } from '../links.ts';
import { inEnglish, type Reader, reader, type Said, said, saying } from '../reader.ts';
import { textWithin } from '../within.ts';
import { type ConsultationEntry, consultationEntries } from './consultation-entries.ts';
import { type EventEntry, eventEntries } from './event-entries.ts';

export type HaveYourSayPage = {
  readonly frame: Frame;
  readonly title: string;
  readonly introduction: string;
  readonly consultations: {
    readonly title: string;
    readonly entries: readonly ConsultationEntry[];
    readonly nothing: string;
    readonly more: Link | null;
  };
  readonly meet: {
    readonly title: string;
    readonly introduction: string;
    readonly entries: readonly EventEntry[];
    readonly nothing: string;
  };
  readonly events: {
    readonly title: string;
    readonly entries: readonly EventEntry[];
    readonly nothing: string;
    readonly more: Link | null;
  };
  readonly forums: {
    readonly title: string;
    readonly introduction: string;
    readonly districts: readonly ShownDistrict[];
    /** Whom to ask who wants to start one. */
    readonly ask: string;
  };
};

type ShownDistrict = {
  readonly name: Said;
  readonly forums: readonly ShownForum[];
  /** What stands there when there is none; and where one reads how to start one. */
  readonly none: { readonly words: Said; readonly start: Link | null } | null;
};

type ShownForum = Link & { readonly area: Said; readonly standing: string };

const FIRST_EVENTS = 5;

export function haveYourSayLink(who: Reader): Link {
  return ownLink(who, `/${who.language}/have-your-say/`, who.words('part.title'));
}

export function haveYourSayPage(
  content: Content,
  { language }: { readonly language: string },
): HaveYourSayPage {
  const who = reader(content, language);
  const { words } = who;
  const title = words('part.title');
  const introduction = words('part.intro');
  const addresses = content.addresses('events', SOURCE_LANGUAGE);
  const meetings = content.having('events', 'type', 'meet-the-parents');
  const isMeeting = new Set(meetings.map(({ document }) => document));
  const others = addresses.filter(({ document }) => !isMeeting.has(document));
  const list = (kind: 'consultations' | 'events', text: string) =>
    hasList(content, kind) ? ownLink(who, `/${language}/${kind}/`, text) : null;
  const answerable = consultationEntries(who).filter(({ stage }) =>
    ['open', 'coming'].includes(stage.group),
  );
  return {
    frame: frameFor(who, {
      title,
      description: introduction,
      section: 'part',
      isHandedOn: true,
      pathIn: (tag) => `/${tag}/have-your-say/`,
    }),
    title,
    introduction,
    consultations: {
      title: words('part.now'),
      entries: answerable.toSorted(openFirst),
      nothing: words('consultation.nothingOpen'),
      more: list('consultations', words('consultation.all')),
    },
    meet: {
      title: words('event.type.meet-the-parents'),
      introduction: words('part.meetIntro'),
      entries: eventEntries(who, meetings).coming,
      nothing: words('event.nothing'),
    },
    events: {
      title: words('event.coming'),
      entries: eventEntries(who, others).coming.slice(0, FIRST_EVENTS),
      nothing: words('event.nothing'),
      more: list('events', words('event.all')),
    },
    forums: {
      title: words('part.areas'),
      introduction: words('forum.intro'),
      districts: districtsOf(who),
      ask: words('forum.startAsk'),
    },
  };
}

function openFirst({ stage: one }: ConsultationEntry, { stage: other }: ConsultationEntry): number {
  return Number(other.group === 'open') - Number(one.group === 'open');
}

function districtsOf(who: Reader): readonly ShownDistrict[] {
  const { districts } = who.content.trust;
  const names = new Map(districts.map(({ name, slug }) => [slug, name]));
  const found = forumsByDistrict([...names.keys()], knownForums(who));
  return found.map(({ district, forums, howToStart }) => {
    const name = names.get(district) ?? district;
    const none = {
      words: saying(who, 'forum.none', { place: inEnglish(who, name) }),
      start: howToStart === null ? null : { ...howToStart.link, label: startWords(who) },
    };
    return {
      name: said(who, name, SOURCE_LANGUAGE),
      forums: forums.map(({ area, link, standing }) => ({
        ...{ ...link, area },
        standing: who.words(`forum.standing.${standing}`),
      })),
      none: forums.length === 0 ? none : null,
    };
  });
}

function startWords(who: Reader): Said {
  return said(who, who.words('forum.start'), who.language);
}

function knownForums(who: Reader) {
  return who.content.addresses('forums', SOURCE_LANGUAGE).flatMap(({ document }) => {
    const of = { kind: 'forums', document } as const;
    const [forum, link] = [textWithin(who, of), linkTo(who, of)];
    if (forum === null || link === null) return [];
    const { districts, standing } = forum.source;
    return [{ districts, standing, link, area: said(who, forum.text.area, forum.language) }];
  });
}

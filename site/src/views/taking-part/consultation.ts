/** One consultation: what is asked, of whom, until when and how to answer; afterwards, what came of it. */
import type { ContentOfKind } from '@charterpress/shared/domain/kinds.ts';
import { phaseTurns } from '@charterpress/shared/domain/taking-part/consultation-phase.ts';
import { standing } from '@charterpress/shared/domain/taking-part/turns.ts';
import type { Content } from '../../content/content.ts';
import { type Attachments, attachmentsFor } from '../attachments.ts';
import type { English } from '../beside.ts';
import {
  besideOpened,
  type DocumentPage,
  documentPage,
  type Opened,
  openPage,
} from '../document.ts';
import { factFor, type ShownFact } from '../facts.ts';
import { ownLink } from '../frame.ts';
import { linksTo } from '../links.ts';
import { type Outcomes, outcomesAbout } from '../outcomes.ts';
import type { Related, ShownSection } from '../pledge.ts';
import { showProse } from '../prose.ts';
import type { Said } from '../reader.ts';
import { type Detail, detail, details } from './details.ts';
import { type EventEntry, eventEntries } from './event-entries.ts';
import { haveYourSayLink } from './have-your-say.ts';
import { ownWords } from './own-words.ts';
import { type ShownStage, shownStage } from './stage.ts';
import { daysIn } from './when.ts';

type ShownPhase = {
  readonly name: Said;
  readonly state: { readonly words: string; readonly tone: 'waiting' | 'done' | 'past' };
  readonly details: readonly Detail[];
  readonly english: English | null;
};

export type ConsultationPage = DocumentPage & {
  readonly kind: string;
  readonly title: Said;
  readonly summary: Said;
  readonly headInEnglish: English | null;
  readonly stage: ShownStage;
  readonly body: ShownSection | null;
  readonly phases: { readonly title: string; readonly all: readonly ShownPhase[] };
  readonly questions: {
    readonly title: string;
    readonly all: readonly {
      readonly question: Said;
      readonly about: Said | null;
      readonly english: English | null;
    }[];
  } | null;
  readonly contact: { readonly title: string; readonly fact: ShownFact } | null;
  readonly attachments: Attachments | null;
  readonly events: { readonly title: string; readonly coming: readonly EventEntry[] } | null;
  readonly report: ShownSection | null;
  readonly outcomes: Outcomes | null;
  readonly related: readonly Related[];
};

type Params = { readonly language: string; readonly slug: string };
type Consultation = ContentOfKind<'consultations'>;

export function consultationPage(content: Content, { language, slug }: Params): ConsultationPage {
  const opened = openPage(content, { kind: 'consultations', slug, language });
  const { reader, shown } = opened;
  const { text } = shown;
  const { document } = shown.edition;
  const { words } = reader;
  const own = ownWords(opened);
  const list = ownLink(reader, `/${language}/consultations/`, words('consultation.title'));
  const beside = besideOpened(opened);
  return {
    ...documentPage(opened, {
      title: text.title,
      description: text.summary,
      section: 'part',
      trail: [haveYourSayLink(reader), list],
    }),
    kind: words('consultation.title'),
    title: own(text.title),
    summary: own.told(text.summary),
    headInEnglish: beside(['title', 'summary'], { level: 1, heading: text.title }),
    stage: shownStage(reader, shown.source.content),
    report: reportOf(opened),
    outcomes: outcomesAbout(reader, 'consultation', document),
    body: bodyOf(opened),
    phases: { title: words('consultation.phases'), all: phasesOf(opened) },
    questions: questionsOf(opened),
    contact: contactOf(opened),
    attachments: attachmentsFor(reader, shown.source.content.attachments),
    events: eventsOf(opened, document),
    related: [
      { title: words('related.title'), links: linksTo(reader, shown.source.content.subjects) },
    ].filter(({ links }) => links.length > 0),
  };
}

function bodyOf(opened: Opened<'consultations'>): ConsultationPage['body'] {
  const { reader, shown, textReader } = opened;
  const { body } = shown.text;
  const title = reader.words('consultation.about');
  const above = { level: 2, heading: title } as const;
  if (body === null) return null;
  const english = besideOpened(opened)(['body'], above);
  return { title, blocks: showProse(textReader, body, above), english };
}

/** Its days are those of the English: a translation that is behind must not send anyone too late. */
function phasesOf(opened: Opened<'consultations'>): readonly ShownPhase[] {
  const { reader, shown } = opened;
  const { words } = reader;
  const beside = besideOpened(opened);
  return shown.source.content.phases.map((phase): ShownPhase => {
    const own = ownWords(opened, shown.text.phases, phase);
    const { asks, closes, id, opens } = phase;
    const ways = own.text.ways ?? null;
    return {
      name: own(own.text.name),
      state: phaseState(opened, phase),
      details: details(
        detail(words('consultation.who'), { lines: [inOwn(words(whoIs[asks]))] }),
        detail(words('event.when'), {
          lines: [inOwn(daysIn(reader.language, opens, closes))],
        }),
        ways === null
          ? null
          : detail(words('consultation.how'), { lines: linesOf(ways).map(own.told) }),
      ),
      english:
        own.text === phase
          ? null
          : beside([{ row: id, of: 'phases', texts: ['name', 'ways'] }], {
              level: 3,
              heading: own.text.name,
            }),
    };
  });
}

function phaseState(
  { reader }: Opened<'consultations'>,
  phase: Consultation['phases'][number],
): ShownPhase['state'] {
  const { is } = standing(phaseTurns(phase), reader.content.reached);
  const { words } = reader;
  if (is === 'open') return { words: words('consultation.open'), tone: 'done' };
  return is === 'coming'
    ? { words: words('consultation.coming'), tone: 'waiting' }
    : { words: words('event.over'), tone: 'past' };
}

function questionsOf(opened: Opened<'consultations'>): ConsultationPage['questions'] {
  const { reader, shown } = opened;
  const beside = besideOpened(opened);
  const all = shown.source.content.questions.map((question) => {
    const own = ownWords(opened, shown.text.questions, question);
    const { about } = own.text;
    return {
      question: own(own.text.question),
      about: about === null ? null : own.told(about),
      english:
        own.text === question
          ? null
          : beside([{ row: question.id, of: 'questions', texts: ['question', 'about'] }], {
              level: 3,
              heading: own.text.question,
            }),
    };
  });
  return all.length === 0 ? null : { title: reader.words('consultation.questions'), all };
}

function contactOf({ reader, shown }: Opened<'consultations'>): ConsultationPage['contact'] {
  const { contact } = shown.source.content;
  const fact = contact === null ? null : factFor(reader, contact);
  return fact === null ? null : { title: reader.words('event.contact'), fact };
}

function eventsOf(
  { reader }: Opened<'consultations'>,
  document: string,
): ConsultationPage['events'] {
  const { coming } = eventEntries(
    reader,
    reader.content.having('events', 'consultation', document),
  );
  return coming.length === 0 ? null : { title: reader.words('event.coming'), coming };
}

function reportOf(opened: Opened<'consultations'>): ShownSection | null {
  const { reader, shown, textReader } = opened;
  const { report } = shown.text;
  if (report === null) return null;
  const above = { level: 2, heading: reader.words('consultation.reported') } as const;
  return {
    title: above.heading,
    blocks: showProse(textReader, report, above),
    english: besideOpened(opened)(['report'], above),
  };
}

const whoIs = {
  'officers-and-agencies': 'guide.professionals',
  parents: 'guide.parents',
  'young-people': 'guide.young-people',
  everyone: 'made.everyone',
} as const;

/** In the words of the interface. */
function inOwn(words: string): Said {
  return { text: words, in: undefined };
}

function linesOf(text: string): readonly string[] {
  return text.split(/\n+/).filter((line) => line.trim() !== '');
}

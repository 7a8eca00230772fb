/** One service, as the questions that a parent has of it. What nobody knows is said to be asked about. */

import type { ContentOfKind } from '@charterpress/shared/domain/kinds.ts';
import { knownAges } from '@charterpress/shared/domain/services/ages.ts';
import type { WordKey } from '@charterpress/shared/strings.ts';
import type { Content } from '../../content/content.ts';
import type { Filter } from '../../content/services-in.ts';
import type { English } from '../beside.ts';
import {
  besideOpened,
  type DocumentPage,
  documentPage,
  type Opened,
  openDocument,
} from '../document.ts';
import { factFor, type ShownFact, type Way, web } from '../facts.ts';
import { type Link, linksTo } from '../links.ts';
import type { Related, ShownSection } from '../pledge.ts';
import { showProse } from '../prose.ts';
import {
  dayIn,
  knownLanguage,
  listIn,
  listOf,
  numberIn,
  type Reader,
  type Said,
  said,
} from '../reader.ts';
import { told } from '../terms.ts';
import { checkedLine, type Warning, warningOf } from './checked.ts';
import { districtLinks } from './districts.ts';
import { districtsThere, whereOf } from './entry.ts';
import { findHelpLink } from './find-help.ts';
import { filterLink } from './list.ts';
import { openingFor, type ShownOpening } from './opening.ts';
import { accessOf, type PlaceThere, placesThere, transportOf } from './places-there.ts';

export type Answer = {
  readonly id: string;
  readonly title: string;
  readonly texts: readonly Said[];
  readonly links: readonly Link[];
  readonly facts: readonly ShownFact[];
  readonly ways: readonly Way[];
  readonly places: readonly PlaceThere[];
  readonly opening: ShownOpening | null;
  readonly english: English | null;
};

export type ServicePage = DocumentPage & {
  readonly title: Said;
  readonly summary: Said;
  readonly headInEnglish: English | null;
  readonly warning: Warning | null;
  readonly checked: Said | null;
  readonly happens: ShownSection | null;
  readonly answers: readonly Answer[];
  readonly related: readonly Related[];
};

type Params = { readonly language: string; readonly slug: string };
type Service = ContentOfKind<'services'>;

/** Returns `null` when no service has the slug: lists stand in the same folder. */
export function servicePage(content: Content, { language, slug }: Params): ServicePage | null {
  const opened = openDocument(content, { kind: 'services', slug, language });
  if (opened === null) return null;
  const { reader, shown, textReader } = opened;
  const { text, textLanguage } = shown;
  const beside = besideOpened(opened);
  const above = { level: 2, heading: textReader.words('services.service.happens') } as const;
  const english = beside(['body'], above);
  const summary = told(reader, text.summary, textLanguage);
  const happens = text.body === null ? [] : showProse(textReader, text.body, above);
  return {
    ...documentPage(opened, {
      title: text.name,
      description: text.summary,
      section: 'services',
      trail: [findHelpLink(reader)],
    }),
    title: said(reader, text.name, textLanguage),
    summary,
    headInEnglish: beside(['name', 'summary'], { level: 1, heading: text.name }),
    warning: warningOf(opened),
    checked: checkedLine(opened),
    happens:
      happens.length === 0 && english === null
        ? null
        : { title: above.heading, blocks: happens, english },
    answers: answersTo(opened),
    related: relatedTo(opened),
  };
}

type Question =
  | 'forMe'
  | 'cost'
  | 'referral'
  | 'wait'
  | 'when'
  | 'where'
  | 'travel'
  | 'stepFree'
  | 'languages'
  | 'whoWillKnow'
  | 'lasting'
  | 'contact'
  | 'organisation';
type Texts = Omit<Partial<Answer>, 'texts'> & {
  readonly texts?: readonly (Said | null)[];
  /** The fields that are behind the English in an old translation. */
  readonly fields?: readonly (keyof Service & string)[];
  /** What to ask when all of it is unknown. */
  readonly ask: WordKey;
};

function answersTo(opened: Opened<'services'>): readonly Answer[] {
  const { reader, shown } = opened;
  // What is no language comes from the newest English: an old translation must not keep an old price.
  const facts = shown.source.content;
  const { text } = shown;
  const beside = besideOpened(opened);
  const places = placesThere(reader, facts.places);
  // Where no place is named, how to get there and steps are no questions yet: where it is comes first.
  const isSomewhere = places.length > 0;
  const answer = (question: Question, { ask, fields = [], texts = [], ...more }: Texts): Answer => {
    const title = reader.words(`services.service.${question}`);
    const nothing = { links: [], facts: [], ways: [], places: [], opening: null };
    const known = { ...nothing, ...more, texts: texts.filter((one) => one !== null) };
    const isKnown = known.opening !== null || Object.values(known).some(isFilled);
    return {
      ...{ ...known, id: question, title },
      texts: isKnown ? known.texts : [word_(reader, ask)],
      english: beside(fields, { level: 2, heading: title }),
    };
  };
  const own = (words: string | null) => own_(opened, words);
  const word = (key: WordKey | null) => (key === null ? null : word_(reader, key));
  const all = [
    answer('contact', {
      facts: factsOf(reader, facts.contacts),
      ways: [web(facts.web)].filter((way) => way !== null),
      ask: 'services.ask.contact',
    }),
    answer('forMe', {
      texts: [own(text.forWhom), agesOf(reader, facts), carersOf(reader, facts)],
      fields: ['forWhom'],
      ask: 'services.ask.forMe',
    }),
    answer('cost', {
      texts: [word(facts.cost && `services.cost.${facts.cost}`), own(text.costNote)],
      facts: factsOf(reader, facts.price === null ? [] : [facts.price]),
      fields: ['costNote'],
      ask: 'services.ask.cost',
    }),
    answer('referral', {
      texts: [
        word(facts.referral && `services.referral.${facts.referral}`),
        own(text.referralNote),
      ],
      fields: ['referralNote'],
      ask: 'services.ask.referral',
    }),
    answer('wait', { texts: [own(text.wait)], fields: ['wait'], ask: 'services.ask.wait' }),
    answer('when', { opening: openingFor(reader, shown), ask: 'services.ask.when' }),
    answer('where', {
      texts: [
        whereOf(reader, facts),
        facts.atHome ? word('services.service.home') : null,
        isSomewhere || facts.atHome ? null : word('services.ask.where'),
      ],
      places,
      ask: 'services.ask.where',
    }),
    answer('travel', {
      texts: text.transport === null ? transportOf(reader, places) : [own(text.transport)],
      fields: ['transport'],
      ask: 'services.ask.travel',
    }),
    answer('stepFree', {
      texts:
        facts.stepFree === null && text.access === null
          ? accessOf(reader, places)
          : [
              word(
                facts.stepFree ? `services.stepFree.${facts.stepFree}` : 'services.ask.stepFree',
              ),
              own(text.access),
            ],
      fields: ['access'],
      ask: 'services.ask.stepFree',
    }),
    answer('languages', {
      texts: [
        languagesOf(reader, facts) ?? word('services.ask.languages'),
        word(
          facts.interpreters === null
            ? 'services.ask.interpreters'
            : `services.interpreters.${facts.interpreters}`,
        ),
      ],
      ask: 'services.ask.languages',
    }),
    answer('whoWillKnow', {
      texts: [own(text.whoWillKnow)],
      fields: ['whoWillKnow'],
      ask: 'services.ask.whoWillKnow',
    }),
    answer('lasting', { texts: [lastingOf(reader, facts)], ask: 'services.ask.lasting' }),
    answer('organisation', {
      links: linksTo(reader, [facts.organisation]),
      ask: 'services.ask.contact',
    }),
  ];
  const isSaid = {
    travel: isSomewhere || text.transport !== null,
    stepFree: isSomewhere || facts.stepFree !== null || text.access !== null,
  };
  const isShown = ({ english, id }: Answer) =>
    english !== null || (isSaid[id as keyof typeof isSaid] ?? true);
  return all.filter(isShown);
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}

function own_({ reader, shown }: Opened<'services'>, words: string | null): Said | null {
  return words === null ? null : told(reader, words, shown.textLanguage);
}

function word_(reader: Reader, key: WordKey): Said {
  return said(reader, reader.words(key), reader.language);
}

function factsOf(reader: Reader, references: Service['contacts']): readonly ShownFact[] {
  return references.flatMap((reference) => factFor(reader, reference) ?? []);
}

/** Ages that are not known are asked about, whatever else is known of whom it is for. */
export function agesOf(reader: Reader, service: Service): Said {
  const ages = knownAges(service);
  const { language, words } = reader;
  if (ages.is === 'unknown') return word_(reader, 'services.ask.ages');
  const years = {
    from: 'from' in ages ? numberIn(language, ages.from) : '',
    to: 'to' in ages ? numberIn(language, ages.to) : '',
  };
  return said(reader, words(`services.ages.${ages.is}`, years), language);
}

function carersOf(reader: Reader, { carers }: Service): Said | null {
  const names = carers.map((carer) => reader.words(`services.carer.${carer}`));
  if (names.length === 0) return null;
  const name = listIn(reader.language).format(names);
  return said(reader, reader.words('services.in.carer', { name }), reader.language);
}

function languagesOf(reader: Reader, { languages }: Service): Said | null {
  const names = languages.map((tag) => said(reader, knownLanguage(tag).ownName, tag));
  return names.length === 0 ? null : listOf(reader, names);
}

function lastingOf(reader: Reader, { lasting, pilotEnds }: Service): Said | null {
  if (lasting === null) return null;
  if (lasting === 'lasting' || pilotEnds === null)
    return word_(reader, `services.lasting.${lasting}`);
  const date = dayIn(reader.language, pilotEnds);
  return said(reader, reader.words('services.lasting.until', { date }), reader.language);
}

function relatedTo({ reader, shown }: Opened<'services'>): readonly Related[] {
  const { guides, principles } = shown.text;
  const { carers, tiers, topics } = shown.source.content;
  const lists: readonly Filter[] = [
    ...topics.map((value) => ({ by: 'worry' as const, value })),
    ...carers.map((value) => ({ by: 'carer' as const, value })),
    ...tiers.map((value) => ({ by: 'tier' as const, value })),
  ];
  const like = [
    ...lists.map((filter) => filterLink(reader, filter)),
    ...(shown.source.content.everywhere
      ? []
      : districtLinks(reader, districtsThere(reader, shown.source.content))),
  ];
  return [
    { title: reader.words('services.more.like'), links: like },
    { title: reader.words('related.guides'), links: linksTo(reader, guides) },
    { title: reader.words('related.principles'), links: linksTo(reader, principles) },
  ].filter(({ links }) => links.length > 0);
}

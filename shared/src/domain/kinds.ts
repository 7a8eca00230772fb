/**
 * What a children's trust publishes: every kind of document and what it holds. Sources: the Kent parent support
 * strategy (2007) for charter, pledges and principles; the Leicestershire family support strategy (2008) for tiers.
 */
import { versionForms, versionSections } from './language-version.ts';
import {
  type ContentOf,
  choice,
  day,
  file,
  line,
  lines,
  many,
  moment,
  number,
  one,
  prose,
  rows,
  same,
  word,
  yes,
} from './shape.ts';
import { audiences, drawings, statuses, writtenLanguages } from './shapes/choices.ts';
import { promiseShapes } from './shapes/promises.ts';
import { serviceShapes } from './shapes/services.ts';
import { strategyShapes } from './shapes/strategy.ts';
import { takingPartShapes } from './shapes/taking-part.ts';
import { noticeSentences, severities } from './urgent-notice.ts';

/** What a fact is about; it decides how the site shows it. */
export const factTypes = ['contact', 'number', 'price', 'opening-time'] as const;

/** Whether a wording is the one to use, or one that nobody may use. */
export const wordingUses = ['approved', 'forbidden'] as const;

export const kinds = {
  /** The Parent's Charter: what the trust promises, and since when. */
  charter: {
    title: line(true),
    introduction: prose(true),
    version: same(),
    status: choice(statuses, true),
    adoptedOn: day(),
    inForceFrom: day(),
    inForceTo: day(),
    replaces: one(['charter']),
    pledges: many(['pledges'], true),
  },
  /** One promise of the charter, who answers for it, and what to do when it is not kept. */
  pledges: {
    number: number(true),
    promise: line(true),
    meaning: prose(true),
    answerable: line(true),
    ifNotKept: prose(true),
    drawing: choice(drawings),
    principles: many(['principles']),
    guides: many(['guides']),
  },
  /** One of the principles that the strategy stands on. */
  principles: {
    number: number(true),
    statement: lines(true),
    meaning: prose(true),
    status: choice(statuses, true),
    /** How it was said before, oldest first, and why that changed. */
    earlier: rows({
      wording: lines(true),
      from: day(),
      until: day(true),
      reason: lines(true),
      consultation: one(['consultations']),
    }),
  },
  /** A service explained to parents, in parts. */
  guides: {
    title: line(true),
    summary: lines(true),
    audience: choice(audiences, true),
    sensitive: yes(),
    image: one(['media']),
    parts: rows(
      { slug: same(true), title: line(true), body: prose(true), attachments: many(['media']) },
      true,
    ),
    principles: many(['principles']),
  },
  /** A contact, number, price or opening time that texts refer to instead of repeating it. */
  facts: {
    type: choice(factTypes, true),
    label: line(true),
    telephone: same(),
    email: same(),
    web: same(),
    value: line(),
    confirmedBy: same(),
    confirmedOn: day(),
    expires: day(),
  },
  /** The home page, about, privacy: what is none of the other kinds. */
  pages: {
    title: line(true),
    summary: lines(true),
    image: one(['media']),
    body: prose(),
    attachments: many(['media']),
    sensitive: yes(),
  },
  /** One document: what stands on every page. */
  settings: {
    helplines: many(['facts']),
    footerPages: many(['pages']),
    interpreterLine: one(['facts']),
  },
  /**
   * The common language: what a word means to parents and to professionals, and how it is written, and not written, in
   * each language.
   */
  terms: {
    term: line(true),
    plainMeaning: lines(true),
    professionalMeaning: lines(),
    staysLatin: yes(),
    wordings: rows({
      language: choice(writtenLanguages, true),
      use: choice(wordingUses, true),
      wording: same(true),
    }),
    sensitive: yes(),
  },
  /**
   * What parents have to know today: a standing sentence, the facts that fill it, and its end. What is free text is
   * English in every language; the sentence is in the reader's.
   */
  notices: {
    sentence: choice(noticeSentences, true),
    severity: choice(severities, true),
    about: one(['facts']),
    instead: one(['facts']),
    text: same(),
    begins: moment(),
    ends: moment(true),
    pages: many(['charter', 'pledges', 'principles', 'guides', 'pages']),
  },
  /**
   * Images, each with a text that says the same or the decision that it is decorative; and PDF documents, recordings and
   * films, each with a way to the same for whoever cannot use it. What a file is, its type says: see `media.ts`.
   */
  media: {
    title: line(),
    alternativeText: lines(),
    decorative: yes(),
    caption: lines(),
    accessibleEquivalent: one(['guides', 'pages']),
    contact: one(['facts']),
    transcript: prose(),
    captions: one(['media']),
    file: file(),
  },
  /**
   * A document in Easy Read, in British Sign Language or spoken: sentences and films of its own, made from one edition of
   * the text, and behind when that moves on. Its words are nobody's source, so none of them is translated.
   */
  'language-versions': {
    of: one(['charter', 'pledges', 'principles', 'guides', 'pages'], true),
    form: choice(versionForms, true),
    madeFrom: number(true),
    sentences: rows({
      section: choice(versionSections, true),
      part: same(),
      sentence: same(true),
      picture: one(['media'], true),
    }),
    recording: one(['media']),
    poster: one(['media']),
    spokenIn: same(),
    translatedBy: same(),
    translatorRegistration: same(),
    checkedBy: same(),
    checkerRegistration: same(),
  },
  /** Words of the interface that this trust says otherwise than they are shipped, in English and in every language. */
  'interface-words': {
    words: rows({ key: same(true), word: word(true) }, true),
  },
  ...serviceShapes,
  ...promiseShapes,
  ...strategyShapes,
  ...takingPartShapes,
} as const;

/** What one document of a kind is called in the GraphQL schema; `GuideEdition` is the type of its editions. */
export const singularOf: Readonly<Record<Kind, string>> = {
  charter: 'Charter',
  pledges: 'Pledge',
  principles: 'Principle',
  guides: 'Guide',
  facts: 'Fact',
  pages: 'Page',
  settings: 'Settings',
  terms: 'Term',
  notices: 'Notice',
  media: 'Media',
  'language-versions': 'LanguageVersion',
  'interface-words': 'InterfaceWords',
  organisations: 'Organisation',
  places: 'Place',
  services: 'Service',
  actions: 'Action',
  outcomes: 'Outcome',
  strategies: 'Strategy',
  bodies: 'Body',
  decisions: 'Decision',
  evidence: 'Evidence',
  courses: 'Course',
  consultations: 'Consultation',
  forums: 'Forum',
  events: 'Event',
};

export type Kind = keyof typeof kinds;
export type ContentOfKind<K extends Kind> = ContentOf<(typeof kinds)[K]>;

export const kindNames = Object.keys(kinds) as readonly Kind[];

export function isKind(name: string): name is Kind {
  return Object.hasOwn(kinds, name);
}

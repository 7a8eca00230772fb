/** What a reader has to know about a text before reading it: withdrawn, behind the English, or not safe to show. */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import type { ChangedSections } from '@charterpress/shared/domain/freshness.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { anchorOf } from '@charterpress/shared/domain/strategy/numbering.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { WordKey } from '@charterpress/shared/strings.ts';
import { readEnglish } from './beside.ts';
import { destination, type Link } from './links.ts';
import { notesOf } from './notes.ts';
import { dayIn, inEnglish, type Reader, type Said, said } from './reader.ts';
import { isVersion, type Reading } from './reading.ts';

export type Notice = {
  readonly tone: 'information' | 'warning';
  readonly title: string;
  readonly texts: readonly Said[];
  /** Each under a line that says what it is: what changed, and in which sections. */
  readonly lists: readonly { readonly label: string; readonly items: readonly (Said | Link)[] }[];
  readonly link: Link | null;
};

/** `englishPath` is the address of the same page in English. */
export function noticesFor(reader: Reader, shown: Reading, englishPath: string): readonly Notice[] {
  if (shown.edition.action === 'withdrawn') return [withdrawn(reader, shown)];
  const { freshness } = shown;
  if (freshness.state === 'current') return [];
  const date = dayIn(reader.language, freshness.since);
  if (freshness.unsafe) return [unsafe(reader, date)];
  return [behind({ reader, shown, date, changed: freshness.changed, englishPath })];
}

function withdrawn(reader: Reader, { edition }: Reading): Notice {
  const why =
    edition.changeNote === null ? [] : [said(reader, edition.changeNote, edition.language)];
  return {
    tone: 'warning',
    title: reader.words('withdrawn.title', { date: dayIn(reader.language, edition.publishedAt) }),
    texts: [...why, said(reader, reader.words('withdrawn.text'), reader.language)],
    lists: [],
    link: null,
  };
}

function unsafe(reader: Reader, date: string): Notice {
  return {
    tone: 'warning',
    title: reader.words('unsafe.title', { date }),
    texts: [said(reader, reader.words('unsafe.text'), reader.language)],
    lists: [],
    link: null,
  };
}

type Behind = {
  readonly reader: Reader;
  readonly shown: Reading;
  readonly date: string;
  readonly changed: ChangedSections;
  readonly englishPath: string;
};

function behind({ reader, shown, date, changed, englishPath }: Behind): Notice {
  const lists = [
    { label: reader.words('behind.notes'), items: notesSince(reader, shown) },
    { label: reader.words('behind.sections'), items: sectionNames(reader, shown, changed) },
  ];
  return {
    tone: 'information',
    title: reader.words('behind.title', { date }),
    texts: [
      said(
        reader,
        reader.words(isVersion(shown) ? 'version.behind' : 'behind.text'),
        reader.language,
      ),
    ],
    lists: lists.filter(({ items }) => items.length > 0),
    link: readEnglish(reader, englishPath),
  };
}

/** What the English editions that the translation does not have told parents. */
function notesSince(reader: Reader, { edition }: Reading): readonly Said[] {
  const made = edition.sourceEdition ?? 0;
  const english = reader.content.englishSince(edition.kind, edition.document, made);
  const notes = notesOf(english).filter(({ number }) => number > made);
  return notes.map(({ note }) => inEnglish(reader, note));
}

function sectionNames(
  reader: Reader,
  shown: Reading,
  changed: ChangedSections,
): readonly (Said | Link)[] {
  const rows = changed.rows.flatMap((id) => rowLink(reader, shown, id) ?? []);
  const named = changed.fields.filter((field) => rows.length === 0 || !linked.includes(field));
  const fields = named.map((field) => fieldName(reader, shown.edition.kind, field));
  return [...rows, ...[...new Set(fields)].map((name) => said(reader, name, reader.language))];
}

/** Fields whose rows have a place of their own to lead to. */
const linked = ['parts', 'sections'];

/**
 * To the part or section as the translation calls it; to one that came with the newer English, as the English calls it.
 * `null` for a row of anything else.
 */
function rowLink(reader: Reader, shown: Reading, id: string): Link | null {
  const { edition, slug, source } = shown;
  const own = isVersion(shown) ? [] : partsOf(edition.content);
  const isOwn = own.some((part) => part.id === id);
  const parts = isOwn ? own : partsOf(source.content);
  const at = parts.findIndex((part) => part.id === id);
  const part = parts[at];
  if (part === undefined) return null;
  const language = isOwn ? reader.language : SOURCE_LANGUAGE;
  const isSection = 'sections' in source.content;
  const below = at === 0 || isSection ? {} : { part: part.slug };
  const path = pathOf({ kind: edition.kind, slug, language, ...below }) as string;
  const href = isSection ? `${path}#${anchorOf(part.slug)}` : path;
  return { ...destination(reader, href, language), label: said(reader, part.title, language) };
}

type Part = { readonly id: string; readonly slug: string; readonly title: string };

function partsOf(content: object): readonly Part[] {
  if ('sections' in content) return content.sections as readonly Part[];
  return 'parts' in content ? (content.parts as readonly Part[]) : [];
}

/** What each field is called on its page; the rest are "other details". */
const names: Readonly<Partial<Record<Kind, Readonly<Record<string, WordKey>>>>> = {
  charter: {
    title: 'field.title',
    introduction: 'field.introduction',
    pledges: 'charter.promises',
  },
  pledges: {
    promise: 'pledge.promise',
    meaning: 'pledge.meaning',
    answerable: 'pledge.answerable',
    ifNotKept: 'pledge.ifNotKept',
    principles: 'related.principles',
    guides: 'related.guides',
  },
  principles: {
    statement: 'principle.statement',
    meaning: 'principle.meaning',
    status: 'charter.status',
    earlier: 'wording.title',
  },
  guides: {
    title: 'field.title',
    summary: 'field.summary',
    parts: 'guide.contents',
    principles: 'related.principles',
  },
  terms: { plainMeaning: 'words.plain', professionalMeaning: 'words.professional' },
  actions: {
    title: 'field.title',
    owner: 'progress.owner',
    measure: 'progress.measure',
    due: 'progress.due',
    promisedOn: 'progress.promisedOn',
    reports: 'progress.reports',
    principles: 'progress.principles',
    pledge: 'progress.keeps',
  },
  strategies: {
    title: 'field.title',
    summary: 'field.summary',
    sections: 'strategy.sections',
    milestones: 'strategy.milestones',
    sentTo: 'strategy.sentTo',
    status: 'charter.status',
    inForceFrom: 'charter.from',
    inForceTo: 'charter.to',
  },
  bodies: {
    summary: 'field.summary',
    meets: 'board.meets',
    members: 'board.members',
    howToRaise: 'board.raise',
    contact: 'board.contact',
  },
  decisions: {
    title: 'field.title',
    result: 'decision.result.label',
    decided: 'decision.minuted',
    subjects: 'outcome.about',
  },
  evidence: { title: 'field.title', summary: 'field.summary', findings: 'evidence.findings' },
  courses: {
    title: 'field.title',
    summary: 'field.summary',
    body: 'course.body',
    forWhom: 'course.forWhom',
    length: 'course.length',
    howToBook: 'course.howToBook',
    contact: 'board.contact',
  },
  services: {
    name: 'field.title',
    summary: 'field.summary',
    body: 'services.service.happens',
    ...{ forWhom: 'services.service.forMe', ages: 'services.service.forMe' },
    ...{ fromAge: 'services.service.forMe', toAge: 'services.service.forMe' },
    carers: 'services.service.forMe',
    ...{ cost: 'services.service.cost', costNote: 'services.service.cost' },
    price: 'services.service.cost',
    ...{ referral: 'services.service.referral', referralNote: 'services.service.referral' },
    wait: 'services.service.wait',
    ...{ hours: 'services.service.when', exceptions: 'services.service.when' },
    ...{ everywhere: 'services.service.where', districts: 'services.service.where' },
    ...{ places: 'services.service.where', atHome: 'services.service.where' },
    transport: 'services.service.travel',
    ...{ stepFree: 'services.service.stepFree', access: 'services.service.stepFree' },
    ...{ languages: 'services.service.languages', interpreters: 'services.service.languages' },
    whoWillKnow: 'services.service.whoWillKnow',
    ...{ lasting: 'services.service.lasting', pilotEnds: 'services.service.lasting' },
    ...{ contacts: 'services.service.contact', web: 'services.service.contact' },
    organisation: 'services.service.organisation',
  },
  places: {
    name: 'field.title',
    summary: 'field.summary',
    askFor: 'services.place.askFor',
    ...{ street: 'services.place.address', town: 'services.place.address' },
    postcode: 'services.place.address',
    contact: 'services.service.contact',
    ...{ hours: 'services.opening.title', exceptions: 'services.opening.title' },
    transport: 'services.service.travel',
    ...{ stepFree: 'services.service.stepFree', access: 'services.service.stepFree' },
    cluster: 'services.place.cluster',
  },
  organisations: { name: 'field.title', summary: 'field.summary' },
  pages: { title: 'field.title', summary: 'field.summary', body: 'field.body' },
  consultations: {
    title: 'field.title',
    summary: 'field.summary',
    body: 'field.body',
    phases: 'consultation.phases',
    questions: 'consultation.questions',
    report: 'consultation.reported',
  },
  forums: {
    name: 'field.title',
    summary: 'field.summary',
    area: 'forum.area',
    howToJoin: 'forum.join',
    meets: 'forum.meets',
    raised: 'forum.raised',
  },
};

export function fieldName(reader: Reader, kind: Kind, field: string): string {
  return reader.words(names[kind]?.[field] ?? 'behind.other');
}

/**
 * Easy Read, a film in British Sign Language, a recording: a document in another form, written or filmed afresh from one
 * edition of its text. What it is made of depends on its form; whether it is behind, on what was published since.
 */
import { language } from '../languages.ts';
import { digestOf } from './digest.ts';
import type { ContentOfKind } from './kinds.ts';
import type { Problem } from './problem.ts';

export const versionForms = ['easy-read', 'sign', 'sound'] as const;
export type VersionForm = (typeof versionForms)[number];

/** What a sentence of Easy Read is about: a field of the English, or one of the parts of a guide. */
export const versionSections = [
  ...['title', 'summary', 'introduction', 'promise', 'statement', 'meaning', 'answerable'],
  ...['ifNotKept', 'pledges', 'body', 'part'],
] as const;
export type VersionSection = (typeof versionSections)[number];

const sectionsOf: Readonly<Record<string, readonly VersionSection[]>> = {
  charter: ['title', 'introduction', 'pledges'],
  pledges: ['promise', 'meaning', 'answerable', 'ifNotKept'],
  principles: ['statement', 'meaning'],
  guides: ['title', 'summary', 'part'],
  pages: ['title', 'summary', 'body'],
};

type Version = ContentOfKind<'language-versions'>;
type Text = Readonly<Record<string, unknown>>;

/**
 * Whether a text says something else than before where a version is about it: a film and a recording are about all of it,
 * Easy Read about the sections that its sentences name.
 */
export function isAboutChange(
  { form, sentences }: Pick<Version, 'form' | 'sentences'>,
  before: Text,
  after: Text,
): boolean {
  if (form !== 'easy-read') return digestOf(before) !== digestOf(after);
  return sentences.some(({ part, section }) => {
    const of = (text: Text) => (section === 'part' ? partWith(text, part, before) : text[section]);
    return digestOf(of(before) ?? null) !== digestOf(of(after) ?? null);
  });
}

type Part = { readonly id: string; readonly slug: string };

/** The part that had this address in the text that the version was made from, wherever it stands by now. */
function partWith(text: Text, slug: string | null, made: Text): Part | undefined {
  const partsOf = (of: Text) => (of.parts ?? []) as readonly Part[];
  const id = partsOf(made).find((part) => part.slug === slug)?.id;
  return partsOf(text).find((part) => part.id === id);
}

type Need = 'needed' | 'none';
const slots: Readonly<Record<string, Readonly<Record<VersionForm, Need>>>> = {
  sentences: { 'easy-read': 'needed', sign: 'none', sound: 'none' },
  recording: { 'easy-read': 'none', sign: 'needed', sound: 'needed' },
  poster: { 'easy-read': 'none', sign: 'needed', sound: 'none' },
  spokenIn: { 'easy-read': 'none', sign: 'none', sound: 'needed' },
  translatedBy: { 'easy-read': 'none', sign: 'needed', sound: 'none' },
  translatorRegistration: { 'easy-read': 'none', sign: 'needed', sound: 'none' },
  checkedBy: { 'easy-read': 'none', sign: 'needed', sound: 'none' },
  checkerRegistration: { 'easy-read': 'none', sign: 'needed', sound: 'none' },
};

type Values = Readonly<Record<string, unknown>>;

/** What its form wants and it does not have, or has no place for; sentences about what the document does not hold. */
export function versionProblems(version: Values): readonly Problem[] {
  const form = version.form as VersionForm | null;
  if (form === null || !versionForms.includes(form)) return [];
  return [
    ...slotProblems(version, form),
    ...sectionProblems(version),
    ...personProblems(version),
    ...spokenProblems(version),
  ];
}

/** A voice reads out a text: there is none in Easy Read, and none in what nobody here knows. */
function spokenProblems({ spokenIn }: Values): readonly Problem[] {
  if (spokenIn == null || language(String(spokenIn))?.form === 'text') return [];
  return [{ field: 'spokenIn', problem: 'not-a-choice', value: String(spokenIn) }];
}

function slotProblems(version: Values, form: VersionForm): readonly Problem[] {
  return Object.entries(slots).flatMap(([field, needs]): Problem[] => {
    const value = version[field] ?? null;
    const isThere = Array.isArray(value) ? value.length > 0 : value !== null;
    if (needs[form] === 'needed' && !isThere) return [{ field, problem: 'empty' }];
    return needs[form] === 'none' && isThere ? [{ field, problem: 'no-place-in-form' }] : [];
  });
}

function sectionProblems({ of, sentences }: Values): readonly Problem[] {
  const kind = (of as { kind?: string } | null)?.kind ?? '';
  const known = sectionsOf[kind];
  if (known === undefined || !Array.isArray(sentences)) return [];
  return sentences.flatMap(({ part, section }: Values, at): Problem[] => {
    const field = `sentences.${at}`;
    if (section !== null && !known.includes(section as VersionSection)) {
      return [{ field: `${field}.section`, problem: 'not-a-choice', value: String(section) }];
    }
    const isOfPart = section === 'part';
    if (isOfPart && part === null) return [{ field: `${field}.part`, problem: 'empty' }];
    return part !== null && !isOfPart
      ? [{ field: `${field}.part`, problem: 'no-place-in-form' }]
      : [];
  });
}

/** Who signs a text and who checks it are two people. */
function personProblems({ checkedBy, translatedBy }: Values): readonly Problem[] {
  return checkedBy !== null && checkedBy === translatedBy
    ? [{ field: 'checkedBy', problem: 'repeated', value: String(checkedBy) }]
    : [];
}

/** What a reader has to know about a text before reading it: withdrawn, behind the English, or not safe to show. */
import type { ChangedSections } from '@charterpress/shared/domain/freshness.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { WordKey } from '@charterpress/shared/strings.ts';
import { destination, type Link } from './links.ts';
import { dayIn, inEnglish, type Reader, type Said, said } from './reader.ts';
import { type Reading, readable } from './reading.ts';

export type Notice = {
  readonly tone: 'information' | 'warning';
  readonly title: string;
  readonly texts: readonly Said[];
  /** Names of sections, under a line that says what they are. */
  readonly sections: { readonly label: string; readonly names: readonly Said[] } | null;
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
    sections: null,
    link: null,
  };
}

function unsafe(reader: Reader, date: string): Notice {
  return {
    tone: 'warning',
    title: reader.words('unsafe.title', { date }),
    texts: [said(reader, reader.words('unsafe.text'), reader.language)],
    sections: null,
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
  const label = said(reader, reader.words('behind.readEnglish'), reader.language);
  const names = sectionNames(reader, shown, changed);
  // The words already say that it is in English.
  const where = { ...destination(reader, englishPath, SOURCE_LANGUAGE), note: null };
  return {
    tone: 'information',
    title: reader.words('behind.title', { date }),
    texts: [said(reader, reader.words('behind.text'), reader.language)],
    sections: names.length === 0 ? null : { label: reader.words('behind.sections'), names },
    link: { ...where, label },
  };
}

function sectionNames(reader: Reader, shown: Reading, changed: ChangedSections): readonly Said[] {
  const rows = changed.rows.map((id) => rowTitle(reader, shown, id));
  const named = changed.fields.filter((field) => rows.length === 0 || field !== 'parts');
  const fields = named.map((field) => fieldName(reader, shown.edition.kind, field));
  return [...rows, ...new Set(fields)].map((name) =>
    typeof name === 'string' ? said(reader, name, reader.language) : name,
  );
}

/** A part as the translation calls it; one that came with the newer English, as the English calls it. */
function rowTitle(reader: Reader, { edition }: Reading, id: string): Said | string {
  const { kind, document } = edition;
  const own = partTitle(edition.content, id);
  if (own !== null) return own;
  const english = readable(reader.content, { kind, document, language: SOURCE_LANGUAGE });
  const title = english === null ? null : partTitle(english.content, id);
  return title === null ? reader.words('behind.other') : inEnglish(reader, title);
}

function partTitle(content: object, id: string): string | null {
  const parts =
    'parts' in content ? (content.parts as readonly { id: string; title: string }[]) : [];
  return parts.find((part) => part.id === id)?.title ?? null;
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
  },
  guides: {
    title: 'field.title',
    summary: 'field.summary',
    parts: 'guide.contents',
    principles: 'related.principles',
  },
  pages: { title: 'field.title', summary: 'field.summary', body: 'field.body' },
};

function fieldName(reader: Reader, kind: Kind, field: string): string {
  return reader.words(names[kind]?.[field] ?? 'behind.other');
}

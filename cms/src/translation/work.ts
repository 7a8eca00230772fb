/** A translation as it is opened: the English of this moment, segment by segment, beside what there is of it. */
import type { Reference } from '@charterpress/shared/domain/shape.ts';
import { plainOf } from '@charterpress/shared/domain/translation/codes.ts';
import { type Glossary, mentionedTerms } from '@charterpress/shared/domain/translation/glossary.ts';
import type { SegmentRecord } from '@charterpress/shared/domain/translation/record.ts';
import type { Segment } from '@charterpress/shared/domain/translation/segment.ts';
import { language as languageOf } from '@charterpress/shared/languages.ts';
import type { PayloadRequest } from 'payload';
import { type NamedField, nameOf } from '../admin/faults.ts';
import { namesOf } from '../admin/people.ts';
import { titleField, titleFrom, titlesOf } from '../admin/titles.ts';
import { newestEdition } from '../publishing/stored.ts';
import { styleNoteFor } from '../words/style-note.ts';
import { checkingOf } from './checking.ts';
import { beHere, claimOn, type Signed } from './claims.ts';
import { comingEnglish } from './coming.ts';
import { commentsOnSegments } from './comments.ts';
import { type CutEnglish, publicEnglish } from './english.ts';
import { mayTakeOut } from './exchange/who.ts';
import { glossaryFor } from './glossary.ts';
import { type Released, recordsOf, type Translation } from './records.ts';
import { samenessOf } from './sameness.ts';
import { type Shown, shown } from './segments.ts';
import { mayHere, whoOf } from './who.ts';

export type OpenSegment = Shown & {
  readonly segment: Segment;
  /** What editors call the field it stands in, such as "Is it for me?"; `null` for what stands in none. */
  readonly field: string | null;
  /** How many nobody has settled. */
  readonly comments: number;
};

export type OpenWork = Translation & {
  readonly title: string;
  readonly direction: 'ltr' | 'rtl';
  readonly english: {
    readonly number: number;
    readonly publishedAt: string;
    readonly change: string;
    readonly changeNote: string | null;
    /** Approved, and not before readers yet: `publishedAt` is when it was approved. */
    readonly isComing: boolean;
  };
  /** What readers have. */
  readonly released: Released | null;
  readonly claim: Signed | null;
  readonly others: readonly Signed[];
  readonly may: {
    readonly translate: boolean;
    readonly review: boolean;
    readonly release: boolean;
    readonly comment: boolean;
    /** What a reader without an account wrote on paper. */
    readonly keyIn: boolean;
  };
  readonly segments: readonly OpenSegment[];
  /** How the trust writes the language. */
  readonly styleNote: string | null;
  /** What was agreed for the terms that the English mentions. */
  readonly terms: Glossary;
  /** Names by e-mail address, of everybody who stands in it. */
  readonly people: Readonly<Record<string, string>>;
  /** By `<kind>/<document>`: what links and facts in the text lead to. */
  readonly titles: Readonly<Record<string, string>>;
};

/** `null` when there is no public English to translate. Who may look at it was asked before. */
export async function openWork(req: PayloadRequest, of: Translation): Promise<OpenWork | null> {
  const coming = await comingEnglish(req, of);
  const english = coming ?? (await publicEnglish(req, of));
  if (english === null || english.segments.length === 0) return null;
  const { changeNote, edition, segments } = english;
  const [records, isSame, check, comments, newest, claim, others] = await Promise.all([
    recordsOf(req, of),
    samenessOf(req, of, edition.number),
    checkingOf(req, of, segments),
    commentsOnSegments(req, of),
    newestEdition(req, of),
    claimOn(req, of),
    beHere(req, of, whoOf(req).email),
  ]);
  const { number, change, publishedAt } = edition;
  const fields = (req.payload.collections[of.kind]?.config.fields ?? []) as readonly NamedField[];
  const may = (act: Parameters<typeof mayHere>[1]) => mayHere(req, act, of.language);
  return {
    ...of,
    title: titleFrom(edition.content[titleField(req.payload, of.kind)] ?? edition.slug),
    direction: languageOf(of.language)?.direction ?? 'ltr',
    english: { number, publishedAt, change, changeNote, isComing: coming !== null },
    released: newest?.action === 'published' ? releasedFrom(newest) : null,
    claim,
    others,
    may: {
      translate: may('translate'),
      review: may('review'),
      release: may('release'),
      comment: may('comment'),
      keyIn: mayTakeOut(req, of.language),
    },
    segments: segments.map((segment) => ({
      segment,
      field: nameOf(segment.path.split('.'), fields),
      comments: comments.get(segment.key) ?? 0,
      ...shown({ segment, record: records.get(segment.key) ?? null, isSame, check }),
    })),
    styleNote: styleNoteFor(of.language),
    terms: mentionedIn(segments, await glossaryFor(req.payload, of.language)),
    people: await peopleIn(req, [...records.values()], [claim, ...others]),
    titles: await titlesIn(req, english),
  };
}

function mentionedIn(segments: readonly Segment[], glossary: Glossary): Glossary {
  return mentionedTerms(segments.map(({ text }) => plainOf(text)).join('\n'), glossary);
}

function releasedFrom(newest: {
  readonly number: number;
  readonly publishedAt: string;
  readonly sourceEdition: number | null;
}): Released {
  const { number, publishedAt, sourceEdition } = newest;
  return { number, publishedAt, sourceEdition: sourceEdition ?? 0 };
}

async function peopleIn(
  req: PayloadRequest,
  records: readonly SegmentRecord[],
  signed: readonly (Signed | null)[],
): Promise<Readonly<Record<string, string>>> {
  const inRecords = records.flatMap(({ pairs, returned, work }) => [
    work?.by,
    work?.seenBy,
    returned?.by,
    ...pairs.flatMap(({ reviewedBy, translatedBy }) => [reviewedBy, translatedBy]),
  ]);
  const all = [...inRecords, ...signed.map((each) => each?.by)];
  const emails = [...new Set(all.filter((email) => email != null))];
  const name = await namesOf(req.payload, emails);
  return Object.fromEntries(emails.map((email) => [email, name(email)]));
}

async function titlesIn(
  req: PayloadRequest,
  { segments }: CutEnglish,
): Promise<Readonly<Record<string, string>>> {
  const references = segments.flatMap(({ codes }) => codes.flatMap(referenceIn));
  const title = await titlesOf(req.payload, references);
  return Object.fromEntries(
    references.map((each) => [`${each.kind}/${each.document}`, title(each)] as const),
  );
}

function referenceIn(code: Segment['codes'][number]): readonly Reference[] {
  if (code.is === 'fact') return [code.fact];
  return code.is === 'link' && 'document' in code.to ? [code.to.document] : [];
}

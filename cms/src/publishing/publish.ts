/**
 * Publishing: from an exact text to an edition. One function for English and for every other language; the screens, the
 * endpoints and the seeding all come through here.
 */
import { slugByNumber } from '@charterpress/shared/domain/addresses.ts';
import { compose, composeTranslation } from '@charterpress/shared/domain/compose.ts';
import { digestOf } from '@charterpress/shared/domain/digest.ts';
import type { Change } from '@charterpress/shared/domain/edition.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import type { Problem } from '@charterpress/shared/domain/problem.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Payload, PayloadRequest } from 'payload';
import { editionsOf } from '../fields/edition.ts';
import {
  type Entry,
  editionFrom,
  inLedger,
  type Ledger,
  newestEdition,
  readHead,
  type StoredEdition,
} from './ledger.ts';
import { nudgePress, type PageProblem, renderCandidate } from './neighbours.ts';

type Values = Readonly<Record<string, unknown>>;

export type Publication = {
  readonly kind: Kind;
  /** The id of the document. */
  readonly document: string;
  readonly change: Change;
  /** For parents, in the language of the edition: what changed. */
  readonly changeNote: string | null;
  /** The e-mail address of the account, or the name of the program that publishes. */
  readonly by: string;
} & (EnglishText | TranslatedTexts);

type EnglishText = {
  readonly language: typeof SOURCE_LANGUAGE;
  /** The exact version of the document that was approved, as the authoring collection keeps it. */
  readonly version: Values;
};

type TranslatedTexts = {
  readonly language: string;
  /** The translated fields only: see `composeTranslation`. */
  readonly texts: Values;
  /** The number of the English edition they were made from. */
  readonly sourceEdition: number;
};

export type Receipt = {
  readonly sequence: number;
  readonly number: number;
  readonly language: string;
  readonly publishedAt: string;
  readonly digest: string;
};

export type Published = Receipt & {
  /** Whether the pages were rendered before the publication was committed. */
  readonly candidate: 'rendered' | 'unchecked';
  /** The same text was the newest edition, and nothing was written. */
  readonly already: boolean;
};

/** Why nothing was published. */
export type Refusal =
  | { readonly refused: 'text'; readonly problems: readonly Problem[] }
  | { readonly refused: 'pages'; readonly problems: readonly PageProblem[] }
  | { readonly refused: 'removed' }
  | { readonly refused: 'never-published' }
  | { readonly refused: 'source-not-public' };

export type Publishing<T> =
  | { readonly ok: true; readonly value: T }
  | ({ readonly ok: false } & Refusal);

/** Publishes an edition, or says why not. Publishing the newest text again writes nothing. */
export async function publish(
  payload: Payload,
  publication: Publication,
): Promise<Publishing<Published>> {
  const composed = await composeEntry(payload, publication);
  if (!composed.ok) return composed;
  const entry = composed.value;
  const candidate = await renderCandidate(await wouldBe(payload, entry), payload);
  if (candidate.state === 'refused') {
    return { ok: false, refused: 'pages', problems: candidate.problems };
  }
  const done = await inLedger(payload, (ledger) => enterOnce(ledger, entry, publication.by));
  if (!done.ok) return done;
  if (!done.value.already) nudgePress(done.value.sequence, payload);
  return { ok: true, value: { ...done.value, candidate: candidate.state } };
}

async function composeEntry(
  payload: Payload,
  publication: Publication,
): Promise<Publishing<Entry>> {
  const composed =
    'version' in publication
      ? composeEnglish(publication)
      : await composeLanguage(payload, publication);
  if (!composed.ok) return composed;
  const { kind, document, language, change, changeNote } = publication;
  const { slug, content } = composed.value;
  return {
    ok: true,
    value: {
      kind,
      document,
      language,
      slug,
      content,
      action: 'published',
      change,
      changeNote: changeNote?.normalize('NFC').trim() || null,
      sourceEdition: 'version' in publication ? null : publication.sourceEdition,
      digest: digestOf({ kind, document, language, slug, content }),
    },
  };
}

type Text = { readonly slug: string; readonly content: Values };

function composeEnglish(publication: Publication & EnglishText): Publishing<Text> {
  const { kind, version } = publication;
  const composed = compose(kind, version);
  if (!composed.ok) return { ok: false, refused: 'text', problems: composed.problems };
  const slug = slugOf(kind, version);
  if (slug !== null) return { ok: true, value: { slug, content: composed.value as Values } };
  return { ok: false, refused: 'text', problems: [{ field: 'slug', problem: 'empty' }] };
}

function slugOf(kind: Kind, version: Values): string | null {
  const numbered = slugByNumber(kind, Number(version.number));
  if (numbered !== null) return numbered;
  return typeof version.slug === 'string' && version.slug !== '' ? version.slug : null;
}

/** Everything that is not language comes from the English edition it was made from; the address is the present one. */
async function composeLanguage(
  payload: Payload,
  publication: Publication & TranslatedTexts,
): Promise<Publishing<Text>> {
  const { kind, document, texts, sourceEdition } = publication;
  const english = await newestEdition(payload, { kind, document, language: SOURCE_LANGUAGE });
  const source = await englishEdition(payload, { kind, document, number: sourceEdition });
  if (english?.action !== 'published' || source?.content == null) {
    return { ok: false, refused: 'source-not-public' };
  }
  const composed = composeTranslation(kind, source.content as never, texts);
  if (!composed.ok) return { ok: false, refused: 'text', problems: composed.problems };
  return { ok: true, value: { slug: english.slug, content: composed.value as Values } };
}

async function englishEdition(
  payload: Payload,
  of: { kind: Kind; document: string; number: number },
): Promise<StoredEdition | null> {
  const stored = await payload.db.findOne<StoredEdition & { id: string }>({
    collection: editionsOf(of.kind),
    where: {
      document: { equals: of.document },
      language: { equals: SOURCE_LANGUAGE },
      number: { equals: of.number },
    },
  });
  return stored === null ? null : editionFrom(of.kind, stored);
}

/** The edition as it would be if nobody else published meanwhile: enough to render its pages. */
async function wouldBe(payload: Payload, entry: Entry): Promise<StoredEdition> {
  const before = await newestEdition(payload, entry);
  const { sequence } = await readHead(payload);
  const publishedAt = new Date().toISOString();
  return {
    ...entry,
    number: (before?.number ?? 0) + 1,
    sequence: sequence + 1,
    publishedAt,
    firstPublishedAt: before?.firstPublishedAt ?? publishedAt,
  };
}

async function enterOnce(
  ledger: Ledger,
  entry: Entry,
  by: string,
): Promise<Publishing<Receipt & { already: boolean }>> {
  const newest = await ledger.newest(entry);
  const obstacle = await obstacleTo(ledger, entry, newest);
  if (obstacle !== null) return { ok: false, ...obstacle };
  if (newest !== null && saysTheSame(newest, entry)) {
    return { ok: true, value: { ...receiptOf(newest), already: true } };
  }
  const edition = await ledger.enter(entry, { by, did: 'published', reason: null });
  return { ok: true, value: { ...receiptOf(edition), already: false } };
}

/** What can have changed while the candidate was rendered. */
async function obstacleTo(
  ledger: Ledger,
  entry: Entry,
  newest: StoredEdition | null,
): Promise<Refusal | null> {
  if (newest?.action === 'removed') return { refused: 'removed' };
  if (entry.language === SOURCE_LANGUAGE) return takenAddress(ledger, entry);
  const english = await ledger.newest({ ...entry, language: SOURCE_LANGUAGE });
  return english?.action === 'published' ? null : { refused: 'source-not-public' };
}

/** Two documents cannot stand at one address. */
async function takenAddress(ledger: Ledger, entry: Entry): Promise<Refusal | null> {
  const { kind, slug, document } = entry;
  const { docs } = await ledger.req.payload.db.find<{ document: string }>({
    collection: editionsOf(kind),
    where: {
      slug: { equals: slug },
      language: { equals: SOURCE_LANGUAGE },
      document: { not_equals: document },
    },
    limit: 0,
    pagination: false,
    req: ledger.req,
  });
  for (const other of new Set(docs.map((edition) => edition.document))) {
    const holder = await ledger.newest({ kind, document: other, language: SOURCE_LANGUAGE });
    if (holder?.slug === slug && holder.content !== null) {
      const field = slugByNumber(kind, 0) === null ? 'slug' : 'number';
      return { refused: 'text', problems: [{ field, problem: 'repeated', value: slug }] };
    }
  }
  return null;
}

/** A translation that was checked against a newer English edition is published again, also with the same words. */
function saysTheSame(newest: StoredEdition, entry: Entry): boolean {
  return (
    newest.action === 'published' &&
    newest.digest === entry.digest &&
    newest.sourceEdition === entry.sourceEdition
  );
}

export function receiptOf(edition: StoredEdition): Receipt {
  const { sequence, number, language, publishedAt, digest } = edition;
  return { sequence, number, language, publishedAt, digest };
}

/** Reads the working copy of a document as publishing takes it, or `null`. */
export async function workingCopy(
  req: PayloadRequest,
  of: { kind: Kind; document: string },
): Promise<Values | null> {
  return (await req.payload.findByID({
    collection: of.kind,
    id: of.document,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })) as unknown as Values | null;
}

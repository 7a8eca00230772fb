import { embargoOn, isSame, type Subject } from '@charterpress/shared/domain/bundle.ts';
import type { Change } from '@charterpress/shared/domain/edition.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import type { Problem } from '@charterpress/shared/domain/problem.ts';
import { reportsKept } from '@charterpress/shared/domain/promises/reports.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Payload, PayloadRequest } from 'payload';
import { bundlesIn, type StoredBundle, takeOut } from '../bundles/records.ts';
import { firstBlocked } from '../checks/blockers.ts';
import type { Text } from '../checks/standing.ts';
import { tellOfPublication } from '../mail/published.ts';
import { carryOver } from '../translation/carry-over.ts';
import { bringAlong } from '../workflow/bring-along.ts';
import { bringBack } from './bring-back.ts';
import { composeEntry } from './entries.ts';
import {
  type Act,
  type Entry,
  inLedger,
  type Ledger,
  placed,
  readHead,
  type StoredEdition,
} from './ledger.ts';
import { nudgePress, type PageProblem, renderCandidate } from './neighbours.ts';
import { newestEdition, newestText } from './stored.ts';
import { takenAddress } from './taken.ts';

export type Values = Readonly<Record<string, unknown>>;

export type Publication = {
  readonly kind: Kind;
  /** The id of the document. */
  readonly document: string;
  readonly change: Change;
  /** For parents, in the language of the edition: what changed. */
  readonly changeNote: string | null;
  /** The e-mail address of the account, or the name of the program that publishes. */
  readonly by: string;
  /** What the audit says of it, where it is not plainly "published". */
  readonly act?: Pick<Act, 'did' | 'reason'>;
  /** What the same program publishes next, so that this may lead to it already: sample content leads in circles. */
  readonly followedBy?: readonly Text[];
  /** The id of the bundle whose moment has come, where it is one that publishes. */
  readonly bundle?: string;
} & (EnglishText | TranslatedText);

export type EnglishText = {
  readonly language: typeof SOURCE_LANGUAGE;
  /** The exact version of the document that was approved, as the authoring collection keeps it. */
  readonly version: Values;
};

export type TranslatedText = {
  readonly language: string;
  /** By key: what a second person reviewed, for every segment of the English edition. All else is the edition's. */
  readonly targets: Readonly<Record<string, string>>;
  /** The number of the English edition it is made from. */
  readonly sourceEdition: number;
};

export type Receipt = {
  readonly sequence: number;
  readonly number: number;
  readonly language: string;
  readonly publishedAt: string;
  readonly digest: string;
};

/** `already`: the same text was the newest edition, and none was entered. */
export type Entered = Receipt & { readonly already: boolean };

export type Published = Entered & {
  /** Whether the pages were rendered before the publication was committed. */
  readonly candidate: 'rendered' | 'unchecked';
};

/** Why nothing was published. */
export type Refusal =
  | { readonly refused: 'text'; readonly problems: readonly Problem[] }
  | { readonly refused: 'pages'; readonly problems: readonly PageProblem[] }
  | { readonly refused: 'removed' }
  | { readonly refused: 'never-published' }
  | { readonly refused: 'no-note' }
  | { readonly refused: 'leads-nowhere' }
  | { readonly refused: 'source-not-public' }
  | { readonly refused: 'embargo'; readonly title: string; readonly goesLiveAt: string };

export type Publishing<T> =
  | { readonly ok: true; readonly value: T }
  | ({ readonly ok: false } & Refusal);

/** What became of several publications at once. A refusal says which of them it was, counted from 0. */
export type Together =
  | { readonly ok: true; readonly value: readonly Published[] }
  | ({ readonly ok: false; readonly at: number } & Refusal);

/** Publishes an edition, or says why not. Publishing the newest text again writes nothing. */
export async function publish(
  payload: Payload,
  publication: Publication,
): Promise<Publishing<Published>> {
  const done = await publishTogether(payload, [publication]);
  if (done.ok) return { ok: true, value: done.value[0] as Published };
  const { at, ...refusal } = done;
  return refusal;
}

/**
 * Publishes all of these in one moment, or none of them. English comes before the translations made from it. `inside` is
 * for what has to be kept in the same transaction, `before` for what has to hold in it; when either throws, nothing is
 * published.
 */
export async function publishTogether(
  payload: Payload,
  publications: readonly Publication[],
  inside: (ledger: Ledger, receipts: readonly Entered[]) => Promise<void> = async () => {},
  before: (ledger: Ledger) => Promise<void> = async () => {},
): Promise<Together> {
  const composed = await composeAll(payload, publications);
  if (!composed.ok) return composed;
  const candidates = await Promise.all(
    composed.value.map((edition) => renderCandidate(edition, payload)),
  );
  for (const [at, candidate] of candidates.entries()) {
    if (candidate.state !== 'refused') continue;
    return { ok: false, at, refused: 'pages', problems: candidate.problems };
  }
  try {
    const entered = await inLedger(payload, async (ledger) => {
      await before(ledger);
      const receipts = await enterAll(ledger, publications, composed.value);
      await inside(ledger, receipts);
      return receipts;
    });
    const last = entered.findLast(({ already }) => !already);
    if (last !== undefined) nudgePress(last.sequence, payload);
    const value = entered.map(
      (receipt, at): Published => ({
        ...receipt,
        candidate: candidates[at]?.state === 'rendered' ? 'rendered' : 'unchecked',
      }),
    );
    return { ok: true, value };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, at: error.at, ...error.refusal };
    throw error;
  }
}

/** Thrown out of the transaction, so that nothing of it stays. */
class Refused extends Error {
  readonly at: number;
  readonly refusal: Refusal;

  constructor(at: number, refusal: Refusal) {
    super(`Publication ${at + 1} was refused.`);
    this.at = at;
    this.refusal = refusal;
  }
}

type Composed =
  | { readonly ok: true; readonly value: readonly StoredEdition[] }
  | ({ readonly ok: false; readonly at: number } & Refusal);

async function composeAll(
  payload: Payload,
  publications: readonly Publication[],
): Promise<Composed> {
  const editions: StoredEdition[] = [];
  const { sequence } = await readHead(payload);
  for (const [at, publication] of publications.entries()) {
    const composed = await composeEntry(payload, publication, editions);
    if (!composed.ok) return { ...composed, at };
    editions.push(await wouldBe(payload, composed.value, sequence + 1 + at));
  }
  const soon = publications.flatMap(({ followedBy }) => followedBy ?? []);
  const blocked = await firstBlocked(payload, editions.map(withText), soon);
  if (blocked !== null) return { ok: false, refused: 'text', ...blocked };
  return { ok: true, value: editions };
}

function withText(edition: StoredEdition): StoredEdition & { readonly content: Values } {
  return { ...edition, content: edition.content ?? {} };
}

async function enterAll(
  ledger: Ledger,
  publications: readonly Publication[],
  editions: readonly StoredEdition[],
): Promise<readonly Entered[]> {
  const receipts: Entered[] = [];
  const bundles = await bundlesIn(ledger.req, ['waiting', 'failed']);
  for (const [at, publication] of publications.entries()) {
    const entry = entryOf(editions[at] as StoredEdition);
    const done = await enterOnce(ledger, entry, { ...publication, bundles });
    if (!done.ok) throw new Refused(at, done);
    receipts.push(done.value);
    const isEnglish = 'version' in publication;
    if (isEnglish && !done.value.already) {
      await carryOver(ledger, publication, { by: publication.by, beside: publications });
      const edition = { ...(editions[at] as StoredEdition), ...done.value };
      await tellOfPublication(ledger, { edition, by: publication.by, beside: publications });
    }
    if (!isEnglish) continue;
    await bringAlong(ledger.req, publication);
    if (!done.value.already) await bringBack(ledger, publication);
  }
  return receipts;
}

function entryOf(edition: StoredEdition): Entry {
  const { changedAt, firstPublishedAt, number, publishedAt, sequence, ...entry } = edition;
  return entry;
}

/** The edition as it would be if nobody else published meanwhile: enough to render its pages. */
async function wouldBe(payload: Payload, entry: Entry, sequence: number): Promise<StoredEdition> {
  const before = await newestEdition({ payload }, entry);
  return placed(entry, { before, sequence, at: new Date().toISOString() });
}

type Entering = Pick<Publication, 'act' | 'bundle' | 'by'> & {
  /** Those whose moment is to come, and those that could not go live at theirs. */
  readonly bundles: readonly StoredBundle[];
};

async function enterOnce(
  ledger: Ledger,
  entry: Entry,
  { act, bundle, bundles, by }: Entering,
): Promise<Publishing<Entered>> {
  const held = embargoOn(entry, bundles);
  if (held !== null && held.id !== bundle) return { ok: false, ...embargoOf(held) };
  const newest = await ledger.newest(entry);
  const obstacle = await obstacleTo(ledger, entry, newest);
  if (obstacle !== null) return { ok: false, ...obstacle };
  const isMeant = (item: Subject) => isSame(item, entry);
  if (bundles.some(({ items, state }) => state === 'failed' && items.some(isMeant))) {
    await takeOut(ledger.req, isMeant, ['failed']);
  }
  if (newest !== null && saysTheSame(newest, entry)) {
    return { ok: true, value: { ...receiptOf(newest), already: true } };
  }
  const edition = await ledger.enter(entry, { by, did: 'published', reason: null, ...act });
  return { ok: true, value: { ...receiptOf(edition), already: false } };
}

function embargoOf({ goesLiveAt, title }: StoredBundle): Refusal {
  return { refused: 'embargo', title, goesLiveAt };
}

/** What can have changed while the candidate was rendered. */
async function obstacleTo(
  ledger: Ledger,
  entry: Entry,
  newest: StoredEdition | null,
): Promise<Refusal | null> {
  if (newest?.action === 'removed') return { refused: 'removed' };
  if (entry.language === SOURCE_LANGUAGE) {
    const problems = [
      ...(await takenAddress(ledger.req, entry)),
      ...(await recordProblems(ledger, entry)),
    ];
    return problems.length === 0 ? null : { refused: 'text', problems };
  }
  const english = await ledger.newest({ ...entry, language: SOURCE_LANGUAGE });
  return english?.action === 'published' ? null : { refused: 'source-not-public' };
}

/** The checks have said it already, but for what was published since: see `reportsKept`. */
async function recordProblems(ledger: Ledger, entry: Entry): Promise<readonly Problem[]> {
  if (entry.kind !== 'actions' || entry.content === null) return [];
  const before = await newestText(ledger.req, entry);
  return reportsKept(before?.content ?? null, entry.content);
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

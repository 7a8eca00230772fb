/** Making, changing and cancelling bundles: each in one transaction with the steps of its documents. */
import {
  type BundleProblem,
  type BundleState,
  type Item,
  isOpen,
  isSame,
  mayPlan,
  plan,
  type Subject,
} from '@charterpress/shared/domain/bundle.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import type { Said } from '@charterpress/shared/domain/london-time.ts';
import type { Problem } from '@charterpress/shared/domain/problem.ts';
import type { StepRefusal } from '@charterpress/shared/domain/steps.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { PayloadRequest } from 'payload';
import { rolesOf } from '../access/collections.ts';
import { inLedger, type Ledger } from '../publishing/ledger.ts';
import { recordOf } from '../workflow/records.ts';
import { accountOf } from '../workflow/situation.ts';
import { stepInLedger } from '../workflow/steps.ts';
import { firstBlockedItem } from './blocked.ts';
import { type Chosen, type Pin, pin } from './pin.ts';
import {
  BUNDLES,
  bundleOf,
  bundlesIn,
  changeRecord,
  keepBundle,
  type StoredBundle,
  takeOut,
} from './records.ts';

export type BundleAsked = {
  readonly title: string;
  readonly goesLive: Said;
  readonly items: readonly Chosen[];
};

export type NotPlanned =
  | { readonly refused: 'role' }
  | { readonly refused: 'unknown' }
  | { readonly refused: 'stale' }
  | { readonly refused: 'closed'; readonly state: BundleState }
  | {
      readonly refused: 'problems';
      readonly problems: readonly BundleProblem[];
      /** Of the items, in the order they were asked for. */
      readonly titles: readonly string[];
    }
  /** The checks of the first of its documents that anything stands in the way of. */
  | { readonly refused: 'text'; readonly title: string; readonly problems: readonly Problem[] }
  | { readonly refused: 'step'; readonly title: string; readonly why: StepRefusal | 'unknown' };

export type Planned =
  | { readonly ok: true; readonly bundle: StoredBundle }
  | ({ readonly ok: false } & NotPlanned);

/** Makes a bundle as whoever is signed in, or says why not. */
export function makeBundle(req: PayloadRequest, asked: BundleAsked): Promise<Planned> {
  return inTransaction(req, (ledger) => {
    if (!mayPlan(rolesOf(req), asked.items)) throw new NotNow({ refused: 'role' });
    return keep(ledger, req, { asked, before: null });
  });
}

/** Gives a bundle that waits or failed another time, title or set of documents, each pinned to its newest approval. */
export function changeBundle(
  req: PayloadRequest,
  asked: BundleAsked & { readonly id: string; readonly revision: number },
): Promise<Planned> {
  return inTransaction(req, async (ledger) => {
    const before = await openBundle(ledger, req, asked);
    if (!mayPlan(rolesOf(req), asked.items)) throw new NotNow({ refused: 'role' });
    return keep(ledger, req, { asked, before });
  });
}

/** Nothing of it goes live; its documents stay approved. */
export function cancelBundle(
  req: PayloadRequest,
  asked: { readonly id: string; readonly revision: number },
): Promise<Planned> {
  return inTransaction(req, async (ledger) => {
    const before = await openBundle(ledger, req, asked);
    for (const item of before.items) await unschedule(ledger, req, before, item);
    await changeRecord(ledger.req, before, { state: 'cancelled', revision: before.revision + 1 });
    await note(ledger, req, { id: before.id, did: 'cancelled a bundle', reason: null });
    return before.id;
  });
}

/** Takes one document off its schedule, with its translations; the rest of its bundle waits on. */
export function takeOffSchedule(
  req: PayloadRequest,
  of: { readonly kind: Kind; readonly document: string; readonly revision: number },
): Promise<Planned> {
  return inTransaction(req, async (ledger) => {
    const { document, kind, revision } = of;
    const english = { kind, document, language: SOURCE_LANGUAGE };
    await step(ledger, req, { ...english, title: '' }, { step: 'unschedule' }, revision);
    const [from] = await takeOut(ledger.req, (item) => item.document === document, [
      'waiting',
      'failed',
    ]);
    if (from === undefined) throw new NotNow({ refused: 'unknown' });
    const reason = `took out ${kind}/${document}`;
    await note(ledger, req, { id: from.id, did: 'changed a bundle', reason });
    return from.id;
  });
}

/** Thrown out of the transaction, so that nothing of it stays. */
class NotNow extends Error {
  readonly refusal: NotPlanned;

  constructor(refusal: NotPlanned) {
    super('The bundle was refused inside its transaction.');
    this.refusal = refusal;
  }
}

async function inTransaction(
  req: PayloadRequest,
  act: (ledger: Ledger) => Promise<string>,
): Promise<Planned> {
  try {
    const id = await inLedger(req.payload, act);
    const bundle = await bundleOf({ payload: req.payload }, id);
    return bundle === null ? { ok: false, refused: 'unknown' } : { ok: true, bundle };
  } catch (error) {
    if (error instanceof NotNow) return { ok: false, ...error.refusal };
    throw error;
  }
}

async function openBundle(
  ledger: Ledger,
  req: PayloadRequest,
  { id, revision }: { readonly id: string; readonly revision: number },
): Promise<StoredBundle> {
  const bundle = await bundleOf(ledger.req, id);
  if (bundle === null) throw new NotNow({ refused: 'unknown' });
  if (!mayPlan(rolesOf(req), bundle.items)) throw new NotNow({ refused: 'role' });
  if (!isOpen(bundle.state)) throw new NotNow({ refused: 'closed', state: bundle.state });
  if (bundle.revision !== revision) throw new NotNow({ refused: 'stale' });
  return bundle;
}

type Keeping = { readonly asked: BundleAsked; readonly before: StoredBundle | null };

async function keep(
  ledger: Ledger,
  req: PayloadRequest,
  { asked, before }: Keeping,
): Promise<string> {
  const pins: Pin[] = [];
  for (const chosen of asked.items) pins.push(await pin(ledger, chosen, before?.id ?? null));
  const goesLiveAt = await decidedTime(ledger, { asked, before }, pins);
  const items = pins.flatMap(({ approved }) => (approved === null ? [] : [approved.item]));
  const blocked = await firstBlockedItem(ledger.req, items, new Date(goesLiveAt));
  if (blocked !== null) throw new NotNow({ refused: 'text', ...blocked });
  const title = asked.title.normalize('NFC').trim();
  const values = { title, goesLiveAt, items, state: 'waiting', failure: null } as const;
  if (before !== null) {
    const leaving = before.items.filter((item) => !items.some((other) => isSame(other, item)));
    for (const item of leaving) await unschedule(ledger, req, before, item);
  }
  const id = await write(ledger, req, { values, before });
  const isAlready = (item: Item) =>
    before?.state === 'waiting' && before.items.some((other) => isSame(other, item));
  for (const item of items) if (!isAlready(item)) await schedule(ledger, req, { id, item });
  const did = before === null ? 'made a bundle' : 'changed a bundle';
  await note(ledger, req, { id, did, reason: `to go live at ${goesLiveAt}` });
  return id;
}

async function decidedTime(
  ledger: Ledger,
  { asked, before }: Keeping,
  pins: readonly Pin[],
): Promise<string> {
  const waiting = await bundlesIn(ledger.req, ['waiting']);
  const decided = plan(
    { ...asked, items: pins.map(({ chosen }) => chosen) },
    {
      now: ledger.at,
      approved: pins.flatMap(({ approved, chosen }) =>
        approved === null ? [] : [{ ...chosen, revision: approved.revision }],
      ),
      waiting: waiting.filter(({ id }) => id !== before?.id),
    },
  );
  if (decided.ok) return decided.goesLiveAt;
  const titles = pins.map(({ title }) => title);
  throw new NotNow({ refused: 'problems', problems: decided.problems, titles });
}

async function write(
  ledger: Ledger,
  req: PayloadRequest,
  { values, before }: { values: Partial<StoredBundle>; before: StoredBundle | null },
): Promise<string> {
  if (before !== null) {
    await changeRecord(ledger.req, before, { ...values, revision: before.revision + 1 });
    return before.id;
  }
  const made = { revision: 1, madeBy: String(req.user?.email), madeAt: ledger.at, liveAt: null };
  return keepBundle(ledger.req, { ...(values as StoredBundle), ...made });
}

/** A document that failed in another bundle leaves it: it has a new time, and the other no claim to it. */
async function schedule(
  ledger: Ledger,
  req: PayloadRequest,
  { id, item }: { readonly id: string; readonly item: Item },
): Promise<void> {
  await takeOut(ledger.req, (other) => isSame(other, item), ['failed']);
  await step(ledger, req, item, { step: 'schedule', bundle: id });
}

/** Only what is still on its schedule: a document that failed may be under review again by now. */
async function unschedule(
  ledger: Ledger,
  req: PayloadRequest,
  from: StoredBundle,
  item: Item,
): Promise<void> {
  const record = await recordOf(ledger.req, item);
  const isOnIt = record?.state === 'scheduled' || record?.state === 'failed';
  if (!isOnIt || record.bundle !== from.id) return;
  await step(ledger, req, item, { step: 'unschedule' });
}

/** A translation has no steps of its own here: its document's are about the English. */
async function step(
  ledger: Ledger,
  req: PayloadRequest,
  item: Subject & { readonly title: string },
  said: { step: 'schedule'; bundle: string } | { step: 'unschedule' },
  revision: number | null = null,
): Promise<void> {
  if (item.language !== SOURCE_LANGUAGE) return;
  const account = accountOf(req, item.kind);
  const asked = { account, revision, seen: null, at: ledger.at, said };
  const taken = await stepInLedger(ledger, item, asked);
  if (taken.ok) return;
  const why = taken.refused === 'unknown' ? 'unknown' : taken;
  throw new NotNow({ refused: 'step', title: item.title, why });
}

function note(
  ledger: Ledger,
  req: PayloadRequest,
  { did, id, reason }: { did: string; id: string; reason: string | null },
): Promise<void> {
  const about = { kind: BUNDLES, document: id, language: null, sequence: null, digest: null };
  return ledger.note({ by: String(req.user?.email), did, reason, ...about });
}

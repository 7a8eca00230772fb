/**
 * A bundle's moment: all of it goes live in one transaction of the ledger, which also says that it did. A process that is
 * killed before the commit has published nothing, and one that is killed after it has nothing left to do.
 */
import {
  dueAt,
  type Item,
  inOrder,
  overtaken,
  type Subject,
} from '@charterpress/shared/domain/bundle.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { createLocalReq, type Payload } from 'payload';
import { digestOfVersion } from '../publishing/entries.ts';
import type { Ledger } from '../publishing/ledger.ts';
import { type Entered, type Publication, publishTogether } from '../publishing/publish.ts';
import { pinnedText } from '../workflow/situation.ts';
import { fail } from './failing.ts';
import { bundleOf, changeRecord, type StoredBundle } from './records.ts';
import { changedSince, missed, missingText, overtakenBy, whyRefused } from './why.ts';

export type CameOf = 'live' | 'failed' | 'not-its-moment';

/** Publishes a bundle whose moment has come. Asked again, or by two processes at once, it publishes once. */
export async function goLive(payload: Payload, id: string, now: Date): Promise<CameOf> {
  const bundle = await bundleOf({ payload }, id);
  if (bundle?.state !== 'waiting') return 'not-its-moment';
  const due = dueAt(bundle.goesLiveAt, now);
  if (due === 'not-yet') return 'not-its-moment';
  if (due === 'missed') return fail(payload, bundle, missed(bundle));
  const items = inOrder(bundle.items, SOURCE_LANGUAGE);
  const publications = await publicationsOf(payload, { ...bundle, items });
  if (!publications.ok) return fail(payload, bundle, publications.why);
  try {
    return await publishAll(payload, { bundle, items, publications: publications.value });
  } catch (error) {
    if (error instanceof NotItsMoment) return 'not-its-moment';
    if (error instanceof Overtaken) return fail(payload, bundle, overtakenBy(error.item));
    throw error;
  }
}

type Ready = {
  readonly bundle: StoredBundle;
  readonly items: readonly Item[];
  readonly publications: readonly Publication[];
};

async function publishAll(payload: Payload, ready: Ready): Promise<CameOf> {
  const { bundle, items, publications } = ready;
  const done = await publishTogether(
    payload,
    publications,
    (ledger, entered) => settle(ledger, ready, entered),
    (ledger) => stillWaits(ledger, bundle),
  );
  if (done.ok) return 'live';
  return fail(payload, bundle, whyRefused(items[done.at]?.title ?? '', done));
}

/** Thrown out of the transaction: another process was quicker, or somebody changed or cancelled it. */
class NotItsMoment extends Error {}

class Overtaken extends Error {
  readonly item: Item;

  constructor(item: Item) {
    super(`${item.kind}/${item.document} has another edition than it had when it was pinned.`);
    this.item = item;
  }
}

async function stillWaits(ledger: Ledger, { id, revision }: StoredBundle): Promise<void> {
  const fresh = await bundleOf(ledger.req, id);
  if (fresh?.state !== 'waiting' || fresh.revision !== revision) throw new NotItsMoment();
}

/** In the transaction of the editions: from here on the bundle is live, and no other process publishes it again. */
async function settle(
  ledger: Ledger,
  { bundle, items }: Ready,
  entered: readonly Entered[],
): Promise<void> {
  const before = new Map(
    items.map((item, at) => {
      const { already, number } = entered[at] as Entered;
      return [item, already ? number : number - 1];
    }),
  );
  const [late] = overtaken(items, (item) => before.get(item) ?? 0);
  if (late !== undefined) throw new Overtaken(late);
  const revision = bundle.revision + 1;
  await changeRecord(ledger.req, bundle, { state: 'live', liveAt: ledger.at, revision });
}

type Publications =
  | { readonly ok: true; readonly value: readonly Publication[] }
  | { readonly ok: false; readonly why: { readonly code: string; readonly sentence: string } };

/** Each text as it was approved, to the letter: the version that was pinned, with the digest that was pinned. */
async function publicationsOf(payload: Payload, bundle: StoredBundle): Promise<Publications> {
  const req = await createLocalReq({}, payload);
  const publications: Publication[] = [];
  for (const item of bundle.items) {
    const head = headOf(item, bundle);
    if ('targets' in item) {
      const sourceEdition = item.sourceEdition ?? englishIn(bundle, item);
      publications.push({ ...head, targets: item.targets, sourceEdition });
      continue;
    }
    const version = await pinnedText(req, item);
    if (version === null) return { ok: false, why: missingText(item) };
    if (digestOfVersion(item.kind, item.document, version.text) !== item.digest) {
      return { ok: false, why: changedSince(item) };
    }
    publications.push({ ...head, language: SOURCE_LANGUAGE, version: version.text });
  }
  return { ok: true, value: publications };
}

function headOf({ change, changeNote, document, kind, language }: Item, bundle: StoredBundle) {
  const act = { did: 'went live on schedule', reason: `bundle ${bundle.id}` };
  return {
    kind,
    document,
    language,
    change,
    changeNote,
    by: bundle.madeBy,
    act,
    bundle: bundle.id,
  };
}

/** The number that the English of the same bundle will have: it goes live just before, or not at all. */
function englishIn(bundle: StoredBundle, { document, kind }: Subject): number {
  const english = bundle.items.find(
    (item) => item.kind === kind && item.document === document && item.language === SOURCE_LANGUAGE,
  );
  return (english?.after ?? 0) + 1;
}

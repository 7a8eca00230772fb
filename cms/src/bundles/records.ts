/** Bundles as the database keeps them. No API writes them: planning and the clock do, in the ledger's transaction. */
import {
  type Bundle,
  type BundleState,
  embargoOn,
  type Subject,
} from '@charterpress/shared/domain/bundle.ts';
import type { CollectionConfig, CollectionSlug, PayloadRequest, Where } from 'payload';
import { hiddenRecord } from '../publishing/records.ts';
import type { Within } from '../transaction.ts';

/** Not `bundles`: the endpoints at /api/bundles would be the collection's. */
const COLLECTION = 'scheduled-bundles' as CollectionSlug;
/** As the audit and the mails name what they are about. */
export const BUNDLES = 'bundles';

export const bundles: CollectionConfig = {
  slug: COLLECTION,
  labels: { singular: 'Bundle', plural: 'Bundles' },
  ...hiddenRecord('title'),
  fields: [
    { name: 'title', type: 'text' },
    { name: 'goesLiveAt', type: 'text', required: true, index: true },
    { name: 'state', type: 'text', required: true, index: true },
    { name: 'items', type: 'json', required: true },
    { name: 'revision', type: 'number', required: true },
    { name: 'madeBy', type: 'text', required: true },
    { name: 'madeAt', type: 'text', required: true },
    { name: 'liveAt', type: 'text' },
    { name: 'failure', type: 'json' },
  ],
};

export type StoredBundle = Bundle & {
  readonly id: string;
  /** One more with each change: two publishers do not overwrite each other. */
  readonly revision: number;
  readonly madeAt: string;
  /** When it went live. */
  readonly liveAt: string | null;
  readonly failure: { readonly at: string; readonly why: string } | null;
};

export async function bundleOf(req: Within, id: string): Promise<StoredBundle | null> {
  if (!/^[\da-f]{24}$/.test(id)) return null;
  const [found] = await bundlesWhere(req, { id: { equals: id } });
  return found ?? null;
}

export function bundlesIn(
  req: Within,
  states: readonly BundleState[],
): Promise<readonly StoredBundle[]> {
  return bundlesWhere(req, { state: { in: [...states] } });
}

async function bundlesWhere(req: Within, where: Where): Promise<readonly StoredBundle[]> {
  const { docs } = await req.payload.db.find<StoredBundle>({
    collection: COLLECTION,
    where,
    sort: 'goesLiveAt',
    limit: 0,
    pagination: false,
    req: req as PayloadRequest,
  });
  return docs.map((stored) => ({
    ...stored,
    id: String(stored.id),
    liveAt: stored.liveAt ?? null,
    failure: stored.failure ?? null,
  }));
}

/** Keeps a bundle in the transaction of the request, and answers its id. */
export async function keepBundle(req: Within, bundle: Omit<StoredBundle, 'id'>): Promise<string> {
  const made = await req.payload.db.create({
    collection: COLLECTION,
    data: { ...bundle },
    req: req as PayloadRequest,
  });
  return String(made.id);
}

export async function changeRecord(
  req: Within,
  { id }: Pick<StoredBundle, 'id'>,
  data: Partial<StoredBundle>,
): Promise<void> {
  await req.payload.db.updateOne({
    collection: COLLECTION,
    id,
    data: { ...data },
    req: req as PayloadRequest,
    returning: false,
  });
}

/** The bundle whose moment a text has to wait for, or `null`: to be asked in the transaction that publishes. */
export async function bundleHolding(req: Within, subject: Subject): Promise<StoredBundle | null> {
  return embargoOn(subject, await bundlesIn(req, ['waiting']));
}

/** Takes a document out of the bundles in these states: it was removed, or went live by another way. */
export async function takeOut(
  req: Within,
  isMeant: (item: Subject) => boolean,
  states: readonly BundleState[],
): Promise<readonly StoredBundle[]> {
  const touched = (await bundlesIn(req, states)).filter(({ items }) => items.some(isMeant));
  for (const bundle of touched) {
    const items = bundle.items.filter((item) => !isMeant(item));
    const isOver = items.length === 0 && bundle.state !== 'live';
    await changeRecord(req, bundle, {
      items,
      revision: bundle.revision + 1,
      ...(isOver ? { state: 'cancelled' } : {}),
    });
  }
  return touched;
}

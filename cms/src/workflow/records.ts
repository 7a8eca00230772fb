/**
 * Where each document stands: one record beside it, written in the transaction of the save or of the step that it
 * records. No API writes it.
 */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { afterRemoval, begun, type WorkflowRecord } from '@charterpress/shared/domain/workflow.ts';
import type { CollectionConfig, CollectionSlug, PayloadRequest, Where } from 'payload';
import { showState } from '../fields/state.ts';
import { hiddenRecord } from '../publishing/records.ts';
import type { Within } from '../transaction.ts';

export const WORKFLOW = 'workflow' as CollectionSlug;

export const workflow: CollectionConfig = {
  slug: WORKFLOW,
  // Mongoose would look for `workflows`.
  dbName: WORKFLOW,
  ...hiddenRecord('title'),
  fields: [
    { name: 'kind', type: 'text', required: true, index: true },
    { name: 'document', type: 'text', required: true, unique: true, index: true },
    { name: 'title', type: 'text' },
    { name: 'state', type: 'text', required: true, index: true },
    { name: 'revision', type: 'number', required: true },
    { name: 'editedBy', type: 'json' },
    { name: 'submitted', type: 'json' },
    { name: 'amendments', type: 'json' },
    { name: 'factCheck', type: 'json' },
    { name: 'approval', type: 'json' },
    { name: 'secondLook', type: 'json' },
    { name: 'bundle', type: 'text', index: true },
    { name: 'failure', type: 'json' },
    { name: 'owner', type: 'text' },
    { name: 'lastReviewed', type: 'text' },
    { name: 'nextReview', type: 'text', index: true },
  ],
};

type Subject = { readonly kind: Kind; readonly document: string };

/** `null` for a document that nobody saved since records are kept. */
export async function recordOf(req: Within, of: Subject): Promise<WorkflowRecord | null> {
  const [record] = await recordsWhere(req, { document: { equals: of.document } });
  return record ?? null;
}

export async function recordsWhere(
  req: Within,
  where: Where,
  sort = 'title',
): Promise<readonly WorkflowRecord[]> {
  const { docs } = await req.payload.db.find<WorkflowRecord & { id: string }>({
    collection: WORKFLOW,
    where,
    sort,
    limit: 0,
    pagination: false,
    req: req as PayloadRequest,
  });
  return docs.map(recordFrom);
}

/** Writes the record of a document in the transaction of the request. */
export async function keepRecord(req: Within, record: WorkflowRecord): Promise<void> {
  await req.payload.db.upsert({
    collection: WORKFLOW,
    where: { document: { equals: record.document } },
    data: { ...record },
    req: req as PayloadRequest,
  });
  await showState(req, record);
}

/** Leaves of a record only that the document was removed. */
export async function eraseRecord(req: Within, of: Subject): Promise<void> {
  const record = await recordOf(req, of);
  if (record !== null) await keepRecord(req, afterRemoval(record));
}

export async function dropRecord(req: Within, { document }: Subject): Promise<void> {
  await req.payload.db.deleteMany({
    collection: WORKFLOW,
    where: { document: { equals: document } },
    req: req as PayloadRequest,
  });
}

function recordFrom(stored: WorkflowRecord): WorkflowRecord {
  const { kind, document, title, revision } = stored;
  const whole = begun({ kind, document, title, revision });
  const names = Object.keys(whole) as (keyof WorkflowRecord)[];
  return Object.fromEntries(
    names.map((name) => [name, stored[name] ?? whole[name]]),
  ) as WorkflowRecord;
}

/** What happens to a document brings its record along, in the same transaction. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import {
  afterPublication,
  afterSave,
  begun,
  type WorkflowRecord,
} from '@charterpress/shared/domain/workflow.ts';
import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  Payload,
  PayloadRequest,
} from 'payload';
import { dropRecord, keepRecord, recordOf } from './records.ts';

type Values = Readonly<Record<string, unknown>>;

/** Who saves where nobody is signed in: a program. */
export const PROGRAM = 'Charterpress';

/** A save is one revision more. The database lets one of two saves through: this write is what they collide at. */
export function bringRecordAlong(kind: Kind): CollectionAfterChangeHook {
  return async ({ doc, req }) => {
    const record = await recordOrBegun(req, { kind, document: String(doc.id), version: doc });
    const by = req.user?.email ?? PROGRAM;
    const title = titleOf(req.payload, kind, doc);
    await keepRecord(req, afterSave(record, { by, revision: doc.revision, title }));
    return doc;
  };
}

/** A working copy that was thrown away leaves nothing behind. */
export function dropRecordToo(kind: Kind): CollectionAfterDeleteHook {
  return ({ id, req }) => dropRecord(req, { kind, document: String(id) });
}

/** A version went live. */
export async function bringAlong(
  req: PayloadRequest,
  published: { readonly kind: Kind; readonly document: string; readonly version: Values },
): Promise<void> {
  const record = await recordOrBegun(req, published);
  const revision = Number(published.version.revision);
  await keepRecord(req, afterPublication(record, { revision }));
}

/** The record, or that of a draft that nobody has done anything with. */
export async function recordOrBegun(
  req: Pick<PayloadRequest, 'payload'>,
  of: { readonly kind: Kind; readonly document: string; readonly version: Values },
): Promise<WorkflowRecord> {
  const { document, kind, version } = of;
  const known = await recordOf(req, of);
  if (known !== null) return known;
  const revision = Number(version.revision);
  return begun({ kind, document, revision, title: titleOf(req.payload, kind, version) });
}

function titleOf(payload: Payload, kind: Kind, version: Values): string {
  const field = payload.collections[kind]?.config.admin.useAsTitle ?? 'id';
  return String(version[field] ?? '').trim();
}

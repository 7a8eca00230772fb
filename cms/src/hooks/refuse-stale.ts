/**
 * Two people never overwrite each other: a save has to name the revision it started from. It runs before anything is
 * written, an uploaded file included, and for every document of a bulk change.
 */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { may } from '@charterpress/shared/roles.ts';
import type { CollectionBeforeOperationHook, PayloadRequest, Where } from 'payload';
import { APIError } from 'payload';
import { rolesOf } from '../access/collections.ts';
import { cannotRestore, savedMeanwhile, withoutRevision } from '../words/refusals.ts';

type Change = {
  readonly id?: number | string;
  readonly where?: Where;
  readonly data?: { readonly revision?: unknown };
  readonly overrideAccess?: boolean;
};

export function refuseStale(kind: Kind): CollectionBeforeOperationHook {
  return async ({ args, operation, req }) => {
    const change = args as Change;
    if (operation === 'restoreVersion') throw new APIError(cannotRestore(), 409, null, true);
    if (operation !== 'update' && operation !== 'updateByID') return args;
    if (change.overrideAccess !== true && !may(rolesOf(req), 'write', kind)) return args;
    const revision = change.data?.revision;
    if (typeof revision !== 'number') throw new APIError(withoutRevision(), 409, null, true);
    const newer = await savedSince({ kind, change, revision, req });
    if (newer !== null) throw new APIError(savedMeanwhile(newer), 409, null, true);
    return args;
  };
}

type Saved = { readonly savedBy: string; readonly savedAt: Date };

async function savedSince(asked: {
  kind: Kind;
  change: Change;
  revision: number;
  req: PayloadRequest;
}): Promise<Saved | null> {
  const { kind, change, revision, req } = asked;
  const which: Where =
    change.id === undefined ? (change.where ?? {}) : { id: { equals: change.id } };
  const { docs } = await req.payload.find({
    collection: kind,
    where: { and: [which, { revision: { not_equals: revision } }] },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
    req,
  });
  const [newer] = docs as unknown as { savedBy?: string | null; updatedAt: string }[];
  if (newer === undefined) return null;
  return { savedBy: newer.savedBy ?? 'Somebody', savedAt: new Date(newer.updatedAt) };
}

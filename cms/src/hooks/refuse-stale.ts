/**
 * Two people never overwrite each other: a save has to name the revision it started from. It runs before anything is
 * written, an uploaded file included, and for every document of a bulk change.
 */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { may } from '@charterpress/shared/roles.ts';
import type { CollectionBeforeOperationHook, PayloadRequest, Where } from 'payload';
import { APIError } from 'payload';
import { rolesOf } from '../access/collections.ts';
import { cannotRestore, type Saved, savedMeanwhile, withoutRevision } from '../words/refusals.ts';

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
    if (newer === null) return args;
    const before = await savedAs({ kind, document: newer.id, revision, req });
    throw new APIError(savedMeanwhile(newer, before), 409, null, true);
  };
}

/** Who saved a revision of a document, and when; `null` when no version of it is left. */
export async function savedAs(asked: {
  kind: Kind;
  document: string;
  revision: number;
  req: PayloadRequest;
}): Promise<Saved | null> {
  const version = await versionOf(asked);
  return version === null ? null : saved(version);
}

/** The working copy as it was at a revision. */
export async function versionOf(asked: {
  kind: Kind;
  document: string;
  revision: number;
  req: PayloadRequest;
}): Promise<Copy | null> {
  const { kind, document, revision, req } = asked;
  const { docs } = await req.payload.findVersions({
    collection: kind,
    where: {
      and: [{ parent: { equals: document } }, { 'version.revision': { equals: revision } }],
    },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
    req,
  });
  return (docs[0]?.version as unknown as Copy | undefined) ?? null;
}

type Copy = {
  readonly savedBy?: string | null;
  readonly updatedAt: string;
  readonly [field: string]: unknown;
};

export function saved({ savedBy, updatedAt }: Copy): Saved {
  return { savedBy: savedBy ?? 'Somebody', savedAt: new Date(updatedAt) };
}

async function savedSince(asked: {
  kind: Kind;
  change: Change;
  revision: number;
  req: PayloadRequest;
}): Promise<(Saved & { readonly id: string }) | null> {
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
  const [newer] = docs as unknown as (Copy & { readonly id: string })[];
  return newer === undefined ? null : { ...saved(newer), id: String(newer.id) };
}

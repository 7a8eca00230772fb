/** Reads what a step is decided by: the working copy, its record, what readers have. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import type { Account, Saved, Situation } from '@charterpress/shared/domain/steps.ts';
import type { WorkflowRecord } from '@charterpress/shared/domain/workflow.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { may } from '@charterpress/shared/roles.ts';
import type { PayloadRequest, Where } from 'payload';
import { rolesOf } from '../access/collections.ts';
import { type Values, workingCopy } from '../publishing/publish.ts';
import { newestEdition } from '../publishing/stored.ts';
import { recordOrBegun } from './bring-along.ts';

export type Subject = { readonly kind: Kind; readonly document: string };

/** A version as Payload keeps it: the text of one save. */
export type Version = { readonly id: string; readonly text: Values };

export type Standing = Situation & { readonly copy: Values };

/** `null` when there is no such document. */
export async function standingOf(req: PayloadRequest, of: Subject): Promise<Standing | null> {
  const copy = await workingCopy(req, of);
  if (copy === null) return null;
  const edition = await newestEdition(req, { ...of, language: SOURCE_LANGUAGE });
  const live = edition && { action: edition.action, number: edition.number };
  const record = await recordOrBegun(req, { ...of, version: copy });
  return { record, live, newest: savedOf(copy), copy };
}

export function accountOf(req: Pick<PayloadRequest, 'user'>, kind: Kind): Account {
  const held = rolesOf(req);
  return { email: String(req.user?.email), may: (action) => may(held, action, kind) };
}

/** The version that a revision of a document is kept as. */
export function versionOf(
  req: PayloadRequest,
  of: Subject & { readonly revision: number },
): Promise<Version | null> {
  return oneVersion(req, of, { 'version.revision': { equals: of.revision } });
}

/** The version that an approval pins; `null` when it is no longer kept. */
export function pinnedVersion(
  req: PayloadRequest,
  { approval, document, kind }: WorkflowRecord,
): Promise<Version | null> {
  if (approval === null) return Promise.resolve(null);
  return pinnedText(req, { kind, document, version: approval.version });
}

/** The text of a document that is pinned by the id of its version. */
export function pinnedText(
  req: PayloadRequest,
  { document, kind, version }: Subject & { readonly version: string },
): Promise<Version | null> {
  return oneVersion(req, { document, kind }, { id: { equals: version } });
}

async function oneVersion(
  req: PayloadRequest,
  { document, kind }: Subject,
  which: Where,
): Promise<Version | null> {
  const { docs } = await req.payload.findVersions({
    collection: kind,
    where: { and: [{ parent: { equals: document } }, which] },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
    req,
  });
  const [found] = docs;
  return found === undefined
    ? null
    : { id: String(found.id), text: found.version as unknown as Values };
}

/** Who saved a text, and when. */
export function savedOf(text: Values): Saved {
  return { by: String(text.savedBy ?? 'Somebody'), at: String(text.updatedAt) };
}

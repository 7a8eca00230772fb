/** What staff and the press ask over REST. Each asks the table of roles first, then the rule, then says what came of it. */
import { type Change, changes } from '@charterpress/shared/domain/edition.ts';
import { hiddenCharacterIn } from '@charterpress/shared/domain/hidden.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { type KindAction, may } from '@charterpress/shared/roles.ts';
import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { rolesOf } from '../access/collections.ts';
import { answerTo, answerToAsking, answerToRemoval } from './answers.ts';
import { publish, workingCopy } from './publish.ts';
import { keepReceipt, livenessOf, pressReceipt } from './receipts.ts';
import { askRemoval, confirmRemoval } from './removal.ts';
import { notAllowed, notReadable, savedSince, unknownDocument } from './sentences.ts';
import { withdraw } from './withdraw.ts';

/** For the collection of a kind's working copies. */
export function publishingEndpoints(kind: Kind): Endpoint[] {
  return [
    { path: '/:id/publish', method: 'post', handler: (req) => publishNow(kind, req) },
    { path: '/:id/withdraw', method: 'post', handler: (req) => withdrawNow(kind, req) },
    { path: '/:id/removal', method: 'post', handler: (req) => askForRemoval(kind, req) },
    { path: '/:id/removal/confirm', method: 'post', handler: (req) => confirm(kind, req) },
    { path: '/:id/live', method: 'get', handler: (req) => live(kind, req) },
  ];
}

/** For the root of the API: the press says what is live. */
export const receiptsEndpoint: Endpoint = { path: '/receipts', method: 'post', handler: receive };

/** What a person wrote. Half a character would be kept as another one, and break the chain of the audit. */
const written = z.string().refine((text) => hiddenCharacterIn(text) === null, {
  error: 'It holds a character that nobody sees: type it again.',
});

const publishBody = z.strictObject({
  revision: z.number(),
  change: z.enum(changes).optional(),
  changeNote: written.max(1000).nullish(),
});
const withdrawBody = z.strictObject({
  revision: z.number(),
  explanation: written.trim().min(1).max(2000),
});
const removalBody = z.strictObject({ reason: written.trim().min(1).max(1000) });

async function publishNow(kind: Kind, req: PayloadRequest): Promise<Response> {
  if (!mayHere(req, 'publish', kind)) return refuse(403, notAllowed());
  const body = publishBody.safeParse(await bodyOf(req));
  if (!body.success) return refuse(400, notReadable(z.prettifyError(body.error)));
  const document = documentOf(req);
  const version = await workingCopy(req, { kind, document });
  if (version === null) return refuse(404, unknownDocument());
  if (version.revision !== body.data.revision) return refuse(409, savedSince(version));
  const change: Change = body.data.change ?? 'major';
  const changeNote = body.data.changeNote ?? null;
  const language = SOURCE_LANGUAGE;
  const by = accountOf(req);
  return answerTo(
    await publish(req.payload, { kind, document, language, version, change, changeNote, by }),
  );
}

async function withdrawNow(kind: Kind, req: PayloadRequest): Promise<Response> {
  if (!mayHere(req, 'withdraw', kind)) return refuse(403, notAllowed());
  const body = withdrawBody.safeParse(await bodyOf(req));
  if (!body.success) return refuse(400, notReadable(z.prettifyError(body.error)));
  const document = documentOf(req);
  const version = await workingCopy(req, { kind, document });
  if (version === null) return refuse(404, unknownDocument());
  if (version.revision !== body.data.revision) return refuse(409, savedSince(version));
  const { explanation } = body.data;
  const language = SOURCE_LANGUAGE;
  const by = accountOf(req);
  return answerTo(await withdraw(req.payload, { kind, document, language, explanation, by }));
}

async function askForRemoval(kind: Kind, req: PayloadRequest): Promise<Response> {
  if (!mayHere(req, 'askRemoval', kind)) return refuse(403, notAllowed());
  const body = removalBody.safeParse(await bodyOf(req));
  if (!body.success) return refuse(400, notReadable(z.prettifyError(body.error)));
  const { reason } = body.data;
  const asked = { kind, document: documentOf(req), reason, by: accountOf(req) };
  return answerToAsking(await askRemoval(req.payload, asked));
}

async function confirm(kind: Kind, req: PayloadRequest): Promise<Response> {
  if (!mayHere(req, 'confirmRemoval', kind)) return refuse(403, notAllowed());
  const confirmed = { kind, document: documentOf(req), by: accountOf(req) };
  return answerToRemoval(await confirmRemoval(req.payload, confirmed));
}

async function live(kind: Kind, req: PayloadRequest): Promise<Response> {
  if (!mayHere(req, 'read', kind)) return refuse(403, notAllowed());
  return Response.json({ languages: await livenessOf(req, { kind, document: documentOf(req) }) });
}

async function receive(req: PayloadRequest): Promise<Response> {
  if (!rolesOf(req).includes('press')) return refuse(403, notAllowed());
  const receipt = pressReceipt.safeParse(await bodyOf(req));
  if (!receipt.success) return refuse(400, notReadable(z.prettifyError(receipt.error)));
  await keepReceipt(req.payload, receipt.data);
  return Response.json({ ok: true });
}

function mayHere(req: PayloadRequest, action: KindAction, kind: Kind): boolean {
  return may(rolesOf(req), action, kind);
}

function documentOf(req: PayloadRequest): string {
  return String(req.routeParams?.id);
}

/** Who stands in the audit. An account without an address does not exist here: users sign in by it. */
function accountOf(req: PayloadRequest): string {
  return String(req.user?.email);
}

export async function bodyOf(req: PayloadRequest): Promise<unknown> {
  try {
    return await req.json?.();
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function refuse(status: number, message: string): Response {
  return Response.json({ message }, { status });
}

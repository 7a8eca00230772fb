/** What staff and the press ask over REST. Each asks the table of roles first, then the rule, then says what came of it. */
import { changes } from '@charterpress/shared/domain/edition.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { correctionReasons, needs } from '@charterpress/shared/domain/workflow.ts';
import { type KindAction, may } from '@charterpress/shared/roles.ts';
import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { rolesOf } from '../access/collections.ts';
import { refusalOf } from '../workflow/answers.ts';
import { heard } from '../workflow/said.ts';
import { type Said, takeStep } from '../workflow/steps.ts';
import { answerToAsking, answerToRemoval } from './answers.ts';
import { bodyOf, documentOf, refuse, sentences, written } from './asked.ts';
import { keepReceipt, livenessOf, pressReceipt } from './receipts.ts';
import { askRemoval, confirmRemoval } from './removal.ts';
import { notAllowed, notReadable } from './sentences.ts';
import { keepStanding, pressStanding } from './standing.ts';

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

/** For the root of the API: the press says what is live, and what it cannot make. */
export const pressEndpoints: Endpoint[] = [
  { path: '/receipts', method: 'post', handler: receive },
  { path: '/standing', method: 'post', handler: hearStanding },
];

const publishBody = z.strictObject({
  revision: z.number(),
  change: z.enum(changes).nullish(),
  changeNote: written.max(1000).nullish(),
  alone: z
    .discriminatedUnion('as', [
      z.strictObject({ as: z.literal('correction'), reason: z.enum(correctionReasons) }),
      z.strictObject({ as: z.literal('emergency'), reason: sentences(1000) }),
    ])
    .nullish(),
});
const removalBody = z.strictObject({ reason: sentences(1000) });

/** Publishes what was approved; or, said to be alone, the working copy as one person sees it. */
async function publishNow(kind: Kind, req: PayloadRequest): Promise<Response> {
  if (!mayHere(req, 'publish', kind)) return refuse(403, notAllowed());
  const body = publishBody.safeParse(await bodyOf(req));
  if (!body.success) return refuse(400, notReadable(z.prettifyError(body.error)));
  const said = saidWith(body.data);
  const { revision } = body.data;
  const taken = await takeStep(req, { kind, document: documentOf(req), revision, said });
  return taken.ok ? Response.json(taken.published) : refusalOf(taken);
}

function saidWith({ alone, change = null, changeNote = null }: z.infer<typeof publishBody>): Said {
  if (alone == null) return { step: 'publish' };
  if (alone.as === 'emergency') {
    return { step: 'emergency', reason: alone.reason, change, changeNote };
  }
  return { step: 'correct', reason: alone.reason, change, changeNote };
}

async function withdrawNow(kind: Kind, req: PayloadRequest): Promise<Response> {
  if (!mayHere(req, 'withdraw', kind)) return refuse(403, notAllowed());
  const asked = heard('withdraw', await bodyOf(req));
  if (!asked.ok) return refuse(400, notReadable(asked.why));
  const { revision, said } = asked;
  const taken = await takeStep(req, { kind, document: documentOf(req), revision, said });
  return taken.ok ? Response.json(taken.published) : refusalOf(taken);
}

async function askForRemoval(kind: Kind, req: PayloadRequest): Promise<Response> {
  if (!mayHere(req, needs['ask-removal'], kind)) return refuse(403, notAllowed());
  const body = removalBody.safeParse(await bodyOf(req));
  if (!body.success) return refuse(400, notReadable(z.prettifyError(body.error)));
  const { reason } = body.data;
  const asked = { kind, document: documentOf(req), reason, by: accountOf(req) };
  return answerToAsking(await askRemoval(req.payload, asked));
}

async function confirm(kind: Kind, req: PayloadRequest): Promise<Response> {
  if (!mayHere(req, needs['confirm-removal'], kind)) return refuse(403, notAllowed());
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

async function hearStanding(req: PayloadRequest): Promise<Response> {
  if (!rolesOf(req).includes('press')) return refuse(403, notAllowed());
  const standing = pressStanding.safeParse(await bodyOf(req));
  if (!standing.success) return refuse(400, notReadable(z.prettifyError(standing.error)));
  await keepStanding(req.payload, { ...standing.data, at: new Date().toISOString() });
  return Response.json({ ok: true });
}

function mayHere(req: PayloadRequest, action: KindAction, kind: Kind): boolean {
  return may(rolesOf(req), action, kind);
}

/** Who stands in the audit. An account without an address does not exist here: users sign in by it. */
function accountOf(req: PayloadRequest): string {
  return String(req.user?.email);
}

/** One document on a schedule of its own: a bundle of one. The steps `schedule` and `unschedule` of every kind. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { decide, type StepSaid } from '@charterpress/shared/domain/steps.ts';
import { needs } from '@charterpress/shared/domain/workflow.ts';
import { may } from '@charterpress/shared/roles.ts';
import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { rolesOf } from '../access/collections.ts';
import { bodyOf, documentOf, refuse } from '../publishing/asked.ts';
import { notAllowed, notReadable, unknownDocument } from '../publishing/sentences.ts';
import { refusalOf } from '../workflow/answers.ts';
import { accountOf, type Standing, standingOf } from '../workflow/situation.ts';
import { workflowOf } from '../workflow/steps.ts';
import { notPlannedAnswer } from './answers.ts';
import { goesLive } from './endpoints.ts';
import { makeBundle, type Planned, takeOffSchedule } from './planning.ts';
import { withoutTitle } from './sentences.ts';

export function scheduleEndpoints(kind: Kind): Endpoint[] {
  return [
    { path: '/:id/steps/schedule', method: 'post', handler: (req) => schedule(kind, req) },
    { path: '/:id/steps/unschedule', method: 'post', handler: (req) => unschedule(kind, req) },
  ];
}

const scheduleBody = z.strictObject({ revision: z.number(), goesLive });
const unscheduleBody = z.strictObject({ revision: z.number() });

async function schedule(kind: Kind, req: PayloadRequest): Promise<Response> {
  if (!may(rolesOf(req), needs.schedule, kind)) return refuse(403, notAllowed());
  const body = scheduleBody.safeParse(await bodyOf(req));
  if (!body.success) return refuse(400, notReadable(z.prettifyError(body.error)));
  const { goesLive: when, revision } = body.data;
  const of = { kind, document: documentOf(req) };
  const standing = await standingOf(req, of);
  if (standing === null) return refuse(404, unknownDocument());
  const refusal = refusalOfStep(req, {
    standing,
    revision,
    said: { step: 'schedule', bundle: '' },
  });
  if (refusal !== null) return refusal;
  const { approval, title } = standing.record;
  const chosen = { ...of, revision: approval?.revision ?? revision };
  const made = await makeBundle(req, {
    title: title || withoutTitle(),
    goesLive: when as never,
    items: [chosen],
  });
  return answer(req, of, made);
}

async function unschedule(kind: Kind, req: PayloadRequest): Promise<Response> {
  if (!may(rolesOf(req), needs.unschedule, kind)) return refuse(403, notAllowed());
  const body = unscheduleBody.safeParse(await bodyOf(req));
  if (!body.success) return refuse(400, notReadable(z.prettifyError(body.error)));
  const { revision } = body.data;
  const of = { kind, document: documentOf(req) };
  const standing = await standingOf(req, of);
  if (standing === null) return refuse(404, unknownDocument());
  const refusal = refusalOfStep(req, { standing, revision, said: { step: 'unschedule' } });
  if (refusal !== null) return refusal;
  return answer(req, of, await takeOffSchedule(req, { ...of, revision }));
}

function refusalOfStep(
  req: PayloadRequest,
  asked: { standing: Standing; revision: number; said: StepSaid },
): Response | null {
  const { revision, said, standing } = asked;
  const account = accountOf(req, standing.record.kind);
  const at = new Date().toISOString();
  const decision = decide(standing, { account, revision, seen: null, at, said });
  return decision.ok ? null : refusalOf(decision);
}

async function answer(
  req: PayloadRequest,
  of: { kind: Kind; document: string },
  planned: Planned,
): Promise<Response> {
  if (!planned.ok) return notPlannedAnswer(planned);
  return Response.json({ ...(await workflowOf(req, of)), published: null });
}

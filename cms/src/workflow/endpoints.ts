/** Where a document stands, and the steps that lead on from there, over REST. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { may } from '@charterpress/shared/roles.ts';
import type { Endpoint, PayloadRequest } from 'payload';
import { rolesOf } from '../access/collections.ts';
import { bodyOf, documentOf, refuse } from '../publishing/asked.ts';
import { notAllowed, notReadable, unknownDocument } from '../publishing/sentences.ts';
import { refusalOf } from './answers.ts';
import { heard, isSpoken } from './said.ts';
import { takeStep, workflowOf } from './steps.ts';

/** For the collection of a kind's working copies. */
export function workflowEndpoints(kind: Kind): Endpoint[] {
  return [
    { path: '/:id/workflow', method: 'get', handler: (req) => show(kind, req) },
    { path: '/:id/steps/:step', method: 'post', handler: (req) => take(kind, req) },
  ];
}

async function show(kind: Kind, req: PayloadRequest): Promise<Response> {
  if (!may(rolesOf(req), 'read', kind)) return refuse(403, notAllowed());
  const workflow = await workflowOf(req, { kind, document: documentOf(req) });
  return workflow === null ? refuse(404, unknownDocument()) : Response.json(workflow);
}

async function take(kind: Kind, req: PayloadRequest): Promise<Response> {
  if (!may(rolesOf(req), 'read', kind)) return refuse(403, notAllowed());
  const step = String(req.routeParams?.step);
  if (!isSpoken(step)) return refuse(404, unknownDocument());
  const asked = heard(step, await bodyOf(req));
  if (!asked.ok) return refuse(400, notReadable(asked.why));
  const { revision, said } = asked;
  const taken = await takeStep(req, { kind, document: documentOf(req), revision, said });
  if (!taken.ok) return refusalOf(taken);
  return Response.json({ ...taken.workflow, published: taken.published });
}

/** Bundles over REST: for the screens of publishers and for programs that act for one. */
import { type BundleState, mayPlan } from '@charterpress/shared/domain/bundle.ts';
import { type Kind, kindNames } from '@charterpress/shared/domain/kinds.ts';
import { may } from '@charterpress/shared/roles.ts';
import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { rolesOf } from '../access/collections.ts';
import { bodyOf, documentOf, refuse, sentences } from '../publishing/asked.ts';
import { notAllowed, notReadable } from '../publishing/sentences.ts';
import { planningAnswer } from './answers.ts';
import { type BundleAsked, cancelBundle, changeBundle, makeBundle } from './planning.ts';
import { bundleOf, bundlesIn } from './records.ts';
import { unknownBundle } from './sentences.ts';
import { choosable, shownBundle } from './shown.ts';

/** For the root of the API. */
export const bundleEndpoints: readonly Endpoint[] = [
  { path: '/bundles', method: 'get', handler: list },
  { path: '/bundles/choices', method: 'get', handler: choices },
  { path: '/bundles/:id', method: 'get', handler: show },
  { path: '/bundles', method: 'post', handler: make },
  { path: '/bundles/:id', method: 'patch', handler: change },
  { path: '/bundles/:id/cancel', method: 'post', handler: cancel },
];

const kinds = z.enum(kindNames as [Kind, ...Kind[]]);
const chosen = z.strictObject({ kind: kinds, document: z.string().max(100), revision: z.number() });

/** When it goes live: a time in London, and which of the two on the night that has it twice. */
export const goesLive = z.strictObject({
  wall: z.string().max(40),
  which: z.enum(['first', 'second']).optional(),
});

const asked = {
  title: sentences(200).or(z.literal('')),
  goesLive,
  items: z.array(chosen).max(200),
};
const makeBody = z.strictObject(asked);
const changeBody = z.strictObject({ ...asked, revision: z.number() });
const cancelBody = z.strictObject({ revision: z.number() });

const all: readonly BundleState[] = ['failed', 'waiting', 'live', 'cancelled'];

async function list(req: PayloadRequest): Promise<Response> {
  if (!isStaff(req)) return refuse(403, notAllowed());
  const found = await bundlesIn(req, all);
  return Response.json({ bundles: await Promise.all(found.map((each) => shownBundle(req, each))) });
}

async function show(req: PayloadRequest): Promise<Response> {
  if (!isStaff(req)) return refuse(403, notAllowed());
  const bundle = await bundleOf(req, documentOf(req));
  if (bundle === null) return refuse(404, unknownBundle());
  return Response.json(await shownBundle(req, bundle));
}

/** The approved documents that a publisher may put into a bundle, or into this one. */
async function choices(req: PayloadRequest): Promise<Response> {
  if (!isStaff(req)) return refuse(403, notAllowed());
  const bundle = req.searchParams?.get('bundle') ?? null;
  return Response.json({ documents: await choosable(req, bundle) });
}

async function make(req: PayloadRequest): Promise<Response> {
  if (!mayPlanAny(req)) return refuse(403, notAllowed());
  const body = makeBody.safeParse(await bodyOf(req));
  if (!body.success) return refuse(400, notReadable(z.prettifyError(body.error)));
  return planningAnswer(req, await makeBundle(req, body.data as BundleAsked));
}

async function change(req: PayloadRequest): Promise<Response> {
  if (!mayPlanAny(req)) return refuse(403, notAllowed());
  const body = changeBody.safeParse(await bodyOf(req));
  if (!body.success) return refuse(400, notReadable(z.prettifyError(body.error)));
  const id = documentOf(req);
  return planningAnswer(req, await changeBundle(req, { id, ...body.data } as never));
}

async function cancel(req: PayloadRequest): Promise<Response> {
  if (!mayPlanAny(req)) return refuse(403, notAllowed());
  const body = cancelBody.safeParse(await bodyOf(req));
  if (!body.success) return refuse(400, notReadable(z.prettifyError(body.error)));
  return planningAnswer(req, await cancelBundle(req, { id: documentOf(req), ...body.data }));
}

function isStaff(req: PayloadRequest): boolean {
  return kindNames.some((kind) => may(rolesOf(req), 'read', kind));
}

function mayPlanAny(req: PayloadRequest): boolean {
  return kindNames.some((kind) => mayPlan(rolesOf(req), [{ kind }]));
}

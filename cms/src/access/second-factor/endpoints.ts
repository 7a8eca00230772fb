/** Setting up a second factor, and taking one away: over REST, for the screens. */
import words from '@charterpress/shared/strings/access.json' with { type: 'json' };
import type { Endpoint, PayloadRequest } from 'payload';
import { renderSVG } from 'uqr';
import { z } from 'zod';
import { endSessions } from '../../hooks/end-access.ts';
import { bodyOf } from '../../publishing/asked.ts';
import { filled } from '../../words/filled.ts';
import { rolesOf } from '../collections.ts';
import { codesLeft, type Owner, offerFactor, resetFactor, setUpFactor } from './factors.ts';
import { ownerOf } from './sign-in.ts';

export const secondFactorEndpoints: Endpoint[] = [
  { path: '/second-factor', method: 'get', handler: mine },
  { path: '/second-factor/offer', method: 'post', handler: offer },
  { path: '/second-factor/set-up', method: 'post', handler: setUp },
  { path: '/:id/second-factor/reset', method: 'post', handler: reset },
];

const text = z.string().max(500);
/** Whoever is signed in needs neither their address nor an enrolment code, but their password again. */
const offerBody = z.strictObject({
  email: text.default(''),
  password: text.min(1),
  code: text.default(''),
  enrolment: text.default(''),
});
const setUpBody = z.strictObject({ ticket: text, code: text });

async function mine({ payload, user }: PayloadRequest): Promise<Response> {
  if (!user) return refuse(403, words.secondFactor.notYours);
  return Response.json({ codesLeft: await codesLeft(payload, String(user.id)) });
}

async function offer(req: PayloadRequest): Promise<Response> {
  const body = offerBody.safeParse(await bodyOf(req));
  if (!body.success) return refuse(400, words.secondFactor.notReadable);
  const { email, password, code, enrolment } = body.data;
  const said = req.user
    ? { email: String(req.user.email), password, code, enrolment: null }
    : { email, password, code, enrolment };
  const offered = await offerFactor(req.payload, await ownerOf(req, said));
  return Response.json({ ...offered, picture: renderSVG(offered.uri, { border: 2 }) });
}

async function setUp(req: PayloadRequest): Promise<Response> {
  const body = setUpBody.safeParse(await bodyOf(req));
  if (!body.success) return refuse(400, words.secondFactor.notReadable);
  const recoveryCodes = await setUpFactor(req.payload, body.data);
  if (recoveryCodes === null) return refuse(422, words.secondFactor.wrongSetUp);
  return Response.json({ recoveryCodes });
}

async function reset(req: PayloadRequest): Promise<Response> {
  if (!rolesOf(req).includes('administrator')) return refuse(403, words.secondFactor.notYours);
  const owner = await ownerNamed(req, String(req.routeParams?.id));
  if (owner === null) return refuse(404, words.secondFactor.unknown);
  const by = String(req.user?.email);
  if (owner.email === by) return refuse(409, filled(words.secondFactor.notYourself, owner));
  const enrolmentCode = await resetFactor(req.payload, owner, by);
  await endSessions(req.payload, owner.account);
  return Response.json({ enrolmentCode });
}

async function ownerNamed(req: PayloadRequest, id: string): Promise<Owner | null> {
  const found = await req.payload.findByID({
    collection: 'users',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    req,
  });
  return found === null ? null : { account: String(found.id), email: found.email };
}

function refuse(status: number, message: string): Response {
  return Response.json({ errors: [{ message }] }, { status });
}

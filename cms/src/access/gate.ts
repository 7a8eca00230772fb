/**
 * The one gate before Payload's REST. Whoever is not signed in may do what this list says and nothing else; nobody may
 * send a body larger than its cap; nobody registers a first account or reads an edition here.
 */

import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import {
  executeAuthStrategies,
  getPayload,
  handleEndpoints,
  type Payload,
  type SanitizedConfig,
} from 'payload';
import { LARGEST_UPLOADED } from '../uploads/files.ts';
import { calledByNoted } from './caller.ts';
import { rolesOf } from './collections.ts';

/** What works without being signed in: signing in and getting ready for it, and asking whether the CMS is up. */
export const anonymous: readonly string[] = [
  'GET /api/health',
  'GET /api/users/me',
  'POST /api/users/login',
  'POST /api/users/logout',
  'POST /api/users/forgot-password',
  'POST /api/users/reset-password',
  'POST /api/users/second-factor/offer',
  'POST /api/users/second-factor/set-up',
];

/** In bytes: what a stranger may send, what staff may send, and what a file may weigh with its form around it. */
const LARGEST_FROM_STRANGERS = 16 * 1024;
const LARGEST_BODY = 4 * 1024 * 1024;
const LARGEST_UPLOAD = LARGEST_UPLOADED + 1024 * 1024;

export function gated(config: SanitizedConfig): (request: Request) => Promise<Response> {
  return (request) => calledByNoted(() => answer(config, request));
}

async function answer(config: SanitizedConfig, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (isClosed(pathname)) return refusal(404, desk.gate.closed);
  const isListed = anonymous.includes(`${request.method} ${pathname}`) && !isDisguised(request);
  const isSignedIn = !isListed && (await signedIn(await getPayload({ config }), request));
  if (!isListed && !isSignedIn) return refusal(401, desk.gate.signIn);
  const body = await bodyWithin(capOf(request, isSignedIn), request);
  if (body === 'too-large') return refusal(413, desk.gate.tooLarge);
  return handleEndpoints({ config, request: withBody(request, body) });
}

/**
 * The administrator is made before the port opens; there is no second one to be made here, in whatever letters. Nobody is
 * asked to confirm an address either.
 */
function isClosed(pathname: string): boolean {
  return /\/users\/(first-register|verify\/[^/]*)\/?$/i.test(pathname);
}

/** Payload takes a POST for a GET when a header says so: then the method on the list would not be the method meant. */
function isDisguised({ headers }: Request): boolean {
  return headers.has('x-http-method-override') || headers.has('x-payload-http-method-override');
}

/** `payload.auth` would also work out what the person may do with every field of every collection: most of a request's time. */
async function signedIn(payload: Payload, request: Request): Promise<boolean> {
  const { user } = await executeAuthStrategies({ headers: request.headers, payload });
  return rolesOf({ user }).length > 0;
}

function capOf(request: Request, isSignedIn: boolean): number {
  if (!isSignedIn) return LARGEST_FROM_STRANGERS;
  const type = request.headers.get('content-type') ?? '';
  return type.startsWith('multipart/form-data') ? LARGEST_UPLOAD : LARGEST_BODY;
}

/** Counts what comes in, for a client need not say beforehand, and stops reading at the cap. */
async function bodyWithin(
  cap: number,
  request: Request,
): Promise<Uint8Array<ArrayBuffer> | 'too-large' | null> {
  if (request.body === null) return null;
  if (Number(request.headers.get('content-length') ?? 0) > cap) return 'too-large';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > cap) return 'too-large';
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function withBody(request: Request, body: Uint8Array<ArrayBuffer> | null): Request {
  const { headers, method, signal, url } = request;
  return new Request(url, { headers, method, signal, ...(body === null ? {} : { body }) });
}

function refusal(status: number, message: string): Response {
  return Response.json({ errors: [{ message }] }, { status });
}

/** The doors of the preview: staff ask for an address to look at, and the preview for what stands there. */
import { isKind, type Kind } from '@charterpress/shared/domain/kinds.ts';
import { readPass } from '@charterpress/shared/domain/preview-token.ts';
import preview from '@charterpress/shared/strings/preview.json' with { type: 'json' };
import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { rolesOf } from '../access/collections.ts';
import { env } from '../env.ts';
import { bodyOf, refuse } from '../publishing/asked.ts';
import { notAllowed, notReadable } from '../publishing/sentences.ts';
import { trust } from '../words/trust.ts';
import { draftsOf } from './drafts.ts';
import { PHONE_MS, previewAddress, stillStands, subjectsOf } from './pass.ts';

/** For the root of the API. */
export const previewEndpoints: Endpoint[] = [
  { path: '/previews', method: 'post', handler: forThePreview },
  { path: '/preview-links', method: 'post', handler: linkFor },
];

const tokenBody = z.strictObject({ token: z.string().max(10_000) });

/** The preview's own question, with the key of the press: nobody else reads a draft by a pass. */
async function forThePreview(req: PayloadRequest): Promise<Response> {
  if (!rolesOf(req).includes('press') || env.pressKey === null) return refuse(403, notAllowed());
  const body = tokenBody.safeParse(await bodyOf(req));
  if (!body.success) return refuse(400, notReadable(z.prettifyError(body.error)));
  const read = readPass(body.data.token, env.pressKey, new Date());
  if (read.state === 'expired') return refuse(401, preview.expired);
  if (read.state === 'unknown') return refuse(401, preview.ask);
  if (!(await stillStands(req.payload, read.pass))) return refuse(401, preview.ended);
  const drafts = await draftsOf(req, subjectsOf(read.pass));
  return drafts === null ? refuse(410, preview.gone) : Response.json(drafts);
}

const kind = z.custom<Kind>((name) => typeof name === 'string' && isKind(name));
const id = z.string().regex(/^[\w-]+$/);
const tag = z.string().refine((name) => trust.languages.includes(name));
const linkBody = z.strictObject({
  documents: z
    .array(z.strictObject({ kind, document: id, version: id.optional(), language: tag.optional() }))
    .min(1)
    .max(100),
});

/** One document, or several as they would be together. */
async function linkFor(req: PayloadRequest): Promise<Response> {
  if (!rolesOf(req).some((role) => role !== 'press')) return refuse(403, notAllowed());
  const body = linkBody.safeParse(await bodyOf(req));
  if (!body.success) return refuse(400, notReadable(z.prettifyError(body.error)));
  const address = previewAddress(req, body.data.documents, PHONE_MS);
  return address === null ? refuse(403, notAllowed()) : Response.json({ address });
}

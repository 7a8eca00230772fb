/** Urgent notices over REST: what is up, putting one up, taking one down. */
import { kinds } from '@charterpress/shared/domain/kinds.ts';
import { noticeSentences, severities } from '@charterpress/shared/domain/urgent-notice.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { may } from '@charterpress/shared/roles.ts';
import words from '@charterpress/shared/strings/notices.json' with { type: 'json' };
import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { rolesOf } from '../access/collections.ts';
import { bodyOf, documentOf, refuse, sentences, written } from '../publishing/asked.ts';
import { workingCopy } from '../publishing/publish.ts';
import { notAllowed, notReadable } from '../publishing/sentences.ts';
import { refusalOf } from '../workflow/answers.ts';
import { takeStep } from '../workflow/steps.ts';
import { announce } from './announce.ts';
import { noticesUp } from './in-force.ts';

/** For the root of the API. */
export const noticeEndpoints: readonly Endpoint[] = [
  { path: '/urgent-notices', method: 'get', handler: list },
  { path: '/urgent-notices', method: 'post', handler: putUp },
  { path: '/urgent-notices/:id/take-down', method: 'post', handler: takeDown },
];

const id = z.string().max(100);
const time = z.string().max(40);
const noticeBody = z.strictObject({
  sentence: z.enum(noticeSentences),
  severity: z.enum(severities),
  about: id.nullish().transform(orNull),
  instead: id.nullish().transform(orNull),
  text: written.max(300).nullish().transform(orNull),
  begins: time.nullish().transform(orNull),
  ends: time,
  pages: z
    .array(z.strictObject({ kind: z.enum(kinds.notices.pages.kinds as [string]), document: id }))
    .max(50)
    .default([]),
  reason: sentences(1000),
});

async function list(req: PayloadRequest): Promise<Response> {
  if (!may(rolesOf(req), 'read', 'notices')) return refuse(403, notAllowed());
  return Response.json({ notices: await noticesUp(req.payload, new Date()) });
}

async function putUp(req: PayloadRequest): Promise<Response> {
  if (!may(rolesOf(req), 'publish', 'notices')) return refuse(403, notAllowed());
  const body = noticeBody.safeParse(await bodyOf(req));
  if (!body.success) return refuse(400, notReadable(z.prettifyError(body.error)));
  const announced = await announce(req, body.data);
  if (announced.ok) return Response.json(announced);
  if (announced.refused === 'time') return refuse(422, words.refused[announced.problem]);
  return refusalOf(announced);
}

/** One act, whatever else was saved in the working copy meanwhile: what readers see goes. */
async function takeDown(req: PayloadRequest): Promise<Response> {
  if (!may(rolesOf(req), 'withdraw', 'notices')) return refuse(403, notAllowed());
  const document = documentOf(req);
  const copy = await workingCopy(req, { kind: 'notices', document });
  if (copy === null) return refuse(404, words.refused.gone);
  const taken = await takeStep(req, {
    ...{ kind: 'notices', document, revision: Number(copy.revision) },
    said: {
      ...{ step: 'withdraw', explanation: words.takenDown, explanations: {} },
      language: SOURCE_LANGUAGE,
    } as never,
  });
  return taken.ok ? Response.json(taken.workflow) : refusalOf(taken);
}

function orNull<T>(said: T | null | undefined): T | null {
  return said === undefined || said === '' ? null : said;
}

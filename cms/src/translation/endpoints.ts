/** The workbench over REST: for translators, and for those who read how far they are. */

import { isKind } from '@charterpress/shared/domain/kinds.ts';
import { origins } from '@charterpress/shared/domain/translation/record.ts';
import {
  mayTranslate,
  type TranslationAct,
} from '@charterpress/shared/domain/translation/steps.ts';
import words from '@charterpress/shared/strings/translating.json' with { type: 'json' };
import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { rolesOf } from '../access/collections.ts';
import { namesOf } from '../admin/people.ts';
import { bodyOf, refuse, sentences, written } from '../publishing/asked.ts';
import { attached, CSV } from '../publishing/attached.ts';
import { notAllowed, notReadable } from '../publishing/sentences.ts';
import { filled } from '../words/filled.ts';
import { actAnswer, notReleasedAnswer } from './answers.ts';
import { type Claimed, claim, unclaim } from './claims.ts';
import { coverageOf, coverageTable } from './coverage.ts';
import { isTranslated, languagesFor, translatedLanguages } from './languages.ts';
import { workIn } from './lists.ts';
import type { Translation } from './records.ts';
import { release } from './release.ts';
import { releaseSet } from './release-set.ts';
import { actOnSegments, needs, type SegmentAct } from './segments.ts';
import { mayHere, whoOf } from './who.ts';
import { openWork } from './work.ts';

const one = '/translation/:language/:kind/:document';
const segment = `${one}/segments/:key`;

/** For the root of the API. What is called by name comes before what is called by a language. */
export const translationEndpoints: readonly Endpoint[] = [
  { path: '/translation', method: 'get', handler: list },
  { path: '/translation/coverage', method: 'get', handler: coverage },
  { path: '/translation/coverage.csv', method: 'get', handler: coverageCsv },
  { path: '/translation/release-set', method: 'post', handler: releaseSet },
  { path: one, method: 'get', handler: open },
  { path: `${one}/claim`, method: 'post', handler: (req) => claiming(req, claim) },
  { path: `${one}/unclaim`, method: 'post', handler: (req) => claiming(req, unclaim) },
  { path: `${one}/release`, method: 'post', handler: releaseOne },
  { path: segment, method: 'put', handler: (req) => act(req, 'save') },
  { path: `${segment}/still-correct`, method: 'post', handler: (req) => act(req, 'still-correct') },
  { path: `${segment}/review`, method: 'post', handler: (req) => act(req, 'review') },
  { path: `${segment}/return`, method: 'post', handler: (req) => act(req, 'return') },
  { path: `${segment}/waive`, method: 'post', handler: (req) => act(req, 'waive') },
];

const LONGEST_TARGET = 20_000;
const revision = z.number().int().min(0);
const hash = z.string().max(100);

/** What each act is told, beside which segment. */
const bodies = {
  save: z.strictObject({
    revision,
    hash,
    target: written.max(LONGEST_TARGET),
    state: z.enum(['draft', 'translated']),
    origin: z.enum(origins).nullish(),
  }),
  'still-correct': z.strictObject({ revision, hash }),
  review: z.strictObject({ revision, hash }),
  return: z.strictObject({ revision, hash: hash.nullish(), why: sentences(2000) }),
  waive: z.strictObject({
    revision,
    hash: hash.nullish(),
    rule: z.string().max(100),
    reason: sentences(1000),
  }),
} as const;

async function act(req: PayloadRequest, name: keyof typeof bodies): Promise<Response> {
  const of = translationIn(req);
  if (of === null || !mayHere(req, needs[name], of.language)) return refuse(403, notAllowed());
  const body = bodies[name].safeParse(await bodyOf(req));
  if (!body.success) return refuse(400, notReadable(z.prettifyError(body.error)));
  const { hash: seen, origin, ...said } = body.data as Record<string, unknown>;
  const key = decodeURIComponent(String(req.routeParams?.key));
  const asked = { act: name, key, ...said, ...(seen != null && { hash: seen }) };
  const whole = { ...asked, ...(origin != null && { origin }) } as unknown as SegmentAct;
  return actAnswer(await actOnSegments(req, of, [whole]));
}

async function open(req: PayloadRequest): Promise<Response> {
  const of = translationIn(req);
  if (of === null || !mayRead(req, of)) return refuse(403, notAllowed());
  const work = await openWork(req, of);
  return work === null ? refuse(404, words.refused.unknown) : Response.json(work);
}

async function list(req: PayloadRequest): Promise<Response> {
  if (!mayRead(req)) return refuse(403, notAllowed());
  const asked = req.searchParams?.get('language') ?? null;
  const languages = languagesFor(req).filter((tag) => asked === null || tag === asked);
  if (asked !== null && languages.length === 0) return refuse(403, notAllowed());
  return Response.json({ languages: await workIn(req, languages) });
}

async function coverage(req: PayloadRequest): Promise<Response> {
  if (!mayRead(req)) return refuse(403, notAllowed());
  return Response.json(await coverageOf(req, translatedLanguages));
}

async function coverageCsv(req: PayloadRequest): Promise<Response> {
  if (!mayRead(req)) return refuse(403, notAllowed());
  return attached(coverageTable(await coverageOf(req, translatedLanguages)), {
    name: 'translations.csv',
    type: CSV,
  });
}

async function claiming(
  req: PayloadRequest,
  change: (req: PayloadRequest, of: Translation, by: string) => Promise<Claimed>,
): Promise<Response> {
  const of = translationIn(req);
  if (of === null || !mayHere(req, 'claim', of.language)) return refuse(403, notAllowed());
  const done = await change(req, of, whoOf(req).email);
  if (done.ok) return Response.json({ claim: done.claim });
  const name = await namesOf(req.payload, [done.claim.by]);
  return refuse(409, filled(words.refused.claimed, { who: name(done.claim.by) }));
}

const releaseBody = z.strictObject({ revisionOfEnglish: z.number().int() });

async function releaseOne(req: PayloadRequest): Promise<Response> {
  const of = translationIn(req);
  if (of === null || !mayHere(req, 'release', of.language)) return refuse(403, notAllowed());
  const body = releaseBody.safeParse(await bodyOf(req));
  if (!body.success) return refuse(400, notReadable(z.prettifyError(body.error)));
  const done = await release(req, [{ ...of, ...body.data }]);
  return done.ok ? Response.json(done.value[0]) : notReleasedAnswer(done);
}

/** `null` for what cannot be translated at all. */
export function translationIn(req: PayloadRequest): Translation | null {
  const { document, kind, language } = req.routeParams ?? {};
  const [name, tag] = [String(kind), String(language)];
  if (!isKind(name) || !isTranslated(tag)) return null;
  return { kind: name, document: String(document), language: tag };
}

/** Whether somebody may look at a translation, or at any. */
function mayRead(req: PayloadRequest, of?: Translation): boolean {
  const asks: TranslationAct = 'read';
  if (of !== undefined) return mayHere(req, asks, of.language);
  const who = whoOf(req);
  const inOwn = who.languages.some((tag) => mayTranslate(who, asks, tag));
  return inOwn || rolesOf(req).some((role) => role !== 'press');
}

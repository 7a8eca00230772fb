/** Reviews over REST: who answers for a document and by when it is read again, and what is overdue. */

import { type Kind, kindNames } from '@charterpress/shared/domain/kinds.ts';
import { londonDay } from '@charterpress/shared/domain/london-time.ts';
import { reviewProblems } from '@charterpress/shared/domain/review-dates.ts';
import { may } from '@charterpress/shared/roles.ts';
import words from '@charterpress/shared/strings/reviews.json' with { type: 'json' };
import workflow from '@charterpress/shared/strings/workflow.json' with { type: 'json' };
import { stringify } from 'csv-stringify/sync';
import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { rolesOf } from '../access/collections.ts';
import { env } from '../env.ts';
import { bodyOf, documentOf, refuse, written } from '../publishing/asked.ts';
import { attached, CSV } from '../publishing/attached.ts';
import { notAllowed, notReadable, unknownDocument } from '../publishing/sentences.ts';
import { workflowOf } from '../workflow/steps.ts';
import { factsToConfirm } from './facts.ts';
import { planReview } from './plan.ts';
import { type Review, reviewsToDo } from './reviews.ts';

/** For the root of the API. */
export const reviewEndpoints: readonly Endpoint[] = [
  { path: '/reviews', method: 'get', handler: listReviews },
  { path: '/reviews.csv', method: 'get', handler: reviewsAsCsv },
  { path: '/facts-to-confirm', method: 'get', handler: listFacts },
];

/** For the collection of a kind. */
export function reviewEndpoint(kind: Kind): Endpoint {
  return { path: '/:id/review', method: 'post', handler: (req) => setReview(kind, req) };
}

const reviewBody = z.strictObject({
  owner: written.trim().max(200).nullish(),
  nextReview: z.string().max(20).nullish(),
});

async function setReview(kind: Kind, req: PayloadRequest): Promise<Response> {
  if (!may(rolesOf(req), 'write', kind)) return refuse(403, notAllowed());
  const body = reviewBody.safeParse(await bodyOf(req));
  if (!body.success) return refuse(400, notReadable(z.prettifyError(body.error)));
  const { nextReview, owner } = body.data;
  const said = {
    ...(owner === undefined ? {} : { owner: owner || null }),
    ...(nextReview === undefined ? {} : { nextReview: nextReview || null }),
  };
  const problems = reviewProblems(said, londonDay(new Date().toISOString()));
  if (problems.length > 0) {
    return Response.json(
      { problems, messages: problems.map(({ problem }) => workflow.said[problem]) },
      { status: 422 },
    );
  }
  const of = { kind, document: documentOf(req) };
  if (!(await planReview(req, of, said))) return refuse(404, unknownDocument());
  return Response.json(await workflowOf(req, of));
}

async function listReviews(req: PayloadRequest): Promise<Response> {
  const reviews = await seenReviews(req);
  if (reviews === null) return refuse(403, notAllowed());
  const inState = (state: string) => reviews.filter(({ standing }) => standing.state === state);
  return Response.json({ overdue: inState('overdue'), soon: inState('soon') });
}

/** A cell that begins like a formula is not run by the program that opens the list. */
async function reviewsAsCsv(req: PayloadRequest): Promise<Response> {
  const reviews = await seenReviews(req);
  if (reviews === null) return refuse(403, notAllowed());
  const overdue = reviews.filter(({ standing }) => standing.state === 'overdue');
  const csv = stringify(overdue.map(rowOf), {
    header: true,
    columns: Object.entries(words.columns).map(([key, header]) => ({ key, header })),
    escape_formulas: true,
    bom: true,
  });
  return attached(csv, { name: 'overdue-reviews.csv', type: CSV });
}

async function listFacts(req: PayloadRequest): Promise<Response> {
  if (!may(rolesOf(req), 'read', 'facts')) return refuse(403, notAllowed());
  return Response.json({ facts: await factsToConfirm(req.payload, new Date()) });
}

async function seenReviews(req: PayloadRequest): Promise<readonly Review[] | null> {
  const kinds = kindNames.filter((kind) => may(rolesOf(req), 'read', kind));
  return kinds.length === 0 ? null : reviewsToDo(req, kinds, new Date());
}

function rowOf({ document, kind, lastReviewed, nextReview, owner, standing, title }: Review) {
  return {
    title,
    kind,
    owner: owner ?? '',
    lastReviewed: lastReviewed ?? '',
    nextReview: nextReview ?? '',
    overdue: 'days' in standing ? standing.days : '',
    address: `${env.cmsUrl}/admin/collections/${kind}/${document}`,
  };
}

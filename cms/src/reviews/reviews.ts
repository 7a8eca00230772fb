/** Review dates as the records of documents hold them: who answers for each, and how it stands today. */

import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { londonDay } from '@charterpress/shared/domain/london-time.ts';
import {
  type ReviewDates,
  type ReviewStanding,
  reviewStanding,
} from '@charterpress/shared/domain/review-dates.ts';
import type { WorkflowRecord } from '@charterpress/shared/domain/workflow.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Payload, PayloadRequest } from 'payload';
import { newestEdition } from '../publishing/stored.ts';
import { recordsWhere } from '../workflow/records.ts';

export type Review = ReviewDates & {
  readonly kind: Kind;
  readonly document: string;
  readonly title: string;
  readonly standing: ReviewStanding;
};

/** The documents whose review is overdue or comes within the month, the longest overdue first. */
export async function reviewsToDo(
  req: Pick<PayloadRequest, 'payload'>,
  kinds: readonly Kind[],
  now: Date,
): Promise<readonly Review[]> {
  const today = londonDay(now.toISOString());
  const planned = await plannedReviews(req.payload);
  const reviews = planned
    .filter(({ kind }) => kinds.includes(kind))
    .map((record) => reviewOf(record, today));
  return reviews.filter(
    ({ standing }) => standing.state === 'overdue' || standing.state === 'soon',
  );
}

/** Every document with a day for its next review that readers have: a draft nobody has read cannot go out of date. */
export async function plannedReviews(payload: Payload): Promise<readonly WorkflowRecord[]> {
  const records = await recordsWhere({ payload }, { nextReview: { exists: true } }, 'nextReview');
  const isRead = await Promise.all(records.map((record) => hasReaders(payload, record)));
  return records.filter((_, at) => isRead[at]);
}

async function hasReaders(payload: Payload, { document, kind }: WorkflowRecord): Promise<boolean> {
  const newest = await newestEdition({ payload }, { kind, document, language: SOURCE_LANGUAGE });
  return newest?.action === 'published';
}

function reviewOf(record: WorkflowRecord, today: string): Review {
  const { document, kind, title } = record;
  const dates = reviewDatesOf(record);
  return { kind, document, title, ...dates, standing: reviewStanding(dates.nextReview, today) };
}

/** The record keeps the moment of the last review; what counts is its day. */
export function reviewDatesOf({ lastReviewed, nextReview, owner }: WorkflowRecord): ReviewDates {
  return { owner, nextReview, lastReviewed: lastReviewed && londonDay(lastReviewed) };
}

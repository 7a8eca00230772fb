/** The chore that tells owners of documents that have to be read again. */
import { londonDay } from '@charterpress/shared/domain/london-time.ts';
import { reminderDue } from '@charterpress/shared/domain/review-dates.ts';
import type { WorkflowRecord } from '@charterpress/shared/domain/workflow.ts';
import type { Payload, PayloadRequest } from 'payload';
import { notify } from '../mail/notify.ts';
import { inLedger } from '../publishing/ledger.ts';
import { recordOf } from '../workflow/records.ts';
import { keepReminder, remindersSent } from './records.ts';
import { plannedReviews, reviewDatesOf } from './reviews.ts';
import { reminderWords } from './sentences.ts';

/** Sends each mail that is due today and was not sent. The mark and the mail are written together or not at all. */
export async function sendReviewReminders(payload: Payload, now: Date): Promise<void> {
  const today = londonDay(now.toISOString());
  for (const { kind, document } of await plannedReviews(payload)) {
    await inLedger(payload, async ({ req }) => {
      const record = await recordOf(req, { kind, document });
      if (record !== null) await remind(req, record, today, now);
    });
  }
}

async function remind(
  req: PayloadRequest,
  record: WorkflowRecord,
  today: string,
  now: Date,
): Promise<void> {
  const { document, kind, title } = record;
  const dates = reviewDatesOf(record);
  const { nextReview } = dates;
  if (nextReview === null) return;
  const sent = await remindersSent(req, { document, nextReview });
  const reminder = reminderDue(dates, today, sent);
  if (reminder === null) return;
  await keepReminder(req, { document, nextReview, reminder, at: now.toISOString() });
  const event = { what: 'review-due', kind, document, title, by: null } as const;
  const to = dates.owner === null ? [] : [dates.owner];
  const note = reminderWords(reminder, nextReview);
  await notify(req.payload, { ...event, note, to, once: `${nextReview} ${reminder}` }, req);
}

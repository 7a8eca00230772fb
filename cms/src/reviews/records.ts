/** Which mails about a review were sent: each once, whatever restarts and however many workers look. */
import type { Reminder } from '@charterpress/shared/domain/review-dates.ts';
import type { CollectionConfig, CollectionSlug, PayloadRequest } from 'payload';
import { hiddenRecord } from '../publishing/records.ts';

export const REVIEW_REMINDERS = 'review-reminders' as CollectionSlug;

export const reviewReminders: CollectionConfig = {
  slug: REVIEW_REMINDERS,
  ...hiddenRecord('document'),
  fields: [
    { name: 'document', type: 'text', required: true, index: true },
    { name: 'nextReview', type: 'text', required: true },
    { name: 'reminder', type: 'text', required: true },
    { name: 'at', type: 'text', required: true },
  ],
  indexes: [{ fields: ['document', 'nextReview', 'reminder'], unique: true }],
};

type About = { readonly document: string; readonly nextReview: string };

export async function remindersSent(
  req: PayloadRequest,
  { document, nextReview }: About,
): Promise<readonly Reminder[]> {
  const { docs } = await req.payload.db.find<{ reminder: Reminder }>({
    collection: REVIEW_REMINDERS,
    where: { document: { equals: document }, nextReview: { equals: nextReview } },
    limit: 0,
    pagination: false,
    req,
  });
  return docs.map(({ reminder }) => reminder);
}

export async function keepReminder(
  req: PayloadRequest,
  sent: About & { readonly reminder: Reminder; readonly at: string },
): Promise<void> {
  const { at, document, nextReview, reminder } = sent;
  await req.payload.db.create({
    collection: REVIEW_REMINDERS,
    data: { document, nextReview, reminder, at },
    req,
    returning: false,
  });
}

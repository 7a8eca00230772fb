/** What reviews say to staff: the words are in `shared/src/strings/reviews.json`. */
import type { Reminder } from '@charterpress/shared/domain/review-dates.ts';
import words from '@charterpress/shared/strings/reviews.json' with { type: 'json' };
import { filled } from '../words/filled.ts';

const inWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** `2026-12-01` -> `1 December 2026` */
export function dayWords(day: string): string {
  return inWords.format(new Date(`${day}T00:00Z`));
}

export function reminderWords(reminder: Reminder, nextReview: string): string {
  return filled(words.reminders[reminder], { day: dayWords(nextReview) });
}

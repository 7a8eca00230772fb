/** What reviews say to staff: the words are in `shared/src/strings/reviews.json`. */
import type { Reminder } from '@charterpress/shared/domain/review-dates.ts';
import words from '@charterpress/shared/strings/reviews.json' with { type: 'json' };
import { filled } from '../words/filled.ts';
import { dayInWords } from '../words/moment.ts';

export function reminderWords(reminder: Reminder, nextReview: string): string {
  return filled(words.reminders[reminder], { day: dayInWords(nextReview) });
}

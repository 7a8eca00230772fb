/** What a row of a form is called that is known by its days and times: hours of opening, days that are different, a report. */
import { weekdays } from '@charterpress/shared/domain/shapes/choices.ts';
import { openingWords } from '../collections/opening-words.ts';
import { dayInWords } from '../words/moment.ts';

type Row = Readonly<Record<string, unknown>>;

const nameOf = openingWords.hours.fields.days.choices;

/** "Monday, Friday, 09:00 to 17:00", "24 December 2026 to 3 January 2027"; `null` for a row without a day. */
export function rowWhen({ closes, days, from, on, opens, to }: Row): string | null {
  const chosen = Array.isArray(days) ? weekdays.filter((day) => days.includes(day)) : [];
  if (chosen.length > 0) {
    const hours = [opens, closes].filter(isText).join(' to ');
    return [...chosen.map((day) => nameOf[day]), hours].filter(isText).join(', ');
  }
  const until = [from, to].filter(isText).map(calendarDay);
  if (until.length > 0) return until.join(' to ');
  return isText(on) ? calendarDay(on) : null;
}

/** A form keeps a day as a moment. */
function calendarDay(value: string): string {
  return dayInWords(value.slice(0, 10));
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

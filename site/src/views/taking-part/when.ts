/** Days and times as a reader writes them, by the clock in London. */
import { localeOf, onceALanguage, timesTogether } from '../reader.ts';

const dayFormat = onceALanguage(
  (tag) => new Intl.DateTimeFormat(localeOf(tag), { dateStyle: 'long', timeZone: 'UTC' }),
);

const timesFormat = onceALanguage(
  (tag) =>
    new Intl.DateTimeFormat(localeOf(tag), {
      ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
      ...{ hour: 'numeric', minute: '2-digit', timeZone: 'Europe/London' },
    }),
);

/** From a calendar day to another, both included: "2–20 March 2026". */
export function daysIn(tag: string, from: string, to: string): string {
  return dayFormat(tag).formatRange(new Date(from), new Date(to));
}

/** From a moment to another: "Wednesday 10 June 2026, 19:00–21:00". `null` where nobody said when it ends. */
export function timesIn(tag: string, begins: string, ends: string | null): string {
  const format = timesFormat(tag);
  const line =
    ends === null
      ? format.format(new Date(begins))
      : format.formatRange(new Date(begins), new Date(ends));
  return timesTogether(tag, line);
}

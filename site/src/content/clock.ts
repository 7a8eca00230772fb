/**
 * The one clock of pages. A page asks whether a moment has come, and is rendered again when it comes, so the time of a
 * site is the time at which the press last looked at it, and not that of whoever renders.
 */
import { momentOf } from '@charterpress/shared/domain/london-time.ts';
import type { Statements } from './statements.ts';

export const clockSchema = `
  CREATE TABLE IF NOT EXISTS clock (one INTEGER PRIMARY KEY CHECK (one = 1), now TEXT NOT NULL);
`;

/** A moment as pages ask for it: ISO 8601, or the day `YYYY-MM-DD` in London, which comes with its first minute. */
export function momentAsked(when: string): string {
  const known = asked.get(when);
  if (known !== undefined) return known;
  const moment = momentFrom(when);
  if (asked.size >= KEPT_MOMENTS) asked.clear();
  asked.set(when, moment);
  return moment;
}

const KEPT_MOMENTS = 10_000;
const asked = new Map<string, string>();

function momentFrom(when: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(when)) return new Date(when).toISOString();
  const midnight = momentOf({ wall: `${when}T00:00` });
  if (midnight.ok) return midnight.moment;
  throw new Error(`"${when}" is no day of the calendar.`);
}

export function clockIn({ row, write }: Statements) {
  let now: string = row('SELECT now FROM clock')?.now?.toString() ?? new Date().toISOString();
  return {
    now: () => now,
    set(moment: Date): void {
      now = moment.toISOString();
      write('INSERT OR REPLACE INTO clock VALUES (1, ?)', now);
    },
  };
}

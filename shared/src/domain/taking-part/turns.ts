/** What becomes another thing by the clock alone: each turn says from when on, and what it is then. */
import { londonDay } from '../london-time.ts';

/** A moment, ISO 8601 in UTC, or a calendar day, which comes when it begins in London. */
export type When = string;

export type Turn<S> = {
  /** `null` for what it is before anything came. */
  readonly from: When | null;
  readonly is: S;
};

/** Whether a moment or a day has come. Pages ask their content, which answers by the clock of the press. */
export type Reached = (when: When) => boolean;

export type Standing<S> = Turn<S> & {
  /** When it becomes another thing; `null` where it stays. */
  readonly next: When | null;
};

/** The last turn that has come. Asks in order, and no further than the first that has not. */
export function standing<S>(turns: readonly Turn<S>[], reached: Reached): Standing<S> {
  const next = turns.findIndex(({ from }) => from !== null && !reached(from));
  const last = turns.at(next < 0 ? -1 : next - 1);
  if (last === undefined) throw new Error('What turns has to be something before it turns.');
  return { ...last, next: turns[next]?.from ?? null };
}

export function reachedBy(now: Date): Reached {
  const today = londonDay(now.toISOString());
  return (when) => (isWholeDay(when) ? when <= today : Date.parse(when) <= now.getTime());
}

function isWholeDay(when: When): boolean {
  return when.length === 'YYYY-MM-DD'.length;
}

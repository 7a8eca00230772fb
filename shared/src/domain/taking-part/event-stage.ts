/** Whether an event is still to come, by the clock. */
import { daysAfter, londonDay } from '../london-time.ts';
import { type Reached, standing, type Turn, type When } from './turns.ts';

export type EventStage = 'coming' | 'on' | 'over';

/** ISO 8601 moments. `ends` is `null` where nobody said. */
type EventTimes = { readonly begins: string; readonly ends: string | null };

/** Where nobody said when it ends, it is over with its day. */
export function overFrom({ begins, ends }: EventTimes): When {
  return ends ?? daysAfter(londonDay(begins), 1);
}

function eventTurns(event: EventTimes): readonly Turn<EventStage>[] {
  return [
    { from: null, is: 'coming' },
    { from: event.begins, is: 'on' },
    { from: overFrom(event), is: 'over' },
  ];
}

export function eventStage(event: EventTimes, reached: Reached): EventStage {
  return standing(eventTurns(event), reached).is;
}

/** Whether people may still book, the last day included; `null` where nobody has to. */
export function mayBook(bookBy: string | null, reached: Reached): boolean | null {
  return bookBy === null ? null : !reached(daysAfter(bookBy, 1));
}

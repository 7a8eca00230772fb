/**
 * How long it is since somebody asked whether what a page says of a service is so. A directory that nobody tends sends
 * families to doors that were shut years ago, so readers are warned, and then the lists leave it out.
 */
import { daysAfter, monthsAfter } from '../london-time.ts';

const WARNS_AFTER_MONTHS = 6;
const LEAVES_AFTER_MONTHS = 12;
/** Staff hear of it a month before readers do. */
const LISTED_AFTER_MONTHS = 5;

export type CheckedState = 'fresh' | 'old' | 'too-old' | 'never';

/** The first days, in London, on which readers are warned and on which the lists leave a service out. */
export function checkMoments(checkedOn: string): {
  readonly warns: string;
  readonly leaves: string;
} {
  return {
    warns: daysAfter(monthsAfter(checkedOn, WARNS_AFTER_MONTHS), 1),
    leaves: daysAfter(monthsAfter(checkedOn, LEAVES_AFTER_MONTHS), 1),
  };
}

/**
 * `reached` says whether a day has begun. It is asked of the days that matter and of no others, so that whoever asks
 * knows when the answer changes next.
 */
export function checkedState(
  checkedOn: string | null,
  reached: (day: string) => boolean,
): CheckedState {
  if (checkedOn === null) return 'never';
  const { leaves, warns } = checkMoments(checkedOn);
  if (!reached(warns)) return 'fresh';
  return reached(leaves) ? 'too-old' : 'old';
}

/** Whether staff have to ask again, or soon will. */
export function isDueForCheck(checkedOn: string | null, today: string): boolean {
  return checkedOn === null || monthsAfter(checkedOn, LISTED_AFTER_MONTHS) <= today;
}

/** Whether a strategy holds: by how far it is agreed, and by the days from which and to which it is in force. */
import type { ContentOfKind } from '../kinds.ts';
import { daysAfter } from '../london-time.ts';

type Strategy = ContentOfKind<'strategies'>;

/** `adopted` is all that is known of an agreed strategy that does not say from when it is in force. */
export type Force =
  | 'draft'
  | 'in-consultation'
  | 'adopted'
  | 'not-yet'
  | 'in-force'
  | 'over'
  | 'replaced';

type InForce = Pick<Strategy, 'inForceFrom' | 'inForceTo' | 'status'>;

/** `reached` says whether the beginning of a day in London has come. The last day is in force to its end. */
export function forceOf(
  { inForceFrom, inForceTo, status }: InForce,
  reached: (day: string) => boolean,
): Force {
  if (status !== 'adopted') return status;
  if (inForceTo !== null && reached(daysAfter(inForceTo, 1))) return 'over';
  if (inForceFrom === null) return 'adopted';
  return reached(inForceFrom) ? 'in-force' : 'not-yet';
}

type Milestone = Strategy['milestones'][number];

/** By their days; those without one come last, in the order in which they were written. */
export function milestonesInOrder(milestones: readonly Milestone[]): readonly Milestone[] {
  const last = '9999-99-99';
  return milestones.toSorted((one, other) => {
    const [ours, theirs] = [one.due ?? last, other.due ?? last];
    if (ours === theirs) return 0;
    return ours < theirs ? -1 : 1;
  });
}

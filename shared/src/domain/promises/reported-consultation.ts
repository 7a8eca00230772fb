/** Whoever was asked is told what came of it: a consultation is reported when outcomes say so, and not before. */
import type { Problem } from '../problem.ts';

type Values = Readonly<Record<string, unknown>>;

/** `outcomes` is how many published outcomes name the consultation. */
export function reportedWithout(
  kind: string,
  { reportedOn }: Values,
  outcomes: number,
): readonly Problem[] {
  const isReported = kind === 'consultations' && typeof reportedOn === 'string';
  return isReported && outcomes === 0
    ? [{ field: 'reportedOn', problem: 'reported-without-outcomes' }]
    : [];
}

/** Which documents a language needs first. */
import type { Kind } from '../kinds.ts';

/**
 * What a translation of a kind weighs: what was promised to parents and how to reach somebody before what explains, and
 * what explains before what accompanies it. Order and coverage go by it.
 */
const weights: Partial<Readonly<Record<Kind, number>>> = {
  charter: 5,
  pledges: 5,
  facts: 4,
  guides: 4,
  pages: 3,
  principles: 3,
  media: 2,
};

export function priorityOf(kind: Kind): number {
  return weights[kind] ?? 1;
}

/** By weight, then what has waited longest. */
export function byPriority(
  one: { readonly priority: number; readonly since: string | null },
  other: { readonly priority: number; readonly since: string | null },
): number {
  return other.priority - one.priority || ageOf(one) - ageOf(other);
}

function ageOf({ since }: { readonly since: string | null }): number {
  return since === null ? Number.MAX_SAFE_INTEGER : Date.parse(since);
}

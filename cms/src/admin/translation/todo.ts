/** Which segments somebody has to look at, and in which order a keyboard goes to them. */
import { inTheWay } from '@charterpress/shared/domain/translation/checks/finding.ts';
import type { SegmentShown, WorkShown } from './shapes.ts';

export const filters = ['all', 'todo', 'behind', 'review', 'findings'] as const;
export type Filter = (typeof filters)[number];

type Who = { readonly email: string; readonly may: WorkShown['may'] };

export function fits(shown: SegmentShown, filter: Filter, who: Who): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'todo':
      return waitsFor(shown, who);
    case 'behind':
      return shown.standing.is === 'behind';
    case 'review':
      return isHandedIn(shown);
    case 'findings':
      return inTheWay(shown.findings, shown.record?.work?.waived ?? []).length > 0;
  }
}

/** Whether this very person can do something about it. */
export function waitsFor(shown: SegmentShown, { email, may }: Who): boolean {
  if (isHandedIn(shown)) return may.review && shown.record?.work?.by !== email;
  return may.translate && shown.standing.is !== 'reviewed';
}

export function isHandedIn({ standing }: Pick<SegmentShown, 'standing'>): boolean {
  return (
    standing.is === 'translated' || (standing.is === 'behind' && standing.work === 'translated')
  );
}

/** The next one, or the one before; from the first after the last. `null` when there is none. */
export function neighbour(
  keys: readonly string[],
  from: string | null,
  go: 'next' | 'previous',
  isWanted: (key: string) => boolean,
): string | null {
  const at = from === null ? -1 : keys.indexOf(from);
  const after = [...keys.slice(at + 1), ...keys.slice(0, Math.max(at, 0))];
  const order = go === 'next' ? after : [...after].reverse();
  return order.find(isWanted) ?? null;
}

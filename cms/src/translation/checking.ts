/** What the checks find in a target. */
import type { Finding } from '@charterpress/shared/domain/translation/checks/finding.ts';
import { codeProblems } from '@charterpress/shared/domain/translation/codes.ts';
import type { SegmentRecord } from '@charterpress/shared/domain/translation/record.ts';
import type { Segment } from '@charterpress/shared/domain/translation/segment.ts';

export type Checking = (segment: Segment, target: string) => readonly Finding[];

export const checkCodes: Checking = (segment, target) =>
  codeProblems(segment, target).length > 0 ? [{ rule: 'code-broken', level: 'error' }] : [];

/** What is shown of a segment: findings in what is under way, and none where nobody has begun. */
export function findingsIn(
  check: Checking,
  segment: Segment,
  record: SegmentRecord | null,
): readonly Finding[] {
  const work = record?.work ?? null;
  return work === null ? [] : check(segment, work.target);
}

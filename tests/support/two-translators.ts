/** A segment and what two translators of it do, for tests. */
import type { About, Acted, Actor } from '@charterpress/shared/domain/translation/acts.ts';
import type { IsSame } from '@charterpress/shared/domain/translation/minor.ts';
import type { SegmentRecord } from '@charterpress/shared/domain/translation/record.ts';
import { hashOf, type Segment } from '@charterpress/shared/domain/translation/segment.ts';

export const onlySameText: IsSame = ({ from, to }) => from === to;

export const translator: Actor = { by: 'translator@example.org', at: '2026-10-01T09:00:00.000Z' };
export const reviewer: Actor = { by: 'reviewer@example.org', at: '2026-10-02T09:00:00.000Z' };

export function segment(text: string, key = 'p-1', codes: Segment['codes'] = []): Segment {
  const coded = { text, codes };
  return { key, path: 'body', style: 'paragraph', ...coded, hash: hashOf(coded) };
}

/** What somebody acts upon who sees what there is. */
export function about(of: Segment, record: SegmentRecord | null, isSame = onlySameText): About {
  return { segment: of, record, isSame, revision: record?.revision ?? 0, hash: of.hash };
}

/** The record after an act that was not refused. */
export function recordAfter(acted: Acted): SegmentRecord {
  if (acted.ok) return acted.record;
  throw new Error(`Refused: ${acted.refused}`);
}

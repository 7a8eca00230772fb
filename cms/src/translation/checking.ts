/** What the checks find in a target, with how the same English is translated in other places. */
import type { Finding } from '@charterpress/shared/domain/translation/checks/finding.ts';
import { findings } from '@charterpress/shared/domain/translation/checks/findings.ts';
import type { SegmentRecord } from '@charterpress/shared/domain/translation/record.ts';
import type { Segment } from '@charterpress/shared/domain/translation/segment.ts';
import { session, type Within } from '../transaction.ts';
import { glossaryFor } from './glossary.ts';
import { segmentRows, type Translation } from './records.ts';

export type Checking = (segment: Segment, target: string) => readonly Finding[];

/** Looks up once what the checks of all these segments need. */
export async function checkingOf(
  req: Within,
  of: Translation,
  segments: readonly Segment[],
): Promise<Checking> {
  const { language } = of;
  const [elsewhere, glossary] = await Promise.all([
    targetsElsewhere(req, of, segments),
    glossaryFor(req.payload, language),
  ]);
  return (segment, target) =>
    findings(segment, target, {
      ...{ language, glossary },
      sameSourceElsewhere: elsewhere.get(segment.hash) ?? [],
    });
}

/** What is shown of a segment: findings in what is under way, and none where nobody has begun. */
export function findingsIn(
  check: Checking,
  segment: Segment,
  record: SegmentRecord | null,
): readonly Finding[] {
  const work = record?.work ?? null;
  return work === null ? [] : check(segment, work.target);
}

/** By hash: the reviewed targets of the same English in other places. */
async function targetsElsewhere(
  req: Within,
  { document, language }: Translation,
  segments: readonly Segment[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const hashes = new Set(segments.map(({ hash }) => hash));
  const rows = await segmentRows(req.payload)
    .find(
      { language, hashes: { $in: [...hashes] }, document: { $ne: document } },
      { projection: { pairs: 1 }, limit: MOST_ELSEWHERE, ...(await session(req)) },
    )
    .toArray();
  const found = new Map<string, string[]>();
  for (const { hash, target } of rows.flatMap(({ pairs }) => pairs)) {
    if (hashes.has(hash)) found.set(hash, [...(found.get(hash) ?? []), target]);
  }
  return found;
}

/** Rows. A wording that stands in more places than that is not one that somebody got wrong here. */
const MOST_ELSEWHERE = 500;

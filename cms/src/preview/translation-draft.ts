/**
 * A translation as the edition it would be if all that is saved of it were released this moment: drafts, what waits for
 * review, what is behind, and English where there is nothing. For looking only: a release reads none of it but what was
 * reviewed.
 */
import { digestOf } from '@charterpress/shared/domain/digest.ts';
import { hiddenCharacterIn } from '@charterpress/shared/domain/hidden.ts';
import { codeProblems, plainOf } from '@charterpress/shared/domain/translation/codes.ts';
import type { SegmentRecord } from '@charterpress/shared/domain/translation/record.ts';
import { CHANGE_NOTE_KEY, type Segment } from '@charterpress/shared/domain/translation/segment.ts';
import { composeSegments } from '@charterpress/shared/domain/translation/segments.ts';
import type { PayloadRequest } from 'payload';
import { readHead } from '../publishing/ledger.ts';
import { newestEdition } from '../publishing/stored.ts';
import { publicEnglish } from '../translation/english.ts';
import { recordsOf, type Translation } from '../translation/records.ts';
import type { DraftEdition } from './draft-edition.ts';

/** `null` when there is no public English to translate. */
export async function translationDraft(
  req: PayloadRequest,
  { document, kind, language }: Translation,
): Promise<DraftEdition | null> {
  const of = { kind, document, language };
  const english = await publicEnglish(req, of);
  if (english === null) return null;
  const records = await recordsOf(req, of);
  const targets = new Map(
    english.segments.map((segment) => [segment.key, savedOf(segment, records.get(segment.key))]),
  );
  const { edition: source, keys } = english;
  const composed = composeSegments(kind, source.content as never, keys, targets);
  const newest = await newestEdition(req, of);
  const { sequence } = await readHead(req.payload);
  const publishedAt = new Date().toISOString();
  const content = composed.ok
    ? (composed.value as DraftEdition['edition']['content'])
    : source.content;
  return {
    problems: composed.ok ? [] : composed.problems,
    isLive: false,
    edition: {
      ...source,
      ...{ language, content, publishedAt, changedAt: publishedAt },
      sequence: sequence + 1,
      number: (newest?.number ?? 0) + 1,
      sourceEdition: source.number,
      changeNote: targets.get(CHANGE_NOTE_KEY) ?? null,
      firstPublishedAt: newest?.firstPublishedAt ?? publishedAt,
      digest: digestOf({ ...of, slug: source.slug, content }),
    },
  };
}

/** The newest target that can be shown; the English where there is none. */
function savedOf(segment: Segment, record: SegmentRecord | undefined): string {
  const saved = [record?.work?.target, ...(record?.pairs ?? []).map(({ target }) => target)];
  const shown = saved.find((target) => target !== undefined && canBeShown(segment, target));
  return shown ?? segment.text;
}

function canBeShown(segment: Segment, target: string): boolean {
  const isBlank = plainOf(target).trim() === '';
  return (
    !isBlank && hiddenCharacterIn(target) === null && codeProblems(segment, target).length === 0
  );
}

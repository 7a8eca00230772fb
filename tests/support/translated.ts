/** Texts in another language, as second people have reviewed them: what a release publishes, without the workbench. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import type { Segment } from '@charterpress/shared/domain/translation/segment.ts';
import { createLocalReq, type Payload, type PayloadRequest } from 'payload';

type Of = { readonly kind: Kind; readonly document: string };
type Work = Of & { readonly language: string };

/** What is said for a segment, by the field that it stands in. */
export type Says = (segment: Segment) => string;

/** The newest English of a document, segment by segment in other words. */
export async function targetsOf(
  payload: Payload,
  of: Of,
  say: Says,
): Promise<Readonly<Record<string, string>>> {
  const { publicEnglish } = await import('../../cms/src/translation/english.ts');
  const english = await publicEnglish({ payload }, of);
  return saidOf(english?.segments ?? [], say);
}

/** The same of English that was approved and is not public yet. */
export async function targetsOfComing(
  payload: Payload,
  of: Of,
  say: Says,
): Promise<Readonly<Record<string, string>>> {
  const { comingEnglish } = await import('../../cms/src/translation/coming.ts');
  const english = await comingEnglish(await createLocalReq({}, payload), of);
  return saidOf(english?.segments ?? [], say);
}

/** The same through the workbench: one saves it, another reviews it, and it is released. */
export async function releaseAs(req: PayloadRequest, of: Work, say: Says) {
  const { release } = await import('../../cms/src/translation/release.ts');
  await reviewAs(req, of, await saveAs(req, of, say));
  return release(req, [{ ...of, signedBy: 'another translator' }]);
}

type Seen = { readonly key: string; readonly hash: string; readonly revision: number };

/** One saves it. Answers the segments as they were seen, before. */
export async function saveAs(req: PayloadRequest, of: Work, say: Says): Promise<readonly Seen[]> {
  const { publicEnglish } = await import('../../cms/src/translation/english.ts');
  const { recordsOf } = await import('../../cms/src/translation/records.ts');
  const { actOnSegments } = await import('../../cms/src/translation/segments.ts');
  const segments = (await publicEnglish(req, of))?.segments ?? [];
  const records = await recordsOf(req, of);
  const seen = segments.map((segment) => {
    const revision = records.get(segment.key)?.revision ?? 0;
    return { key: segment.key, hash: segment.hash, revision, target: say(segment) };
  });
  const saves = seen.map((each) => ({ ...each, act: 'save', state: 'translated' }) as const);
  await actOnSegments(req, of, saves, { signedBy: 'a translator' });
  return seen;
}

/** Another reviews what was saved. */
export async function reviewAs(
  req: PayloadRequest,
  of: Work,
  seen: readonly Seen[],
): Promise<void> {
  const { actOnSegments } = await import('../../cms/src/translation/segments.ts');
  const reviews = seen.map(({ hash, key, revision }) => {
    return { key, hash, revision: revision + 1, act: 'review' } as const;
  });
  await actOnSegments(req, of, reviews, { signedBy: 'another translator' });
}

function saidOf(segments: readonly Segment[], say: Says): Readonly<Record<string, string>> {
  return Object.fromEntries(segments.map((segment) => [segment.key, say(segment)]));
}

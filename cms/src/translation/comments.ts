/** What was said about segments: in the comments of the document, so that whoever wrote the English reads it too. */
import { openComments, translationOf } from '@charterpress/shared/domain/comments.ts';
import type { PayloadRequest } from 'payload';
import { commentsOn } from '../comments/collection.ts';
import type { Translation } from './records.ts';

/** By key: how many nobody has settled. */
export async function commentsOnSegments(
  req: PayloadRequest,
  of: Translation,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { field } of openComments(await commentsOn(req, of))) {
    const on = translationOf(field);
    if (on?.language === of.language) counts.set(on.key, (counts.get(on.key) ?? 0) + 1);
  }
  return counts;
}

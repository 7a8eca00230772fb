/** Whether a change of English changed more than words, whatever it was called. */
import { digestOf } from '../digest.ts';
import type { ContentOfKind, Kind } from '../kinds.ts';
import { alignKeys } from './keys.ts';
import { saysTheSame } from './minor.ts';
import { segmentsOf } from './segments.ts';

/** Whether a piece that is in both has other codes or protected values. What came new or went is not looked at. */
export function changesWhatCounts<K extends Kind>(
  kind: K,
  before: ContentOfKind<K>,
  after: ContentOfKind<K>,
): boolean {
  if (digestOf(before) === digestOf(after)) return false;
  const keys = alignKeys(kind, before, []);
  const old = new Map(segmentsOf(kind, before, keys).map((segment) => [segment.key, segment]));
  const aligned = alignKeys(kind, after, [{ content: before, keys }]);
  return segmentsOf(kind, after, aligned).some((segment) => {
    const was = old.get(segment.key);
    return was !== undefined && was.hash !== segment.hash && !saysTheSame(was, segment);
  });
}

/** What happened to a document, in one line after another: what people did, and the saves between. */
import type { AuditEvent } from './audit.ts';

/** One save of the working copy. */
export type Save = { readonly by: string; readonly revision: number; readonly at: string };

export type HistoryLine =
  | { readonly line: 'act'; readonly event: AuditEvent }
  /** Saves of one person with nothing between them. `at` is the last of them. */
  | {
      readonly line: 'saves';
      readonly by: string;
      readonly times: number;
      readonly revision: number;
      readonly at: string;
    };

/** Newest first. In one and the same moment the save comes before what was done with it. */
export function historyOf(
  events: readonly AuditEvent[],
  saves: readonly Save[],
): readonly HistoryLine[] {
  const acts = events.map((event): HistoryLine => ({ line: 'act', event }));
  const saved = saves.map((save): HistoryLine => ({ line: 'saves', times: 1, ...save }));
  const inOrder = [...saved, ...acts].sort((one, other) => momentOf(one) - momentOf(other));
  return inOrder.reduce(gathered, []).reverse();
}

function gathered(lines: readonly HistoryLine[], next: HistoryLine): HistoryLine[] {
  const last = lines.at(-1);
  const isOneMore = last?.line === 'saves' && next.line === 'saves' && last.by === next.by;
  if (!isOneMore) return [...lines, next];
  return [...lines.slice(0, -1), { ...next, times: last.times + next.times }];
}

function momentOf(line: HistoryLine): number {
  return Date.parse(line.line === 'act' ? line.event.at : line.at);
}

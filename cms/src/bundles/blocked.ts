/** Whether what is planned could go live at all: better said to the person who plans it than in the night it fails. */
import type { Item } from '@charterpress/shared/domain/bundle.ts';
import type { Problem } from '@charterpress/shared/domain/problem.ts';
import type { PayloadRequest } from 'payload';
import { blockersOf } from '../checks/blockers.ts';
import type { Version } from '../checks/standing.ts';
import { pinnedText } from '../workflow/situation.ts';

type Blocked = { readonly title: string; readonly problems: readonly Problem[] };

/** What stands in the way of the English texts of a bundle at its moment; `null` for nothing. */
export async function firstBlockedItem(
  req: PayloadRequest,
  items: readonly Item[],
  at: Date,
): Promise<Blocked | null> {
  const together: (Version & { readonly title: string })[] = [];
  for (const item of items) {
    const pinned = 'targets' in item ? null : await pinnedText(req, item);
    if (pinned !== null) together.push({ ...item, version: pinned.text });
  }
  for (const { title, ...text } of together) {
    const problems = await blockersOf(req, { ...text, together, at });
    if (problems.length > 0) return { title, problems };
  }
  return null;
}

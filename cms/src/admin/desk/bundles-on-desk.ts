/** What goes live by itself, and what should have and did not: the second is dealt with on the screen of its bundle. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import words from '@charterpress/shared/strings/landing.json' with { type: 'json' };
import type { Payload } from 'payload';
import { bundlesIn, type StoredBundle } from '../../bundles/records.ts';
import { bundlesInTrouble } from '../../bundles/trouble.ts';
import { filled } from '../../words/filled.ts';
import { moment } from '../../words/moment.ts';
import { titleFrom } from '../titles.ts';
import { type DeskItem, hrefOf } from './sections.ts';

export type BundlesOnDesk = {
  readonly failed: readonly DeskItem[];
  readonly scheduled: readonly DeskItem[];
};

export async function bundlesOnDesk(
  payload: Payload,
  kinds: readonly Kind[],
): Promise<BundlesOnDesk> {
  const [troubled, waiting] = await Promise.all([
    bundlesInTrouble({ payload }, new Date()),
    bundlesIn({ payload }, ['waiting']),
  ]);
  const isSeen = ({ items }: StoredBundle) => items.some(({ kind }) => kinds.includes(kind));
  return {
    failed: troubled.filter(isSeen).map(troubledItem),
    scheduled: waiting.flatMap((bundle) =>
      bundle.items
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ document, kind, title }) => ({
          title: titleFrom(title),
          href: hrefOf({ kind, document }),
          says: filled(words.says.scheduled, { when: whenOf(bundle), bundle: bundle.title }),
        })),
    ),
  };
}

function troubledItem(bundle: StoredBundle): DeskItem {
  const overdue = filled(words.says.overdueBundle, { when: whenOf(bundle) });
  return {
    title: titleFrom(bundle.title),
    href: `/admin/bundles/${bundle.id}`,
    says: bundle.failure?.why ?? overdue,
  };
}

function whenOf({ goesLiveAt }: StoredBundle): string {
  return moment(new Date(goesLiveAt));
}

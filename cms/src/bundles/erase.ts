/** What is removed leaves every bundle, with all that is said of it there: titles, translated texts, reasons. */
import { bundleStates, isOpen } from '@charterpress/shared/domain/bundle.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import words from '@charterpress/shared/strings/bundles.json' with { type: 'json' };
import type { PayloadRequest } from 'payload';
import { bundlesIn, changeRecord } from './records.ts';

/** The rest of a bundle waits on. One that has nothing else is cancelled, and its title says nothing any more. */
export async function eraseFromBundles(
  req: PayloadRequest,
  { document, kind }: { readonly kind: Kind; readonly document: string },
): Promise<void> {
  for (const bundle of await bundlesIn(req, bundleStates)) {
    const items = bundle.items.filter((item) => item.kind !== kind || item.document !== document);
    if (items.length === bundle.items.length) continue;
    const { failure, revision, state, title } = bundle;
    const isEmpty = items.length === 0;
    await changeRecord(req, bundle, {
      items,
      revision: revision + 1,
      title: isEmpty ? '' : title,
      state: isEmpty && isOpen(state) ? 'cancelled' : state,
      failure: failure && { ...failure, why: words.failure.removed },
    });
  }
}

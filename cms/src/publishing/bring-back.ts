/** When withdrawn English comes back, what its withdrawal took along comes back with it, where it is still true. */
import { digestOf } from '@charterpress/shared/domain/digest.ts';
import type { ReadableEdition } from '@charterpress/shared/domain/edition.ts';
import { freshness } from '@charterpress/shared/domain/freshness.ts';
import { englishEditions, translationsOf } from './languages-of.ts';
import type { EditionAddress, Entry, Ledger, StoredEdition } from './ledger.ts';

/**
 * Run after the English was entered, in its act. A translation comes back that went at the moment of the withdrawal and
 * that the English has not moved on from; what was pulled alone, and what has fallen behind, waits to be released again.
 */
export async function bringBack(
  ledger: Ledger,
  { by, document, kind }: Omit<EditionAddress, 'language'> & { readonly by: string },
): Promise<void> {
  const english = await englishEditions(ledger, { kind, document });
  const [before, back] = english.slice(-2);
  if (before?.action !== 'withdrawn' || back === undefined) return;
  for (const translation of await translationsOf(ledger, { kind, document })) {
    const wentAlong =
      translation.action === 'withdrawn' && translation.publishedAt === before.publishedAt;
    if (!wentAlong || isBehind(translation, english)) continue;
    await ledger.enter(publicAgain(translation, back.slug), {
      by,
      did: 'brought back',
      reason: null,
    });
  }
}

function isBehind(translation: StoredEdition, english: readonly StoredEdition[]): boolean {
  const texts = english.filter(
    ({ content, number }) => content !== null && number >= (translation.sourceEdition ?? 0),
  );
  const known = freshness(
    translation as unknown as ReadableEdition,
    texts as unknown as readonly ReadableEdition[],
  );
  return known.state === 'behind';
}

/** At the address of the English, which may be another one by now. */
function publicAgain(edition: StoredEdition, slug: string): Entry {
  const { content, document, kind, language, sourceEdition } = edition;
  return {
    ...{ kind, document, language, slug, content, sourceEdition },
    action: 'published',
    change: 'minor',
    changeNote: null,
    digest: digestOf({ kind, document, language, slug, content }),
  };
}

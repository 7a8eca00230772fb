/**
 * When English changes in what is not words (a telephone number, a date, an order, an address), the languages that have
 * every one of its segments reviewed go along at the same moment: readers of a translation ring the same number.
 */
import { digestOf } from '@charterpress/shared/domain/digest.ts';
import { composedFrom } from '@charterpress/shared/domain/translation/composing.ts';
import { bundleHolding } from '../bundles/records.ts';
import { readableTranslations } from '../publishing/languages-of.ts';
import type { Entry, Ledger, StoredEdition } from '../publishing/ledger.ts';
import { cutEnglish, hasText, inEnglish } from './english.ts';
import { recordsOf } from './records.ts';
import { samenessOf } from './sameness.ts';

type Carrying = {
  readonly by: string;
  /** What is published in the same act needs no carrying. */
  readonly beside: readonly { readonly document: string; readonly language: string }[];
};

/** Run after the English was entered, in its act. */
export async function carryOver(
  ledger: Ledger,
  of: Pick<StoredEdition, 'kind' | 'document'>,
  { beside, by }: Carrying,
): Promise<void> {
  const english = await ledger.newest(inEnglish(of));
  if (english?.action !== 'published' || !hasText(english)) return;
  const translations = await readableTranslations(ledger, of);
  const others = translations.filter(
    ({ document, language, sourceEdition }) =>
      (sourceEdition ?? 0) < english.number &&
      !beside.some((each) => each.document === document && each.language === language),
  );
  if (others.length === 0) return;
  const { keys } = await cutEnglish(ledger.req, english);
  const isSame = await samenessOf(ledger.req, of, english.number);
  // What the English says that it changed is read by those who knew the old text: it waits for its translation.
  const from = { number: english.number, content: english.content as never, keys, isSame };
  for (const translation of others) {
    const records = await recordsOf(ledger.req, translation);
    const composed = composedFrom(of.kind, { ...from, changeNote: null }, records);
    if (!composed.ok || (await bundleHolding(ledger.req, translation)) !== null) continue;
    const entry = carriedFrom(translation, english, composed.content as never);
    const saysTheSame = entry.digest === translation.digest && english.change === 'minor';
    if (!saysTheSame) await ledger.enter(entry, { by, did: DID, reason: null });
  }
}

const DID = 'carried a translation over';

function carriedFrom(
  { document, kind, language }: StoredEdition,
  { change, number, slug }: StoredEdition,
  content: NonNullable<StoredEdition['content']>,
): Entry {
  return {
    ...{ kind, document, language, slug, content, change, action: 'published' },
    ...{ changeNote: null, sourceEdition: number },
    digest: digestOf({ kind, document, language, slug, content }),
  };
}

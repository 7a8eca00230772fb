/**
 * Leading the readers of one document to another, in every language. What is led to has to be before readers itself:
 * then no redirection can lead to another, and none back to where it came from.
 */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import { digestOf } from '@charterpress/shared/domain/digest.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { afterWithdrawal } from '@charterpress/shared/domain/workflow.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { keepRecord, recordOf } from '../workflow/records.ts';
import { translationsOf } from './languages-of.ts';
import type { EditionAddress, Entry, Ledger, StoredEdition } from './ledger.ts';
import { type Publishing, type Receipt, receiptOf } from './publish.ts';

export type Target = { readonly kind: Kind; readonly document: string };

export async function enterRedirection(
  ledger: Ledger,
  { by, document, kind, to }: Omit<EditionAddress, 'language'> & { to: Target; by: string },
): Promise<Publishing<Receipt>> {
  const of = { kind, document };
  const newest = await ledger.newest({ ...of, language: SOURCE_LANGUAGE });
  if (newest === null) return { ok: false, refused: 'never-published' };
  if (newest.action === 'removed') return { ok: false, refused: 'removed' };
  const target = await ledger.newest({ ...to, language: SOURCE_LANGUAGE });
  const isItself = to.kind === kind && to.document === document;
  const leadsSomewhere = target?.action === 'published' && hasPage(target) && hasPage(newest);
  if (isItself || !leadsSomewhere) return { ok: false, refused: 'leads-nowhere' };
  const act = { by, did: 'redirected', reason: null };
  const entered = await ledger.enter(redirected(newest, to), act);
  for (const translation of await translationsOf(ledger, of)) {
    if (translation.content !== null) await ledger.enter(redirected(translation, to), act);
  }
  const record = await recordOf(ledger.req, of);
  if (record !== null) await keepRecord(ledger.req, afterWithdrawal(record));
  return { ok: true, value: receiptOf(entered) };
}

function hasPage({ kind, slug, language }: StoredEdition): boolean {
  return pathOf({ kind, slug, language }) !== null;
}

function redirected(edition: StoredEdition, redirectTo: Target): Entry {
  const { document, kind, language, slug, sourceEdition } = edition;
  return {
    ...{ kind, document, language, slug, sourceEdition, redirectTo, content: null },
    action: 'redirected',
    change: 'minor',
    changeNote: null,
    digest: digestOf({ kind, document, language, slug, redirectTo }),
  };
}

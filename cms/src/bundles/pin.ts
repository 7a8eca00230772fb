/** From what somebody chose to what is pinned: the approved version of a document, or a reviewed translation. */
import type { Item, Text } from '@charterpress/shared/domain/bundle.ts';
import { digestOf } from '@charterpress/shared/domain/digest.ts';
import type { Change } from '@charterpress/shared/domain/edition.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import type { WorkflowRecord } from '@charterpress/shared/domain/workflow.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Ledger } from '../publishing/ledger.ts';
import { recordOf } from '../workflow/records.ts';

/** An English document, by the revision of the approved text that the person saw. */
export type DocumentChosen = {
  readonly kind: Kind;
  readonly document: string;
  readonly revision: number;
};

/** A language version that was reviewed, handed over by the code that keeps translations. */
export type TranslationChosen = {
  readonly kind: Kind;
  readonly document: string;
  readonly language: string;
  /** By key: what a second person reviewed. */
  readonly targets: Readonly<Record<string, string>>;
  /** The number of the English edition it was made from; `null` for the English in the same bundle. */
  readonly sourceEdition: number | null;
  readonly change: Change;
  readonly changeNote: string | null;
};

export type Chosen = DocumentChosen | TranslationChosen;

export type Pin = {
  readonly chosen: Text;
  readonly title: string;
  /** What was approved of it, by the revision it has; `null` when nothing free was. */
  readonly approved: { readonly revision: number | null; readonly item: Item } | null;
};

/** `bundle` is the one it is chosen for, where that is there already: what it schedules stays free for it. */
export async function pin(ledger: Ledger, chosen: Chosen, bundle: string | null): Promise<Pin> {
  const record = await recordOf(ledger.req, chosen);
  const title = record?.title ?? '';
  if ('targets' in chosen) return pinTranslation(ledger, chosen, title);
  const { document, kind, revision } = chosen;
  const text: Text = { kind, document, language: SOURCE_LANGUAGE, revision };
  const approval = record !== null && isFree(record, bundle) ? record.approval : null;
  if (approval === null) return { chosen: text, title, approved: null };
  const newest = await ledger.newest(text);
  const item: Item = {
    kind,
    document,
    language: SOURCE_LANGUAGE,
    title,
    version: approval.version,
    digest: approval.digest,
    after: newest?.number ?? 0,
    change: approval.change ?? 'major',
    changeNote: approval.changeNote,
  };
  return { chosen: text, title, approved: { revision: approval.revision, item } };
}

/** Approved and waiting for somebody to say when, or scheduled by this very bundle. */
export function isFree({ bundle, state }: WorkflowRecord, own: string | null): boolean {
  return state === 'approved' || state === 'failed' || (state === 'scheduled' && bundle === own);
}

async function pinTranslation(
  ledger: Ledger,
  chosen: TranslationChosen,
  title: string,
): Promise<Pin> {
  const { document, kind, language, targets } = chosen;
  const subject = { kind, document, language };
  const newest = await ledger.newest(subject);
  const digest = digestOf({ ...subject, targets });
  const item: Item = { ...chosen, title, digest, after: newest?.number ?? 0 };
  return { chosen: { ...subject, revision: null }, title, approved: { revision: null, item } };
}

/** A bundle that could not go live says so to everybody whom it concerns, and waits for a publisher to deal with it. */
import { afterFailure } from '@charterpress/shared/domain/workflow.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Payload } from 'payload';
import { notify } from '../mail/notify.ts';
import { inLedger, type Ledger } from '../publishing/ledger.ts';
import { keepRecord, recordOf } from '../workflow/records.ts';
import { BUNDLES, bundleOf, changeRecord, type StoredBundle } from './records.ts';
import type { Why } from './why.ts';

/** Who acts where nobody does. */
const CLOCK = 'the clock of Charterpress';

/** Marks the bundle and its documents as failed, once, with the event and the mails in the same transaction. */
export async function fail(
  payload: Payload,
  bundle: StoredBundle,
  why: Why,
): Promise<'failed' | 'not-its-moment'> {
  return inLedger(payload, async (ledger) => {
    const fresh = await bundleOf(ledger.req, bundle.id);
    const isMeant = fresh?.state === 'waiting' && fresh.revision === bundle.revision;
    if (!isMeant) return 'not-its-moment';
    const failure = { at: ledger.at, why: why.sentence };
    const revision = bundle.revision + 1;
    await changeRecord(ledger.req, bundle, { state: 'failed', failure, revision });
    await failDocuments(ledger, bundle, failure);
    await tell(payload, ledger, bundle, why);
    await ledger.note({
      by: CLOCK,
      did: 'failed to publish',
      reason: why.code,
      kind: BUNDLES,
      document: bundle.id,
      language: null,
      sequence: null,
      digest: null,
    });
    return 'failed';
  });
}

function tell(payload: Payload, ledger: Ledger, bundle: StoredBundle, why: Why): Promise<void> {
  const { id, madeBy, title } = bundle;
  const about = { what: 'failed', kind: BUNDLES, document: id, title, by: null } as const;
  return notify(payload, { ...about, note: why.sentence, to: [madeBy] }, ledger.req);
}

async function failDocuments(
  ledger: Ledger,
  bundle: StoredBundle,
  failure: { readonly at: string; readonly why: string },
): Promise<void> {
  for (const item of bundle.items.filter(({ language }) => language === SOURCE_LANGUAGE)) {
    const record = await recordOf(ledger.req, item);
    if (record?.bundle !== bundle.id) continue;
    await keepRecord(ledger.req, afterFailure(record, failure));
  }
}

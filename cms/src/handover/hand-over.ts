/** A leaver's work is handed over in one step: all of it in one transaction, and the account is closed with it. */
import { waitsFor } from '@charterpress/shared/domain/handover.ts';
import type { WorkflowRecord } from '@charterpress/shared/domain/workflow.ts';
import type { Payload, PayloadRequest } from 'payload';
import { rolesOf } from '../access/collections.ts';
import { notify } from '../mail/notify.ts';
import { redirectMessages } from '../mail/redirect.ts';
import { inLedger, type Ledger } from '../publishing/ledger.ts';
import { keepRecord, recordsWhere } from '../workflow/records.ts';

export type Account = {
  readonly id: string;
  readonly email: string;
  readonly name?: string | null;
  readonly closedAt?: string | null;
  readonly handedTo?: string | null;
};

export type HandingOver = {
  /** Ids of accounts. */
  readonly from: string;
  readonly to: string;
  readonly by: string;
};

export type HandedOver =
  | { readonly ok: true; readonly documents: number }
  | { readonly ok: false; readonly refused: 'unknown' | 'yourself' | 'closed' | 'heir' };

export function handOver(payload: Payload, asked: HandingOver): Promise<HandedOver> {
  return inLedger(payload, async (ledger): Promise<HandedOver> => {
    const leaver = await accountOf(ledger.req, asked.from);
    const heir = await accountOf(ledger.req, asked.to);
    if (leaver === null) return { ok: false, refused: 'unknown' };
    if (leaver.email === asked.by) return { ok: false, refused: 'yourself' };
    if (leaver.closedAt) return { ok: false, refused: 'closed' };
    if (heir === null || heir.id === leaver.id || !mayTakeOver(heir)) {
      return { ok: false, refused: 'heir' };
    }
    const documents = await workOf(ledger.req, leaver.email);
    for (const record of documents) await passOn(ledger, record, { leaver, heir, by: asked.by });
    await redirectMessages(ledger.req, { from: leaver.email, to: heir.email });
    await close(ledger, { leaver, heir, by: asked.by });
    return { ok: true, documents: documents.length };
  });
}

/** The documents that wait for somebody. */
export async function workOf(
  req: PayloadRequest,
  email: string,
): Promise<readonly WorkflowRecord[]> {
  const records = await recordsWhere(req, { state: { not_equals: 'removed' } });
  return records.filter((record) => waitsFor(email, record));
}

/** Whoever is still here, and is a person. */
export function mayTakeOver(account: Account): boolean {
  return !account.closedAt && rolesOf({ user: account as never }).some((role) => role !== 'press');
}

export async function accountOf(req: PayloadRequest, id: string): Promise<Account | null> {
  return req.payload.db.findOne<Account>({
    collection: 'users',
    where: { id: { equals: id } },
    req,
  });
}

type Passing = { readonly leaver: Account; readonly heir: Account; readonly by: string };

async function passOn(
  ledger: Ledger,
  record: WorkflowRecord,
  { by, heir, leaver }: Passing,
): Promise<void> {
  const { document, kind } = record;
  await keepRecord(ledger.req, { ...record, owner: heir.email });
  const reason = `from ${leaver.email} to ${heir.email}`;
  await ledger.note({ kind, document, by, did: 'handed over', reason, ...noEdition });
}

/** Nobody signs in with it again; sessions, key, roles and what was mailed for a password end. */
async function close(ledger: Ledger, { by, heir, leaver }: Passing): Promise<void> {
  const { req } = ledger;
  const data = {
    ...{ closedAt: ledger.at, handedTo: heir.email, roles: [], sessions: [] },
    ...{ enableAPIKey: false, apiKey: null, apiKeyIndex: null },
    ...{ resetPasswordToken: null, resetPasswordExpiration: null },
  };
  await req.payload.db.updateOne({ collection: 'users', id: leaver.id, data, req });
  await req.payload.db.deleteMany({
    collection: 'payload-locked-documents',
    where: { 'user.value': { equals: leaver.id } },
    req,
  });
  const about = { kind: 'users', document: leaver.id, by };
  const reason = `handed over to ${heir.email}`;
  await ledger.note({ ...about, did: 'closed an account', reason, ...noEdition });
  const title = leaver.name?.trim() || leaver.email;
  const event = { ...about, what: 'handover', title, note: null, to: [heir.email] } as const;
  await notify(req.payload, event, req);
}

const noEdition = { language: null, sequence: null, digest: null };

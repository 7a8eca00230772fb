/**
 * The second factor of each account: a secret that its owner's app has too. Written below the API, and each act beside
 * an event in the audit.
 */
import type { CollectionConfig, CollectionSlug, Payload } from 'payload';
import { inLedger, type Ledger } from '../../publishing/ledger.ts';
import { hiddenRecord } from '../../publishing/records.ts';
import { session } from '../../transaction.ts';
import {
  codeHash,
  isSameHash,
  newCode,
  newRecoveryCodes,
  newSecret,
  type Offer,
  offerOf,
  sealed,
  stepOf,
  unsealed,
} from './codes.ts';

const SECOND_FACTORS = 'second-factors' as CollectionSlug;

/** Long enough to fetch a telephone; long enough to meet an administrator after a week-end. In milliseconds. */
const OFFER_STANDS = 15 * 60 * 1000;
const ENROLMENT_STANDS = 72 * 60 * 60 * 1000;

/** A code that was handed over, by its hash. `until` is a moment, ISO 8601. */
type Handed = { readonly hash: string; readonly until: string };

type Factor = {
  readonly account: string;
  /** Sealed; `null` until it is set up. */
  readonly secret: string | null;
  /** The newest step whose code was used: neither it nor an older one is used again. */
  readonly lastStep: number;
  /** Hashes of the recovery codes that are left. */
  readonly recovery: readonly string[];
  /** What was offered to an app that has not answered with a code yet. */
  readonly offer: (Handed & { readonly secret: string; readonly email: string }) | null;
  /** What an administrator handed over, so that its owner can set one up before signing in. */
  readonly enrolment: Handed | null;
};

export const secondFactors: CollectionConfig = {
  slug: SECOND_FACTORS,
  ...hiddenRecord('account'),
  fields: [
    { name: 'account', type: 'text', required: true, unique: true, index: true },
    { name: 'secret', type: 'text' },
    { name: 'lastStep', type: 'number', required: true },
    { name: 'recovery', type: 'json' },
    { name: 'offer', type: 'json' },
    { name: 'enrolment', type: 'json' },
  ],
};

/** Somebody's account, and who they are in the audit. */
export type Owner = { readonly account: string; readonly email: string };

/** How many recovery codes are left; `null` for an account without a second factor. */
export async function codesLeft(payload: Payload, account: string): Promise<number | null> {
  const factor = await factorOf(payload, account);
  return factor?.secret == null ? null : factor.recovery.length;
}

/** Offers a secret for an app. Nothing changes until the app answers with a code of it. */
export async function offerFactor(
  payload: Payload,
  owner: Owner,
): Promise<Offer & { readonly ticket: string }> {
  const secret = newSecret();
  const ticket = newCode() + newCode();
  const { account, email } = owner;
  const offer = { ...handed(ticket, OFFER_STANDS), secret: sealed(secret, account), email };
  await keep(payload, account, { offer });
  return { ...offerOf(secret, email), ticket };
}

export type Answer = { readonly ticket: string; readonly code: string };

/** Takes what was offered into use. Answers the recovery codes, which nobody sees again; `null` for a wrong code. */
export async function setUpFactor(
  payload: Payload,
  { ticket, code }: Answer,
): Promise<readonly string[] | null> {
  const asked = { 'offer.hash': codeHash(ticket) };
  const { account = '', offer = null } = (await factors(payload).findOne(asked)) ?? {};
  if (offer === null || !stands(offer, ticket)) return null;
  const step = stepOf(unsealed(offer.secret, account), code, Date.now());
  if (step === null) return null;
  const codes = newRecoveryCodes();
  const used = { secret: offer.secret, lastStep: step, offer: null, enrolment: null };
  const owner = { account, email: offer.email };
  await inLedger(payload, async (ledger) => {
    await keep(payload, account, { ...used, recovery: codes.map(codeHash) }, ledger);
    await note(ledger, owner, { by: owner.email, did: 'set up a second factor' });
  });
  return codes;
}

/** Uses up a code, of the app or for recovery. Of two people with one code, one gets in. */
export async function spendCode(payload: Payload, owner: Owner, code: string): Promise<boolean> {
  const factor = await factorOf(payload, owner.account);
  if (factor?.secret == null) return false;
  const step = stepOf(unsealed(factor.secret, owner.account), code, Date.now());
  return step === null
    ? spendRecoveryCode(payload, owner, codeHash(code))
    : spendStep(payload, owner, step);
}

async function spendStep(payload: Payload, { account }: Owner, step: number): Promise<boolean> {
  const { modifiedCount } = await factors(payload).updateOne(
    { account, lastStep: { $lt: step } },
    { $set: { lastStep: step } },
  );
  return modifiedCount === 1;
}

async function spendRecoveryCode(payload: Payload, owner: Owner, hash: string): Promise<boolean> {
  const { modifiedCount } = await factors(payload).updateOne(
    { account: owner.account, recovery: hash },
    { $pull: { recovery: hash } },
  );
  if (modifiedCount === 0) return false;
  const act = { by: owner.email, did: 'used a recovery code' };
  await inLedger(payload, (ledger) => note(ledger, owner, act));
  return true;
}

/** Whether this is the code that an administrator handed over. It stands until the factor is set up. */
export async function mayEnrol(payload: Payload, account: string, code: string): Promise<boolean> {
  const enrolment = (await factorOf(payload, account))?.enrolment ?? null;
  return enrolment !== null && stands(enrolment, code);
}

/** Takes a second factor away, and answers the code with which its owner sets up another. */
export async function resetFactor(payload: Payload, owner: Owner, by: string): Promise<string> {
  const code = newCode();
  const enrolment = handed(code, ENROLMENT_STANDS);
  await inLedger(payload, async (ledger) => {
    await keep(payload, owner.account, { ...nothing, enrolment }, ledger);
    await note(ledger, owner, { by, did: 'reset a second factor' });
  });
  return code;
}

/** With the account. */
export async function forgetFactor(payload: Payload, account: string): Promise<void> {
  await factors(payload).deleteOne({ account });
}

function handed(code: string, milliseconds: number): Handed {
  return { hash: codeHash(code), until: new Date(Date.now() + milliseconds).toISOString() };
}

function stands({ hash, until }: Handed, code: string): boolean {
  return Date.parse(until) > Date.now() && isSameHash(hash, codeHash(code));
}

const nothing: Omit<Factor, 'account'> = {
  secret: null,
  lastStep: 0,
  recovery: [],
  offer: null,
  enrolment: null,
};

function factors(payload: Payload) {
  return payload.db.connection.collection<Factor>(SECOND_FACTORS);
}

function factorOf(payload: Payload, account: string): Promise<Factor | null> {
  return factors(payload).findOne({ account });
}

async function keep(
  payload: Payload,
  account: string,
  values: Partial<Factor>,
  ledger?: Ledger,
): Promise<void> {
  const others = Object.entries(nothing).filter(([name]) => !(name in values));
  await factors(payload).updateOne(
    { account },
    { $set: values, $setOnInsert: Object.fromEntries(others) },
    { upsert: true, ...(ledger && (await session(ledger.req))) },
  );
}

function note(ledger: Ledger, of: Owner, act: { by: string; did: string }): Promise<void> {
  const subject = { kind: 'users', document: of.account, language: null };
  return ledger.note({ ...act, ...subject, sequence: null, digest: null, reason: null });
}

/** The steps that publish: what was approved, or what one person publishes alone. */
import { type Asked, type Decision, decide } from '@charterpress/shared/domain/steps.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { PayloadRequest } from 'payload';
import { tellOfStep } from '../mail/steps.ts';
import { digestOfVersion } from '../publishing/entries.ts';
import type { Ledger } from '../publishing/ledger.ts';
import {
  type Entered,
  type Publication,
  type Published,
  publishTogether,
  type Values,
} from '../publishing/publish.ts';
import { did, noteOf } from './events.ts';
import { keepRecord, recordOf } from './records.ts';
import { pinnedVersion, type Standing, type Subject, standingOf } from './situation.ts';
import type { NotTaken } from './steps.ts';

type Step = {
  readonly of: Subject;
  readonly asked: Asked;
  readonly standing: Standing;
  readonly decision: Extract<Decision, { ok: true }>;
};

type Done =
  | { readonly ok: true; readonly receipt: Published | null }
  | ({ readonly ok: false } & NotTaken);

export async function publishAsStep(req: PayloadRequest, step: Step): Promise<Done> {
  const version = await textOf(req, step);
  if (version === null) return { ok: false, refused: 'text-changed' };
  try {
    const done = await publishTogether(
      req.payload,
      [publicationOf(step, version)],
      (ledger, [receipt]) => settle(ledger, step, receipt),
      (ledger) => stillAllowed(ledger, step),
    );
    return done.ok ? { ok: true, receipt: done.value[0] ?? null } : done;
  } catch (error) {
    if (error instanceof NoLonger) return { ok: false, ...error.refusal };
    throw error;
  }
}

/** What was approved comes from the version that the approval pins, and has to be the same to the letter. */
async function textOf(req: PayloadRequest, { asked, of, standing }: Step): Promise<Values | null> {
  if (asked.said.step !== 'publish') return standing.copy;
  const { approval } = standing.record;
  const pinned = await pinnedVersion(req, standing.record);
  const digest = pinned && digestOfVersion(of.kind, of.document, pinned.text);
  if (pinned !== null && digest === approval?.digest) return pinned.text;
  req.payload.logger.error(
    `The approved text of ${of.kind}/${of.document} is not the one that was approved: version ${approval?.version} had the digest ${approval?.digest} and has ${digest}. It was not published. Find out who changed the database, and have the text approved again.`,
  );
  return null;
}

function publicationOf({ asked, decision, of }: Step, version: Values): Publication {
  const { account, said } = asked;
  return {
    ...of,
    language: SOURCE_LANGUAGE,
    version,
    change: decision.changed?.change ?? 'major',
    changeNote: decision.changed?.changeNote ?? null,
    by: account.email,
    act: { did: did[said.step], reason: 'reason' in said ? said.reason : null },
  };
}

/** Thrown out of the transaction: the step was allowed before its pages were rendered, and is no longer. */
class NoLonger extends Error {
  readonly refusal: NotTaken;

  constructor(refusal: NotTaken) {
    super('The step was refused inside its transaction.');
    this.refusal = refusal;
  }
}

async function stillAllowed(ledger: Ledger, { asked, of, standing }: Step): Promise<void> {
  const fresh = await standingOf(ledger.req, of);
  if (fresh === null) throw new NoLonger({ refused: 'unknown' });
  const decision = decide(fresh, asked);
  if (!decision.ok) throw new NoLonger(decision);
  const isSame = fresh.record.approval?.version === standing.record.approval?.version;
  if (!isSame) throw new NoLonger({ refused: 'nothing-approved' });
}

/** Publishing brought the record along; what one person published alone now waits for another. */
async function settle(
  ledger: Ledger,
  { asked, decision, of }: Step,
  receipt: Entered | undefined,
): Promise<void> {
  const record = await recordOf(ledger.req, of);
  if (receipt === undefined || record === null) throw new Error('Nothing was published.');
  const isApproved = asked.said.step === 'publish';
  if (receipt.already && isApproved) await ledger.note(noteOf(record, asked));
  if (receipt.already || isApproved || decision.record.secondLook === null) return;
  const { sequence } = receipt;
  const secondLook = { ...decision.record.secondLook, sequence, at: ledger.at };
  const after = { ...record, secondLook };
  await keepRecord(ledger.req, after);
  await tellOfStep(ledger.req, {
    ...{ step: asked.said.step, by: asked.account.email, before: record, after },
  });
}

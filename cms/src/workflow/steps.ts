/**
 * Taking a step: the one function of every door. It asks the domain before it does anything, and again inside the
 * transaction, where what it asked about can no longer change under it.
 */
import {
  type Asked,
  type Decision,
  decide,
  openSteps,
  type StepRefusal,
  type StepSaid,
} from '@charterpress/shared/domain/steps.ts';
import { movedOn, type Step, type WorkflowRecord } from '@charterpress/shared/domain/workflow.ts';
import type { PayloadRequest } from 'payload';
import { whyHeld } from '../bundles/embargo.ts';
import { blockersOf } from '../checks/blockers.ts';
import { tellOfStep } from '../mail/steps.ts';
import { digestOfVersion } from '../publishing/entries.ts';
import { inLedger, type Ledger } from '../publishing/ledger.ts';
import { nudgePress } from '../publishing/neighbours.ts';
import type { Receipt, Refusal } from '../publishing/publish.ts';
import { agreeToMinor } from '../translation/agreeing.ts';
import { type Acted, type ActSaid, isAct, perform } from './acts.ts';
import { noteOf } from './events.ts';
import { publishAsStep } from './publish-as-step.ts';
import { keepRecord } from './records.ts';
import {
  accountOf,
  type Standing,
  type Subject,
  savedOf,
  standingOf,
  versionOf,
} from './situation.ts';

/** What a person says with a step; which version an approval pins, the CMS finds. */
export type Said =
  | Exclude<StepSaid, { step: 'approve' | ActSaid['step'] }>
  | ActSaid
  | Omit<Extract<StepSaid, { step: 'approve' }>, 'version' | 'digest'>;

export type StepAsked = Subject & { readonly revision: number; readonly said: Said };

export type Workflow = WorkflowRecord & {
  /** What this account may do now. */
  readonly steps: readonly Step[];
  readonly movedOn: boolean;
  /** What readers have in English. */
  readonly live: Standing['live'];
};

export type NotTaken =
  | StepRefusal
  | Refusal
  | { readonly refused: 'unknown' }
  | { readonly refused: 'text-changed' }
  | { readonly refused: 'no-edition' }
  | { readonly refused: 'other-file' };

export type Taken =
  | { readonly ok: true; readonly workflow: Workflow; readonly published: Receipt | null }
  | ({ readonly ok: false } & NotTaken);

/** Takes a step as whoever is signed in, or says why not. A step that is refused writes nothing. */
export async function takeStep(req: PayloadRequest, step: StepAsked): Promise<Taken> {
  const { document, kind, said } = step;
  const of = { kind, document };
  const standing = await standingOf(req, of);
  if (standing === null) return { ok: false, refused: 'unknown' };
  const asked = await askedOf(req, step);
  const decision = decide(standing, asked);
  if (!decision.ok) return whyHeld(req, standing.record, decision);
  if (said.step === 'approve') {
    const version = standing.copy;
    const problems = await blockersOf(req, { kind, document, version, moment: 'review' });
    if (problems.length > 0) return { ok: false, refused: 'text', problems };
  }
  const isPublished =
    said.step === 'publish' || said.step === 'correct' || said.step === 'emergency';
  const done = isPublished
    ? await publishAsStep(req, { of, asked, standing, decision })
    : isAct(said)
      ? await act(req, { of, asked, said })
      : await inLedger(req.payload, (ledger) => stepInLedger(ledger, of, asked));
  if (!done.ok) return done;
  const workflow = (await workflowOf(req, of)) as Workflow;
  return { ok: true, workflow, published: 'receipt' in done ? done.receipt : null };
}

async function act(
  req: PayloadRequest,
  { asked, of, said }: { readonly of: Subject; readonly asked: Asked; readonly said: ActSaid },
): Promise<Acted> {
  const done = await inLedger(req.payload, async (ledger): Promise<Acted> => {
    const standing = await standingOf(ledger.req, of);
    if (standing === null) return { ok: false, refused: 'unknown' };
    const decision = decide(standing, { ...asked, at: ledger.at });
    return decision.ok ? perform({ ledger, req, of, asked, standing, said }) : decision;
  });
  if (done.ok && done.receipt !== null) nudgePress(done.receipt.sequence, req.payload);
  return done;
}

/** Where a document stands, as whoever is signed in sees it. */
export async function workflowOf(req: PayloadRequest, of: Subject): Promise<Workflow | null> {
  const standing = await standingOf(req, of);
  if (standing === null) return null;
  const { live, record } = standing;
  const steps = openSteps(standing, accountOf(req, of.kind));
  return { ...record, steps, movedOn: movedOn(record), live };
}

/**
 * Takes a step that publishes nothing as part of a larger act. A caller that gets a refusal has to throw, if its act is
 * not to go on without the step.
 */
export async function stepInLedger(
  ledger: Ledger,
  of: Subject,
  asked: Asked,
): Promise<Decision | { readonly ok: false; readonly refused: 'unknown' }> {
  const standing = await standingOf(ledger.req, of);
  if (standing === null) return { ok: false, refused: 'unknown' };
  const decision = decide(standing, { ...asked, at: ledger.at });
  if (!decision.ok) return decision;
  await keepRecord(ledger.req, decision.record);
  await ledger.note(noteOf(decision.record, asked));
  if (asked.said.step === 'second-look') {
    const sequence = standing.record.secondLook?.sequence ?? null;
    await agreeToMinor(ledger, of, { by: asked.account.email, sequence });
  }
  await tellOfStep(ledger.req, {
    ...{ step: asked.said.step, by: asked.account.email },
    ...{ before: standing.record, after: decision.record },
  });
  return decision;
}

/** What the domain is asked: the step, who asks, and the save that this person was looking at. */
async function askedOf(
  req: PayloadRequest,
  { document, kind, revision, said }: StepAsked,
): Promise<Asked> {
  const version = await versionOf(req, { kind, document, revision });
  const seen = version === null ? null : savedOf(version.text);
  const base = { account: accountOf(req, kind), revision, seen, at: new Date().toISOString() };
  if (said.step !== 'approve') return { ...base, said };
  const digest = version && digestOfVersion(kind, document, version.text);
  return { ...base, said: { ...said, version: version?.id ?? '', digest: digest ?? '' } };
}

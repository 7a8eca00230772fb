/**
 * The way of a document's text to its readers: the states it can be in, the steps staff take, and the one table that
 * says which step leads on from which state. Which role may take a step follows from what the step needs: `mayTake` in
 * `shared/src/roles.ts`.
 */
import type { Action, Change } from './edition.ts';
import type { Kind } from './kinds.ts';

export const states = [
  'draft',
  'in-review',
  'fact-check',
  'approved',
  'scheduled',
  'published',
  'withdrawn',
  'removed',
  'failed',
] as const;
/** `failed`: its time came and it could not be published. `draft` may well have an earlier text before readers. */
export type State = (typeof states)[number];

export const steps = [
  'submit',
  'ask-amendments',
  'send-for-fact-check',
  'record-fact-check',
  'approve',
  'schedule',
  'unschedule',
  'publish',
  'correct',
  'emergency',
  'second-look',
  'withdraw',
  'put-back',
  'redirect',
  'correct-note',
  'ask-removal',
  'confirm-removal',
  'mark-reviewed',
] as const;
export type Step = (typeof steps)[number];

/** What a step needs of the table of roles. A second look is anybody's who writes: it has to be another person. */
export const needs = {
  submit: 'write',
  'ask-amendments': 'write',
  'send-for-fact-check': 'write',
  'record-fact-check': 'write',
  approve: 'publish',
  schedule: 'publish',
  unschedule: 'publish',
  publish: 'publish',
  correct: 'publish',
  emergency: 'publish',
  'second-look': 'write',
  withdraw: 'withdraw',
  'put-back': 'write',
  redirect: 'withdraw',
  'correct-note': 'publish',
  'ask-removal': 'askRemoval',
  'confirm-removal': 'confirmRemoval',
  'mark-reviewed': 'write',
} as const satisfies Readonly<Record<Step, string>>;

/** What concerns readers' text, not the working copy: open whatever becomes of the next text. */
const always = [
  'second-look',
  'correct-note',
  'ask-removal',
  'confirm-removal',
  'mark-reviewed',
] as const;
const alone = ['correct', 'emergency'] as const;
const takeAway = ['withdraw', 'redirect'] as const;

/**
 * A scheduled text first comes off its schedule: what was withdrawn or published over would come back by the clock.
 * Nothing leads out of removal.
 */
export const stepsFrom: Readonly<Record<State, readonly Step[]>> = {
  draft: ['submit', 'put-back', ...alone, ...takeAway, ...always],
  'in-review': [
    'ask-amendments',
    'send-for-fact-check',
    'approve',
    ...alone,
    ...takeAway,
    ...always,
  ],
  'fact-check': ['ask-amendments', 'record-fact-check', ...alone, ...takeAway, ...always],
  approved: ['submit', 'ask-amendments', 'schedule', 'publish', ...alone, ...takeAway, ...always],
  scheduled: ['unschedule', ...always],
  published: ['put-back', ...alone, ...takeAway, ...always],
  withdrawn: ['submit', 'put-back', 'emergency', 'redirect', ...always],
  removed: [],
  failed: [
    'submit',
    'ask-amendments',
    'schedule',
    'unschedule',
    'publish',
    ...alone,
    ...takeAway,
    ...always,
  ],
};

/** Why somebody publishes a correction alone. Whatever else it is wants a review. */
export const correctionReasons = ['fact-changed', 'typing-error'] as const;
export type CorrectionReason = (typeof correctionReasons)[number];

type Signed = { readonly by: string; readonly at: string };

/** What the edition will say of itself: `null` where it is the first. */
export type ChangeSaid = { readonly change: Change | null; readonly changeNote: string | null };

/** An approval is of a text: this version, with this digest, and no other. */
export type Approval = Signed &
  ChangeSaid & {
    /** The id of the version that Payload keeps. */
    readonly version: string;
    readonly revision: number;
    readonly digest: string;
  };

export type FactCheck = {
  readonly askedBy: string;
  readonly askedAt: string;
  /** Who was asked: often somebody without an account. */
  readonly of: string;
  /** Of the text that was sent. */
  readonly revision: number;
  readonly answer: string | null;
  readonly saidBy: string | null;
  readonly saidAt: string | null;
  readonly recordedBy: string | null;
};

export type SecondLook = Signed & {
  readonly as: 'correction' | 'emergency';
  readonly reason: string;
  /** Of the edition that somebody else has to look at. */
  readonly sequence: number | null;
};

/** One per document, beside it. People stand in it by their e-mail addresses, moments are ISO 8601 in UTC. */
export type WorkflowRecord = {
  readonly kind: Kind;
  readonly document: string;
  readonly title: string;
  readonly state: State;
  /** Of the working copy, as it was saved last. */
  readonly revision: number;
  /** Who wrote in it and whose words nobody has vouched for by submitting or approving; who saved last is last. */
  readonly editedBy: readonly string[];
  readonly submitted: (Signed & ChangeSaid & { readonly revision: number }) | null;
  readonly amendments: (Signed & { readonly why: string }) | null;
  readonly factCheck: FactCheck | null;
  readonly approval: Approval | null;
  readonly secondLook: SecondLook | null;
  readonly bundle: string | null;
  readonly failure: { readonly at: string; readonly why: string } | null;
  /** Who answers for it: an account's address or a role's mailbox. */
  readonly owner: string | null;
  readonly lastReviewed: string | null;
  readonly nextReview: string | null;
};

/** What readers have in English; `null` when nothing was ever published. */
export type Live = { readonly action: Action; readonly number: number } | null;

/** Whether the working copy is newer than what was approved. */
export function movedOn({ approval, revision }: WorkflowRecord): boolean {
  return approval !== null && approval.revision < revision;
}

export function begun(of: {
  kind: Kind;
  document: string;
  title: string;
  revision: number;
}): WorkflowRecord {
  return {
    ...of,
    state: 'draft',
    editedBy: [],
    submitted: null,
    amendments: null,
    factCheck: null,
    approval: null,
    secondLook: null,
    bundle: null,
    failure: null,
    owner: null,
    lastReviewed: null,
    nextReview: null,
  };
}

export type Save = { readonly by: string; readonly revision: number; readonly title: string };

/** A save: a text that readers have becomes a draft again; what is under review stays there, and the writer is noted. */
export function afterSave(record: WorkflowRecord, { by, revision, title }: Save): WorkflowRecord {
  const isBegunAgain = record.state === 'published' || record.state === 'withdrawn';
  return {
    ...record,
    revision,
    title,
    state: isBegunAgain ? 'draft' : record.state,
    editedBy: [...record.editedBy.filter((other) => other !== by), by],
  };
}

/** A version of the document went live. Where the working copy is newer than it, that is a draft. */
export function afterPublication(
  record: WorkflowRecord,
  { revision }: { readonly revision: number },
): WorkflowRecord {
  const isAhead = revision < record.revision;
  return {
    ...settled(record),
    state: isAhead ? 'draft' : 'published',
    editedBy: isAhead ? record.editedBy : vouchedFor(record),
  };
}

/** Readers' text was taken away: whatever was under way for it begins again. */
export function afterWithdrawal(record: WorkflowRecord): WorkflowRecord {
  return { ...settled(record), state: 'withdrawn' };
}

/** Its time came, and it could not be published. What was approved stays approved. */
export function afterFailure(
  record: WorkflowRecord,
  failure: { readonly at: string; readonly why: string },
): WorkflowRecord {
  return { ...record, state: 'failed', failure };
}

/** The text is erased: nothing that quotes it stays. */
export function afterRemoval({ kind, document, revision }: WorkflowRecord): WorkflowRecord {
  return { ...begun({ kind, document, title: '', revision }), state: 'removed' };
}

/** Others have read it; who wrote last still did, however often the same text is submitted again. */
export function vouchedFor({ editedBy }: WorkflowRecord): readonly string[] {
  return editedBy.slice(-1);
}

function settled(record: WorkflowRecord): WorkflowRecord {
  return {
    ...record,
    submitted: null,
    amendments: null,
    factCheck: null,
    approval: null,
    bundle: null,
    failure: null,
  };
}
